"""What shipping adds to channels, warehouses and variants."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.views import view_of
from market.channels.graphql.countries import country_display
from market.core.graphql.batch import batch
from market.core.graphql.connections import Connection, SortKey, paginate_each, paging_arguments
from market.core.graphql.enums import CountryCode
from market.core.graphql.types import non_null_list
from market.inventory.selectors.warehouses import ensure_sees_stocks
from market.shipping.models import ShippingZone
from market.shipping.selectors.zones import countries_of_channels, stocks_of_variants, vendors_of_variants

BY_ID = [SortKey("pk", parse=int)]


class ChannelZoneFields:
    countries = graphene.Field(
        non_null_list("market.channels.graphql.types.CountryDisplay"),
        description="Where its orders can be delivered: the countries of its shipping zones.",
    )

    @batch
    def resolve_countries(parents: list[Any], info: Any) -> list[list[dict[str, str]]]:
        found = countries_of_channels([channel.pk for channel in parents])
        return [[country_display(code, info) for code in found.get(channel.pk, [])] for channel in parents]


class WarehouseZoneFields:
    shipping_zones = graphene.Field(
        "market.shipping.graphql.zone_types.ShippingZoneCountableConnection",
        **paging_arguments(),
        required=True,
        description="The zones that it serves.",
    )

    @batch
    def resolve_shipping_zones(parents: list[Any], info: Any, **paging: Any) -> list[Connection]:
        keys = [warehouse.pk for warehouse in parents]
        return paginate_each(info, keys, ShippingZone.objects.all(), "warehouses", BY_ID, **paging)


class VariantWarehouseFields:
    stocks = graphene.Field(
        non_null_list("market.inventory.graphql.types.Stock"),
        address=graphene.Argument(
            "market.accounts.graphql.inputs.AddressInput", description="Destination; only its country is looked at."
        ),
        country_code=graphene.Argument(CountryCode, description="Country of destination."),
        description="How many pieces lie where: in the channel's warehouses where there is a channel; for staff and the enterprise's "
        "members.",
    )

    @batch
    def resolve_stocks(
        parents: list[Any], info: Any, address: Any = None, country_code: Any = None
    ) -> list[list[Any] | None]:
        owners = vendors_of_variants({variant.pk for variant in parents})
        seen = ensure_sees_stocks(info.context.actor, owners.values())
        country = (address or {}).get("country") or country_code
        by_channel: dict[int | None, list[int]] = {}
        for variant in parents:
            channel = view_of(variant).channel
            by_channel.setdefault(channel.pk if channel else None, []).append(variant.pk)
        found: dict[tuple[int | None, int], list[Any]] = {}
        code = None if country is None else str(getattr(country, "value", country))
        for channel_id, keys in by_channel.items():
            for key, stocks in stocks_of_variants(keys, channel_id=channel_id, country=code).items():
                found[channel_id, key] = stocks
        answers: list[list[Any] | None] = []
        for variant in parents:
            channel = view_of(variant).channel
            own = found.get((channel.pk if channel else None, variant.pk), [])
            answers.append(own if owners.get(variant.pk) in seen else None)
        return answers
