"""Which zones serve which channels from which warehouses. A zone and a warehouse are linked only while they share a channel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import F

from market.core import catalogue_version
from market.core.errors import NotFound
from market.inventory.models import Warehouse, WarehouseChannel
from market.shipping.errors import WarehousesFault
from market.shipping.models import ShippingMethodChannelListing, ShippingZone

ZoneWarehouse: Any = ShippingZone.warehouses.through
ZoneChannel: Any = ShippingZone.channels.through


def zone_warehouses_add(*, zone_id: int, warehouse_ids: Iterable[UUID], field: str) -> None:
    """Serve a zone from warehouses too. Raises NotFound, and WarehousesFault for those that share no channel with it."""
    wanted = set(warehouse_ids)
    if Warehouse.objects.filter(pk__in=wanted).count() != len(wanted):
        raise NotFound(field)
    channels = ZoneChannel.objects.filter(shippingzone_id=zone_id).values("channel_id")
    sharing = WarehouseChannel.objects.filter(warehouse_id__in=wanted, channel_id__in=channels)
    strangers = wanted.difference(sharing.values_list("warehouse_id", flat=True))
    if strangers:
        raise WarehousesFault(field, strangers)
    ZoneWarehouse.objects.bulk_create(
        [ZoneWarehouse(shippingzone_id=zone_id, warehouse_id=key) for key in sorted(wanted)], ignore_conflicts=True
    )


def zone_channels_remove(*, zone_ids: Iterable[int], channel_ids: Iterable[int]) -> None:
    """Close zones to channels: listings of their methods there go, and warehouses that share no other channel."""
    zones, channels = list(zone_ids), list(channel_ids)
    ZoneChannel.objects.filter(shippingzone_id__in=zones, channel_id__in=channels).delete()
    ShippingMethodChannelListing.objects.filter(method__zone_id__in=zones, channel_id__in=channels).delete()
    strangers_part(zones)


def strangers_part(zone_ids: Iterable[int]) -> None:
    """Take the warehouses from zones with which they share no channel any more."""
    links = ZoneWarehouse.objects.filter(shippingzone_id__in=list(zone_ids))
    pairs = set(links.values_list("shippingzone_id", "warehouse_id"))
    sharing = set(
        links.filter(shippingzone__channels__warehouse_links__warehouse_id=F("warehouse_id")).values_list(
            "shippingzone_id", "warehouse_id"
        )
    )
    for zone_id in {zone for zone, _ in pairs - sharing}:
        gone = [warehouse for zone, warehouse in pairs - sharing if zone == zone_id]
        ZoneWarehouse.objects.filter(shippingzone_id=zone_id, warehouse_id__in=gone).delete()


class ChannelZones:
    """``channels.ports.LinkKeeper``."""

    def change(self, *, channel_id: int, add: Sequence[Any], remove: Sequence[Any]) -> None:
        wanted = {*add, *remove}
        if ShippingZone.objects.filter(pk__in=wanted).count() != len(wanted):
            raise NotFound("addShippingZones" if add else "removeShippingZones")
        ZoneChannel.objects.bulk_create(
            [ZoneChannel(shippingzone_id=key, channel_id=channel_id) for key in add], ignore_conflicts=True
        )
        if remove:
            zone_channels_remove(zone_ids=remove, channel_ids=[channel_id])
        catalogue_version.bump()


class WarehouseZones:
    """``inventory.ports.ZoneKeeping``."""

    def join_all(self, warehouse_id: UUID) -> None:
        channels = WarehouseChannel.objects.filter(warehouse_id=warehouse_id).values("channel_id")
        zones = ShippingZone.objects.filter(channels__in=channels).distinct().order_by("pk")
        ZoneWarehouse.objects.bulk_create(
            [
                ZoneWarehouse(shippingzone_id=key, warehouse_id=warehouse_id)
                for key in zones.values_list("pk", flat=True)
            ],
            ignore_conflicts=True,
        )
        catalogue_version.bump()

    def part(self, channel_id: int) -> None:
        strangers_part(ZoneChannel.objects.filter(channel_id=channel_id).values_list("shippingzone_id", flat=True))
