"""Collections that a viewer may see."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from market.catalog.models import Collection, CollectionChannelListing
from market.catalog.selectors.view import View
from market.channels.models import Channel
from market.core import clock


def collection_list(*, view: View) -> QuerySet[Collection]:
    """Published in the viewed channel; for those who see all, whatever is listed there (everything, when no channel is named)."""
    if view.sees_all and view.channel is None:
        return Collection.objects.all()
    listings = CollectionChannelListing.objects.filter(collection=OuterRef("pk"), channel=view.channel_id)
    if not view.sees_all:
        listings = listings.filter(Q(published_at__isnull=True) | Q(published_at__lte=clock.now()), is_published=True)
    return Collection.objects.filter(Exists(listings))


def collections_shown(channel: Channel | None) -> QuerySet[Collection]:
    """Those that shoppers of the channel see; without one, those that shoppers of any active channel see."""
    where = Q(channel__is_active=True) if channel is None else Q(channel=channel)
    return Collection.objects.filter(Exists(_published().filter(where, collection=OuterRef("pk"))))


def _published() -> QuerySet[CollectionChannelListing]:
    return CollectionChannelListing.objects.filter(
        Q(published_at__isnull=True) | Q(published_at__lte=clock.now()), is_published=True
    )


def collections_of_products(product_ids: list[int], *, view: View) -> dict[int, list[Collection]]:
    """The visible collections of each product."""
    links = (
        collection_list(view=view)
        .filter(product_links__product__in=product_ids)
        .order_by("slug")
        .values_list("product_links__product", "pk")
    )
    pairs = list(links)
    rows = Collection.objects.in_bulk({pk for _, pk in pairs})
    found: dict[int, list[Collection]] = {}
    for product, pk in pairs:
        found.setdefault(product, []).append(rows[pk])
    return found
