"""Every filter of product lists finds what it says, in `filter` and in `where`."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from factories.accounts import staff_with
from factories.catalog import (
    AttributeFactory,
    AttributeValueFactory,
    CategoryFactory,
    ProductTypeFactory,
    collect,
    list_in,
    sell,
)
from factories.channels import ChannelFactory
from factories.vendors import DistrictFactory, SellerFactory, certify
from market.catalog.models import ProductAttributeValue, VariantAttributeValue
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db
LIST = """query($filter: ProductFilterInput, $where: ProductWhereInput) {
  products(first: 50, channel: "citizen", filter: $filter, where: $where) { totalCount edges { node { slug } } } }"""
NOW = timezone.now()


def gid(row, name=None):
    return to_global_id(name or type(row).__name__, row.pk)


@pytest.fixture
def shop():
    """``soap`` differs from ``other`` in everything that can be filtered by."""
    channel = ChannelFactory()
    top = CategoryFactory(slug="living")
    leaf = CategoryFactory(slug="soap", parent=top)
    seller = SellerFactory(district=DistrictFactory(code="mapo"))
    certify(seller, "SOCIAL_ENTERPRISE")
    kind = ProductTypeFactory(slug="service", is_service=True)
    soap = sell(
        channel, 3_000, 9_000, slug="soap", name="비누", category=leaf, vendor=seller, product_type=kind, tax_kind="exempt",
        value_codes=["vegan"], metadata={"wrap": "paper"}, updated_at=NOW,
    )  # fmt: skip
    other = sell(channel, 20_000, slug="other", category=None)
    list_in(other, channel, 20_000, available_for_purchase_at=NOW + dt.timedelta(days=3))
    origin = AttributeValueFactory(slug="korea", name="한국")
    ProductAttributeValue.objects.create(product=soap, value=origin)
    weight = AttributeValueFactory(attribute=AttributeFactory(slug="weight", input_type="numeric"), numeric=110)
    VariantAttributeValue.objects.create(variant=soap.variants.first(), value=weight)
    opened = AttributeValueFactory(
        attribute=AttributeFactory(slug="opened", input_type="date"), date_time=NOW, boolean=True
    )
    ProductAttributeValue.objects.create(product=soap, value=opened)
    picks = collect(channel, soap, slug="picks")
    pointed = AttributeFactory(slug="goes-with", input_type="single-reference")
    ProductAttributeValue.objects.create(
        product=soap, value=AttributeValueFactory(attribute=pointed, reference_collection_id=picks.pk)
    )
    ids = {
        "soap": gid(soap),
        "seller": gid(seller),
        "leaf": gid(leaf),
        "top": gid(top),
        "kind": gid(kind),
        "picks": gid(picks),
    }
    return {
        **ids,
        "now": NOW.isoformat(),
        "later": (NOW + dt.timedelta(hours=1)).isoformat(),
        "old": "2022-06-01T00:00:00+00:00",
    }


def filled(value, facts):
    """The case with ``<name>`` replaced by the facts of the fixture."""
    if isinstance(value, dict):
        return {key: filled(item, facts) for key, item in value.items()}
    if isinstance(value, list):
        return [filled(item, facts) for item in value]
    return facts[value[1:-1]] if isinstance(value, str) and value.startswith("<") else value


def attribute(slug, /, **value):
    return {"attributes": [{"slug": slug, "value": value}]}


BOTH = [  # cases of both inputs: (input, what it finds)
    ({"ids": ["<soap>"]}, "soap"),
    ({"ids": []}, "soap other"),
    ({"isPublished": True}, "soap other"),
    ({"isPublished": False}, ""),
    ({"isAvailable": True}, "soap"),
    ({"isAvailable": False}, "other"),
    ({"isVisibleInListing": True}, "soap other"),
    ({"hasCategory": True}, "soap"),
    ({"hasCategory": False}, "other"),
    ({"publishedFrom": "<now>"}, "soap other"),
    ({"publishedFrom": "<old>"}, ""),
    ({"availableFrom": "<now>"}, "soap"),
    ({"metadata": [{"key": "wrap"}]}, "soap"),
    ({"metadata": [{"key": "wrap", "value": "paper"}]}, "soap"),
    ({"metadata": [{"key": "wrap", "value": "foil"}]}, ""),
    ({"giftCard": True}, ""),
    ({"giftCard": False}, "soap other"),
    ({"vendors": ["<seller>"]}, "soap"),
    ({"certificates": ["SOCIAL_ENTERPRISE", "COOP"]}, "soap"),
    ({"certificates": ["COOP"]}, ""),
    ({"districts": ["mapo"]}, "soap"),
    ({"values": ["vegan", "local"]}, "soap"),
    ({"taxKinds": ["EXEMPT"]}, "soap"),
    ({"isService": True}, "soap"),
    ({"isService": False}, "other"),
    (attribute("origin", slug={"eq": "korea"}), "soap"),
    (attribute("origin", slug={"oneOf": ["korea", "japan"]}), "soap"),
    (attribute("origin", name={"eq": "일본"}), ""),
    (attribute("weight", numeric={"range": {"gte": 100, "lte": 120}}), "soap"),
    (attribute("weight", numeric={"eq": 110}), "soap"),
    (attribute("weight", numeric={"oneOf": [1, 2]}), ""),
    (attribute("opened", boolean=True), "soap"),
    (attribute("opened", boolean=False), ""),
    (attribute("opened", date={"gte": "2022-01-01"}), "soap"),
    (attribute("opened", dateTime={"lte": "<old>"}), ""),
    (attribute("goes-with", reference={"collectionSlugs": {"containsAny": ["picks"]}}), "soap"),
    (attribute("goes-with", reference={"collectionSlugs": {"containsAll": ["picks", "more"]}}), ""),
    (attribute("goes-with", reference={"referencedIds": {"containsAny": ["<picks>"]}}), "soap"),
    (attribute("goes-with", reference={"pageSlugs": {"containsAny": ["about"]}}), ""),
    ({"attributes": [{"slug": "origin"}]}, "soap"),
]
FILTER = [
    *BOTH,
    ({"categories": ["<top>"]}, "soap"),
    ({"categories": ["<leaf>"]}, "soap"),
    ({"collections": ["<picks>"]}, "soap"),
    ({"productTypes": ["<kind>"]}, "soap"),
    ({"slugs": ["other", "none"]}, "other"),
    ({"price": {"gte": 8_000, "lte": 10_000}}, "soap"),
    ({"price": {"gte": 4_000, "lte": 8_000}}, ""),
    ({"price": {"lte": -1}}, ""),
    ({"minimalPrice": {"gte": 8_000}}, "other"),
    ({"minimalPrice": {"lte": 3_000}}, "soap"),
    ({"updatedAt": {"gte": "<now>"}}, "soap"),
    ({"categories": ["<top>"], "taxKinds": ["TAXABLE"]}, ""),
]
WHERE = [
    *BOTH,
    ({"name": {"eq": "비누"}}, "soap"),
    ({"name": {}}, ""),
    ({"slug": {"oneOf": ["other"]}}, "other"),
    ({"category": {"eq": "<top>"}}, "soap"),
    ({"collection": {"oneOf": ["<picks>"]}}, "soap"),
    ({"productType": {"eq": "<kind>"}}, "soap"),
    ({"price": {"eq": 9_000}}, "soap"),
    ({"price": {"oneOf": [20_000, 1]}}, "other"),
    ({"price": {"range": {"gte": 10_000}}}, "other"),
    ({"minimalPrice": {"range": {"lte": 5_000}}}, "soap"),
    ({"updatedAt": {"range": {"lte": "<old>"}}}, "other"),
    ({"updatedAt": {"eq": "<now>"}}, "soap"),
    ({"OR": [{"slug": {"eq": "soap"}}, {"slug": {"eq": "other"}}]}, "soap other"),
    ({"AND": [{"slug": {"eq": "soap"}}, {"slug": {"eq": "other"}}]}, ""),
    ({"OR": [{"AND": [{"hasCategory": True}, {"isService": True}]}, {"slug": {"eq": "none"}}]}, "soap"),
]


def found(graphql, **variables):
    answer = graphql(LIST, variables)
    assert "errors" not in answer, answer["errors"]
    connection = answer["data"]["products"]
    slugs = {edge["node"]["slug"] for edge in connection["edges"]}
    assert connection["totalCount"] == len(slugs)
    return slugs


@pytest.mark.parametrize(("case", "slugs"), FILTER, ids=str)
def test_filter(graphql, shop, case, slugs):
    assert found(graphql, filter=filled(case, shop)) == set(slugs.split())


@pytest.mark.parametrize(("case", "slugs"), WHERE, ids=str)
def test_where(graphql, shop, case, slugs):
    assert found(graphql, where=filled(case, shop)) == set(slugs.split())


@pytest.mark.parametrize(
    ("certificate", "counts"),
    [
        ({}, True),
        ({"valid_until": dt.date(2021, 1, 1)}, False),
        ({"status": "submitted"}, False),
        ({"status": "revoked"}, False),
    ],
)
def test_a_certificate_counts_while_it_is_verified_and_valid(graphql, certificate, counts):
    product = sell(ChannelFactory(), slug="claimed")
    certify(product.vendor, "WOMEN", **certificate)
    assert found(graphql, filter={"certificates": ["WOMEN"]}) == ({"claimed"} if counts else set())


def test_a_stock_filter_of_the_room_above_takes_part(graphql, shop):
    """`soap` is counted and has no pieces; `other` is not counted, so it can always be had."""
    from market.catalog.models import ProductVariant

    ProductVariant.objects.filter(product__slug="other").update(track_inventory=False)
    assert found(graphql, filter={"stockAvailability": "IN_STOCK"}) == {"other"}
    assert found(graphql, where={"stockAvailability": "OUT_OF_STOCK"}) == {"soap"}


def test_filter_and_where_do_not_mix(graphql, shop):
    answer = graphql(LIST, {"filter": {"giftCard": False}, "where": {"giftCard": False}})
    assert answer["errors"][0]["message"] == "Only one filtering argument (filter or where) can be specified."


def test_staff_can_ask_for_the_unpublished(graphql, shop):
    list_in(sell(ChannelFactory(), slug="draft"), ChannelFactory(), 1_000, is_published=False)
    answer = graphql(LIST, {"filter": {"isPublished": False}}, user=staff_with("MANAGE_PRODUCTS"))
    assert [edge["node"]["slug"] for edge in answer["data"]["products"]["edges"]] == ["draft"]
