"""From an empty cart to an order, through the real API."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.shipping import parcel_in
from factories.vendors import SellerFactory
from market.checkout.models import Checkout
from market.core.global_ids import to_global_id
from market.core.models import OutboxEvent
from market.core.tax import TaxKind
from market.inventory.models import Allocation, Stock
from market.orders.models import Order, OrderLine, VendorOrder

pytestmark = pytest.mark.django_db

MONEY = "{ gross { amount } net { amount } tax { amount } }"
CHECKOUT = f"""
fragment Cart on Checkout {{
  id token email isShippingRequired quantity
  lines {{ id quantity unitPrice {MONEY} totalPrice {MONEY} undiscountedUnitPrice {{ amount }}
    variant {{ id name product {{ id name }} pricing {{ price {MONEY} }} }} }}
  vendorGroups {{ vendor {{ id name }} lines {{ id }} subtotalPrice {MONEY} shippingPrice {MONEY}
    totalPrice {MONEY} amountToFreeDelivery {{ amount }} }}
  subtotalPrice {MONEY} shippingPrice {MONEY} totalPrice {MONEY} discount {{ amount }} voucherCode giftCards {{ id }}
  shippingAddress {{ id city }} billingAddress {{ id city }} channel {{ slug }} user {{ id }} chargeStatus authorizeStatus
  delivery {{ id shippingMethod {{ id name price {{ amount }} }} }} shippingMethods {{ id price {{ amount }} }}
  availablePaymentGateways {{ id }}
  problems {{ __typename ... on CheckoutLineProblemInsufficientStock {{ availableQuantity line {{ id }} variant {{ id }} }} }}
}}"""
ERRORS = "errors { field code message variants }"
CREATE = f"mutation($input: CheckoutCreateInput!) {{ checkoutCreate(input: $input) {{ checkout {{ ...Cart }} {ERRORS} }} }} {CHECKOUT}"
SHIPPING = (
    "mutation($id: ID, $a: AddressInput!) { checkoutShippingAddressUpdate(id: $id, shippingAddress: $a) "
    f"{{ checkout {{ ...Cart }} {ERRORS} }} }} {CHECKOUT}"
)
BILLING = (
    "mutation($id: ID, $a: AddressInput!) { checkoutBillingAddressUpdate(id: $id, billingAddress: $a) "
    f"{{ checkout {{ ...Cart }} {ERRORS} }} }} {CHECKOUT}"
)
EMAIL = (
    "mutation($id: ID, $email: String!) { checkoutEmailUpdate(id: $id, email: $email) "
    f"{{ checkout {{ ...Cart }} {ERRORS} }} }} {CHECKOUT}"
)
OPTIONS = (
    "mutation($id: ID!) { deliveryOptionsCalculate(id: $id) "
    "{ deliveries { id shippingMethod { id name price { amount } } } errors { code field } } }"
)
DELIVERY = (
    "mutation($id: ID, $m: ID) { checkoutDeliveryMethodUpdate(id: $id, deliveryMethodId: $m) "
    f"{{ checkout {{ ...Cart }} {ERRORS} }} }} {CHECKOUT}"
)
COMPLETE = f"""mutation($id: ID) {{ checkoutComplete(id: $id) {{ {ERRORS} order {{
  id number status statusDisplay chargeStatus authorizeStatus paymentStatus isPaid userEmail paymentMeans created
  total {MONEY} subtotal {MONEY} shippingPrice {MONEY} totalBalance {{ amount }} totalCaptured {{ amount }}
  discounts {{ amount {{ amount }} }} voucher {{ code }} channel {{ slug }}
  shippingAddress {{ city firstName }} billingAddress {{ city }} deliveryMethod {{ ... on ShippingMethod {{ id name }} }}
  bankTransfer {{ bankName accountNumber reference amount {{ amount }} payBy }}
  lines {{ id productName variantName quantity unitPrice {MONEY} totalPrice {MONEY} taxKind vendor {{ name }} variant {{ id }} thumbnail {{ url }} }}
  vendorOrders {{ number status vendor {{ name }} lines {{ id }} subtotal {MONEY} shippingPrice {MONEY} total {MONEY}
    taxBreakdown {{ taxKind supply {{ amount }} tax {{ amount }} total {{ amount }} }} fulfillments {{ id }} }}
  fulfillments {{ id }}
}} }} }}"""
SEOUL = {
    "firstName": "지우",
    "lastName": "한",
    "streetAddress1": "개봉로23길 10",
    "city": "구로구",
    "countryArea": "서울특별시",
    "postalCode": "08274",
    "country": "KR",
    "phone": "01000000000",
}


def payload(answer: dict[str, Any], name: str) -> dict[str, Any]:
    assert "errors" not in answer, answer["errors"]
    assert answer["data"][name]["errors"] == []
    return answer["data"][name]


def order_through_the_api(graphql: Any, lines: list[tuple[Any, int]]) -> dict[str, Any]:
    wanted = [
        {"variantId": to_global_id("ProductVariant", variant.pk), "quantity": quantity} for variant, quantity in lines
    ]
    opened = payload(graphql(CREATE, {"input": {"channel": "citizen", "lines": wanted}}), "checkoutCreate")
    key = opened["checkout"]["id"]
    payload(graphql(SHIPPING, {"id": key, "a": SEOUL}), "checkoutShippingAddressUpdate")
    payload(graphql(BILLING, {"id": key, "a": SEOUL}), "checkoutBillingAddressUpdate")
    payload(graphql(EMAIL, {"id": key, "email": "guest@ieum.example"}), "checkoutEmailUpdate")
    offered = payload(graphql(OPTIONS, {"id": key}), "deliveryOptionsCalculate")["deliveries"]
    shown = payload(graphql(DELIVERY, {"id": key, "m": offered[0]["id"]}), "checkoutDeliveryMethodUpdate")["checkout"]
    order = payload(graphql(COMPLETE, {"id": key}), "checkoutComplete")["order"]
    assert order["total"] == shown["totalPrice"]
    return {"checkout": shown, "order": order, "key": key}


def test_a_guest_buys_from_three_vendors_and_gets_three_vendor_orders(graphql: Any) -> None:
    channel = ChannelFactory()
    parcel_in(channel)
    near, free, exempt = SellerFactory(name="가까운"), SellerFactory(name="무료"), SellerFactory(name="면세")
    soap = variant_on_sale(channel, price=11_000, vendor=near)
    gift = variant_on_sale(channel, price=60_000, discounted=55_000, vendor=free)
    rice = variant_on_sale(channel, price=9_990, vendor=exempt, tax_kind=TaxKind.EXEMPT)
    done = order_through_the_api(graphql, [(soap, 2), (gift, 1), (rice, 3)])

    order, cart = done["order"], done["checkout"]
    assert [part["vendor"]["name"] for part in order["vendorOrders"]] == ["가까운", "무료", "면세"]
    assert [part["shippingPrice"]["gross"]["amount"] for part in order["vendorOrders"]] == [3000, 0, 3000]
    assert order["total"]["gross"]["amount"] == 22_000 + 55_000 + 29_970 + 6_000
    assert order["vendorOrders"][2]["taxBreakdown"] == [
        {"taxKind": "EXEMPT", "supply": {"amount": 32_970}, "tax": {"amount": 0}, "total": {"amount": 32_970}}
    ]
    assert order["vendorOrders"][0]["taxBreakdown"] == [
        {"taxKind": "TAXABLE", "supply": {"amount": 22_727}, "tax": {"amount": 2_273}, "total": {"amount": 25_000}}
    ]
    assert [group["amountToFreeDelivery"]["amount"] for group in cart["vendorGroups"]] == [28_000, 0, 20_030]
    assert order["status"] == "UNFULFILLED"
    assert order["statusDisplay"] == "입금 대기"
    assert (order["chargeStatus"], order["paymentStatus"], order["isPaid"]) == ("NONE", "NOT_CHARGED", False)
    assert order["bankTransfer"]["amount"]["amount"] == order["total"]["gross"]["amount"]
    assert order["userEmail"] == "g…@i…"
    assert order["shippingAddress"] == {"city": "구로구", "firstName": "지…"}
    stored = Order.objects.get()
    assert stored.shipping_address.first_name == "지우"
    assert (VendorOrder.objects.count(), OrderLine.objects.count(), Checkout.objects.count()) == (3, 3, 0)
    assert {stock.variant_id: stock.quantity_allocated for stock in Stock.objects.all()} == {
        soap.pk: 2,
        gift.pk: 1,
        rice.pk: 3,
    }
    assert Allocation.objects.count() == 3
    assert [event.topic for event in OutboxEvent.objects.all()] == ["orders.order_placed"]


def test_the_whole_flow_costs_few_statements_however_many_lines(graphql: Any) -> None:
    """Seven calls with all that a rich storefront asks for. Savepoints stand for the transactions of real requests."""
    channel = ChannelFactory()
    parcel_in(channel)
    counts = []
    for size in (1, 24):
        lines = [(variant_on_sale(channel), 1) for _ in range(size)]
        with CaptureQueriesContext(connection) as captured:
            order_through_the_api(graphql, lines)
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[1] <= 91  # one of them holds the enterprises until the order is committed (docs/adr/0015)
