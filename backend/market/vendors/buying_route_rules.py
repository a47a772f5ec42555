"""Pure rules: which ways of buying certificates open, and what is lost when one of them goes. The law itself is data (models.BuyingRoute)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class RouteRule:
    """One row of the law on one day; amounts in won without VAT (추정가격, 지방계약법 시행령 §7, 국가계약법 시행령 §7).

    ``regime``: by whose law, a value of models.Regime. ``buys``: what may be bought by it, values of PurchaseKind.
    """

    code: str
    regime: str = "local"
    buys: frozenset[str] = frozenset({"goods", "services"})
    above: Decimal
    up_to: Decimal | None
    is_up_to_included: bool
    quotes: int
    is_through_platform: bool
    kinds: frozenset[str]
    companion: str | None
    own_production_from: Decimal | None
    contract_article: str
    contract_article_en: str
    quote_article: str
    quote_article_en: str

    def takes(self, amount: Decimal) -> bool:
        """Whether the estimated price lies in the row's range."""
        if self.above and amount <= self.above:
            return False
        if self.up_to is None:
            return True
        return amount <= self.up_to if self.is_up_to_included else amount < self.up_to


@dataclass(frozen=True)
class Held:
    """A certificate that counts on the day: its key, its kind, its last day."""

    certificate_id: int
    kind: str
    valid_until: dt.date | None


@dataclass(frozen=True)
class OpenRoute:
    """A way that is open, by these certificates (none: to anybody), together with these companions."""

    rule: RouteRule
    by: tuple[Held, ...]
    companions: tuple[Held, ...]

    @property
    def open_until(self) -> dt.date | None:
        """The last day it stays open with what is held now; None: no end."""
        ends = [_latest(self.by), _latest(self.companions)]
        return min((end for end in ends if end is not None), default=None)


def routes_open(rules: Iterable[RouteRule], held: Sequence[Held], amount: Decimal | None = None) -> list[OpenRoute]:
    """What is open for the amount (None: for any), the fewest quotes and the lowest ceiling first."""
    found = [_opened(rule, held) for rule in rules if amount is None or rule.takes(amount)]
    return sorted((route for route in found if route is not None), key=_order)


def routes_lost(rules: Sequence[RouteRule], held: Sequence[Held], without: Iterable[int]) -> list[OpenRoute]:
    """What is open with all that is held and closed without these certificates."""
    gone = set(without)
    left = {route.rule.code for route in routes_open(rules, [item for item in held if item.certificate_id not in gone])}
    return [route for route in routes_open(rules, held) if route.rule.code not in left]


def highest_with(routes: Iterable[OpenRoute], quotes: int) -> OpenRoute | None:
    """The one that reaches highest with at most so many quotes."""
    few = [route for route in routes if route.rule.quotes <= quotes]
    return max(few, key=lambda route: (route.rule.up_to is None, route.rule.up_to or 0), default=None)


def _opened(rule: RouteRule, held: Sequence[Held]) -> OpenRoute | None:
    by = tuple(item for item in held if item.kind in rule.kinds)
    companions = tuple(item for item in held if item.kind == rule.companion)
    if (rule.kinds and not by) or (rule.companion and not companions):
        return None
    return OpenRoute(rule, by, companions)


def _order(route: OpenRoute) -> tuple[int, bool, Decimal, str]:
    rule = route.rule
    return (rule.quotes, rule.up_to is None, rule.up_to or Decimal(0), rule.code)


def _latest(held: tuple[Held, ...]) -> dt.date | None:
    """The last day on which one of them counts; None where there is none, or one has no end."""
    ends = [item.valid_until for item in held]
    return max((end for end in ends if end is not None), default=None) if None not in ends else None
