"""A newcomer from the application to the first parcel: everything an approval makes is enough to sell and send."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import codes, staff_with
from factories.applications import applicant, reviewer, sent
from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.orders import receive_money
from factories.shipping import ShippingMethodFactory, ShippingZoneFactory
from factories.workbooks import kinds_and_categories
from market.catalog.models import Product, ProductProposal, ProductVariant
from market.checkout.services.checkout_complete import checkout_complete
from market.core.actor import ANONYMOUS
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_PRODUCTS
from market.inventory.models import Stock, Warehouse
from market.shipping.models import ShippingMethodChannelListing
from market.vendors.services.application_approve import application_approve

pytestmark = pytest.mark.django_db
LIST = """mutation ($input: ProductCreateInput!) { productCreate(input: $input) {
  product { id } errors { field code message } } }"""
CHANNEL = """mutation ($id: ID!, $input: ProductChannelListingUpdateInput!) { productChannelListingUpdate(id: $id, input: $input) {
  proposal { id version status } errors { field code message } } }"""
VARIANT = """mutation ($input: ProductVariantCreateInput!) { productVariantCreate(input: $input) {
  productVariant { id } errors { field code message } } }"""
PRICE = """mutation ($id: ID!, $input: [ProductVariantChannelListingAddInput!]!) { productVariantChannelListingUpdate(id: $id, input: $input) {
  variant { id } errors { field code message } } }"""
APPROVE = """mutation ($id: ID!, $version: Int!) { productProposalApprove(id: $id, version: $version) {
  proposal { status } errors { field code message } } }"""
SHIP = """mutation ($id: ID!) { vendorOrderFulfill(id: $id, courier: CJ, trackingNumber: "123456789012") {
  vendorOrder { status } errors { field code message } } }"""


def test_from_the_application_to_the_first_parcel(graphql: Any, run_outbox: Any) -> None:
    channel = ChannelFactory(slug="citizen")
    zone = ShippingZoneFactory(warehouses=[])
    zone.channels.add(channel)
    method = ShippingMethodFactory(zone=zone)
    ShippingMethodChannelListing.objects.create(method=method, channel=channel, currency="KRW")
    category = kinds_and_categories()
    owner = applicant()
    vendor = application_approve(application_id=sent(owner).pk, actor=reviewer()).vendor
    assert vendor is not None
    run_outbox()
    house = Warehouse.objects.get(vendor=vendor)

    def do(document: str, field: str, **variables: Any) -> Any:
        answer = graphql(document, variables, user=owner)["data"][field]
        assert answer["errors"] == []
        return answer

    kind = to_global_id("ProductType", Product._meta.get_field("product_type").related_model.objects.get(slug="etc").pk)
    channel_id = to_global_id("Channel", channel.pk)
    product = do(
        LIST,
        "productCreate",
        input={
            "name": "새봄 통밀빵", "productType": kind, "category": to_global_id("Category", category.pk),
            "legalNotice": {"type": "ETC", "values": [{"code": "model", "value": "통밀빵"}, {"code": "maker", "value": "새봄빵집"}]},
        },
    )["product"]["id"]  # fmt: skip
    do(CHANNEL, "productChannelListingUpdate", id=product, input={"updateChannels": [{"channelId": channel_id}]})
    stocks = [{"warehouse": to_global_id("Warehouse", house.pk), "quantity": 5}]
    variant = do(VARIANT, "productVariantCreate", input={"product": product, "attributes": [], "stocks": stocks})[
        "productVariant"
    ]["id"]
    do(PRICE, "productVariantChannelListingUpdate", id=variant, input=[{"channelId": channel_id, "price": 6000}])
    waiting = do(
        CHANNEL,
        "productChannelListingUpdate",
        id=product,
        input={"updateChannels": [{"channelId": channel_id, "isPublished": True, "isAvailableForPurchase": True}]},
    )["proposal"]
    assert ProductProposal.objects.get().status == "open"
    staff = staff_with(MANAGE_PRODUCTS)
    approved = graphql(APPROVE, {"id": waiting["id"], "version": waiting["version"]}, user=staff)["data"]
    assert codes(approved["productProposalApprove"]) == []
    run_outbox()

    made = ProductVariant.objects.get()
    checkout = ready_checkout(channel, {made: 2})
    order = receive_money(anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS))
    part = order.vendor_orders.get()
    assert part.vendor == vendor
    shipped = do(SHIP, "vendorOrderFulfill", id=to_global_id("VendorOrder", part.pk))
    assert shipped["vendorOrder"]["status"] == "FULFILLED"
    assert Stock.objects.get().quantity == 3
