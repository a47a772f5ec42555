"""Finding purchase orders in the vendor centre: by the part of an order they are, by agency, by what waits."""

from __future__ import annotations

from typing import Any

import pytest

from factories.approval import Office, approved, goods, office
from factories.checkout import anew
from factories.vendors import member_of
from market.core.actor import Actor
from market.core.global_ids import to_global_id
from market.procurement.models import PurchaseOrder
from market.procurement.services.purchase_order_answer import purchase_order_accept

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]
FIND = """query ($vendor: ID!, $filter: PurchaseOrderFilterInput) {
    vendorPurchaseOrders(vendor: $vendor, filter: $filter, first: 10) { totalCount edges { node { number } } } }"""


@pytest.fixture
def at() -> Office:
    return office()


def numbers(graphql: Any, order: PurchaseOrder, **narrowed: Any) -> list[str]:
    vendor = order.vendor_order.vendor
    answer = graphql(FIND, {"vendor": to_global_id("Vendor", vendor.pk), "filter": narrowed}, user=member_of(vendor))
    found = answer["data"]["vendorPurchaseOrders"]
    assert found["totalCount"] == len(found["edges"])
    return [edge["node"]["number"] for edge in found["edges"]]


def two_of_one_vendor(at: Office) -> list[PurchaseOrder]:
    thing = goods(at, stock=20)
    for _ in range(2):
        approved(at, {thing: 1})
    return list(PurchaseOrder.objects.order_by("number"))


def test_the_purchase_order_of_a_part_is_found_by_the_part(graphql: Any, at: Office) -> None:
    first, second = two_of_one_vendor(at)
    assert numbers(graphql, first) == [second.number, first.number]
    assert numbers(graphql, first, vendorOrder=to_global_id("VendorOrder", first.vendor_order_id)) == [first.number]
    for strange in (to_global_id("Order", first.vendor_order_id), "x", to_global_id("VendorOrder", first.pk)):
        assert numbers(graphql, first, vendorOrder=strange) == []


def test_search_knows_the_agency_and_the_orders_number(graphql: Any, at: Office) -> None:
    first, second = two_of_one_vendor(at)
    assert numbers(graphql, first, search=at.agency.name) == [second.number, first.number]
    assert numbers(graphql, first, search=second.vendor_order.number) == [second.number]
    assert numbers(graphql, first, search="다른시청") == []


def test_what_waits_is_told_apart(graphql: Any, at: Office) -> None:
    first, second = two_of_one_vendor(at)
    user = member_of(first.vendor_order.vendor)
    anew(purchase_order_accept, purchase_order_id=first.pk, actor=Actor(user_id=user.pk, email=user.email))
    assert numbers(graphql, first, status=["ISSUED"]) == [second.number]
    assert numbers(graphql, first, status=["ACCEPTED"]) == [first.number]
