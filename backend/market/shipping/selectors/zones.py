"""Zones, methods and what hangs on them, for many at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q, QuerySet

from market.catalog.models import ProductVariant
from market.channels.models import Channel
from market.core.actor import Actor
from market.core.errors import PermissionDenied
from market.core.permissions import MANAGE_SHIPPING
from market.inventory.models import Stock, Warehouse, WarehouseChannel
from market.shipping.models import PostalCodeRule, ShippingMethodChannelListing, ShippingMethodType, ShippingZone

ZoneWarehouse: Any = ShippingZone.warehouses.through
ZoneChannel: Any = ShippingZone.channels.through


def zone_list(*, viewer: Actor) -> QuerySet[ShippingZone]:
    """All zones. Raises PermissionDenied for who does not manage shipping."""
    if not viewer.has_permission(MANAGE_SHIPPING):
        raise PermissionDenied(MANAGE_SHIPPING)
    return ShippingZone.objects.all()


def countries_of_channels(channel_ids: Iterable[int]) -> dict[int, list[str]]:
    """Where each channel delivers: the countries of its zones, in one statement."""
    links = ZoneChannel.objects.filter(channel_id__in=list(channel_ids)).order_by("shippingzone_id")
    found: dict[int, set[str]] = {}
    for channel_id, countries in links.values_list("channel_id", "shippingzone__countries"):
        found.setdefault(channel_id, set()).update(countries)
    return {channel_id: sorted(countries) for channel_id, countries in found.items()}


def methods_of_zones(zone_ids: Iterable[int], channel_slug: str | None) -> dict[int, list[Any]]:
    """The methods of each zone, in one statement; through a channel only those that are listed there."""
    rows = ShippingMethodType.objects.filter(zone_id__in=list(zone_ids)).order_by("sort_order", "pk")
    if channel_slug is not None:
        rows = rows.filter(channel_listings__channel__slug=channel_slug)
    found: dict[int, list[Any]] = {}
    for method in rows:
        found.setdefault(method.zone_id, []).append(method)
    return found


def warehouses_of_zones(zone_ids: Iterable[int]) -> dict[int, list[Warehouse]]:
    links = ZoneWarehouse.objects.filter(shippingzone_id__in=list(zone_ids)).order_by("warehouse__slug")
    found: dict[int, list[Warehouse]] = {}
    for link in links.select_related("warehouse__address", "warehouse__vendor"):
        found.setdefault(link.shippingzone_id, []).append(link.warehouse)
    return found


def channels_of_zones(zone_ids: Iterable[int]) -> dict[int, list[Channel]]:
    links = ZoneChannel.objects.filter(shippingzone_id__in=list(zone_ids)).order_by("channel__slug")
    found: dict[int, list[Channel]] = {}
    for link in links.select_related("channel"):
        found.setdefault(link.shippingzone_id, []).append(link.channel)
    return found


def prices_of_zones(zone_ids: Iterable[int], channel_slug: str | None) -> dict[int, list[ShippingMethodChannelListing]]:
    """The listings with a price of each zone's methods, through one channel or through all, cheapest first."""
    rows = ShippingMethodChannelListing.objects.filter(method__zone_id__in=list(zone_ids), price_amount__isnull=False)
    if channel_slug is not None:
        rows = rows.filter(channel__slug=channel_slug)
    found: dict[int, list[ShippingMethodChannelListing]] = {}
    for listing in rows.order_by("price_amount", "pk").select_related("method"):
        found.setdefault(listing.method.zone_id, []).append(listing)
    return found


def listings_of_methods(method_ids: Iterable[int]) -> dict[int, list[ShippingMethodChannelListing]]:
    rows = ShippingMethodChannelListing.objects.filter(method_id__in=list(method_ids)).order_by("channel__slug")
    found: dict[int, list[ShippingMethodChannelListing]] = {}
    for listing in rows.select_related("channel"):
        found.setdefault(listing.method_id, []).append(listing)
    return found


def postcodes_of_methods(method_ids: Iterable[int]) -> dict[int, list[PostalCodeRule]]:
    found: dict[int, list[PostalCodeRule]] = {}
    for rule in PostalCodeRule.objects.filter(method_id__in=list(method_ids)).order_by("pk"):
        found.setdefault(rule.method_id, []).append(rule)
    return found


def vendors_of_variants(variant_ids: Iterable[int]) -> dict[int, int]:
    """Whose each variant is."""
    rows = ProductVariant.objects.filter(pk__in=list(variant_ids)).order_by()
    return dict(rows.values_list("pk", "product__vendor_id"))


def stocks_of_variants(
    variant_ids: Sequence[int], *, channel_id: int | None, country: str | None
) -> dict[int, list[Stock]]:
    """The stocks of each variant: all, or those in warehouses that serve the channel, and that serve the country through a zone of it."""
    rows = Stock.objects.filter(variant_id__in=variant_ids)
    links = WarehouseChannel.objects.all()
    if channel_id is not None:
        links = links.filter(channel_id=channel_id)
        rows = rows.filter(warehouse_id__in=links.values("warehouse_id"))
    if country is not None:
        reached = Q(shippingzone__countries__contains=[country])
        if channel_id is not None:
            reached &= Q(shippingzone__channels=channel_id)
        rows = rows.filter(warehouse_id__in=ZoneWarehouse.objects.filter(reached).values("warehouse_id"))
    found: dict[int, list[Stock]] = {}
    for stock in rows.order_by("pk").select_related("warehouse__address", "warehouse__vendor", "variant"):
        found.setdefault(stock.variant_id, []).append(stock)
    return found
