"""What buying so many pieces of each product would cost, and when they would be there: facts in one statement, the rest is arithmetic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from django.conf import settings

from market.catalog.selectors.view import View, product_source
from market.catalog.sql import fetch, select
from market.core import clock
from market.shipping.arrival_rules import Arrival, Closed, calculate_arrival
from market.shipping.rules import DeliveryTerms, calculate_delivery_charge, delivery_tax_kind
from market.shipping.selectors.delivery_ways import Ways, cheapest_charge
from market.shipping.selectors.finding_conditions import FREE, WEIGHT, Basket
from market.shipping.selectors.shipping_method_list import ListedMethod
from market.vendors.selectors.buying_routes import PurchaseKind


class Obstacle(Enum):
    """Why it cannot be bought so."""

    QUOTE_ONLY = "quote_only"
    NOT_ON_SALE = "not_on_sale"
    ABOVE_LIMIT = "above_limit"
    NOT_ENOUGH = "not_enough"
    NOT_DELIVERED = "not_delivered"


class Facts(NamedTuple):
    """One variant of a product that the channel sells, as the database has it; ``free`` has a number for each way."""

    product_id: int
    vendor_id: int
    variant_id: int
    pieces: int
    minimum: int
    unit: Decimal
    tax_kind: str
    is_quote_only: bool
    on_sale_from: dt.datetime | None
    is_shipped: bool
    is_service: bool
    lead_days: int
    limit: int | None
    grams: int
    is_counted: bool
    delivery_fee: Decimal
    free_delivery_from: Decimal | None
    remote_area_surcharge: Decimal
    holiday_from: dt.date | None
    holiday_until: dt.date | None
    excluding: list[int]
    free: list[int]


@dataclass(frozen=True)
class PurchaseEstimate:
    """For the variant that can be bought, the cheapest of those; amounts include VAT. What an obstacle leaves unknown is None.

    ``delivery`` is by the cheapest way that takes the parcel, ``arrival`` by the quickest. Services have no delivery: ``arrival`` is the
    day from which they are rendered.
    """

    vendor_id: int
    variant_id: int
    purchase_kind: PurchaseKind
    pieces: int
    is_raised: bool
    unit: Decimal | None
    goods: Decimal | None
    delivery: Decimal | None
    tax_kind: str
    delivery_tax_kind: str
    is_shipped: bool
    arrival: Arrival | None
    obstacles: tuple[Obstacle, ...]

    @property
    def total(self) -> Decimal | None:
        return None if self.goods is None or self.delivery is None else self.goods + self.delivery


def purchase_estimates(
    product_ids: Sequence[int], view: View, *, quantity: int, ways: Ways, variant_id: int | None = None
) -> dict[int, PurchaseEstimate]:
    """The estimate of each product that the channel has a price for, in one statement; of one variant where it is named."""
    today = clock.today()
    best: dict[int, PurchaseEstimate] = {}
    for facts in _facts(product_ids, Basket(view, quantity), ways):
        if variant_id is not None and facts.variant_id != variant_id:
            continue
        made = _estimate(facts, ways, today, quantity)
        known = best.get(facts.product_id)
        if known is None or _order(made) < _order(known):
            best[facts.product_id] = made
    return best


def _order(estimate: PurchaseEstimate) -> tuple[int, Decimal]:
    """Few obstacles first, then what costs least."""
    return (len(estimate.obstacles), estimate.goods if estimate.goods is not None else Decimal(0))


def _facts(product_ids: Sequence[int], basket: Basket, ways: Ways) -> list[Facts]:
    source = product_source(basket.view)
    free = ", ".join(
        FREE.format(channel=int(basket.view.channel_id), zone=int(way.method.zone_id)) for way in ways.parcels
    )
    what = (
        f"p.id, p.vendor_id, fv.id, {basket.pieces}, p.minimum_order_quantity, {basket.unit}, p.tax_kind, p.is_quote_only, "  # noqa: S608
        f"l.available_for_purchase_at, pt.is_shipping_required, pt.is_service, p.dispatch_days, fv.quantity_limit_per_customer, {WEIGHT}, "
        "fv.track_inventory, nd.delivery_fee, nd.free_delivery_from, nd.remote_area_surcharge, nd.holiday_from, nd.holiday_until, "
        "ARRAY(SELECT fe.shippingmethod_id FROM shipping_shippingmethod_excluded_products fe WHERE fe.product_id = p.id), "
        f"ARRAY[{free}]::bigint[]"
    )
    joins = (
        "JOIN catalog_producttype pt ON pt.id = p.product_type_id JOIN vendors_vendor nd ON nd.id = p.vendor_id "
        "JOIN catalog_productvariant fv ON fv.product_id = p.id JOIN catalog_variantchannellisting fl ON fl.variant_id = fv.id "
        f"AND fl.channel_id = {int(basket.view.channel_id)} AND fl.price_amount IS NOT NULL"
    )
    text = select(what, f"{source.text} {joins}", "p.id = ANY(%s::bigint[])", "ORDER BY fv.sort_order, fv.id")
    return [Facts(*row) for row in fetch(text, (*source.params, list(product_ids)))]


def _estimate(facts: Facts, ways: Ways, today: dt.date, asked: int) -> PurchaseEstimate:
    goods = facts.unit * facts.pieces
    taking = tuple(way for way in ways.parcels if _takes(way, facts, goods))
    charge = _charge(facts, goods, ways, taking)
    carrying = [way for way in taking if not facts.is_counted or facts.free[ways.parcels.index(way)] >= facts.pieces]
    obstacles = tuple(_obstacles(facts, ways, taking, carrying))
    transit = min((ways.transit_days(way) for way in carrying), default=0) if facts.is_shipped else 0
    closed = (
        Closed(facts.holiday_from, facts.holiday_until)
        if facts.holiday_from is not None and facts.holiday_until is not None and facts.holiday_until >= today
        else None
    )
    is_priced = not facts.is_quote_only
    return PurchaseEstimate(
        vendor_id=facts.vendor_id,
        variant_id=facts.variant_id,
        purchase_kind=PurchaseKind.SERVICES if facts.is_service else PurchaseKind.GOODS,
        pieces=facts.pieces,
        is_raised=facts.pieces > asked,
        unit=facts.unit if is_priced else None,
        goods=goods if is_priced else None,
        delivery=charge if is_priced else None,
        tax_kind=facts.tax_kind,
        delivery_tax_kind=delivery_tax_kind([facts.tax_kind]),
        is_shipped=facts.is_shipped,
        arrival=None
        if obstacles
        else calculate_arrival(today, lead_days=facts.lead_days, transit_days=transit, closed=closed),
        obstacles=obstacles,
    )


def _charge(facts: Facts, goods: Decimal, ways: Ways, taking: tuple[ListedMethod, ...]) -> Decimal | None:
    if not facts.is_shipped:
        return Decimal(0)
    terms = DeliveryTerms(facts.delivery_fee, facts.free_delivery_from, facts.remote_area_surcharge)
    return cheapest_charge(ways, calculate_delivery_charge(terms, goods, is_remote=ways.is_remote), taking)


def _takes(way: ListedMethod, facts: Facts, goods: Decimal) -> bool:
    terms = way.terms
    if way.method.pk in facts.excluding:
        return False
    low: Any
    high: Any
    value: Any
    if terms.limits == "weight":
        low, high, value = terms.minimum_grams, terms.maximum_grams, facts.grams * facts.pieces
    else:
        low, high, value = terms.minimum_price, terms.maximum_price, goods
    return (low is None or value >= low) and (high is None or value <= high)


def _obstacles(facts: Facts, ways: Ways, taking: Sequence[Any], carrying: Sequence[Any]) -> list[Obstacle]:
    found = []
    if facts.is_quote_only:
        found.append(Obstacle.QUOTE_ONLY)
    if facts.on_sale_from is None or facts.on_sale_from > clock.now():
        found.append(Obstacle.NOT_ON_SALE)
    most = settings.VARIANT_QUANTITY_LIMIT
    if facts.pieces > (most if facts.limit is None else min(facts.limit, most)):
        found.append(Obstacle.ABOVE_LIMIT)
    if (not taking) if facts.is_shipped else (not ways.is_served):
        found.append(Obstacle.NOT_DELIVERED)
    elif facts.is_shipped and not carrying:
        found.append(Obstacle.NOT_ENOUGH)
    return found
