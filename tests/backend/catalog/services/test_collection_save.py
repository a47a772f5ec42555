"""Collections: their products hear of what changes, and their order is kept."""

from __future__ import annotations

import pytest

from factories.catalog import collect, sell
from factories.channels import ChannelFactory
from market.catalog.errors import ProductWithoutVariant
from market.catalog.events import ProductsChanged
from market.catalog.models import Collection, CollectionChannelListing, CollectionProduct
from market.catalog.services.collection_listing_update import collection_channel_listing_update
from market.catalog.services.collection_products import collection_products_add, collection_products_remove
from market.catalog.services.collection_save import collection_create, collections_delete
from market.core import clock
from market.core.actor import SYSTEM
from market.core.models import AuditEntry, OutboxEvent

pytestmark = pytest.mark.django_db


def announced() -> set[int]:
    events = OutboxEvent.objects.filter(topic=ProductsChanged.topic)
    return {pk for event in events for pk in event.payload["product_ids"]}


def test_products_hear_of_coming_going_listing_and_deletion() -> None:
    channel = ChannelFactory()
    one, two = sell(channel), sell(channel)
    collection = collect(channel, one)
    OutboxEvent.objects.all().delete()
    collection_products_add(actor=SYSTEM, collection_id=collection.pk, product_ids=[one.pk, two.pk])
    assert announced() == {two.pk}
    assert list(CollectionProduct.objects.values_list("product_id", "sort_order")) == [(one.pk, 0), (two.pk, 1)]
    collection_products_remove(actor=SYSTEM, collection_id=collection.pk, product_ids=[two.pk])
    OutboxEvent.objects.all().delete()
    collection_channel_listing_update(actor=SYSTEM, collection_id=collection.pk, add=[], remove=[channel.pk])
    assert announced() == {one.pk}
    OutboxEvent.objects.all().delete()
    collections_delete(actor=SYSTEM, collection_ids=[collection.pk])
    assert announced() == {one.pk}
    assert AuditEntry.objects.get(action="catalog.collection_delete").data["products"] == 1


def test_what_is_published_without_a_moment_is_published_now() -> None:
    channel = ChannelFactory()
    collection = collection_create(actor=SYSTEM, values={"name": "Gifts"})
    before = clock.now()
    entry = {"channel_id": channel.pk, "is_published": True}
    collection_channel_listing_update(actor=SYSTEM, collection_id=collection.pk, add=[entry], remove=[])
    listing = CollectionChannelListing.objects.get(collection=collection)
    assert listing.is_published
    assert listing.published_at is not None
    assert listing.published_at >= before
    entry = {"channel_id": channel.pk, "is_published": False}
    collection_channel_listing_update(actor=SYSTEM, collection_id=collection.pk, add=[entry], remove=[])
    hidden = CollectionChannelListing.objects.get(collection=collection)
    assert (hidden.is_published, hidden.published_at) == (False, listing.published_at)


def test_a_refused_collection_is_not_made() -> None:
    bare = sell(ChannelFactory())
    bare.variants.all().delete()
    with pytest.raises(ProductWithoutVariant):
        collection_create(actor=SYSTEM, values={"name": "Gifts", "products": [bare.pk]})
    assert not Collection.objects.exists()
