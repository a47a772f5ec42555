"""Which warehouses serve a channel, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from market.channels.models import Channel
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import NotFound
from market.inventory.locks import warehouse_links_for_update
from market.inventory.models import Warehouse, WarehouseChannel
from market.inventory.ports import zone_keeping


class ChannelWarehouses:
    """``channels.ports.LinkKeeper``."""

    def change(self, *, channel_id: int, add: Sequence[Any], remove: Sequence[Any]) -> None:
        wanted = {*add, *remove}
        if Warehouse.objects.filter(pk__in=wanted).count() != len(wanted):
            raise NotFound("addWarehouses" if add else "removeWarehouses")
        WarehouseChannel.objects.bulk_create(
            [WarehouseChannel(channel_id=channel_id, warehouse_id=key) for key in add], ignore_conflicts=True
        )
        if remove:
            WarehouseChannel.objects.filter(channel_id=channel_id, warehouse_id__in=list(remove)).delete()
            zone_keeping().part(channel_id)
        catalogue_version.bump()


def channel_warehouses_reorder(*, channel_id: int, moves: Sequence[tuple[UUID, int]], actor: Actor) -> Channel:
    """Move warehouses by so many places in the order in which a channel takes pieces from them.

    Raises NotFound for a channel there is not, or a warehouse that does not serve it.
    """
    with transaction.atomic():
        channel = Channel.objects.filter(pk=channel_id).first()
        if channel is None:
            raise NotFound("channelId")
        links = sorted(
            warehouse_links_for_update(channel_id),
            key=lambda link: (link.sort_order is None, link.sort_order or 0, link.pk),
        )
        for warehouse_id, places in moves:
            link = next((one for one in links if one.warehouse_id == warehouse_id), None)
            if link is None:
                raise NotFound("moves")
            target = min(max(links.index(link) + places, 0), len(links) - 1)
            links.remove(link)
            links.insert(target, link)
        for position, link in enumerate(links):
            link.sort_order = position
        WarehouseChannel.objects.bulk_update(links, ["sort_order"])
        audit.record(
            actor=actor,
            action="inventory.channel_warehouses_reorder",
            subject_type="Channel",
            subject_id=channel_id,
            moves=[[str(key), places] for key, places in moves],
        )
    return channel
