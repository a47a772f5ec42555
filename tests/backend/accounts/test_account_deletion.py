"""Leaving: what goes, what the law keeps, and who has to stay."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import STORE, AddressFactory, UserFactory, codes, staff_with
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from factories.vendors import SellerFactory
from market.accounts.enums import TokenPurpose
from market.accounts.models import Address, ClosedAccount, EmailChange, User
from market.accounts.selectors.closed_accounts import account_closed_at
from market.accounts.services.account_tokens import account_token_create
from market.accounts.services.tokens import ACCESS, token_create
from market.agencies.models import Agency, AgencyMember, AgencyRegime
from market.core import clock
from market.orders.models import Order
from market.promotions.models import GiftCard
from market.promotions.selectors.gift_cards import is_usable
from market.vendors.models import VendorMember, VendorRole

pytestmark = pytest.mark.django_db


def token_of(user: User) -> str:
    return account_token_create(user=user, purpose=TokenPurpose.DELETE_ACCOUNT)


def test_a_mail_leads_out_and_the_account_is_gone(ask: Any, published: Any) -> None:
    user = UserFactory()
    user.addresses.add(AddressFactory())
    EmailChange.objects.create(user=user, old_email=user.email, new_email="b@ieum.example")
    assert ask("accountRequestDeletion", user=user, redirectUrl=STORE, channel="citizen")["errors"] == []
    assert ask("accountRequestDeletion", user=user, redirectUrl=STORE)["errors"] == []
    told = {"user_id": user.pk, "redirect_url": STORE, "channel": "citizen"}
    assert published() == [("account_deletion_requested", told)], "the second one asked a moment later"
    session = token_create(user=user, kind=ACCESS)
    answer = ask("accountDelete", "user { id email }", user=user, token=token_of(user))
    assert (answer["user"]["email"], answer["errors"]) == (user.email, [])
    assert not User.objects.exists()
    assert not Address.objects.exists()
    assert not EmailChange.objects.exists()
    assert codes(ask("tokenVerify", token=session)) == [("token", "JWT_INVALID_TOKEN")]


def test_orders_stay_with_their_copies_and_belong_to_nobody(ask: Any, channel: str) -> None:
    user = UserFactory()
    market = ChannelFactory()
    order = placed_order(market, {variant_on_sale(market): 1}, user=user)
    user.addresses.add(AddressFactory(street_address_1="다른 길 1"))
    before = (order.user_email, order.shipping_address.street_address_1, order.total_gross)
    assert ask("accountDelete", user=user, token=token_of(user))["errors"] == []
    order = Order.objects.get()
    assert order.user is None
    assert (order.user_email, order.shipping_address.street_address_1, order.total_gross) == before
    assert order.lines.count() == 1


def test_who_has_the_mailbox_later_is_not_given_the_orders(ask: Any, channel: str, run_outbox: Any) -> None:
    gone = UserFactory(email="handed-on@ieum.example")
    market = ChannelFactory()
    variant = variant_on_sale(market, stock=9)
    before = placed_order(market, {variant: 1}, user=gone)
    Order.objects.update(user_email=gone.email)
    assert ask("accountDelete", user=gone, token=token_of(gone))["errors"] == []
    assert "handed-on" not in str(ClosedAccount.objects.values().get())
    heir = UserFactory(email=gone.email, is_confirmed=False)
    after = placed_order(market, {variant: 1})
    Order.objects.filter(pk=after.pk).update(user_email=gone.email)
    token = account_token_create(user=heir, purpose=TokenPurpose.CONFIRM_ACCOUNT)
    assert ask("confirmAccount", email=heir.email, token=token)["errors"] == []
    anew(run_outbox)
    assert list(heir.orders.all()) == [after]
    assert Order.objects.get(pk=before.pk).user is None


def test_former_addresses_of_the_account_are_closed_with_it(ask: Any) -> None:
    user = UserFactory(email="latest@ieum.example")
    for old, confirmed_at in [("first@ieum.example", clock.now()), ("wished-only@ieum.example", None)]:
        user.email_changes.create(old_email=old, new_email="latest@ieum.example", confirmed_at=confirmed_at)
    assert ask("accountDelete", user=user, token=token_of(user))["errors"] == []
    closed = {
        email: account_closed_at(f"{email}@ieum.example") is not None for email in ("latest", "first", "wished-only")
    }
    assert closed == {"latest": True, "first": True, "wished-only": False}


def test_bad_tokens_delete_nothing(ask: Any, settings: Any) -> None:
    user, stranger = UserFactory(), UserFactory()
    tokens = [
        "rubbish",
        "",
        token_of(stranger),
        account_token_create(user=user, purpose=TokenPurpose.RESET_PASSWORD),
        account_token_create(user=user, purpose=TokenPurpose.CONFIRM_ACCOUNT),
        token_create(user=user, kind=ACCESS),
    ]
    answers = [ask("accountDelete", "user { id }", user=user, token=token) for token in tokens]
    settings.ACCOUNT_TOKEN_SECONDS = dict.fromkeys(TokenPurpose, -1)
    answers.append(ask("accountDelete", "user { id }", user=user, token=token_of(user)))
    assert all(answer == answers[0] for answer in answers)
    assert codes(answers[0]) == [("token", "INVALID")]
    assert ask("accountDelete", token=token_of(user)) == "PermissionDenied"
    assert User.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"redirectUrl": "https://evil.example"}, ("redirectUrl", "INVALID")),
        ({"channel": "nowhere"}, ("channel", "NOT_FOUND")),
    ],
)
def test_what_asking_refuses(ask: Any, published: Any, change: dict[str, str], error: tuple[str, str]) -> None:
    arguments = {"redirectUrl": STORE, "channel": "citizen", **change}
    assert codes(ask("accountRequestDeletion", user=UserFactory(), **arguments)) == [error]
    assert ask("accountRequestDeletion", **arguments) == "PermissionDenied"
    assert published() == []


def agency_of(user: User) -> Agency:
    agency = Agency.objects.create(
        name="가람구청", registration_number="1234567890", regime=AgencyRegime.LOCAL, joined_at=clock.now()
    )
    AgencyMember.objects.create(agency=agency, user=user)
    return agency


def test_who_is_needed_stays(ask: Any, published: Any) -> None:
    """Staff, the last owner of an enterprise, the last member of an agency: neither the mail nor the deletion."""
    staff, owner, buyer = staff_with(), UserFactory(), UserFactory()
    vendor = SellerFactory()
    VendorMember.objects.create(vendor=vendor, user=owner, role=VendorRole.OWNER)
    VendorMember.objects.create(vendor=vendor, user=UserFactory(), role=VendorRole.MANAGER)
    VendorMember.objects.create(vendor=vendor, user=UserFactory(is_active=False), role=VendorRole.OWNER)
    agency = agency_of(buyer)
    for user, code in [
        (staff, "DELETE_STAFF_ACCOUNT"),
        (owner, "DELETE_OWN_ACCOUNT"),
        (buyer, "DELETE_OWN_ACCOUNT"),
    ]:
        assert codes(ask("accountRequestDeletion", user=user, redirectUrl=STORE)) == [(None, code)]
        assert codes(ask("accountDelete", user=user, token=token_of(user))) == [(None, code)]
        assert User.objects.filter(pk=user.pk).exists()
    assert published() == []
    message = ask("accountDelete", user=buyer, token=token_of(buyer), language="en")["errors"][0]["message"]
    assert agency.name in message


def test_a_card_of_a_member_who_left_is_nobodys(ask: Any) -> None:
    user = UserFactory()
    user.addresses.add(AddressFactory())
    card = GiftCard.objects.create(
        code_digest="0" * 64,
        last_4="0000",
        currency="KRW",
        initial_balance=5_000,
        current_balance=5_000,
        assigned_to=user,
        is_assigned=True,
    )
    assert codes(ask("accountDelete", user=user, token=token_of(user))) == []
    card.refresh_from_db()
    assert (card.assigned_to_id, card.current_balance) == (None, 5_000)
    for somebody in (None, UserFactory().pk):
        assert not is_usable(card, currency="KRW", email="", user_id=somebody)


def test_who_handed_over_may_leave(ask: Any) -> None:
    owner, buyer = UserFactory(), UserFactory()
    vendor = SellerFactory()
    for person in (owner, UserFactory()):
        VendorMember.objects.create(vendor=vendor, user=person, role=VendorRole.OWNER)
    AgencyMember.objects.create(agency=agency_of(buyer), user=UserFactory())
    for user in (owner, buyer):
        assert ask("accountDelete", user=user, token=token_of(user))["errors"] == []
        assert not User.objects.filter(pk=user.pk).exists()
