"""Who sees which products."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from factories.accounts import UserFactory, staff_with
from factories.catalog import ProductFactory, collect, list_in, sell
from factories.channels import ChannelFactory, public_channel
from factories.vendors import SellerFactory
from market.catalog.models import CollectionChannelListing
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db
LIST = "query($channel: String) { products(first: 50, channel: $channel) { totalCount edges { node { slug } } } }"
ONE = "query($slug: String, $channel: String) { product(slug: $slug, channel: $channel) { slug } }"


def slugs(answer):
    connection = answer["data"]["products"]
    found = {edge["node"]["slug"] for edge in connection["edges"]}
    assert connection["totalCount"] == len(found)
    return found


@pytest.fixture
def shelf():
    """One product of every state a channel can show or hide."""
    citizen, public = ChannelFactory(), public_channel()
    tomorrow = timezone.now() + dt.timedelta(days=1)
    sell(citizen, slug="shown")
    list_in(ProductFactory(slug="unpublished"), citizen, 1000, is_published=False)
    list_in(ProductFactory(slug="tomorrow"), citizen, 1000, published_at=tomorrow)
    list_in(ProductFactory(slug="unlisted"), citizen, 1000, visible_in_listings=False)
    sell(public, slug="public-only")
    sell(citizen, slug="suspended", vendor=SellerFactory(status="suspended"))
    sell(citizen, slug="closed", vendor=SellerFactory(status="closed"))
    ProductFactory(slug="nowhere")
    return citizen


EVERYTHING = {"shown", "unpublished", "tomorrow", "unlisted", "public-only", "suspended", "closed", "nowhere"}


def test_a_list_shows_what_is_published_listed_and_sold(graphql, shelf):
    assert slugs(graphql(LIST, {"channel": "citizen"})) == {"shown"}
    assert slugs(graphql(LIST, {"channel": "public"})) == {"public-only"}
    assert slugs(graphql(LIST, {"channel": "citizen"}, user=UserFactory())) == {"shown"}


def test_staff_who_manage_products_see_all_that_a_channel_lists(graphql, shelf):
    staff = staff_with("MANAGE_PRODUCTS")
    assert slugs(graphql(LIST, {"channel": "citizen"}, user=staff)) == EVERYTHING - {"public-only", "nowhere"}
    assert slugs(graphql(LIST, user=staff)) == EVERYTHING
    assert slugs(graphql(LIST, {"channel": "citizen"}, user=staff_with("MANAGE_ORDERS"))) == {"shown"}


@pytest.mark.parametrize("slug", sorted(EVERYTHING))
def test_a_page_shows_what_is_published_and_sold_also_unlisted(graphql, shelf, slug):
    found = graphql(ONE, {"slug": slug, "channel": "citizen"})["data"]["product"]
    assert (found is not None) == (slug in {"shown", "unlisted"})
    assert graphql(ONE, {"slug": slug, "channel": "citizen"}, user=staff_with("MANAGE_PRODUCTS"))["data"][
        "product"
    ] == {"slug": slug}


@pytest.mark.parametrize("document", [LIST, ONE.replace("$slug: String, ", "").replace("$slug", '"shown"')])
def test_a_shopper_must_name_a_channel(graphql, shelf, document):
    answer = graphql(document)
    assert "channel" in answer["errors"][0]["message"]
    assert answer["errors"][0]["extensions"]["exception"]["code"] == "GraphQLError"


def test_an_unknown_channel_is_empty(graphql, shelf):
    assert slugs(graphql(LIST, {"channel": "nowhere"})) == set()
    assert graphql(ONE, {"slug": "shown", "channel": "nowhere"})["data"]["product"] is None


def test_an_inactive_channel_is_empty_for_shoppers(graphql, shelf):
    shelf.is_active = False
    shelf.save()
    assert slugs(graphql(LIST, {"channel": "citizen"})) == set()
    assert "shown" in slugs(graphql(LIST, {"channel": "citizen"}, user=staff_with("MANAGE_PRODUCTS")))


def test_variants_follow_their_product_and_have_a_price(graphql, shelf):
    document = 'query($sku: String) { productVariant(sku: $sku, channel: "citizen") { sku } }'
    hidden = list_in(ProductFactory(slug="hidden"), shelf, 1000, is_published=False)[0]
    shown = list_in(ProductFactory(slug="two"), shelf, 1000)[0]
    assert graphql(document, {"sku": hidden.sku})["data"]["productVariant"] is None
    assert graphql(document, {"sku": shown.sku})["data"]["productVariant"] == {"sku": shown.sku}
    shown.channel_listings.all().delete()
    assert graphql(document, {"sku": shown.sku})["data"]["productVariant"] is None
    assert graphql(document, {"sku": shown.sku}, user=staff_with("MANAGE_PRODUCTS"))["data"]["productVariant"] == {
        "sku": shown.sku
    }


def test_a_collection_is_seen_where_it_is_published(graphql, shelf):
    collection = collect(shelf, sell(shelf, slug="in-collection"), ProductFactory(slug="not-sold"))
    document = 'query($slug: String) { collection(slug: $slug, channel: "citizen") { products(first: 9) { edges { node { slug } } } } }'
    found = graphql(document, {"slug": collection.slug})["data"]["collection"]
    assert [edge["node"]["slug"] for edge in found["products"]["edges"]] == ["in-collection"]
    CollectionChannelListing.objects.update(is_published=False)
    assert graphql(document, {"slug": collection.slug})["data"]["collection"] is None
    listed = graphql('{ collections(first: 9, channel: "citizen") { edges { node { slug } } } }')
    assert listed["data"]["collections"]["edges"] == []


def test_private_metadata_is_for_staff(graphql, shelf):
    document = 'query { product(slug: "shown", channel: "citizen") { slug metadata { key } privateMetadata { key } } }'
    assert graphql(document)["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    assert graphql(document, user=staff_with("MANAGE_PRODUCTS"))["data"]["product"]["privateMetadata"] == []


def test_a_product_is_found_by_id_and_outside_key(graphql, shelf):
    product = sell(shelf, slug="keyed", external_reference="ERP-1")
    document = 'query($id: ID, $key: String) { product(id: $id, externalReference: $key, channel: "citizen") { slug } }'
    assert graphql(document, {"id": to_global_id("Product", product.pk)})["data"]["product"] == {"slug": "keyed"}
    assert graphql(document, {"key": "ERP-1"})["data"]["product"] == {"slug": "keyed"}
    assert "At least one" in graphql(document)["errors"][0]["message"]
    assert "cannot be combined" in graphql(document, {"id": "x", "key": "y"})["errors"][0]["message"]
