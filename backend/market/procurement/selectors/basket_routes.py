"""By which legal way (수의계약) each enterprise's part of a basket may be bought, and what to look at."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from market.agencies.selectors.policies import Policy, policy_on
from market.catalog.models import Category, ProductType
from market.checkout.selectors.pricing import Pricing
from market.core import clock
from market.procurement.route_answer import BasketRoute, BetterWay, RouteNote, RoutePaper
from market.procurement.route_rules import (
    Judgement,
    MissingOne,
    OwnLimits,
    house_rules,
    judge,
    limit_passed,
    missing_ones,
    needs_own_production,
)
from market.procurement.route_words import (
    YearBefore,
    better_text,
    companion_note,
    ends_note,
    own_production_note,
    reason_of,
    repeated_note,
    split_note,
)
from market.procurement.selectors.route_history import Bought, bought_before
from market.vendors.buying_route_rules import Held, OpenRoute, RouteRule
from market.vendors.models import Certificate, CertificateKind, CertificateStatus, Regime
from market.vendors.selectors.buying_routes import held, route_rules
from market.vendors.selectors.certificates import counts_on

OWN_PRODUCTION = "DIRECT_PRODUCTION"
ENDS_SOON = dt.timedelta(days=30)
REPEATED_FROM = 2  # orders of one category before this one
Names = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class RouteLine:
    """One thing of a part; ``net`` in won without VAT, for all pieces."""

    name: str
    category_id: int | None
    is_service: bool
    net: Decimal


@dataclass(frozen=True, kw_only=True)
class VendorPart:
    """What is to be bought of one enterprise."""

    vendor_id: int
    name: str
    name_en: str
    lines: tuple[RouteLine, ...]

    @property
    def amount(self) -> Decimal:
        """추정가격: what the lines cost without VAT (영 §7); delivery is no part of it."""
        return sum((line.net for line in self.lines), Decimal(0))

    @property
    def buys(self) -> frozenset[str]:
        return frozenset("services" if line.is_service else "goods" for line in self.lines) or frozenset({"goods"})


@dataclass(frozen=True, kw_only=True)
class _Facts:
    """What was read for all parts at once."""

    on: dt.date
    law: str
    limits: OwnLimits
    rules: Sequence[RouteRule]
    certificates: Mapping[int, Sequence[Certificate]]
    bought: Mapping[int, Sequence[Bought]]
    kinds: Names
    categories: Mapping[int, tuple[str, str]]


def basket_routes(
    *,
    parts: Sequence[VendorPart],
    agency_id: int,
    department_id: int | None,
    on: dt.date | None = None,
    law: Regime | None = None,
    except_order_ids: Collection[UUID] = (),
) -> dict[int, BasketRoute]:
    """The answer for each enterprise, in eight statements whatever the basket holds.

    By the law of the day and the agency's policy of that day; ``law`` overrides whose law that is. ``except_order_ids``: orders that
    are no past of this basket, as the one that holds its terms. Raises NotFound for an agency that does not exist.
    """
    day = on or clock.today()
    policy = policy_on(agency_id, day)
    regime, limits = law or Regime(policy.law.value), _limits(policy)
    vendor_ids = [part.vendor_id for part in parts]
    facts = _Facts(
        on=day,
        law=regime.value,
        limits=limits,
        rules=house_rules(route_rules(day, regime=regime), limits),
        certificates=_certificates(vendor_ids),
        bought=bought_before(
            agency_id=agency_id,
            department_id=department_id,
            vendor_ids=vendor_ids,
            on=day,
            except_order_ids=except_order_ids,
        ),
        kinds={
            code: (name, name_en)
            for code, name, name_en in CertificateKind.objects.values_list("code", "name", "name_en")
        },
        categories=_categories(parts),
    )
    return {part.vendor_id: _route(part, facts) for part in parts}


def parts_of_pricing(pricing: Pricing) -> list[VendorPart]:
    """A priced checkout as parts, in one statement."""
    products = [line.offer.product for line in pricing.lines]
    services = set(
        ProductType.objects.filter(
            pk__in={product.product_type_id for product in products}, is_service=True
        ).values_list("pk", flat=True)
    )
    return [
        VendorPart(
            vendor_id=group.vendor.pk,
            name=group.vendor.name,
            name_en=group.vendor.name_en or group.vendor.name,
            lines=tuple(
                RouteLine(
                    name=line.offer.product.name,
                    category_id=line.offer.product.category_id,
                    is_service=line.offer.product.product_type_id in services,
                    net=line.total.net.amount,
                )
                for line in group.lines
            ),
        )
        for group in pricing.groups
    ]


def _limits(policy: Policy) -> OwnLimits:
    return OwnLimits(
        quote_omit_below=policy.quote_omit_below,
        one_quote_up_to=policy.one_quote_up_to,
        comparison_from=policy.comparison_from,
        split_warning_from=policy.split_warning_from,
        may_widen=policy.may_widen,
    )


def _certificates(vendor_ids: Sequence[int]) -> dict[int, list[Certificate]]:
    """All that were ever verified: those of another day show what is near."""
    found: dict[int, list[Certificate]] = {vendor_id: [] for vendor_id in vendor_ids}
    rows = Certificate.objects.filter(
        vendor_id__in=vendor_ids, status__in=(CertificateStatus.VERIFIED, CertificateStatus.REVOKED)
    )
    for row in rows.select_related("kind").order_by("kind__sort_order", "kind__code", "id"):
        found[row.vendor_id].append(row)
    return found


def _categories(parts: Sequence[VendorPart]) -> dict[int, tuple[str, str]]:
    ids = {line.category_id for part in parts for line in part.lines if line.category_id is not None}
    rows = Category.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "name", "name_en")
    return {pk: (name, name_en or name) for pk, name, name_en in rows}


def _route(part: VendorPart, facts: _Facts) -> BasketRoute:
    counting = [row for row in facts.certificates[part.vendor_id] if counts_on(row, facts.on)]
    having = [held(row) for row in counting]
    judgement = judge(facts.rules, having, part.amount, part.buys, facts.limits)
    papers = _papers(judgement.route, counting)
    before = _year_before(facts.bought[part.vendor_id], facts.on.year)
    better = _better(missing_ones(facts.rules, having, part.amount, part.buys, facts.limits), part, facts)
    rule = judgement.route.rule if judgement.route is not None else None
    reason, reason_en = reason_of(
        judgement,
        vendor=(part.name, part.name_en),
        law=facts.law,
        amount=part.amount,
        buys=tuple(part.buys),
        papers=papers,
        is_law_known=bool(facts.rules),
    )
    return BasketRoute(
        vendor_id=part.vendor_id,
        vendor_name=part.name,
        vendor_name_en=part.name_en,
        law=facts.law,
        judged_on=facts.on,
        fiscal_year=facts.on.year,
        amount=part.amount,
        buys=tuple(sorted(part.buys)),
        verdict=judgement.verdict,
        quotes=judgement.quotes,
        is_through_platform=judgement.is_through_platform,
        is_by_house=judgement.is_by_house,
        contract_article=rule.contract_article if rule else "",
        contract_article_en=rule.contract_article_en if rule else "",
        quote_article=rule.quote_article if rule else "",
        quote_article_en=rule.quote_article_en if rule else "",
        reason=reason,
        reason_en=reason_en,
        open_until=judgement.route.open_until if judgement.route is not None else None,
        bought=before.total,
        papers=papers,
        notes=tuple(_notes(part, facts, judgement, having, counting, before, better)),
        better=better,
    )


def _papers(route: OpenRoute | None, counting: Sequence[Certificate]) -> tuple[RoutePaper, ...]:
    """Of each side, opener and companion, the certificate that counts longest."""
    if route is None:
        return ()
    by_id = {row.pk: row for row in counting}
    longest = [
        max(side, key=lambda item: (item.valid_until or dt.date.max, -item.certificate_id))
        for side in (route.by, route.companions)
        if side
    ]
    return tuple(_paper(by_id[item.certificate_id]) for item in longest)


def _paper(row: Certificate) -> RoutePaper:
    return RoutePaper(
        kind=row.kind.code,
        name=row.kind.name,
        name_en=row.kind.name_en,
        number=row.number,
        valid_until=row.valid_until,
        item=row.item,
    )


def _year_before(bought: Sequence[Bought], year: int) -> YearBefore:
    return YearBefore(
        year=year,
        total=sum((row.net for row in bought), Decimal(0)),
        orders=tuple(dict.fromkeys(row.order_number for row in bought)),
        waiting=tuple(dict.fromkeys(row.order_number for row in bought if row.is_waiting)),
    )


def _better(missing: Sequence[MissingOne], part: VendorPart, facts: _Facts) -> tuple[BetterWay, ...]:
    had = {row.kind.code for row in facts.certificates[part.vendor_id] if row.status == CertificateStatus.VERIFIED}
    ways = []
    for one in missing:
        codes = tuple(code for code in facts.kinds if code in one.kinds)
        text, text_en = better_text([facts.kinds[code] for code in codes], one.judgement)
        ways.append(
            BetterWay(
                kinds=codes,
                verdict=one.judgement.verdict,
                quotes=one.judgement.quotes,
                is_through_platform=one.judgement.is_through_platform,
                is_companion=one.is_companion,
                is_near=one.is_companion or bool(one.kinds & had),
                text=text,
                text_en=text_en,
            )
        )
    return tuple(ways)


def _notes(
    part: VendorPart,
    facts: _Facts,
    judgement: Judgement,
    having: Sequence[Held],
    counting: Sequence[Certificate],
    before: YearBefore,
    better: Sequence[BetterWay],
) -> list[RouteNote]:
    notes = []
    passed = limit_passed(facts.rules, having, part.amount, before.total, part.buys, facts.limits)
    if passed is not None:
        notes.append(split_note(passed, before, facts.law))
    if repeated := _repeated(part, facts):
        notes.append(repeated_note(repeated, facts.on.year))
    if companion := next((way for way in better if way.is_companion), None):
        notes.append(companion_note((companion.text, companion.text_en)))
    unproved = _unproved(part, counting) if needs_own_production(judgement, part.amount) else []
    if unproved and judgement.route is not None:
        notes.append(own_production_note(facts.law, unproved, is_whole=judgement.route.rule.own_production_from == 0))
    until = judgement.route.open_until if judgement.route is not None else None
    if until is not None and until - facts.on <= ENDS_SOON:
        notes.append(ends_note(until, facts.on))
    return notes


def _repeated(part: VendorPart, facts: _Facts) -> list[tuple[str, str, int]]:
    here = {line.category_id for line in part.lines}
    orders = {(row.category_id, row.order_number) for row in facts.bought[part.vendor_id]}
    times = Counter(category_id for category_id, _ in orders if category_id in here)
    return [(*names, times[pk]) for pk, names in facts.categories.items() if times[pk] >= REPEATED_FROM]


def _unproved(part: VendorPart, counting: Sequence[Certificate]) -> list[str]:
    """Names of what no proof of own production speaks of: its item is in the name, or the name in it."""
    items = [_bare(row.item) for row in counting if row.kind.code == OWN_PRODUCTION and row.item]
    names = dict.fromkeys(line.name for line in part.lines)
    return [name for name in names if not any(item in _bare(name) or _bare(name) in item for item in items)]


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()
