"""The desk of an enterprise over the API: doors, parts by role, errors as clients see them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.accounts import PASSWORD, UserFactory, codes, staff_with
from factories.certificates import paper_file
from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from factories.vendors import SellerFactory, certify, member_of
from market.core import clock
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_ORDERS, MANAGE_VENDORS
from market.vendors.models import Vendor, VendorBankAccount, VendorInvitation, VendorMember, VendorRecheck
from market.vendors.services.invitation_token import invitation_token_create

pytestmark = pytest.mark.django_db
DESK = """query ($id: ID!) { vendorDesk(id: $id) {
    vendor { name status holiday { isNow } isBeingRechecked } profile { nameEn address legalForm } isTrusted
    members { email role isYou isActive } invitations { email role isExpired }
    bankAccount { lastDigits number holder checkedAt bankbookCopy { kind } } bankAccounts { id }
    rechecks { status changes { field old new } vendor { slug } } statusHistory { toStatus reason isByStaff } } }"""
LIST = """query ($n: Int, $f: VendorFilterInput) { vendors(first: $n, filter: $f) {
    edges { node { slug status isBeingRechecked holiday { endsOn isNow note } } } } }"""
RECHECKS = """query ($n: Int, $s: RecheckStatusEnum) { vendorRechecks(first: $n, status: $s) {
    totalCount edges { node { status changes { field } vendor { name isBeingRechecked } } } } }"""


def gid(row: Any, name: str | None = None) -> str:
    return to_global_id(name or type(row).__name__, row.pk)


@pytest.fixture
def ask(graphql: Any) -> Any:
    """``ask("vendorUpdate", "($id: ID!, …)", "vendor { name }", user, …)``: the payload, or the code of a top-level error."""

    def call(name: str, head: str, fields: str, user: Any = None, **variables: Any) -> Any:
        given = ", ".join(f"{key}: ${key}" for key in variables)
        document = f"mutation ({head}) {{ {name}({given}) {{ {fields} errors {{ field code message }} }} }}"
        answer = graphql(document, variables, user=user)
        return (answer["data"] or {}).get(name) or answer["errors"][0]["extensions"]["exception"]["code"]

    return call


def furnished() -> tuple[Vendor, Any]:
    vendor = SellerFactory(name="두손공방")
    owner = member_of(vendor)
    VendorInvitation.objects.create(
        vendor=vendor, email="new@ieum.example", role="clerk", expires_at=clock.now() + dt.timedelta(days=7)
    )
    VendorRecheck.objects.create(vendor=vendor, changes=[{"field": "name", "old": "한손공방", "new": "두손공방"}])
    return vendor, owner


def test_owners_see_everything_and_others_what_their_role_opens(graphql: Any) -> None:
    vendor, owner = furnished()
    seen = {
        name: graphql(DESK, {"id": gid(vendor)}, user=user)["data"]["vendorDesk"]
        for name, user in {
            "owner": owner,
            "manager": member_of(vendor, "manager"),
            "clerk": member_of(vendor, "clerk"),
            "staff": staff_with(MANAGE_VENDORS),
        }.items()
    }
    parts = ("members", "invitations", "bankAccounts", "rechecks")
    assert {name: [desk[part] is not None for part in parts] for name, desk in seen.items()} == {
        "owner": [True] * 4,
        "manager": [False, False, False, True],
        "clerk": [False] * 4,
        "staff": [True] * 4,
    }
    assert seen["owner"]["invitations"] == [{"email": "new@ieum.example", "role": "CLERK", "isExpired": False}]
    assert [row["isYou"] for row in seen["owner"]["members"]] == [True, False, False]
    assert seen["clerk"]["vendor"] == {
        "name": "두손공방",
        "status": "ACTIVE",
        "holiday": None,
        "isBeingRechecked": True,
    }


def test_another_enterprise_has_no_desk_as_one_that_does_not_exist(graphql: Any) -> None:
    vendor, _ = furnished()
    stranger = member_of()
    for pk in (vendor.pk, 987_654):
        assert graphql(DESK, {"id": to_global_id("Vendor", pk)}, user=stranger)["data"] == {"vendorDesk": None}
    for user in (None, UserFactory(), staff_with(MANAGE_ORDERS)):
        answer = graphql(DESK, {"id": gid(vendor)}, user=user)
        assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


def test_somebody_who_was_removed_is_shut_out_by_the_next_request(graphql: Any, ask: Any) -> None:
    vendor, owner = furnished()
    clerk = member_of(vendor, "clerk")
    assert graphql(DESK, {"id": gid(vendor)}, user=clerk)["data"]["vendorDesk"]
    member = VendorMember.objects.get(user=clerk)
    gone = ask("vendorMemberRemove", "$id: ID!", "member { email }", owner, id=gid(member))
    assert gone == {"member": {"email": clerk.email}, "errors": []}
    answer = graphql(DESK, {"id": gid(vendor)}, user=clerk)
    assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


def test_the_desk_takes_as_many_statements_for_many_people_as_for_one(assert_constant_queries: Any) -> None:
    few, _ = furnished()
    many, _ = furnished()
    for number in range(4):
        member_of(many, "clerk")
        VendorInvitation.objects.create(
            vendor=many, email=f"n{number}@ieum.example", role="clerk", expires_at=clock.now()
        )
        VendorRecheck.objects.create(vendor=many, changes=[], status="confirmed", decided_at=clock.now())
        VendorBankAccount.objects.create(
            vendor=many, bank="004", sealed_number="", sealed_holder="", ended_at=clock.now()
        )
    count = assert_constant_queries(DESK, {"id": gid(few)}, {"id": gid(many)}, user=staff_with(MANAGE_VENDORS))
    assert count <= 16


def test_lists_of_enterprises_and_rechecks_do_not_grow_with_the_page(assert_constant_queries: Any) -> None:
    for _ in range(5):
        furnished()
    staff = staff_with(MANAGE_VENDORS)
    assert_constant_queries(LIST, {"n": 1}, {"n": 5}, user=staff)
    assert_constant_queries(RECHECKS, {"n": 1}, {"n": 5}, user=staff)


def test_staff_find_enterprises_by_state_number_and_representative(graphql: Any) -> None:
    one = SellerFactory(status="suspended", business_number="1208147521", representative="고은채")
    SellerFactory()
    staff = staff_with(MANAGE_VENDORS)

    def found(user: Any = staff, **wanted: Any) -> list[str]:
        edges = graphql(LIST, {"n": 10, "f": wanted}, user=user)["data"]["vendors"]["edges"]
        return [edge["node"]["slug"] for edge in edges]

    for wanted in ({"statuses": ["SUSPENDED"]}, {"search": "120-81-47521"}, {"search": "고은채"}, {"search": "4752"}):
        assert found(**wanted) == [one.slug]
    assert found(search="고은채", statuses=["ACTIVE"]) == []
    assert found(user=None, statuses=["SUSPENDED"]) == []
    assert found(search="x\x00y") == []


def test_an_invitation_can_be_looked_at_by_its_link_and_nothing_changes(graphql: Any) -> None:
    vendor, _ = furnished()
    invitation = VendorInvitation.objects.get()
    document = """query ($t: String!) { vendorInvitation(token: $t) { vendorName role maskedEmail isForYou } }"""
    given = {"t": invitation_token_create(invitation)}
    shown = {"vendorName": vendor.name, "role": "CLERK", "maskedEmail": "n***@i***.example", "isForYou": False}
    assert graphql(document, given)["data"]["vendorInvitation"] == shown
    invited = UserFactory(email=invitation.email)
    assert graphql(document, given, user=invited)["data"]["vendorInvitation"]["isForYou"] is True
    invitation.refresh_from_db()
    assert (invitation.accepted_at, vendor.members.count()) == (None, 1)
    for token in ("", "x", "y" * 5_000):
        assert graphql(document, {"t": token})["data"]["vendorInvitation"] is None
    VendorInvitation.objects.update(accepted_at=clock.now(), accepted_by=invited)
    assert (
        graphql(document, given, user=invited)["data"]["vendorInvitation"] is None
    )  # who has left sees that it is over
    VendorMember.objects.create(vendor=vendor, user=invited, role="clerk")
    assert graphql(document, given, user=invited)["data"]["vendorInvitation"]["isForYou"] is True
    assert graphql(document, given)["data"]["vendorInvitation"] is None


def test_inviting_and_joining(ask: Any) -> None:
    vendor, owner = furnished()
    head = "$vendor: ID!, $email: String!, $role: VendorRoleEnum!"
    wish = {"vendor": gid(vendor), "email": "second@ieum.example", "role": "MANAGER"}
    made = ask("vendorMemberInvite", head, "invitation { email role }", owner, **wish)
    assert made == {"invitation": {"email": "second@ieum.example", "role": "MANAGER"}, "errors": []}
    assert codes(ask("vendorMemberInvite", head, "", owner, **wish)) == [("email", "UNIQUE")]
    token = invitation_token_create(VendorInvitation.objects.get(email="second@ieum.example"))
    fields = "membership { role vendor { name } abilities }"
    wrong = ask("vendorInvitationAccept", "$token: String!", fields, UserFactory(), token=token)
    assert codes(wrong) == [("token", "WRONG_ACCOUNT")]
    assert "second@" not in wrong["errors"][0]["message"]
    invited = UserFactory(email="second@ieum.example")
    joined = ask("vendorInvitationAccept", "$token: String!", fields, invited, token=token)
    assert (joined["errors"], joined["membership"]["role"]) == ([], "MANAGER")
    assert codes(ask("vendorInvitationAccept", "$token: String!", "", invited, token="x")) == [
        ("token", "INVITATION_EXPIRED")
    ]
    assert ask("vendorInvitationAccept", "$token: String!", "", None, token=token) == "PermissionDenied"


def test_roles_and_the_last_owner(ask: Any) -> None:
    vendor, owner = furnished()
    own = gid(VendorMember.objects.get(user=owner))
    assert codes(ask("vendorMemberUpdate", "$id: ID!, $role: VendorRoleEnum!", "", owner, id=own, role="CLERK")) == [
        ("id", "LAST_OWNER")
    ]
    assert codes(ask("vendorMemberRemove", "$id: ID!", "", owner, id=own)) == [("id", "LAST_OWNER")]
    assert codes(ask("vendorMemberRemove", "$id: ID!", "", owner, id="x")) == [("id", "GRAPHQL_ERROR")]
    assert ask("vendorMemberRemove", "$id: ID!", "", UserFactory(), id=own) == "PermissionDenied"
    assert vendor.members.get().role == "owner"


def test_the_profile_and_its_faults(ask: Any) -> None:
    vendor, owner = furnished()
    head, fields = (
        "$id: ID!, $input: VendorUpdateInput!",
        "vendor { name isBeingRechecked deliveryTerms { freeFrom { amount } } }",
    )
    done = ask(
        "vendorUpdate",
        head,
        fields,
        owner,
        id=gid(vendor),
        input={"representative": "고은채", "freeDeliveryFrom": None},
    )
    assert done["vendor"] == {"name": "두손공방", "isBeingRechecked": True, "deliveryTerms": {"freeFrom": None}}
    wrong = ask("vendorUpdate", head, "", owner, id=gid(vendor), input={"phone": "1", "dispatchDays": 0})
    assert codes(wrong) == [("phone", "INVALID"), ("dispatchDays", "INVALID")]
    claimed = ask("vendorUpdate", head, "", owner, id=gid(vendor), input={"introduction": "우리는 사회적기업이에요"})
    assert codes(claimed) == [("introduction", "UNPROVEN_CLAIM")]
    assert (
        ask("vendorUpdate", head, "", staff_with(MANAGE_VENDORS), id=gid(vendor), input={"name": "x"})
        == "PermissionDenied"
    )


def test_holidays_are_told_to_shoppers_and_open_work_to_the_enterprise(graphql: Any, ask: Any) -> None:
    vendor, owner = furnished()
    order = placed_order(ChannelFactory(), {variant_on_sale(ChannelFactory(), vendor=vendor): 1})
    work = graphql(
        "query ($id: ID!) { vendorOpenWork(id: $id) { liveProducts orderCount orders { number } } }",
        {"id": gid(vendor)},
        user=owner,
    )
    number = order.vendor_orders.get().number
    assert work["data"]["vendorOpenWork"] == {"liveProducts": 1, "orderCount": 1, "orders": [{"number": number}]}
    today = clock.today()
    head = "$id: ID!, $startsOn: Date!, $endsOn: Date!, $note: String"
    given = {"id": gid(vendor), "startsOn": str(today), "endsOn": str(today), "note": "하루 쉬어요"}
    fields = "vendor { holiday { startsOn endsOn note isNow } }"
    shown = {"startsOn": str(today), "endsOn": str(today), "note": "하루 쉬어요", "isNow": True}
    assert ask("vendorHolidaySet", head, fields, owner, **given) == {"vendor": {"holiday": shown}, "errors": []}
    public = graphql(
        "query ($s: String!) { vendor(slug: $s) { holiday { startsOn endsOn note isNow } } }", {"s": vendor.slug}
    )
    assert public["data"]["vendor"]["holiday"] == shown
    wrong = ask("vendorHolidaySet", head, "", owner, **{**given, "endsOn": "2020-01-01"})
    assert codes(wrong) == [("endsOn", "INVALID")]
    assert ask("vendorHolidayClear", "$id: ID!", fields, owner, id=gid(vendor))["vendor"] == {"holiday": None}


def test_a_change_of_status_is_previewed_and_closing_waits_for_open_work(graphql: Any, ask: Any) -> None:
    vendor, owner = furnished()
    placed_order(ChannelFactory(), {variant_on_sale(ChannelFactory(), vendor=vendor): 1})
    preview = """query ($id: ID!, $s: VendorStatusEnum!) { vendorStatusPreview(id: $id, status: $s) {
        isPossible openWork { orderCount withdrawalCount liveProducts } } }"""
    staff = staff_with(MANAGE_VENDORS)
    expected = {"CLOSED": False, "SUSPENDED": True, "ACTIVE": False}
    for status, is_possible in expected.items():
        shown = graphql(preview, {"id": gid(vendor), "s": status}, user=staff)["data"]["vendorStatusPreview"]
        assert shown["isPossible"] is is_possible
    for user in (member_of(vendor, "manager"), member_of()):
        assert graphql(preview, {"id": gid(vendor), "s": "CLOSED"}, user=user)["data"]["vendorStatusPreview"] is None
    head = "$id: ID!, $reason: String!"
    assert codes(ask("vendorClose", head, "", owner, id=gid(vendor), reason="끝")) == [("id", "HAS_OPEN_ORDERS")]
    assert ask("vendorSuspend", head, "", owner, id=gid(vendor), reason="끝") == "PermissionDenied"
    done = ask("vendorSuspend", head, "vendor { status }", staff, id=gid(vendor), reason="확인이 필요해요")
    assert done == {"vendor": {"status": "SUSPENDED"}, "errors": []}
    assert codes(ask("vendorSuspend", head, "", staff, id=gid(vendor), reason="또")) == [
        ("id", "STATUS_NOT_CHANGEABLE")
    ]
    history = graphql(DESK, {"id": gid(vendor)}, user=owner)["data"]["vendorDesk"]["statusHistory"]
    assert history == [{"toStatus": "SUSPENDED", "reason": "확인이 필요해요", "isByStaff": True}]
    assert ask("vendorReopen", head, "vendor { status }", staff, id=gid(vendor), reason="됐어요")["vendor"] == {
        "status": "ACTIVE"
    }


def test_goods_of_a_suspended_enterprise_vanish_and_those_of_one_on_holiday_stay(graphql: Any) -> None:
    channel = ChannelFactory()
    resting = variant_on_sale(channel, vendor=SellerFactory(holiday_from=clock.today(), holiday_until=clock.today()))
    hidden = variant_on_sale(channel, vendor=SellerFactory(status="suspended"))
    listing = "query ($c: String) { products(first: 5, channel: $c) { totalCount edges { node { slug vendor { holiday { isNow } } } } } }"
    shown = graphql(listing, {"c": channel.slug})["data"]["products"]
    assert shown["edges"] == [{"node": {"slug": resting.product.slug, "vendor": {"holiday": {"isNow": True}}}}]
    page = "query ($s: String, $c: String) { product(slug: $s, channel: $c) { slug } }"
    assert graphql(page, {"s": hidden.product.slug, "c": channel.slug})["data"]["product"] is None


def test_the_bank_account_goes_in_with_a_password_and_only_staff_read_it_whole(graphql: Any, ask: Any) -> None:
    vendor, owner = furnished()
    head = "$id: ID!, $input: VendorBankAccountInput!, $bankbook: Upload!, $password: String!"
    given = {
        "id": gid(vendor),
        "input": {"bank": "KAKAO", "number": "3333-01-9876543", "holder": "견본"},
        "bankbook": paper_file(),
    }
    wrong = ask("vendorBankAccountUpdate", head, "", owner, password="wrong", **given)
    assert codes(wrong) == [("password", "INVALID_CREDENTIALS")]
    given["bankbook"] = paper_file()
    done = ask(
        "vendorBankAccountUpdate", head, "bankAccount { lastDigits number holder }", owner, password=PASSWORD, **given
    )
    assert done == {"bankAccount": {"lastDigits": "6543", "number": None, "holder": None}, "errors": []}
    staff = staff_with(MANAGE_VENDORS)
    seen = graphql(DESK, {"id": gid(vendor)}, user=staff)["data"]["vendorDesk"]["bankAccount"]
    assert (seen["number"], seen["holder"], seen["checkedAt"]) == ("3333019876543", "견본", None)
    account = VendorBankAccount.objects.get()
    assert ask("vendorBankAccountCheck", "$id: ID!", "", owner, id=gid(account)) == "PermissionDenied"
    checked = ask("vendorBankAccountCheck", "$id: ID!", "bankAccount { checkedAt }", staff, id=gid(account))
    assert checked["bankAccount"]["checkedAt"] is not None
    assert codes(ask("vendorBankAccountCheck", "$id: ID!", "", staff, id=gid(account))) == [("id", "ALREADY_DECIDED")]


def test_staff_decide_a_recheck_and_set_trust(graphql: Any, ask: Any) -> None:
    vendor, owner = furnished()
    women, recheck, staff = certify(vendor, "WOMEN"), VendorRecheck.objects.get(), staff_with(MANAGE_VENDORS)
    waiting = graphql(RECHECKS, {"n": 5, "s": "OPEN"}, user=staff)["data"]["vendorRechecks"]
    assert waiting["totalCount"] == 1
    denied = graphql(RECHECKS, {"n": 5}, user=owner)
    assert denied["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    head = "$id: ID!, $isConfirmed: Boolean!, $note: String, $certificates: [ID!]"
    given = {"id": gid(recheck), "isConfirmed": False, "certificates": [gid(women)]}
    assert codes(ask("vendorRecheckDecide", head, "", staff, note="", **given)) == [("note", "REQUIRED")]
    done = ask(
        "vendorRecheckDecide",
        head,
        "recheck { status note vendor { isBeingRechecked } }",
        staff,
        note="새로 내 주세요",
        **given,
    )
    assert done["recheck"] == {"status": "REFUSED", "note": "새로 내 주세요", "vendor": {"isBeingRechecked": False}}
    women.refresh_from_db()
    assert women.status == "revoked"
    assert codes(ask("vendorRecheckDecide", head, "", staff, note="", **given)) == [("id", "ALREADY_DECIDED")]
    head = "$id: ID!, $isTrusted: Boolean!, $reason: String!"
    ask("vendorTrustSet", head, "vendor { slug }", staff, id=gid(vendor), isTrusted=True, reason="오래 함께했어요")
    vendor.refresh_from_db()
    assert vendor.is_trusted
