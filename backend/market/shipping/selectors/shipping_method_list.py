"""Ways of delivery, and what a place costs."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from market.catalog.sql import columns, fetch, select
from market.shipping.models import DeliveryKind, ShippingMethod
from market.shipping.rules import MethodTerms, PostalRange, goes_to

# Counted goods that the channel has in its warehouses, but in none of the zone's: the zone's methods cannot carry them.
OUT_OF_REACH = """ARRAY(SELECT v.id FROM catalog_productvariant v WHERE v.id = ANY(%s::bigint[]) AND v.track_inventory
    AND EXISTS (SELECT 1 FROM inventory_stock s JOIN inventory_warehousechannel wc ON wc.warehouse_id = s.warehouse_id
        AND wc.channel_id = l.channel_id WHERE s.variant_id = v.id)
    AND NOT EXISTS (SELECT 1 FROM inventory_stock s JOIN inventory_warehousechannel wc ON wc.warehouse_id = s.warehouse_id
        AND wc.channel_id = l.channel_id JOIN shipping_shippingzone_warehouses zw ON zw.warehouse_id = s.warehouse_id
        AND zw.shippingzone_id = m.zone_id WHERE s.variant_id = v.id))"""
EXCLUDED = """ARRAY(SELECT e.product_id FROM shipping_shippingmethod_excluded_products e
    WHERE e.shippingmethod_id = m.id AND e.product_id = ANY(%s::bigint[]))"""
POSTCODES = """(SELECT json_agg(json_build_array(r.start, r."end", r.inclusion)) FROM shipping_postalcoderule r
    WHERE r.method_id = m.id)::text"""
SOURCE = """shipping_shippingmethod m JOIN shipping_shippingzone z ON z.id = m.zone_id
    JOIN shipping_shippingmethodchannellisting l ON l.method_id = m.id AND l.channel_id = %s
    JOIN shipping_shippingzone_channels zc ON zc.shippingzone_id = z.id AND zc.channel_id = l.channel_id"""


@dataclass(frozen=True, slots=True)
class ListedMethod:
    """A method in a channel: its price there (None: the enterprises' own terms), and what decides whether it is offered."""

    method: ShippingMethod
    price: Decimal | None
    terms: MethodTerms

    def goes_to(self, postal_code: str) -> bool:
        return goes_to(self.terms.postal_codes, postal_code)


def shipping_method_list(
    *,
    channel_id: int,
    country: str,
    product_ids: Collection[int] = (),
    variant_ids: Collection[int] = (),
    kind: DeliveryKind = DeliveryKind.PARCEL,
) -> list[ListedMethod]:
    """The methods of a kind that the channel lists to this country, with their terms about these goods: one statement.

    Services are rendered on site without a choice, so methods of that kind are never offered; they say where services reach.
    """
    made = columns(ShippingMethod, "m")
    facts = f"l.price_amount, l.minimum_order_price_amount, l.maximum_order_price_amount, {POSTCODES}, {EXCLUDED}, {OUT_OF_REACH}"
    rows = fetch(
        select(
            f"{made.text}, {facts}",
            SOURCE,
            "m.is_active AND m.type = %s AND z.countries @> ARRAY[%s]::varchar[]",
            "ORDER BY m.sort_order, m.id",
        ),
        (list(product_ids), list(variant_ids), channel_id, kind.value, country),
    )
    found = []
    for row in rows:
        method: ShippingMethod = made.instance(row[: made.width])
        price, least, most, postcodes, excluded, out_of_reach = row[made.width :]
        ranges = tuple(PostalRange(*values) for values in json.loads(postcodes or "[]"))
        terms = MethodTerms(
            limits=method.limits,
            minimum_price=least,
            maximum_price=most,
            minimum_grams=method.minimum_order_weight_grams,
            maximum_grams=method.maximum_order_weight_grams,
            postal_codes=ranges,
            excluded_products=frozenset(excluded),
            out_of_reach=frozenset(out_of_reach),
        )
        found.append(ListedMethod(method, price, terms))
    return found


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What a destination and a channel say about charges: whether enterprises charge their surcharge, and the listed prices by method."""

    is_remote: bool = False
    listed: tuple[tuple[int, Decimal], ...] = ()

    def listed_price(self, method_id: int | None) -> Decimal | None:
        return dict(self.listed).get(method_id) if method_id is not None else None


def place_facts(*, channel_id: int, country: str, postal_code: str) -> PlaceFacts:
    """The facts of one destination in one channel, in one statement; none for no destination."""
    if not country:
        return PlaceFacts()
    code = postal_code if country == "KR" and len(postal_code) == 5 else ""
    ((is_remote, listed),) = fetch(
        """SELECT EXISTS (SELECT 1 FROM shipping_remotearea a WHERE a.first_postal_code <= %s AND a.last_postal_code >= %s),
            (SELECT json_agg(json_build_array(l.method_id, l.price_amount::text)) FROM shipping_shippingmethodchannellisting l
             WHERE l.channel_id = %s AND l.price_amount IS NOT NULL)::text""",
        (code, code, channel_id),
    )
    prices = tuple((method, Decimal(price)) for method, price in json.loads(listed or "[]"))
    return PlaceFacts(bool(code) and is_remote, prices)
