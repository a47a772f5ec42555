"""From an empty cart to an order, as a storefront written for Saleor does it."""

from __future__ import annotations

from typing import Any

import pytest

from contract.flows.client import SaleorClient
from contract.flows.shop import ADDRESS, Shop, gid
from factories.accounts import PASSWORD, UserFactory
from factories.orders import receive_money, send
from factories.payments import BANK, STRIPE, StripeShop
from factories.promotions import gift_card_of, voucher_in
from market.checkout.models import Checkout
from market.core.global_ids import to_global_id
from market.inventory.models import Stock
from market.orders.models import Order

pytestmark = pytest.mark.django_db(transaction=True)
NOWHERE = to_global_id("Checkout", "00000000-0000-4000-8000-000000000000")
CARD = {"id": STRIPE, "data": {"paymentIntent": {"paymentMethod": "card"}}}


@pytest.fixture
def cart(visitor: SaleorClient, shop: Shop) -> dict[str, Any]:
    """A guest's cart with one small soap."""
    lines = [{"variantId": gid(shop.small), "quantity": 1}]
    made: dict[str, Any] = visitor.do("CheckoutCreate", input={"channel": "citizen", "lines": lines})["checkout"]
    return made


def addressed(client: SaleorClient, id: str) -> dict[str, Any]:
    """The cart with an e-mail address, both addresses and a way of delivery."""
    client.do("CheckoutEmail", id=id, email="guest@ieum.example")
    client.do("CheckoutShipping", id=id, shippingAddress=ADDRESS)
    client.do("CheckoutBilling", id=id, billingAddress=ADDRESS)
    (option,) = client.do("DeliveryOptions", id=id)["deliveries"]
    ready: dict[str, Any] = client.do("CheckoutDelivery", id=id, deliveryMethodId=option["id"])["checkout"]
    return ready


def quantities(checkout: dict[str, Any]) -> list[int]:
    return [line["quantity"] for line in checkout["lines"]]


def test_a_cart_is_made_filled_changed_and_emptied(visitor: SaleorClient, shop: Shop) -> None:
    empty = visitor.do("CheckoutCreate", input={"channel": "citizen", "lines": []})["checkout"]
    assert (empty["lines"], empty["email"], empty["user"], empty["totalPrice"]["gross"]["amount"]) == (
        [],
        None,
        None,
        0,
    )
    id = empty["id"]
    small = {"variantId": gid(shop.small), "quantity": 1, "metadata": [{"key": "gift", "value": "yes"}]}
    assert quantities(visitor.do("CheckoutLinesAdd", id=id, lines=[small])["checkout"]) == [1]
    assert quantities(visitor.do("CheckoutLinesAdd", id=id, lines=[small])["checkout"]) == [2]
    apart = visitor.do("CheckoutLinesAdd", id=id, lines=[{**small, "forceNewLine": True}])["checkout"]
    assert quantities(apart) == [2, 1]
    first, second = (line["id"] for line in apart["lines"])
    changed = visitor.do("CheckoutLinesUpdate", id=id, lines=[{"lineId": first, "quantity": 4}])["checkout"]
    assert (quantities(changed), changed["totalPrice"]["gross"]["amount"]) == ([4, 1], 25_000)
    gone = visitor.do("CheckoutLinesUpdate", id=id, lines=[{"lineId": second, "quantity": 0}])["checkout"]
    assert quantities(gone) == [4]
    assert visitor.do("CheckoutLinesDelete", id=id, linesIds=[first])["checkout"]["lines"] == []
    assert visitor.do("Checkout", id=id)["lines"] == []


def test_a_cart_says_what_is_wrong_with_what_is_asked_of_it(
    visitor: SaleorClient, shop: Shop, cart: dict[str, Any]
) -> None:
    id, small = cart["id"], gid(shop.small)
    refused = visitor.refused
    assert refused("CheckoutLinesAdd", id=id, lines=[{"variantId": small, "quantity": 10}]) == [
        ("quantity", "INSUFFICIENT_STOCK")
    ]
    assert refused("CheckoutLinesAdd", id=id, lines=[{"variantId": small, "quantity": 0}]) == [
        ("quantity", "ZERO_QUANTITY")
    ]
    unknown = to_global_id("ProductVariant", 10**9)
    assert refused("CheckoutLinesAdd", id=id, lines=[{"variantId": unknown, "quantity": 1}])[0][1] == "NOT_FOUND"
    assert refused("CheckoutLinesAdd", id=id, lines=[{"variantId": "nonsense", "quantity": 1}])[0][1] == "GRAPHQL_ERROR"
    assert refused("CheckoutLinesAdd", id=NOWHERE, lines=[]) == [("id", "NOT_FOUND")]
    assert refused("CheckoutLinesAdd", id="nonsense", lines=[]) == [("id", "GRAPHQL_ERROR")]
    assert refused("CheckoutCreate", input={"channel": "nowhere", "lines": []}) == [("channel", "NOT_FOUND")]
    assert visitor.do("Checkout", id=NOWHERE) is None
    assert visitor.do("Checkout", id="nonsense") is None  # a stored id that is none begins a new cart
    assert visitor.failed("CheckoutLinesAdd", id=id, lines=[{"variantId": small, "quantity": 1, "price": 1}]) == (
        "PermissionDenied"
    )
    assert quantities(visitor.do("Checkout", id=id)) == [1]


def test_a_cart_tells_of_problems_that_came_up(visitor: SaleorClient, shop: Shop, cart: dict[str, Any]) -> None:
    id = cart["id"]
    addressed(visitor, id)
    assert visitor.do("CheckoutProblems", id=id)["problems"] == []
    Stock.objects.update(quantity=0)
    (short,) = visitor.do("CheckoutProblems", id=id)["problems"]
    line = cart["lines"][0]["id"]
    assert short == {
        "__typename": "CheckoutLineProblemInsufficientStock", "availableQuantity": 0, "line": {"id": line}
    }  # fmt: skip
    shop.parcel.channel_listings.all().delete()
    shop.product.channel_listings.update(is_published=False)
    problems = {problem["__typename"] for problem in visitor.do("CheckoutProblems", id=id)["problems"]}
    assert problems == {"CheckoutLineProblemVariantNotAvailable", "CheckoutProblemDeliveryMethodInvalid"}
    codes = {code for _, code in visitor.refused("CheckoutComplete", id=id)}
    assert codes == {"PRODUCT_NOT_PUBLISHED", "INVALID_SHIPPING_METHOD"}


def test_addresses_are_checked_by_the_rules_of_their_country(visitor: SaleorClient, cart: dict[str, Any]) -> None:
    id = cart["id"]
    rules = visitor.do("AddressRules", countryCode="KR")
    assert {"postalCode", "streetAddress1", "countryArea"} <= set(rules["requiredFields"])
    assert "서울특별시" in {choice["verbose"] for choice in rules["countryAreaChoices"]} | {
        choice["raw"] for choice in rules["countryAreaChoices"]
    }
    assert visitor.do("AddressRules", countryCode="US")["postalCodeType"] == "zip"
    empty = {**ADDRESS, "postalCode": ""}
    assert visitor.refused("CheckoutShipping", id=id, shippingAddress=empty) == [("postalCode", "REQUIRED")]
    wrong = {**ADDRESS, "postalCode": "1"}
    assert visitor.refused("CheckoutBilling", id=id, billingAddress=wrong) == [("postalCode", "INVALID")]
    lenient = {"checkRequiredFields": False, "checkFieldsFormat": False, "enableFieldsNormalization": False}
    kept = visitor.do("CheckoutShipping", id=id, shippingAddress={"country": "KR"}, validationRules=lenient)["checkout"]
    assert (kept["shippingAddress"]["country"]["code"], kept["shippingAddress"]["postalCode"]) == ("KR", "")
    assert visitor.failed("CheckoutShipping", id=id, shippingAddress={**ADDRESS, "skipValidation": True}) == (
        "PermissionDenied"
    )
    assert visitor.refused("CheckoutEmail", id=id, email="nobody") == [("email", "INVALID")]


def test_a_delivery_is_one_of_the_options(visitor: SaleorClient, shop: Shop, cart: dict[str, Any]) -> None:
    id = cart["id"]
    assert visitor.do("DeliveryOptions", id=id)["deliveries"] == []
    ready = addressed(visitor, id)
    assert ready["delivery"]["shippingMethod"]["name"] == "택배"
    old_way = visitor.do("CheckoutDelivery", id=id, deliveryMethodId=gid(shop.parcel))["checkout"]
    assert old_way["delivery"] == ready["delivery"]
    unknown = to_global_id("ShippingMethod", 10**9)
    assert visitor.refused("CheckoutDelivery", id=id, deliveryMethodId=unknown)[0][0] == "deliveryMethodId"
    assert visitor.refused("DeliveryOptions", id=NOWHERE) == [("id", "NOT_FOUND")]
    assert visitor.refused("DeliveryOptions", id="nonsense") == [("id", "GRAPHQL_ERROR")]


def test_codes_and_gift_cards_come_and_go(visitor: SaleorClient, shop: Shop, cart: dict[str, Any]) -> None:
    id = cart["id"]
    voucher_in(shop.channel, "SPRING", 1_000)
    voucher_in(shop.channel, "LARGE", 1_000, min_spent=500_000)
    _, code = gift_card_of(2_000)
    addressed(visitor, id)
    assert visitor.refused("PromoAdd", checkoutId=id, promoCode="unknown") == [("promoCode", "INVALID")]
    assert visitor.refused("PromoAdd", checkoutId=id, promoCode="LARGE") == [("promoCode", "VOUCHER_NOT_APPLICABLE")]
    with_voucher = visitor.do("PromoAdd", checkoutId=id, promoCode="SPRING")["checkout"]
    assert (with_voucher["voucherCode"], with_voucher["discount"]["amount"]) == ("SPRING", 1_000)
    before = with_voucher["totalPrice"]["gross"]["amount"]
    with_card = visitor.do("PromoAdd", checkoutId=id, promoCode=code)["checkout"]
    assert with_card["totalPrice"]["gross"]["amount"] == before - 2_000
    (card,) = with_card["giftCards"]
    assert (card["displayCode"], card["currentBalance"]["amount"]) == (code[-4:], 2_000)
    assert visitor.do("PromoRemove", checkoutId=id, promoCodeId=card["id"])["checkout"]["giftCards"] == []
    assert visitor.do("PromoRemove", checkoutId=id, promoCode="SPRING")["checkout"]["voucherCode"] is None
    assert visitor.refused("PromoRemove", checkoutId=id, promoCode="SPRING")[0][0] == "promoCode"


def test_a_guest_pays_by_card_and_finds_the_order(
    visitor: SaleorClient, shop: Shop, stripe_shop: StripeShop, cart: dict[str, Any]
) -> None:
    id = cart["id"]
    assert visitor.refused("TransactionInitialize", id=NOWHERE, paymentGateway=CARD) == [("id", "NOT_FOUND")]
    ready = addressed(visitor, id)
    assert [gateway["id"] for gateway in ready["availablePaymentGateways"]] == [STRIPE, BANK]
    (config,) = visitor.do("PaymentGateways", id=id, paymentGateways=[{"id": STRIPE}])["gatewayConfigs"]
    assert config["data"]["stripePublishableKey"]
    amount = ready["totalPrice"]["gross"]["amount"]
    begun = visitor.do("TransactionInitialize", id=id, amount=amount, paymentGateway=CARD, action="CHARGE")
    secret = begun["data"]["paymentIntent"]["stripeClientSecret"]
    assert begun["transactionEvent"]["type"] == "CHARGE_ACTION_REQUIRED"
    stripe_shop.emulator.confirm(secret.split("_secret")[0])
    done = visitor.do("TransactionProcess", id=begun["transaction"]["id"])
    assert (done["transactionEvent"]["type"], done["transaction"]["actions"]) == ("CHARGE_SUCCESS", ["REFUND"])
    paid = visitor.do("Checkout", id=id)
    assert (paid["chargeStatus"], paid["authorizeStatus"]) == ("FULL", "FULL")
    order = visitor.do("CheckoutComplete", id=id)["order"]
    assert visitor.do("CheckoutComplete", id=id)["order"] == order  # told again, not ordered again
    assert visitor.do("Checkout", id=id) is None
    found = visitor.do("Order", id=order["id"])
    assert (found["number"], found["isPaid"], found["paymentStatus"]) == (order["number"], True, "FULLY_CHARGED")
    assert [line["productName"] for line in found["lines"]] == ["비누"]
    assert found["totalCaptured"]["amount"] == amount
    assert visitor.do("Order", id=to_global_id("Order", "00000000-0000-4000-8000-000000000000")) is None
    assert visitor.do("Order", id="nonsense") is None


def test_an_order_placed_unpaid_is_paid_by_its_own_id(
    visitor: SaleorClient, stripe_shop: StripeShop, cart: dict[str, Any]
) -> None:
    addressed(visitor, cart["id"])
    told = visitor.do("TransactionInitialize", id=cart["id"], paymentGateway={"id": BANK, "data": {}})
    assert told["data"]["reference"]
    order = visitor.do("CheckoutComplete", id=cart["id"])["order"]
    assert visitor.do("Order", id=order["id"])["chargeStatus"] == "NONE"
    begun = visitor.do("TransactionInitialize", id=order["id"], paymentGateway=CARD)
    stripe_shop.emulator.confirm(begun["data"]["paymentIntent"]["stripeClientSecret"].split("_secret")[0])
    assert (
        visitor.do("TransactionProcess", id=begun["transaction"]["id"])["transactionEvent"]["type"] == "CHARGE_SUCCESS"
    )
    assert visitor.do("Order", id=order["id"])["chargeStatus"] == "FULL"


def test_a_free_order_needs_no_payment(visitor: SaleorClient, cart: dict[str, Any]) -> None:
    _, code = gift_card_of(1_000_000)
    addressed(visitor, cart["id"])
    free = visitor.do("PromoAdd", checkoutId=cart["id"], promoCode=code)["checkout"]
    assert (free["totalPrice"]["gross"]["amount"], free["authorizeStatus"]) == (0, "FULL")
    order = visitor.do("CheckoutComplete", id=cart["id"])["order"]
    assert visitor.do("Order", id=order["id"])["total"]["gross"]["amount"] == 0


def test_a_checkout_says_all_it_lacks(visitor: SaleorClient, cart: dict[str, Any]) -> None:
    assert set(visitor.refused("CheckoutComplete", id=cart["id"])) == {
        ("email", "EMAIL_NOT_SET"),
        ("billingAddress", "BILLING_ADDRESS_NOT_SET"),
        ("shippingAddress", "SHIPPING_ADDRESS_NOT_SET"),
    }
    assert visitor.refused("CheckoutComplete", id=NOWHERE) == [("id", "NOT_FOUND")]


def test_a_member_takes_the_guests_cart_and_leaves_it(
    visitor: SaleorClient, shop: Shop, cart: dict[str, Any], stripe_shop: StripeShop
) -> None:
    id = cart["id"]
    member = UserFactory(email="member@ieum.example")
    assert visitor.failed("CheckoutAttach", id=id) == "PermissionDenied"
    visitor.sign_in(member.email, PASSWORD)
    attached = visitor.do("CheckoutAttach", id=id)["checkout"]
    assert (attached["user"]["email"], attached["email"]) == (member.email, member.email)
    mine = visitor.do("MyCheckouts")
    assert (mine["checkoutIds"], [edge["node"]["id"] for edge in mine["checkouts"]["edges"]]) == ([id], [id])
    kept = visitor.do("CheckoutShipping", id=id, shippingAddress=ADDRESS, saveAddress=True)["checkout"]
    assert kept["shippingAddress"]["postalCode"] == "08274"
    token = visitor.token
    visitor.sign_out()
    assert visitor.do("Checkout", id=id) is None  # a member's cart is nobody else's
    visitor.token = token
    assert visitor.do("Checkout", id=id)["id"] == id
    visitor.do("CheckoutBilling", id=id, billingAddress=ADDRESS, saveAddress=False)
    (option,) = visitor.do("DeliveryOptions", id=id)["deliveries"]
    visitor.do("CheckoutDelivery", id=id, deliveryMethodId=option["id"])
    order = visitor.do("CheckoutComplete", id=id)["order"]
    placed = Order.objects.get(number=order["number"])
    receive_money(placed)
    (sent,) = send(placed)
    page = visitor.do("MyOrders", first=5)["orders"]
    assert (page["totalCount"], page["edges"][0]["node"]["number"]) == (1, order["number"])
    assert page["edges"][0]["node"]["fulfillments"][0]["trackingNumber"] == sent.tracking_number
    assert [row["postalCode"] for row in visitor.do("Me")["addresses"]] == ["08274"]
    again = visitor.do("CheckoutCreate", input={"channel": "citizen", "lines": []})["checkout"]
    assert visitor.do("CheckoutDetach", id=again["id"])["checkout"] == {"id": again["id"], "user": None}
    assert Checkout.objects.get().user_id is None


def test_words_are_kept_with_a_cart_by_who_holds_it(visitor: SaleorClient, cart: dict[str, Any]) -> None:
    said = visitor.do("UpdateMetadata", id=cart["id"], input=[{"key": "from", "value": "fair"}])["item"]
    assert said == {"id": cart["id"], "metadata": [{"key": "from", "value": "fair"}]}
    assert visitor.refused("UpdateMetadata", id=cart["id"], input=[{"key": "", "value": "x"}])[0][1] == "REQUIRED"
    assert visitor.refused("UpdateMetadata", id=NOWHERE, input=[])[0] == ("id", "NOT_FOUND")


def test_older_clients_are_understood(visitor: SaleorClient, shop: Shop, cart: dict[str, Any]) -> None:
    id = cart["id"]
    token = str(Checkout.objects.get().pk)
    visitor.do("UpdateMetadata", id=id, input=[{"key": "from", "value": "fair"}])
    found = visitor.do("OldCheckout", token=token)
    assert (found["id"], found["token"], found["metafields"]) == (id, token, {"from": "fair"})
    assert visitor.do("CheckoutLanguage", token=token, code="EN")["checkout"]["languageCode"] == "EN"
    addressed(visitor, id)
    chosen = visitor.do("OldShippingMethod", id=id, shippingMethodId=gid(shop.parcel))["checkout"]
    assert chosen["shippingMethod"]["id"] == chosen["deliveryMethod"]["id"] == chosen["shippingMethods"][0]["id"]
    assert [row["id"] for row in chosen["availableShippingMethods"]] == [gid(shop.parcel)]
    assert (chosen["stockReservationExpires"], chosen["customerNote"]) == (None, "")
    more = visitor.do("CheckoutLinesAdd", id=id, lines=[{"variantId": gid(shop.large), "quantity": 1}])["checkout"]
    left = visitor.do("OldLineDelete", id=id, lineId=more["lines"][1]["id"])["checkout"]
    assert quantities(left) == [1]
    assert visitor.refused("OldLineDelete", id=id, lineId=more["lines"][1]["id"]) == [("lineId", "INVALID")]
    assert visitor.refused("OldLineDelete", id=id) == [("lineId", "REQUIRED")]
    said = [{"key": "gift", "value": "yes"}]
    order = visitor.do("CompleteWithMetadata", id=id, metadata=said)["order"]
    assert order["errors"] == []
    assert order["metafields"] == {"from": "fair", "gift": "yes"}
    assert (order["languageCodeEnum"], order["shippingMethod"]["id"]) == ("EN", gid(shop.parcel))


@pytest.mark.parametrize("method", ["card", "apple_pay", "google_pay", "link"])
def test_what_express_buttons_call_a_card_is_one(
    visitor: SaleorClient, stripe_shop: StripeShop, cart: dict[str, Any], method: str
) -> None:
    addressed(visitor, cart["id"])
    gateway = {"id": STRIPE, "data": {"paymentIntent": {"paymentMethod": method}}}
    assert visitor.do("TransactionInitialize", id=cart["id"], paymentGateway=gateway)["data"]["paymentIntent"]
