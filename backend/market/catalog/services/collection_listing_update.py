"""Where a collection is shown."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db import transaction

from market.catalog.errors import DuplicatedItem
from market.catalog.locks import collections_for_update
from market.catalog.models import Collection, CollectionChannelListing, CollectionProduct
from market.catalog.services.structure_changed import structure_changed
from market.channels.models import Channel
from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.global_ids import to_global_id


def collection_channel_listing_update(
    *, actor: Actor, collection_id: int, add: list[dict[str, Any]], remove: list[int]
) -> Collection:
    """List the collection in channels (``channel_id``, and as far as given ``is_published``, ``published_at``) and take it out of others.

    What is published without a moment is published now. Raises NotFound, DuplicatedItem.
    """
    with transaction.atomic():
        collection = collections_for_update().filter(pk=collection_id).first()
        if collection is None:
            raise NotFound("id")
        named = [entry["channel_id"] for entry in add]
        for field, keys in (("addChannels", named), ("removeChannels", remove), ("input", [*set(named), *set(remove)])):
            _ensure_once(keys, field)
        _ensure_channels(named, "addChannels")
        _ensure_channels(remove, "removeChannels")
        CollectionChannelListing.objects.filter(collection=collection, channel__in=remove).delete()
        for entry in add:
            _list(collection, entry)
        audit.record(
            actor=actor,
            action="catalog.collection_channel_listing_update",
            subject_type="Collection",
            subject_id=collection.pk,
            added=named,
            removed=remove,
        )
        links = CollectionProduct.objects.filter(collection=collection)
        structure_changed(links.values_list("product_id", flat=True))
    return collection


def _list(collection: Collection, entry: dict[str, Any]) -> None:
    found = CollectionChannelListing.objects.filter(collection=collection, channel=entry["channel_id"]).first()
    listing = found or CollectionChannelListing(collection=collection, channel_id=entry["channel_id"])
    if entry.get("is_published") is not None:
        listing.is_published = entry["is_published"]
    if "published_at" in entry:
        listing.published_at = entry["published_at"]
    if listing.is_published and listing.published_at is None:
        listing.published_at = clock.now()
    listing.save()


def _ensure_once(keys: list[int], field: str) -> None:
    twice = sorted(pk for pk, times in Counter(keys).items() if times > 1)
    if twice:
        raise DuplicatedItem(field, channels=[to_global_id("Channel", pk) for pk in twice])


def _ensure_channels(keys: list[int], field: str) -> None:
    if Channel.objects.filter(pk__in=keys).count() != len(keys):
        raise NotFound(field)
