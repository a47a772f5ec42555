"""By which legal way an agency may buy from an enterprise on a day: the law's rows and the certificates that count that day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from django.db.models import Q

from market.vendors.buying_route_rules import Held, OpenRoute, RouteRule, routes_lost, routes_open
from market.vendors.models import BuyingRoute, Certificate, Regime
from market.vendors.selectors.certificates import certificates_counting


class PurchaseKind(Enum):
    """What is bought (물품, 용역)."""

    GOODS = "goods"
    SERVICES = "services"


@dataclass(frozen=True)
class VendorRoute:
    """A way that is open, with the certificates that open it; ``amount`` is the one it was asked for, if any."""

    route: OpenRoute
    certificates: tuple[Certificate, ...]
    amount: Decimal | None = None


def route_rules(on: dt.date, kind: PurchaseKind | None = None, regime: Regime = Regime.LOCAL) -> list[RouteRule]:
    """The law on a day, for one kind of purchase or for both: two statements."""
    rows = BuyingRoute.objects.filter(
        Q(effective_until__isnull=True) | Q(effective_until__gte=on), effective_from__lte=on, regime=regime
    )
    if kind is not None:
        rows = rows.filter(**{f"for_{kind.value}": True})
    return [_rule(row) for row in rows.select_related("companion").prefetch_related("kinds")]


def routes_of(
    vendor_ids: Sequence[int], rules: Sequence[RouteRule], on: dt.date, amount: Decimal | None = None
) -> dict[int, list[VendorRoute]]:
    """What is open for each vendor on the day, in one statement for all of them."""
    held: dict[int, list[Certificate]] = {vendor_id: [] for vendor_id in vendor_ids}
    for certificate in certificates_counting(vendor_ids, on):
        held[certificate.vendor_id].append(certificate)
    return {vendor_id: routes_by(rows, rules, amount) for vendor_id, rows in held.items()}


def routes_by(
    certificates: Sequence[Certificate], rules: Sequence[RouteRule], amount: Decimal | None = None
) -> list[VendorRoute]:
    """What these certificates open."""
    return _with_papers(routes_open(rules, [held(row) for row in certificates], amount), certificates, amount)


def routes_hanging_on(
    certificate: Certificate, others: Iterable[Certificate], rules: Sequence[RouteRule]
) -> list[VendorRoute]:
    """What is open with the certificate and the others and would be closed without it."""
    papers = [*(row for row in others if row.pk != certificate.pk), certificate]
    return _with_papers(routes_lost(rules, [held(row) for row in papers], [certificate.pk]), papers, None)


def held(certificate: Certificate) -> Held:
    return Held(certificate.pk, certificate.kind.code, certificate.valid_until)


def _with_papers(
    routes: Iterable[OpenRoute], certificates: Sequence[Certificate], amount: Decimal | None
) -> list[VendorRoute]:
    by_id = {row.pk: row for row in certificates}
    return [
        VendorRoute(route, tuple(by_id[item.certificate_id] for item in (*route.by, *route.companions)), amount)
        for route in routes
    ]


def _rule(row: BuyingRoute) -> RouteRule:
    return RouteRule(
        code=row.code,
        regime=row.regime,
        buys=frozenset(kind.value for kind in PurchaseKind if getattr(row, f"for_{kind.value}")),
        above=row.above,
        up_to=row.up_to,
        is_up_to_included=row.is_up_to_included,
        quotes=row.quotes,
        is_through_platform=row.is_through_platform,
        kinds=frozenset(kind.code for kind in row.kinds.all()),
        companion=row.companion.code if row.companion else None,
        own_production_from=row.own_production_from,
        contract_article=row.contract_article,
        contract_article_en=row.contract_article_en,
        quote_article=row.quote_article,
        quote_article_en=row.quote_article_en,
    )
