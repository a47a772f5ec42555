"""What a public buyer narrows products by (p: product): does it fit the budget, is it there in time, may it be bought so easily.

Each condition holds for a quantity, raised to the product's smallest order, and looks for one variant that the channel sells and that
may be bought in that quantity. The same is worked out for a page of products by ``purchase_estimates``; a test holds both together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings

from market.catalog.selectors.view import View
from market.catalog.sql import FALSE, TRUE, Sql, all_of, any_of, from_queryset, select
from market.core import clock
from market.core.tax import TaxKind
from market.shipping.arrival_rules import Closed, LeadTimes
from market.shipping.selectors.delivery_ways import Ways
from market.shipping.selectors.shipping_method_list import ListedMethod
from market.vendors.buying_route_rules import RouteRule
from market.vendors.models import Vendor
from market.vendors.selectors.buying_routes import PurchaseKind
from market.vendors.selectors.certificates import vendors_certified

SHIPPED = "p.product_type_id = ANY(ARRAY(SELECT ft.id FROM catalog_producttype ft WHERE ft.is_shipping_required))"
SERVICE = "p.product_type_id = ANY(ARRAY(SELECT ft.id FROM catalog_producttype ft WHERE ft.is_service))"
# The lowest of what one costs now and the steps that the quantity reaches (catalog/rules/quantity_prices.py).
# Few variants have steps: those that have none are told by a set that is read once.
UNIT = """LEAST(fl.price_amount, fl.discounted_price_amount, CASE WHEN fv.id IN ({stepped}) THEN
    (SELECT min(fp.price_amount) FROM catalog_quantityprice fp
     WHERE fp.variant_id = fv.id AND fp.channel_id = {channel} AND fp.minimum_quantity <= {pieces}) END)"""
STEPPED = "SELECT fs.variant_id FROM catalog_quantityprice fs WHERE fs.channel_id = {channel}"
STEPPED_PRODUCTS = """p.id IN (SELECT sv.product_id FROM catalog_quantityprice fs JOIN catalog_productvariant sv ON sv.id = fs.variant_id
    WHERE fs.channel_id = {channel})"""
WEIGHT = "COALESCE(fv.weight_grams, p.weight_grams, (SELECT fk.weight_grams FROM catalog_producttype fk WHERE fk.id = p.product_type_id), 0)"
FEE = """(SELECT CASE WHEN fd.free_delivery_from IS NOT NULL AND {total} >= fd.free_delivery_from THEN 0 ELSE fd.delivery_fee END{surcharge}
    FROM vendors_vendor fd WHERE fd.id = p.vendor_id)"""
FREE = """(SELECT COALESCE(sum(s.quantity - s.quantity_allocated), 0) FROM inventory_stock s
    JOIN inventory_warehousechannel wc ON wc.warehouse_id = s.warehouse_id AND wc.channel_id = {channel}
    JOIN shipping_shippingzone_warehouses zw ON zw.warehouse_id = s.warehouse_id AND zw.shippingzone_id = {zone}
    WHERE s.variant_id = fv.id)"""
EXCLUDED = "EXISTS (SELECT 1 FROM shipping_shippingmethod_excluded_products fe WHERE fe.shippingmethod_id = {method} AND fe.product_id = p.id)"


@dataclass(frozen=True)
class Basket:
    """So many pieces of one product in a channel: the expressions that conditions about them are made of. All numbers are ours."""

    view: View
    quantity: int

    @property
    def pieces(self) -> str:
        return f"GREATEST({int(self.quantity)}, p.minimum_order_quantity)"

    @property
    def total(self) -> str:
        """What the goods cost, VAT included."""
        return f"({self.unit} * {self.pieces})"

    @property
    def unit(self) -> str:
        """What each of them costs, VAT included."""
        channel = int(self.view.channel_id)
        return UNIT.format(pieces=self.pieces, channel=channel, stepped=STEPPED.format(channel=channel))

    def costs_at_most(self, amount: Decimal) -> Sql:
        """Whether its cheapest variant may cost so little: the lowest price on the listing says so, but for what falls with the quantity."""
        stepped = STEPPED_PRODUCTS.format(channel=int(self.view.channel_id))
        return Sql(f"l.discounted_price_amount * {self.pieces} <= %s OR {stepped}", (amount,))

    def some_variant(self, condition: Sql) -> Sql:
        """Some variant (fv, its listing fl) can be ordered in the quantity, and meets the condition."""
        most = int(settings.VARIANT_QUANTITY_LIMIT)
        found = select(
            "1",
            "catalog_productvariant fv JOIN catalog_variantchannellisting fl ON fl.variant_id = fv.id "
            f"AND fl.channel_id = {int(self.view.channel_id)} AND fl.price_amount IS NOT NULL",
            f"fv.product_id = p.id AND {self.pieces} <= LEAST(fv.quantity_limit_per_customer, {most}) AND ({condition.text})",
        )
        return Sql(f"EXISTS ({found})", condition.params)

    def takes(self, way: ListedMethod) -> str:
        """Whether the method takes the parcel: by its price or its weight, and not an excluded product."""
        terms = way.terms
        low, high, value = (
            (terms.minimum_grams, terms.maximum_grams, f"{WEIGHT} * {self.pieces}")
            if terms.limits == "weight"
            else (terms.minimum_price, terms.maximum_price, self.total)
        )
        parts = [f"NOT {EXCLUDED.format(method=int(way.method.pk))}"]
        parts += [f"{value} >= {Decimal(low):f}"] if low is not None else []
        parts += [f"{value} <= {Decimal(high):f}"] if high is not None else []
        return " AND ".join(parts)

    def delivery(self, ways: Ways) -> str:
        """What the cheapest way costs that takes the parcel; NULL where none does."""
        own = FEE.format(total=self.total, surcharge=" + fd.remote_area_surcharge" if ways.is_remote else "")
        by_terms = own if ways.has_terms else "0"
        charges = [
            f"CASE WHEN {self.takes(way)} THEN {by_terms if way.price is None else f'{way.price:f}'} END"
            for way in ways.parcels
        ]
        return f"LEAST({', '.join(charges)})" if charges else "NULL::numeric"


ORDERABLE = "NOT p.is_quote_only AND l.available_for_purchase_at <= %s"


def fits_budget(view: View, *, amount: Decimal, quantity: int, ways: Ways) -> Sql:
    """So many pieces and their delivery cost at most the amount, VAT included. What is sold by quotation has no price yet."""
    basket = Basket(view, quantity)
    cost = Sql(
        f"CASE WHEN {SHIPPED} THEN {basket.total} + {basket.delivery(ways)} ELSE {basket.total} END <= %s",
        (amount,),
    )
    return all_of([Sql("NOT p.is_quote_only"), basket.costs_at_most(amount), basket.some_variant(cost)])


def delivers_by(view: View, *, by: dt.date, quantity: int, ways: Ways) -> Sql:
    """So many pieces are at the place by the day if they are ordered today, or as soon as the enterprise's holidays end.

    Goods: in stock in a warehouse from where a method reaches the place, with the days of preparation that the listing promises and the
    method's longest transit. Services: their days of preparation, where services are rendered.
    """
    today = clock.today()
    basket, resting = Basket(view, quantity), _holidays(today)
    parts = []
    for way in ways.parcels:
        in_time = _in_time(LeadTimes(today, by, ways.transit_days(way)), resting)
        free = FREE.format(channel=int(view.channel_id), zone=int(way.method.zone_id))
        in_stock = f"(NOT fv.track_inventory OR {free} >= {basket.pieces})"
        parts.append(all_of([in_time, Sql(SHIPPED), basket.some_variant(Sql(f"{in_stock} AND {basket.takes(way)}"))]))
    if ways.is_served:
        in_time = _in_time(LeadTimes(today, by, 0), resting)
        parts.append(all_of([in_time, Sql(f"NOT {SHIPPED}"), basket.some_variant(TRUE)]))
    return all_of([Sql(ORDERABLE, (clock.now(),)), any_of(parts)])


def _in_time(times: LeadTimes, resting: Sequence[tuple[int, Closed]]) -> Sql:
    longest = times.longest()
    if longest is None:
        return FALSE
    usual = Sql("p.dispatch_days <= %s", (longest,))
    shorter = [(pk, times.longest(closed)) for pk, closed in resting]
    late = [(pk, -1 if lead is None else lead) for pk, lead in shorter if lead != longest]
    if not late:
        return usual
    resting_too_long = Sql(
        "NOT EXISTS (SELECT 1 FROM unnest(%s::bigint[], %s::int[]) h(vendor_id, lead) WHERE h.vendor_id = p.vendor_id "
        "AND p.dispatch_days > h.lead)",
        ([pk for pk, _ in late], [lead for _, lead in late]),
    )
    return all_of([usual, resting_too_long])


def _holidays(today: dt.date) -> list[tuple[int, Closed]]:
    """The enterprises with holidays that are under way or to come."""
    rows = Vendor.objects.filter(holiday_from__isnull=False, holiday_until__gte=today).order_by("pk")
    found = rows.values_list("pk", "holiday_from", "holiday_until")
    return [(pk, Closed(first, last)) for pk, first, last in found if first is not None and last is not None]


def lawful_with(
    view: View, *, quotes: int, rules: Sequence[RouteRule], amount: Decimal | None, quantity: int, rate: Decimal
) -> Sql:
    """A private contract (수의계약) is open with at most so many quotes, for the amount without VAT or for so many pieces of the product.

    ``rules``: the law of the day, for goods and services; ``rate``: the VAT rate that the estimated price (추정가격) leaves out.
    """
    few = [rule for rule in rules if rule.quotes <= quotes]
    if amount is not None:
        return _by_kind(few, lambda rule: _holders(rule) if rule.takes(amount) else FALSE)
    basket = Basket(view, quantity)
    net = Sql(
        f"(CASE WHEN p.tax_kind = %s THEN round({basket.total} / (1 + %s)) ELSE {basket.total} END)",
        (TaxKind.TAXABLE.value, rate),
    )
    lawful = _by_kind(few, lambda rule: all_of([_within(net, rule), _holders(rule)]))
    return all_of([Sql("NOT p.is_quote_only"), basket.some_variant(lawful)])


def _by_kind(rules: Sequence[RouteRule], condition: Callable[[RouteRule], Sql]) -> Sql:
    """Some rule for what the product is, goods or a service, meets the condition."""
    goods, services = (
        _one_holds([condition(rule) for rule in rules if kind.value in rule.buys])
        for kind in (PurchaseKind.GOODS, PurchaseKind.SERVICES)
    )
    if goods == services:
        return goods
    return any_of([all_of([Sql(SERVICE), services]), all_of([Sql(f"NOT {SERVICE}"), goods])])


def _one_holds(parts: Sequence[Sql]) -> Sql:
    return TRUE if any(part is TRUE for part in parts) else any_of(part for part in parts if part is not FALSE)


def _within(net: Sql, rule: RouteRule) -> Sql:
    """Whether the estimated price lies in the rule's range."""
    bounds = [Sql(f"{net.text} > %s", (*net.params, rule.above))] if rule.above else []
    if rule.up_to is not None:
        sign = "<=" if rule.is_up_to_included else "<"
        bounds.append(Sql(f"{net.text} {sign} %s", (*net.params, rule.up_to)))
    return all_of(bounds)


def _holders(rule: RouteRule) -> Sql:
    """Of an enterprise whose certificates open the way today."""
    parts = [from_queryset("p.vendor_id", vendors_certified(rule.kinds))] if rule.kinds else []
    if rule.companion:
        parts.append(from_queryset("p.vendor_id", vendors_certified([rule.companion])))
    return all_of(parts)
