"""Staff set up places the Saleor way (channel, warehouse, zone, price, stock), and a shopper buys there."""

from __future__ import annotations

from typing import Any

import pytest

from contract.flows.client import SaleorClient
from contract.flows.shop import ADDRESS
from factories.accounts import PASSWORD, staff_with
from factories.channels import TaxRateFactory
from factories.inventory import variant_on_sale
from market.catalog.models import ProductVariant
from market.channels.models import Channel
from market.core import permissions as names
from market.core.global_ids import from_global_id, to_global_id
from market.inventory.models import Allocation, Stock
from market.orders.models import Order
from market.vendors.services.house_vendor import house_vendor

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = (names.MANAGE_CHANNELS, names.MANAGE_PRODUCTS, names.MANAGE_SHIPPING)
NEW_CHANNEL = {"name": "직거래", "slug": "direct", "currencyCode": "KRW", "defaultCountry": "KR", "isActive": True}


@pytest.fixture
def staff(client: Any) -> SaleorClient:
    TaxRateFactory()
    worker = SaleorClient(client)
    worker.sign_in(staff_with(*STAFF).email, PASSWORD)
    return worker


class Places:
    """What staff have set up, by global id."""

    def __init__(self, staff: SaleorClient) -> None:
        self.staff = staff
        self.channel = staff.do("PlaceChannelCreate", input=NEW_CHANNEL)["channel"]
        self.warehouse = staff.do(
            "PlaceWarehouseCreate",
            input={"name": "구로 창고", "email": "house@ieum.example", "externalReference": "WH-1", "address": ADDRESS},
        )["warehouse"]
        self.variant = self._variant()

    def _variant(self) -> ProductVariant:
        channel = Channel.objects.get(slug="direct")
        variant = variant_on_sale(channel, price=10_000, stock=0, vendor=house_vendor())
        Stock.objects.all().delete()  # the flow says itself what lies where
        return variant

    def open(self) -> str:
        """The rest of it; the id of the method."""
        staff, channel, warehouse = self.staff, self.channel["id"], self.warehouse["id"]
        staff.do("PlaceChannelUpdate", id=channel, input={"addWarehouses": [warehouse]})
        zone = staff.do(
            "PlaceZoneCreate",
            input={"name": "한국", "countries": ["KR"], "addChannels": [channel], "addWarehouses": [warehouse]},
        )["shippingZone"]
        method = staff.do(
            "PlacePriceCreate",
            input={
                "name": "빠른 배송",
                "type": "PRICE",
                "shippingZone": zone["id"],
                "minimumDeliveryDays": 1,
                "maximumDeliveryDays": 2,
                "addPostalCodeRules": [{"start": "63000", "end": "63644"}],
                "inclusionType": "EXCLUDE",
                "taxClass": to_global_id("TaxClass", "taxable"),
            },
        )["shippingMethod"]
        assert (method["taxClass"]["name"], method["postalCodeRules"][0]["inclusionType"]) == ("과세", "EXCLUDE")
        listed = staff.do(
            "PlacePriceList",
            id=method["id"],
            input={"addChannels": [{"channelId": channel, "price": 4500, "minimumOrderPrice": 5000}]},
        )["shippingMethod"]["channelListings"]
        assert [(row["price"]["amount"], row["minimumOrderPrice"]["amount"]) for row in listed] == [(4500, 5000)]
        stocks = staff.do(
            "PlaceStocksUpdate",
            variantId=to_global_id("ProductVariant", self.variant.pk),
            stocks=[{"warehouse": warehouse, "quantity": 7}],
        )["productVariant"]["stocks"]
        assert [row["quantity"] for row in stocks] == [7]
        assert stocks[0]["warehouse"]["shippingZones"]["edges"][0]["node"]["id"] == zone["id"]
        return str(method["id"])


def cart(visitor: SaleorClient, variant: ProductVariant, *, quantity: int = 2, postal_code: str = "08274") -> str:
    lines = [{"variantId": to_global_id("ProductVariant", variant.pk), "quantity": quantity}]
    id = visitor.do("CheckoutCreate", input={"channel": "direct", "lines": lines})["checkout"]["id"]
    visitor.do("CheckoutEmail", id=id, email="guest@ieum.example")
    visitor.do("CheckoutShipping", id=id, shippingAddress={**ADDRESS, "postalCode": postal_code})
    visitor.do("CheckoutBilling", id=id, billingAddress=ADDRESS)
    return str(id)


def test_a_shopper_is_offered_the_method_at_its_price_and_buys(visitor: SaleorClient, staff: SaleorClient) -> None:
    places = Places(staff)
    method = places.open()
    id = cart(visitor, places.variant)
    (option,) = visitor.do("DeliveryOptions", id=id)["deliveries"]
    assert option["shippingMethod"]["price"]["amount"] == 4500
    assert from_global_id(option["shippingMethod"]["id"])[1] == from_global_id(method)[1]
    ready = visitor.do("CheckoutDelivery", id=id, deliveryMethodId=option["id"])["checkout"]
    assert ready["totalPrice"]["gross"]["amount"] == 24_500
    visitor.do("CheckoutComplete", id=id)
    order = Order.objects.get()
    assert (order.shipping_gross, order.total_gross, order.shipping_method_name) == (4500, 24_500, "빠른 배송")
    assert (order.shipping_gross - order.shipping_net) == 409  # 4,500 × 10/110
    assert Allocation.objects.get().quantity == 2


def test_where_the_method_does_not_go_it_is_not_offered(visitor: SaleorClient, staff: SaleorClient) -> None:
    places = Places(staff)
    method = to_global_id("ShippingMethod", from_global_id(places.open())[1])
    island = cart(visitor, places.variant, postal_code="63100")
    assert visitor.do("DeliveryOptions", id=island)["deliveries"] == []
    assert visitor.refused("CheckoutDelivery", id=island, deliveryMethodId=method) == [
        ("deliveryMethodId", "DELIVERY_METHOD_NOT_APPLICABLE")
    ]


def test_what_lies_in_a_warehouse_of_no_channel_cannot_be_bought(visitor: SaleorClient, staff: SaleorClient) -> None:
    places = Places(staff)
    variant = to_global_id("ProductVariant", places.variant.pk)
    stocks = [{"warehouse": places.warehouse["id"], "quantity": 7}]
    staff.do("PlaceStocksUpdate", variantId=variant, stocks=stocks)
    lines = [{"variantId": variant, "quantity": 1}]
    assert visitor.refused("CheckoutCreate", input={"channel": "direct", "lines": lines}) == [
        ("quantity", "INSUFFICIENT_STOCK")
    ]
    staff.do("PlaceChannelUpdate", id=places.channel["id"], input={"addWarehouses": [places.warehouse["id"]]})
    assert visitor.do("CheckoutCreate", input={"channel": "direct", "lines": lines})["checkout"]["id"]


def test_a_new_channel_serves_from_nowhere_and_says_how_it_works(staff: SaleorClient) -> None:
    channel = staff.do("PlaceChannelCreate", input=NEW_CHANNEL)["channel"]
    assert (channel["warehouses"], channel["countries"], channel["hasOrders"]) == ([], [], False)
    assert channel["stockSettings"] == {"allocationStrategy": "PRIORITIZE_SORTING_ORDER"}
    assert channel["orderSettings"] == {
        "allowUnpaidOrders": True,
        "automaticallyConfirmAllNewOrders": True,
        "automaticallyFulfillNonShippableGiftCard": False,
        "deleteExpiredOrdersAfter": 0,
        "expireOrdersAfter": 3 * 24 * 60,
        "markAsPaidStrategy": "TRANSACTION_FLOW",
    }
    assert channel["paymentSettings"] == {"defaultTransactionFlowStrategy": "CHARGE"}
    assert staff.refused("PlaceChannelCreate", input=NEW_CHANNEL) == [("slug", "UNIQUE")]


def test_a_listed_price_is_charged_for_each_enterprises_parcel(visitor: SaleorClient, staff: SaleorClient) -> None:
    places = Places(staff)
    places.open()
    channel = Channel.objects.get(slug="direct")
    other = variant_on_sale(channel, price=20_000, stock=5)
    for zone in channel.shipping_zones.all():
        zone.warehouses.add(other.stocks.get().warehouse)
    id = cart(visitor, places.variant)
    visitor.do(
        "CheckoutLinesAdd", id=id, lines=[{"variantId": to_global_id("ProductVariant", other.pk), "quantity": 1}]
    )
    (option,) = visitor.do("DeliveryOptions", id=id)["deliveries"]
    assert option["shippingMethod"]["price"]["amount"] == 9000
    visitor.do("CheckoutDelivery", id=id, deliveryMethodId=option["id"])
    visitor.do("CheckoutComplete", id=id)
    order = Order.objects.get()
    assert sorted(part.shipping_gross for part in order.vendor_orders.all()) == [4500, 4500]
    assert order.total_gross == 20_000 + 20_000 + 9000


def test_a_setting_that_has_one_value_here_says_so(staff: SaleorClient) -> None:
    settings = {
        "orderSettings": {"automaticallyConfirmAllNewOrders": False, "markAsPaidStrategy": "PAYMENT_FLOW"},
        "paymentSettings": {"defaultTransactionFlowStrategy": "AUTHORIZATION"},
        "checkoutSettings": {"automaticCompletion": {"enabled": False}},
    }
    assert sorted(staff.refused("PlaceChannelCreate", input={**NEW_CHANNEL, **settings})) == [
        ("checkoutSettings.automaticCompletion.enabled", "INVALID"),
        ("orderSettings.automaticallyConfirmAllNewOrders", "INVALID"),
        ("orderSettings.markAsPaidStrategy", "INVALID"),
        ("paymentSettings.defaultTransactionFlowStrategy", "INVALID"),
    ]
    assert not Channel.objects.filter(slug="direct").exists()
