"""Shipping zones."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.global_ids import int_pk
from market.core.graphql.connections import Connection, SortKey, paginate, paging_arguments
from market.core.graphql.types import non_null_list
from market.shipping.graphql.zone_types import ShippingZone, ShippingZoneCountableConnection
from market.shipping.models import ShippingZone as ZoneModel
from market.shipping.selectors.zones import zone_list


class ShippingZoneFilterInput(graphene.InputObjectType):
    """Which zones."""

    search = graphene.String(description="With these words in the name.")
    channels = non_null_list(graphene.ID, description="For one of these channels.")


def _channel() -> graphene.String:
    return graphene.String(description="Slug of the channel through which methods and prices are looked at.")


class ShippingQueries:
    shipping_zone = graphene.Field(
        ShippingZone,
        id=graphene.ID(required=True, description="ID of the zone."),
        channel=_channel(),
        description="One shipping zone; for who manages shipping.",
    )
    shipping_zones = graphene.Field(
        ShippingZoneCountableConnection,
        filter=ShippingZoneFilterInput(description="Which."),
        channel=_channel(),
        **paging_arguments(),
        description="Shipping zones; for who manages shipping.",
    )

    @staticmethod
    def resolve_shipping_zone(root: Any, info: Any, id: str, channel: str | None = None) -> ZoneModel | None:
        zone = zone_list(viewer=info.context.actor).filter(pk=int_pk(id, "ShippingZone")).first()
        if zone is not None:
            zone.channel_slug = _plain(channel)  # type: ignore[attr-defined]
        return zone

    @staticmethod
    def resolve_shipping_zones(
        root: Any, info: Any, filter: Any = None, channel: str | None = None, **paging: Any
    ) -> Connection:
        zones = zone_list(viewer=info.context.actor)
        given = filter or {}
        if given.get("search"):
            zones = zones.filter(name__icontains=given["search"].replace("\x00", "\ufffd"))
        if given.get("channels") is not None:
            keys = [int_pk(one, "Channel") for one in given["channels"]]
            zones = zones.filter(pk__in=ZoneModel.objects.filter(channels__in=keys).values("pk"))
        if channel is not None:
            zones = zones.filter(pk__in=ZoneModel.objects.filter(channels__slug=_plain(channel)).values("pk"))
        page = paginate(info, zones, [SortKey("pk", parse=int)], **paging)
        for zone in page.nodes:
            zone.channel_slug = _plain(channel)
        return page


def _plain(text: str | None) -> str | None:
    return None if text is None else text.replace("\x00", "\ufffd")
