"""What staff do with vouchers and gift cards: the answers, the codes of what is refused, and who may."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.catalog import sell
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.promotions import gift_card_of, voucher_in
from factories.vendors import SellerFactory
from market.core.global_ids import to_global_id
from market.core.models import AuditEntry
from market.core.permissions import MANAGE_DISCOUNTS, MANAGE_GIFT_CARD, MANAGE_TRANSLATIONS
from market.promotions.models import GiftCard, GiftCardEvent, Voucher, VoucherCode
from market.promotions.services.gift_cards_use import gift_cards_use

pytestmark = pytest.mark.django_db

VOUCHER = """voucher { id name type code discountValueType usageLimit singleUse onlyForStaff applyOncePerCustomer funder vendor { name }
  countries { code } codes(first: 5) { totalCount edges { node { id code used isActive } } }
  channelListings { channel { slug } discountValue currency minSpent { amount } } }"""
DISCOUNT_ERRORS = "errors { field code message voucherCodes channels }"
GOODS = "voucher { id products(first: 9) { edges { node { slug } } } }"
NAMED = "voucher { translation(languageCode: EN) { name language { code } } }"
CARD = """giftCard { id code last4CodeChars displayCode currentBalance { amount } initialBalance { amount } isActive expiryDate
  tags { name } events { type message balance { currentBalance { amount } } } }"""
CARD_ERRORS = "errors { field code message }"
ID_AND_INPUT = "id: $id, input: $input"
DOCUMENTS = {
    "voucherCreate": ("$input: VoucherInput!", "input: $input", VOUCHER, DISCOUNT_ERRORS),
    "voucherUpdate": ("$id: ID!, $input: VoucherInput!", ID_AND_INPUT, VOUCHER, DISCOUNT_ERRORS),
    "voucherDelete": ("$id: ID!", "id: $id", "voucher { id name }", DISCOUNT_ERRORS),
    "voucherBulkDelete": ("$ids: [ID!]!", "ids: $ids", "count", DISCOUNT_ERRORS),
    "voucherCodeBulkDelete": ("$ids: [ID!]!", "ids: $ids", "count", "errors { code message voucherCodes }"),
    "voucherCataloguesAdd": ("$id: ID!, $input: CatalogueInput!", ID_AND_INPUT, GOODS, DISCOUNT_ERRORS),
    "voucherCataloguesRemove": ("$id: ID!, $input: CatalogueInput!", ID_AND_INPUT, GOODS, DISCOUNT_ERRORS),
    "voucherChannelListingUpdate": ("$id: ID!, $input: VoucherChannelListingInput!", ID_AND_INPUT, VOUCHER, DISCOUNT_ERRORS),
    "voucherTranslate": ("$id: ID!, $input: NameTranslationInput!", "id: $id, languageCode: EN, input: $input", NAMED, CARD_ERRORS),
    "giftCardCreate": ("$input: GiftCardCreateInput!", "input: $input", CARD, CARD_ERRORS),
    "giftCardBulkCreate": ("$input: GiftCardBulkCreateInput!", "input: $input", "count giftCards { id code }", CARD_ERRORS),
    "giftCardUpdate": ("$id: ID!, $input: GiftCardUpdateInput!", ID_AND_INPUT, CARD, CARD_ERRORS),
    "giftCardActivate": ("$id: ID!", "id: $id", "giftCard { isActive }", CARD_ERRORS),
    "giftCardDeactivate": ("$id: ID!", "id: $id", "giftCard { isActive }", CARD_ERRORS),
}  # fmt: skip


@pytest.fixture
def ask(graphql: Any) -> Callable[..., dict[str, Any]]:
    """The payload of a mutation by name, as a member of staff who may do all of it."""
    keeper = staff_with(MANAGE_DISCOUNTS, MANAGE_GIFT_CARD, MANAGE_TRANSLATIONS)

    def call(name: str, **variables: Any) -> dict[str, Any]:
        head, arguments, answer, errors = DOCUMENTS[name]
        document = f"mutation M({head}) {{ {name}({arguments}) {{ {answer} {errors} }} }}"
        result = graphql(document, variables, user=keeper, language="en")
        assert "errors" not in result, result["errors"]
        return result["data"][name]

    return call


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


def codes_of(payload: dict[str, Any]) -> list[tuple[str | None, str]]:
    return [(error["field"], error["code"]) for error in payload["errors"]]


def test_a_voucher_is_made_listed_named_changed_and_deleted(ask: Any, graphql: Any) -> None:
    channel, vendor = ChannelFactory(), SellerFactory(name="가온")
    wish = {
        "type": "ENTIRE_ORDER", "name": "첫 주문", "addCodes": ["HELLO", ""], "discountValueType": "PERCENTAGE", "usageLimit": 5,
        "startDate": "2022-01-01T00:00:00+09:00", "applyOncePerCustomer": True, "funder": "VENDOR",
        "vendor": gid(vendor),
    }  # fmt: skip
    made = ask("voucherCreate", input=wish)["voucher"]
    found = {edge["node"]["code"] for edge in made["codes"]["edges"]}
    assert "HELLO" in found
    assert len(found) == made["codes"]["totalCount"] == 2
    assert (made["usageLimit"], made["funder"], made["vendor"], made["channelListings"]) == (
        5,
        "VENDOR",
        {"name": "가온"},
        [],
    )
    terms = {"addChannels": [{"channelId": gid(channel), "discountValue": 10, "minAmountSpent": 20_000}]}
    listed = ask("voucherChannelListingUpdate", id=made["id"], input=terms)["voucher"]["channelListings"]
    assert listed == [
        {"channel": {"slug": "citizen"}, "discountValue": 10.0, "currency": "KRW", "minSpent": {"amount": 20_000.0}}
    ]
    named = ask("voucherTranslate", id=made["id"], input={"name": "First order"})["voucher"]
    assert named == {"translation": {"name": "First order", "language": {"code": "EN"}}}
    changed = ask("voucherUpdate", id=made["id"], input={"usageLimit": None, "addCodes": ["MORE"]})["voucher"]
    assert (changed["usageLimit"], changed["codes"]["totalCount"]) == (None, 3)
    assert set(VoucherCode.objects.values_list("usage_limit", flat=True)) == {None}
    codes = [gid(code) for code in VoucherCode.objects.filter(code="MORE")]
    assert ask("voucherCodeBulkDelete", ids=codes)["count"] == 1
    assert ask("voucherDelete", id=made["id"])["voucher"]["name"] == "첫 주문"
    assert not Voucher.objects.exists()
    done = ("create", "channel_listing_update", "translate", "update", "codes_delete", "delete")
    actions = list(AuditEntry.objects.order_by("id").values_list("action", flat=True))
    assert actions == [f"promotions.voucher_{what}" for what in done]


REFUSED = [
    ({}, [("addCodes", "REQUIRED")]),
    ({"addCodes": ["A", "a"]}, [("addCodes", "DUPLICATED_INPUT_ITEM")]),
    ({"addCodes": ["taken"]}, [("addCodes", "ALREADY_EXISTS")]),
    ({"addCodes": ["X"], "usageLimit": 0}, [("usageLimit", "INVALID")]),
    ({"addCodes": ["X"], "usageLimit": 1, "singleUse": True}, [("singleUse", "INVALID")]),
    ({"addCodes": ["X"], "startDate": "2022-02-01T00:00:00Z", "endDate": "2022-01-01T00:00:00Z"}, [("endDate", "INVALID")]),
    ({"addCodes": ["X"], "countries": ["QQ"]}, [("countries", "INVALID")]),
    ({"addCodes": ["X"], "funder": "VENDOR"}, [("vendor", "REQUIRED")]),
    ({"addCodes": ["X"], "products": [to_global_id("Product", 999)]}, [("products", "NOT_FOUND")]),
    ({"addCodes": ["X"], "products": ["no id"]}, [("products", "GRAPHQL_ERROR")]),
    ({"addCodes": ["X"], "vendor": to_global_id("Vendor", 999)}, [("vendor", "NOT_FOUND")]),
]  # fmt: skip


@pytest.mark.parametrize(("wish", "errors"), REFUSED)
def test_what_cannot_be_a_voucher(ask: Any, wish: dict[str, Any], errors: list[tuple[str, str]]) -> None:
    voucher_in(ChannelFactory(), "TAKEN", 1_000)
    answer = ask("voucherCreate", input=wish)
    assert codes_of(answer) == errors
    assert Voucher.objects.count() == 1


def test_a_time_without_a_zone_is_seouls(ask: Any) -> None:
    wish = {"addCodes": ["ZONE"], "startDate": "2022-01-01T09:00:00", "endDate": "2022-01-01T00:30:00Z"}
    assert ask("voucherCreate", input=wish)["errors"] == []
    assert Voucher.objects.get().start_date.isoformat() == "2022-01-01T00:00:00+00:00"


def test_a_code_that_is_a_gift_card_is_taken(ask: Any) -> None:
    _, code = gift_card_of(1_000)
    assert codes_of(ask("voucherCreate", input={"addCodes": [code]})) == [("addCodes", "ALREADY_EXISTS")]


def test_how_often_a_used_voucher_counts_cannot_change(ask: Any) -> None:
    voucher = voucher_in(ChannelFactory(), "USED", 1_000, usage_limit=3)
    VoucherCode.objects.update(used=1)
    answer = ask("voucherUpdate", id=gid(voucher), input={"usageLimit": 9, "name": "새 이름"})
    assert codes_of(answer) == [("usageLimit", "VOUCHER_ALREADY_USED")]
    assert ask("voucherUpdate", id=gid(voucher), input={"name": "새 이름"})["voucher"]["name"] == "새 이름"


def test_channel_terms_that_make_no_sense_name_the_channel(ask: Any) -> None:
    channel = ChannelFactory()
    percent, fixed = voucher_in(channel, "P", 10, percent=True), voucher_in(channel, "F", 1_000)
    other = gid(ChannelFactory(slug="other"))
    for voucher, terms, errors in [
        (percent, {"channelId": gid(channel), "discountValue": 101}, [("discountValue", "INVALID")]),
        (fixed, {"channelId": gid(channel), "discountValue": 0.5}, [("discountValue", "INVALID")]),
        (fixed, {"channelId": gid(channel), "discountValue": 10**16}, [("discountValue", "INVALID")]),
        (fixed, {"channelId": gid(channel), "minAmountSpent": 0.5}, [("minAmountSpent", "INVALID")]),
        (fixed, {"channelId": other}, [("discountValue", "REQUIRED")]),
    ]:
        answer = ask("voucherChannelListingUpdate", id=gid(voucher), input={"addChannels": [terms]})
        assert codes_of(answer) == errors
        assert answer["errors"][0]["channels"] == [terms["channelId"]]
    twice = {"addChannels": [{"channelId": other, "discountValue": 5}], "removeChannels": [other]}
    assert codes_of(ask("voucherChannelListingUpdate", id=gid(fixed), input=twice)) == [
        ("input", "DUPLICATED_INPUT_ITEM")
    ]
    left = ask("voucherChannelListingUpdate", id=gid(fixed), input={"removeChannels": [gid(channel)]})["voucher"]
    assert left["channelListings"] == []


def test_goods_are_added_and_taken_off(ask: Any) -> None:
    channel = ChannelFactory()
    voucher = voucher_in(channel, "GOODS", 1_000, type="specific_product")
    soap, rice = sell(channel, slug="soap"), sell(channel, slug="rice")
    added = ask("voucherCataloguesAdd", id=gid(voucher), input={"products": [gid(soap), gid(rice)]})["voucher"]
    assert [edge["node"]["slug"] for edge in added["products"]["edges"]] == ["soap", "rice"]
    left = ask("voucherCataloguesRemove", id=gid(voucher), input={"products": [gid(soap)]})["voucher"]
    assert [edge["node"]["slug"] for edge in left["products"]["edges"]] == ["rice"]


def test_deleting_vouchers_is_all_or_nothing(ask: Any) -> None:
    vouchers = [voucher_in(ChannelFactory(), code, 1_000) for code in ("A", "B")]
    unknown = to_global_id("Voucher", 999_999)
    assert codes_of(ask("voucherBulkDelete", ids=[gid(vouchers[0]), unknown])) == [("ids", "NOT_FOUND")]
    assert Voucher.objects.count() == 2
    assert ask("voucherBulkDelete", ids=[gid(voucher) for voucher in vouchers])["count"] == 2


def test_a_card_shows_its_code_once(ask: Any, graphql: Any) -> None:
    wish = {"balance": {"currency": "KRW", "amount": 30_000}, "isActive": True, "addTags": ["설"], "note": "고마움"}
    made = ask("giftCardCreate", input=wish)["giftCard"]
    assert made["code"].endswith(made["last4CodeChars"])
    assert len(made["code"]) == 19
    assert [(event["type"], event["message"]) for event in made["events"]] == [("ISSUED", None), ("NOTE_ADDED", "고마움")]  # fmt: skip
    again = graphql(
        "query($id: ID!) { giftCard(id: $id) { code } }", {"id": made["id"]}, user=staff_with(MANAGE_GIFT_CARD)
    )
    assert again["data"]["giftCard"]["code"] == f"****-****-****-{made['last4CodeChars']}"
    kept = str(GiftCard.objects.values().get()) + str(list(AuditEntry.objects.values()))
    assert made["code"] not in kept
    assert made["code"].replace("-", "") not in kept


def test_many_cards_at_once_have_codes_of_their_own(ask: Any) -> None:
    wish = {"count": 3, "balance": {"currency": "KRW", "amount": 5_000}, "isActive": False}
    made = ask("giftCardBulkCreate", input=wish)
    assert made["count"] == 3
    assert len({card["code"] for card in made["giftCards"]}) == 3
    assert not GiftCard.objects.filter(is_active=True).exists()


@pytest.mark.parametrize(
    ("wish", "field", "code"),
    [
        ({"balance": {"currency": "KRW", "amount": 0}}, "balance", "INVALID"),
        ({"balance": {"currency": "KRW", "amount": 10.5}}, "balance", "INVALID"),
        ({"balance": {"currency": "XXX", "amount": 10}}, "balance", "INVALID"),
        ({"expiryDate": "2022-01-01"}, "expiryDate", "INVALID"),
        ({"assignedTo": to_global_id("User", 999_999)}, "assignedTo", "CANNOT_ASSIGN"),
        ({"userEmail": "no address"}, "userEmail", "INVALID"),
        ({"metadata": [{"key": " ", "value": "x"}]}, "metadata", "REQUIRED"),
        ({"metadata": [{"key": "a", "value": "\x00"}]}, "metadata", "INVALID"),
        ({"note": "\x00"}, "note", "INVALID"),
        ({"addTags": ["\x00"]}, "tags", "INVALID"),
    ],
)
def test_what_cannot_be_a_card(ask: Any, wish: dict[str, Any], field: str, code: str) -> None:
    whole = {"balance": {"currency": "KRW", "amount": 1_000}, "isActive": True, **wish}
    assert codes_of(ask("giftCardCreate", input=whole)) == [(field, code)]
    assert not GiftCard.objects.exists()


def test_a_card_is_changed_stopped_and_let_pay_again(ask: Any) -> None:
    card, _ = gift_card_of(1_000)
    changed = ask(
        "giftCardUpdate",
        id=gid(card),
        input={"expiryDate": "2099-01-01", "balanceAmount": 2_000, "addTags": ["new"]},
    )["giftCard"]
    assert (changed["expiryDate"], changed["currentBalance"]["amount"]) == ("2099-01-01", 2_000.0)
    assert ask("giftCardDeactivate", id=gid(card))["giftCard"] == {"isActive": False}
    assert ask("giftCardActivate", id=gid(card))["giftCard"] == {"isActive": True}
    kinds = list(GiftCardEvent.objects.order_by("id").values_list("type", flat=True))
    assert kinds == ["issued", "expiry_date_updated", "balance_reset", "tags_updated", "deactivated", "activated"]
    GiftCard.objects.update(expiry_date="2022-01-01", is_active=False)
    assert codes_of(ask("giftCardActivate", id=gid(card))) == [("id", "EXPIRED_GIFT_CARD")]


def test_the_worth_of_a_card_that_has_paid_stays(ask: Any) -> None:
    card, _ = gift_card_of(1_000)
    anew(
        gift_cards_use, amounts={card.pk: 400}, order_id="0f0f0f0f-0000-4000-8000-000000000000", currency="KRW", email="me@ieum.example",
        user_id=None,
    )  # fmt: skip
    answer = ask("giftCardUpdate", id=gid(card), input={"balanceAmount": 9_000})
    assert codes_of(answer) == [("balanceAmount", "INVALID")]
    assert GiftCard.objects.get().current_balance == 600


def test_my_cards_are_mine(graphql: Any) -> None:
    me, other = UserFactory(), UserFactory()
    for user in (me, other):
        GiftCard.objects.filter(pk=gift_card_of(1_000)[0].pk).update(used_by=user, used_by_email=user.email)
    document = "{ me { giftCards(first: 5) { totalCount edges { node { usedByEmail currentBalance { amount } } } } } }"
    mine = graphql(document, user=me)["data"]["me"]["giftCards"]
    assert mine == {
        "totalCount": 1,
        "edges": [{"node": {"usedByEmail": me.email, "currentBalance": {"amount": 1_000.0}}}],
    }


LISTS = """{ vouchers(first: 50, channel: "citizen") { totalCount edges { node { id code used discountValue minSpent { amount }
    codes(first: 2) { edges { node { code } } } products(first: 2) { edges { node { name } } } channelListings { id channel { slug } } } } }
  giftCards(first: 50) { edges { node { id code usedBy { email } createdBy { email } events { type user { email } } } } } }"""


def test_lists_cost_the_same_for_few_and_for_many(graphql: Any, statements_of: Any) -> None:
    channel, keeper = ChannelFactory(), staff_with(MANAGE_DISCOUNTS, MANAGE_GIFT_CARD)

    def more(number: int) -> None:
        product = sell(channel)
        voucher_in(channel, f"CODE{number}", 1_000, catalogues={"products": [product.pk]}, type="specific_product")
        gift_card_of(1_000)

    more(0)
    few = len(statements_of(LISTS, user=keeper))
    for number in range(1, 5):
        more(number)
    many = statements_of(LISTS, user=keeper)
    assert len(many) == few, "\n\n".join(many)


def test_lists_are_narrowed(graphql: Any) -> None:
    channel, keeper = ChannelFactory(), staff_with(MANAGE_DISCOUNTS, MANAGE_GIFT_CARD)
    voucher_in(channel, "NOW", 1_000, name="지금")
    voucher_in(channel, "LATER", 1_000, name="나중", start_date="2099-01-01T00:00:00+09:00", type="shipping")
    card, code = gift_card_of(1_000, tags=["a"])
    gift_card_of(1_000, is_active=False)

    def names(filter_: str) -> list[str]:
        found = graphql(f"{{ vouchers(first: 9, filter: {filter_}) {{ edges {{ node {{ name }} }} }} }}", user=keeper)
        return [edge["node"]["name"] for edge in found["data"]["vouchers"]["edges"]]

    assert names("{status: [ACTIVE]}") == ["지금"]
    assert names("{status: [SCHEDULED]}") == ["나중"]
    assert names("{discountType: [SHIPPING]}") == ["나중"]
    assert names('{search: "now"}') == ["지금"]
    for filter_, many in [("{isActive: false}", 1), (f'{{code: "{code}"}}', 1), ('{tags: ["a"]}', 1), ("{used: true}", 0)]:  # fmt: skip
        found = graphql(f"{{ giftCards(first: 9, filter: {filter_}) {{ totalCount }} }}", user=keeper)
        assert found["data"]["giftCards"]["totalCount"] == many
    assert card.last_4 == code[-4:]


@pytest.mark.parametrize("operation", ["vouchers(first: 1)", "giftCards(first: 1)"])
def test_lists_are_for_staff(graphql: Any, operation: str) -> None:
    answer = graphql(f"{{ {operation} {{ totalCount }} }}", user=UserFactory())
    assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
