"""Promo codes in a checkout and in the order it becomes, through the real API."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory, public_channel
from factories.checkout import anew, open_checkout, ready_checkout
from factories.inventory import variant_on_sale
from factories.promotions import gift_card_of, voucher_in
from factories.vendors import SellerFactory
from market.checkout.models import Checkout
from market.checkout.selectors.pricing import pricing_get
from market.checkout.services.checkout_complete import checkout_complete
from market.checkout.services.promo_attempts import TRIES_OF_A_CHECKOUT, TRIES_OF_AN_ADDRESS
from market.checkout.services.promo_code_add import promo_code_add
from market.core import clock
from market.core.actor import ANONYMOUS, SYSTEM, Actor
from market.core.errors import ManyErrors
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_DISCOUNTS
from market.core.tax import TaxKind
from market.inventory.models import Stock
from market.orders.models import Order, OrderDiscount, VendorOrder
from market.orders.services.order_cancel import order_cancel
from market.orders.services.orders_expire import orders_expire
from market.promotions.errors import InvalidPromoCode, TooManyPromoCodeAttempts
from market.promotions.models import GiftCard, Voucher, VoucherCode, VoucherUse

pytestmark = pytest.mark.django_db

AMOUNTS = "{ gross { amount } net { amount } tax { amount } }"
CART = f"""checkout {{ id voucherCode discount {{ amount }} discountName translatedDiscountName voucherRefusal
  giftCards {{ id last4CodeChars displayCode currentBalance {{ amount }} }} giftCardPayments {{ amount {{ amount }} isUsable }}
  subtotalPrice {AMOUNTS} shippingPrice {AMOUNTS} totalPrice {AMOUNTS}
  lines {{ unitPrice {AMOUNTS} totalPrice {AMOUNTS} undiscountedUnitPrice {{ amount }} undiscountedTotalPrice {{ amount }} }} }}"""
ADD = f"mutation($id: ID, $code: String!) {{ checkoutAddPromoCode(id: $id, promoCode: $code) {{ {CART} errors {{ field code message }} }} }}"
REMOVE = (
    "mutation($id: ID, $code: String, $key: ID) { checkoutRemovePromoCode(id: $id, promoCode: $code, promoCodeId: $key) "
    f"{{ {CART} errors {{ field code message }} }} }}"
)
COMPLETE = f"""mutation($id: ID) {{ checkoutComplete(id: $id) {{ errors {{ field code message }} order {{ id
  voucherCode voucher {{ code name }} discounts {{ type name translatedName valueType value amount {{ amount }} reason }}
  giftCards {{ last4CodeChars }} giftCardAmount {{ amount }} undiscountedTotal {AMOUNTS} total {AMOUNTS} isPaid paymentMeans
  lines {{ unitPrice {AMOUNTS} totalPrice {AMOUNTS} undiscountedUnitPrice {AMOUNTS} unitDiscount {{ amount }} unitDiscountReason voucherCode }}
  vendorOrders {{ total {AMOUNTS} shippingDiscount {{ amount }} }} }} }} }}"""


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


def gid(row: Any) -> str:
    return to_global_id(type(row).__name__, row.pk)


@pytest.fixture
def add(graphql: Any) -> Callable[..., dict[str, Any]]:
    def call(checkout: Checkout, code: str, **options: Any) -> dict[str, Any]:
        answer = graphql(ADD, {"id": gid(checkout), "code": code}, **options)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]["checkoutAddPromoCode"]

    return call


def codes_of(payload: dict[str, Any]) -> list[tuple[str | None, str]]:
    return [(error["field"], error["code"]) for error in payload["errors"]]


def gross(amount: dict[str, Any]) -> float:
    return amount["gross"]["amount"]


def price_of(checkout: Checkout) -> int:
    """What is to be paid now."""
    fresh = Checkout.objects.select_related("channel", "shipping_address").get(pk=checkout.pk)
    return int(pricing_get(checkout=fresh).total.gross.amount)


def placed(checkout: Checkout, actor: Actor = ANONYMOUS) -> Order:
    return anew(checkout_complete, checkout_id=checkout.pk, actor=actor)


def test_an_amount_off_the_order_is_spread_and_vat_follows(channel: Any, add: Any, graphql: Any) -> None:
    free = SellerFactory(delivery_fee=0)
    soap = variant_on_sale(channel, price=11_000, vendor=free)
    rice = variant_on_sale(channel, price=9_990, vendor=free, tax_kind=TaxKind.EXEMPT)
    checkout = ready_checkout(channel, {soap: 2, rice: 1})
    voucher_in(channel, "HELLO", 5_000, name_translations={"en": "Hello"})
    cart = add(checkout, "hello")["checkout"]
    assert (cart["voucherCode"], cart["discount"]["amount"], cart["discountName"]) == ("HELLO", 5_000.0, "할인 HELLO")
    lines = cart["lines"]
    assert [gross(line["totalPrice"]) for line in lines] == [18_561.0, 8_429.0]  # 5,000 as 22,000 : 9,990
    assert sum(gross(line["totalPrice"]) for line in lines) == gross(cart["subtotalPrice"]) == 26_990.0
    assert [line["totalPrice"]["tax"]["amount"] for line in lines] == [1_687.0, 0.0]
    assert [line["undiscountedTotalPrice"]["amount"] for line in lines] == [22_000.0, 9_990.0]
    assert gross(lines[0]["unitPrice"]) == 9_281.0  # 9,280.5 rounded, for display
    order = graphql(COMPLETE, {"id": gid(checkout)})["data"]["checkoutComplete"]["order"]
    assert (order["voucherCode"], order["voucher"]) == ("HELLO", {"code": "HELLO", "name": "할인 HELLO"})
    assert order["discounts"] == [
        {"type": "VOUCHER", "name": "할인 HELLO", "translatedName": None, "valueType": "FIXED", "value": 5000.0,
         "amount": {"amount": 5_000.0}, "reason": "Voucher code: HELLO"}
    ]  # fmt: skip
    assert [line["totalPrice"] for line in order["lines"]] == [line["totalPrice"] for line in lines]
    assert gross(order["lines"][0]["unitPrice"]) == 9_281.0
    assert order["lines"][0]["voucherCode"] == "HELLO"
    assert order["undiscountedTotal"] == {
        "gross": {"amount": 31_990.0},
        "net": {"amount": 29_990.0},
        "tax": {"amount": 2_000.0},
    }
    assert gross(order["total"]) == 26_990.0
    assert VoucherCode.objects.get().used == 1


def test_a_share_of_named_goods_leaves_the_others_alone(channel: Any, add: Any) -> None:
    soap, rice = variant_on_sale(channel, price=9_999), variant_on_sale(channel, price=5_000)
    checkout = ready_checkout(channel, {soap: 3, rice: 1})
    goods = {"products": [soap.product_id]}
    voucher_in(channel, "TEN", 10, percent=True, type="specific_product", catalogues=goods)
    lines = add(checkout, "TEN")["checkout"]["lines"]
    assert [gross(line["unitPrice"]) for line in lines] == [8_999.0, 5_000.0]
    assert [gross(line["totalPrice"]) for line in lines] == [26_997.0, 5_000.0]


@pytest.mark.parametrize("kind", ["variants", "categories", "collections"])
def test_goods_are_named_in_every_way(channel: Any, kind: str) -> None:
    from factories.catalog import CategoryFactory, collect

    above = CategoryFactory()
    variant = variant_on_sale(channel, price=10_000, category=CategoryFactory(parent=above))
    named = {
        "variants": variant.pk,
        "categories": above.pk,  # with those below it
        "collections": collect(channel, variant.product).pk,
    }[kind]
    voucher_in(channel, "NAMED", 1_000, type="specific_product", catalogues={kind: [named]})
    checkout = ready_checkout(channel, {variant: 1, variant_on_sale(channel, price=10_000): 1})
    before = price_of(checkout)
    anew(promo_code_add, checkout_id=checkout.pk, promo_code="NAMED", actor=ANONYMOUS)
    assert price_of(checkout) == before - 1_000


def test_a_delivery_voucher_is_spread_over_the_vendors(channel: Any, add: Any, graphql: Any) -> None:
    near, far = SellerFactory(delivery_fee=3_000), SellerFactory(delivery_fee=4_000)
    goods = {variant_on_sale(channel, vendor=vendor, price=20_000): 1 for vendor in (near, far)}
    voucher_in(channel, "SHIP", 5_000, type="shipping")
    early = open_checkout(channel, goods)
    assert codes_of(add(early, "SHIP")) == [("promoCode", "VOUCHER_NOT_APPLICABLE")]
    checkout = ready_checkout(channel, goods)
    cart = add(checkout, "SHIP")["checkout"]
    assert (gross(cart["shippingPrice"]), gross(cart["subtotalPrice"])) == (2_000.0, 40_000.0)
    order = graphql(COMPLETE, {"id": gid(checkout)})["data"]["checkoutComplete"]["order"]
    assert sorted(part["shippingDiscount"]["amount"] for part in order["vendorOrders"]) == [2_143.0, 2_857.0]
    assert gross(order["total"]) == 42_000.0


def test_a_vendors_voucher_is_for_its_own_goods_and_says_who_pays(channel: Any, add: Any) -> None:
    own, other = SellerFactory(delivery_fee=0), SellerFactory(delivery_fee=0)
    checkout = ready_checkout(
        channel,
        {
            variant_on_sale(channel, vendor=own, price=10_000): 1,
            variant_on_sale(channel, vendor=other, price=10_000): 1,
        },
    )
    voucher_in(channel, "OWN", 10, percent=True, vendor_id=own.pk, funder="vendor")
    assert sorted(gross(line["totalPrice"]) for line in add(checkout, "OWN")["checkout"]["lines"]) == [
        9_000.0,
        10_000.0,
    ]
    order = placed(checkout)
    assert (OrderDiscount.objects.get().funder, OrderDiscount.objects.get().vendor_id) == ("vendor", own.pk)
    assert VendorOrder.objects.get(order=order, vendor=own).total_gross == 9_000
    line = order.lines.get(vendor_order__vendor=own)
    assert (line.discount_gross, line.unit_price_gross, line.total_gross) == (1_000, 10_000, 9_000)


def test_a_second_voucher_takes_the_place_of_the_first(channel: Any, add: Any) -> None:
    checkout = ready_checkout(channel, {variant_on_sale(channel, price=20_000): 1})
    voucher_in(channel, "ONE", 1_000)
    voucher_in(channel, "TWO", 2_000)
    add(checkout, "ONE")
    cart = add(checkout, "TWO")["checkout"]
    assert (cart["voucherCode"], cart["discount"]["amount"]) == ("TWO", 2_000.0)


def bad_codes(channel: Any) -> dict[str, str]:
    """Codes that exist and may not be used, by what is wrong with them."""
    yesterday, tomorrow = clock.now() - dt.timedelta(days=1), clock.now() + dt.timedelta(days=1)
    voucher_in(channel, "LATER", 1_000, start_date=tomorrow)
    voucher_in(channel, "OVER", 1_000, start_date=yesterday - dt.timedelta(days=1), end_date=yesterday)
    voucher_in(public_channel(), "OTHER", 1_000)
    voucher_in(channel, "SPENT", 1_000, usage_limit=1)
    VoucherCode.objects.filter(code="SPENT").update(used=1)
    voucher_in(channel, "STOPPED", 1_000)
    VoucherCode.objects.filter(code="STOPPED").update(is_active=False)
    stopped, foreign, mine, old = (gift_card_of(1_000) for _ in range(4))
    GiftCard.objects.filter(pk=stopped[0].pk).update(is_active=False)
    GiftCard.objects.filter(pk=foreign[0].pk).update(used_by_email="you@ieum.example")
    GiftCard.objects.filter(pk=mine[0].pk).update(assigned_to=UserFactory(), is_assigned=True)
    GiftCard.objects.filter(pk=old[0].pk).update(expiry_date=dt.date(2022, 1, 1))
    return {
        "unknown": "NOTHING", "empty": "", "nul": "\x00", "later": "LATER", "over": "OVER", "other channel": "OTHER", "spent": "SPENT",
        "stopped": "STOPPED", "card stopped": stopped[1], "card of another": foreign[1], "card for a member": mine[1], "card over": old[1],
    }  # fmt: skip


def test_codes_that_may_not_be_used_are_all_answered_alike(channel: Any, graphql: Any) -> None:
    variant = variant_on_sale(channel, price=20_000)
    answers = {}
    for what, code in bad_codes(channel).items():
        checkout = ready_checkout(channel, {variant: 1})
        answers[what] = graphql(ADD, {"id": gid(checkout), "code": code})["data"]["checkoutAddPromoCode"]
        checkout.refresh_from_db()
        assert (checkout.voucher_code, checkout.gift_card_ids) == ("", [])
    assert answers["unknown"]["errors"][0]["code"] == "INVALID"
    assert {what for what, answer in answers.items() if answer != answers["unknown"]} == set()


def test_a_code_whose_terms_are_missed_says_what_is_missing(channel: Any, add: Any) -> None:
    checkout = ready_checkout(channel, {variant_on_sale(channel, price=20_000): 1})
    voucher_in(channel, "RICH", 1_000, min_spent=30_000)
    refused = add(checkout, "RICH", language="en")
    assert codes_of(refused) == [("promoCode", "VOUCHER_NOT_APPLICABLE")]
    assert "30,000" in refused["errors"][0]["message"]
    checkout.refresh_from_db()
    assert checkout.voucher_code == ""


def test_staff_vouchers_look_at_the_buyer(channel: Any, add: Any) -> None:
    variant = variant_on_sale(channel, price=20_000)
    voucher_in(channel, "STAFF", 1_000, only_for_staff=True)
    for user, refused in ((UserFactory(is_staff=True), False), (UserFactory(), True)):
        checkout = open_checkout(channel, {variant: 1}, actor=Actor(user_id=user.pk, email=user.email))
        assert bool(add(checkout, "STAFF", user=user)["errors"]) is refused


def test_guessing_ends_after_some_tries_and_then_a_right_code_looks_like_a_wrong_one(channel: Any) -> None:
    checkout = ready_checkout(channel, {variant_on_sale(channel, price=20_000): 1})
    voucher_in(channel, "RIGHT", 1_000)

    def guess(code: str, checkout_id: Any, ip: str) -> None:
        anew(promo_code_add, checkout_id=checkout_id, promo_code=code, actor=Actor(ip_address=ip))

    for _ in range(TRIES_OF_A_CHECKOUT):
        with pytest.raises(InvalidPromoCode):
            guess("WRONG", checkout.pk, "203.0.113.1")
    for code in ("RIGHT", "WRONG"):
        with pytest.raises(TooManyPromoCodeAttempts):
            guess(code, checkout.pk, "203.0.113.2")
    others = [open_checkout(channel, {}) for _ in range(3)]
    for number in range(TRIES_OF_AN_ADDRESS - TRIES_OF_A_CHECKOUT):
        with pytest.raises(InvalidPromoCode):
            guess("WRONG", others[number % 3].pk, "203.0.113.1")
    fresh = ready_checkout(channel, {variant_on_sale(channel, price=20_000): 1})
    with pytest.raises(TooManyPromoCodeAttempts):
        guess("RIGHT", fresh.pk, "203.0.113.1")
    guess("RIGHT", fresh.pk, "203.0.113.3")


def test_a_voucher_that_stops_to_fit_stops_to_count_and_the_order_is_refused(
    channel: Any, add: Any, graphql: Any
) -> None:
    variant = variant_on_sale(channel, price=20_000)
    checkout = ready_checkout(channel, {variant: 2})
    voucher_in(channel, "RICH", 1_000, min_spent=30_000)
    add(checkout, "RICH")
    update = f"mutation($id: ID, $lines: [CheckoutLineUpdateInput!]!) {{ checkoutLinesUpdate(id: $id, lines: $lines) {{ {CART} }} }}"
    fewer = {"id": gid(checkout), "lines": [{"lineId": gid(checkout.lines.get()), "quantity": 1}]}
    cart = graphql(update, fewer)["data"]["checkoutLinesUpdate"]["checkout"]
    assert (cart["voucherCode"], cart["discount"]["amount"], gross(cart["subtotalPrice"])) == ("RICH", 0.0, 20_000.0)
    assert "30,000" in cart["voucherRefusal"]
    refused = graphql(COMPLETE, {"id": gid(checkout)})["data"]["checkoutComplete"]
    assert (codes_of(refused), refused["order"]) == ([("promoCode", "VOUCHER_NOT_APPLICABLE")], None)
    assert not Order.objects.exists()
    removed = graphql(REMOVE, {"id": gid(checkout), "code": "rich"})["data"]["checkoutRemovePromoCode"]
    assert (removed["errors"], removed["checkout"]["voucherCode"]) == ([], None)
    assert placed(checkout).voucher_code == ""


def test_a_voucher_that_ends_before_the_order_refuses_it(channel: Any, add: Any) -> None:
    checkout = ready_checkout(channel, {variant_on_sale(channel, price=20_000): 1})
    add_to = voucher_in(channel, "SOON", 1_000)
    add(checkout, "SOON")
    Voucher.objects.filter(pk=add_to.pk).delete()
    with pytest.raises(ManyErrors) as refused:
        placed(checkout)
    assert [error.code for error in refused.value.errors] == ["voucher_not_applicable"]


def test_once_a_customer_is_told_before_the_order(channel: Any, add: Any) -> None:
    variant = variant_on_sale(channel, price=20_000)
    voucher_in(channel, "FIRST", 1_000, apply_once_per_customer=True)
    first, second = (ready_checkout(channel, {variant: 1}) for _ in range(2))
    add(first, "FIRST")
    add(second, "FIRST")
    placed(first)
    assert codes_of(add(ready_checkout(channel, {variant: 1}), "FIRST")) == [("promoCode", "VOUCHER_NOT_APPLICABLE")]
    with pytest.raises(ManyErrors):
        placed(second)


def test_gift_cards_pay_what_is_left_in_their_order(channel: Any, add: Any, graphql: Any) -> None:
    vendor = SellerFactory(delivery_fee=0)
    checkout = ready_checkout(channel, {variant_on_sale(channel, price=11_000, vendor=vendor): 1})
    (first, one), (second, two) = gift_card_of(4_000), gift_card_of(50_000)
    voucher_in(channel, "HALF", 50, percent=True)
    add(checkout, "HALF")
    cart = add(checkout, one)["checkout"]
    assert cart["totalPrice"] == {"gross": {"amount": 1_500.0}, "net": {"amount": 1_364.0}, "tax": {"amount": 136.0}}
    assert gross(cart["subtotalPrice"]) == 5_500.0
    cart = add(checkout, two.lower())["checkout"]
    assert [card["last4CodeChars"] for card in cart["giftCards"]] == [one[-4:], two[-4:]]
    assert [row["amount"]["amount"] for row in cart["giftCardPayments"]] == [4_000.0, 1_500.0]
    assert gross(cart["totalPrice"]) == 0.0
    assert add(checkout, two)["checkout"]["giftCards"] == cart["giftCards"]  # twice is once
    order = graphql(COMPLETE, {"id": gid(checkout)})["data"]["checkoutComplete"]["order"]
    assert (order["isPaid"], order["paymentMeans"], order["giftCardAmount"]["amount"]) == (True, "GIFT_CARD", 5_500.0)
    assert (gross(order["total"]), gross(order["undiscountedTotal"])) == (0.0, 11_000.0)
    assert order["vendorOrders"][0]["total"] == {
        "gross": {"amount": 5_500.0},
        "net": {"amount": 5_000.0},
        "tax": {"amount": 500.0},
    }
    assert order["giftCards"] == []  # a stranger who knows the order's id sees no cards
    assert [card.current_balance for card in GiftCard.objects.order_by("pk")] == [0, 48_500]
    assert GiftCard.objects.get(pk=first.pk).used_by_email == "guest@ieum.example"
    assert second.current_balance == 50_000


def test_cards_and_vouchers_are_taken_out_by_id_and_by_code(channel: Any, add: Any, graphql: Any) -> None:
    checkout = ready_checkout(channel, {variant_on_sale(channel, price=20_000): 1})
    card, code = gift_card_of(1_000)
    voucher = voucher_in(channel, "OUT", 1_000)

    def remove(**named: Any) -> dict[str, Any]:
        return graphql(REMOVE, {"id": gid(checkout), **named})["data"]["checkoutRemovePromoCode"]

    for wrong, field, error in [
        ({}, "promoCode", "INVALID"),
        ({"code": "A", "key": gid(card)}, "promoCode", "INVALID"),
        ({"code": "OUT"}, "promoCode", "INVALID"),
        ({"key": gid(card)}, "promoCodeId", "NOT_FOUND"),
        ({"key": gid(voucher)}, "promoCodeId", "NOT_FOUND"),
        ({"key": gid(checkout)}, "promoCodeId", "NOT_FOUND"),
        ({"key": "?"}, "promoCodeId", "GRAPHQL_ERROR"),
    ]:
        assert codes_of(remove(**wrong)) == [(field, error)]
    add(checkout, code)
    add(checkout, "OUT")
    assert remove(key=gid(voucher))["checkout"]["voucherCode"] is None
    assert remove(code=code)["checkout"]["giftCards"] == []
    add(checkout, code)
    assert remove(key=gid(card))["checkout"]["giftCards"] == []


def test_a_gift_card_wants_to_know_whose_checkout_it_is(channel: Any, add: Any) -> None:
    checkout = open_checkout(channel, {variant_on_sale(channel): 1})
    Checkout.objects.filter(pk=checkout.pk).update(email="")
    assert codes_of(add(checkout, gift_card_of(1_000)[1])) == [("email", "EMAIL_NOT_SET")]


def test_a_card_stopped_in_between_refuses_the_order(channel: Any, add: Any, graphql: Any) -> None:
    checkout = ready_checkout(channel, {variant_on_sale(channel, price=20_000): 1})
    add(checkout, gift_card_of(1_000)[1])
    GiftCard.objects.update(is_active=False)
    refused = graphql(COMPLETE, {"id": gid(checkout)})["data"]["checkoutComplete"]
    assert codes_of(refused) == [("giftCards", "GIFT_CARD_NOT_APPLICABLE")]


def test_somebody_elses_checkout_takes_no_code(channel: Any, add: Any) -> None:
    user = UserFactory()
    checkout = open_checkout(channel, {variant_on_sale(channel): 1}, actor=Actor(user_id=user.pk, email=user.email))
    voucher_in(channel, "MINE", 1_000)
    assert codes_of(add(checkout, "MINE")) == [("id", "NOT_FOUND")]


def test_the_voucher_behind_a_code_is_for_staff(channel: Any, add: Any, graphql: Any) -> None:
    checkout = ready_checkout(channel, {variant_on_sale(channel, price=20_000): 1})
    voucher_in(channel, "SEEN", 1_000)
    add(checkout, "SEEN")
    document = "query($id: ID) { checkout(id: $id) { voucher { name discountValue } } }"
    hidden = graphql(document, {"id": gid(checkout)})
    assert hidden["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    shown = graphql(document, {"id": gid(checkout)}, user=staff_with(MANAGE_DISCOUNTS))
    assert shown["data"]["checkout"]["voucher"] == {"name": "할인 SEEN", "discountValue": 1_000.0}


def test_an_order_shows_only_the_code_it_used(channel: Any, add: Any, graphql: Any) -> None:
    checkout = ready_checkout(channel, {variant_on_sale(channel, price=20_000): 1})
    voucher_in(channel, "SECRET1", 1_000, codes=["SECRET2"])
    add(checkout, "SECRET1")
    order = placed(checkout)
    document = "query($id: ID!) { order(id: $id) { voucher { code %s } } }"
    assert graphql(document % "", {"id": gid(order)})["data"]["order"]["voucher"] == {"code": "SECRET1"}
    for field in ("used", "usageLimit", "codes(first: 1) { totalCount }", "channelListings { id }", "products(first: 1) { totalCount }"):  # fmt: skip
        assert "SECRET2" not in str(answer := graphql(document % field, {"id": gid(order)}))
        assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


def discounted_order(channel: Any, card_balance: int) -> Order:
    checkout = ready_checkout(channel, {variant_on_sale(channel, price=20_000): 2})
    voucher_in(channel, "BACK", 1_000, usage_limit=1)
    for code in ("BACK", gift_card_of(card_balance)[1]):
        anew(promo_code_add, checkout_id=checkout.pk, promo_code=code, actor=ANONYMOUS)
    return placed(checkout)


@pytest.mark.parametrize("balance", [5_000, 500_000])
def test_a_cancelled_order_gives_use_and_money_back_once(channel: Any, balance: int, run_outbox: Any) -> None:
    order = discounted_order(channel, balance)
    assert GiftCard.objects.get().current_balance < balance
    anew(order_cancel, order_id=order.pk, actor=SYSTEM)
    anew(run_outbox)
    assert GiftCard.objects.get().current_balance == balance
    assert (VoucherCode.objects.get().used, VoucherUse.objects.get().released_at is None) == (0, False)
    assert not Stock.objects.filter(quantity_allocated__gt=0).exists()


def test_an_order_nobody_paid_gives_use_and_money_back(channel: Any) -> None:
    order = discounted_order(channel, 5_000)
    Order.objects.filter(pk=order.pk).update(pay_by=clock.now() - dt.timedelta(minutes=1))
    assert orders_expire() == 1
    assert orders_expire() == 0
    assert (GiftCard.objects.get().current_balance, VoucherCode.objects.get().used) == (5_000, 0)


def test_codes_cost_a_fixed_number_of_statements(channel: Any, assert_constant_queries: Any) -> None:
    voucher_in(channel, "MANY", 10, percent=True, type="specific_product", apply_once_per_customer=True)

    def checkout_of(lines: int, cards: int) -> Checkout:
        checkout = ready_checkout(channel, {variant_on_sale(channel, price=20_000): 1 for _ in range(lines)})
        for code in ["MANY", *(gift_card_of(1_000)[1] for _ in range(cards))]:
            anew(promo_code_add, checkout_id=checkout.pk, promo_code=code, actor=ANONYMOUS)
        return checkout

    few, many = checkout_of(1, 1), checkout_of(5, 5)
    assert_constant_queries(
        f"query($id: ID) {{ {CART.replace('checkout', 'checkout(id: $id)', 1)} }}",
        {"id": gid(few)},
        {"id": gid(many)},
    )
