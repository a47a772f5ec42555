"""Pure rules: by which way one enterprise's part of a basket may be bought, how many quotes that needs, and what would open a better way.

The law is data (vendors.BuyingRoute) and so are an agency's own limits (agencies.AgencyPolicy): nothing here knows an amount, an
article or a kind of certificate. Amounts are won without VAT (추정가격).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Any

from market.vendors.buying_route_rules import Held, OpenRoute, RouteRule, routes_open

WON = Decimal(1)
COMPARED = 2  # quotes where an agency's own rules ask for a comparison
HOUSE = "house"  # what codes of ways begin with that an agency gave itself
QUOTES_BY_HOUSE: dict[str, Any] = {
    "quote_article": "기관 구매 기준",
    "quote_article_en": "the agency's purchasing rules",
}
CONTRACT_BY_HOUSE: dict[str, Any] = {
    "contract_article": "기관 구매 기준",
    "contract_article_en": "the agency's purchasing rules",
}


class Verdict(Enum):
    """How a part may be bought, the easiest first."""

    QUOTE_OMITTED = "quote_omitted"
    ONE_QUOTE = "one_quote"
    TWO_QUOTES = "two_quotes"
    TWO_QUOTES_PLATFORM = "two_quotes_platform"
    NO_CEILING = "no_ceiling"
    OPEN_TENDER = "open_tender"


@dataclass(frozen=True, kw_only=True)
class OwnLimits:
    """An agency's own limits on a day; None: the law's. Only who has rules of its own (``may_widen``) sets a limit above the law's."""

    quote_omit_below: Decimal | None = None
    one_quote_up_to: Decimal | None = None
    comparison_from: Decimal | None = None
    split_warning_from: Decimal | None = None
    may_widen: bool = False


NO_LIMITS = OwnLimits()


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """The answer for one amount. ``route`` None: an open tender. ``is_compared``: a second quote is asked by the agency, not by the law."""

    verdict: Verdict
    quotes: int
    is_through_platform: bool = False
    route: OpenRoute | None = None
    is_compared: bool = False

    @property
    def burden(self) -> tuple[bool, int, bool]:
        """The less, the easier for the buyer."""
        return (self.route is None, self.quotes, self.is_through_platform)

    @property
    def is_by_house(self) -> bool:
        """Whether the number of quotes follows from the agency's own limits."""
        return self.is_compared or (self.route is not None and self.route.rule.code.startswith(HOUSE))


@dataclass(frozen=True)
class MissingOne:
    """A better way that one certificate of any of ``kinds`` would open, and what it would ask."""

    kinds: frozenset[str]
    is_companion: bool
    judgement: Judgement


@dataclass(frozen=True)
class PassedLimit:
    """What was bought before and this together pass a limit that this alone does not; None: only the agency's own warning."""

    limit: Decimal | None
    total: Decimal
    judgement: Judgement


def house_rules(rules: Iterable[RouteRule], limits: OwnLimits) -> list[RouteRule]:
    """The law as the agency applies it: its limits on quotes from anybody narrowed, or set by an agency with rules of its own.

    Where an agency asks two quotes of anybody below the law's limit, who may sell on one quote above that limit may below it as well.
    """
    law, changed = list(rules), list[RouteRule]()
    law_ends = max((rule.up_to for rule in law if not rule.kinds and rule.up_to is not None), default=Decimal(0))
    for rule in law:
        own = _own_limit(rule, limits)
        changed += [rule] if own is None else _limited(rule, own, law_ends)
    return changed + _kept_privileges(law, limits)


def judge(
    rules: Sequence[RouteRule],
    held: Sequence[Held],
    amount: Decimal,
    buys: frozenset[str],
    limits: OwnLimits = NO_LIMITS,
) -> Judgement:
    """The easiest way that is open. ``rules``: as ``house_rules`` left them; ``buys``: kinds of purchase (goods, services), all of
    which the way has to cover."""
    open_ways = routes_open((rule for rule in rules if buys <= rule.buys), held, amount)
    if not open_ways:
        return Judgement(verdict=Verdict.OPEN_TENDER, quotes=0)
    return min((_judged(way, amount, limits) for way in open_ways), key=_ease)


def missing_ones(
    rules: Sequence[RouteRule],
    held: Sequence[Held],
    amount: Decimal,
    buys: frozenset[str],
    limits: OwnLimits = NO_LIMITS,
) -> list[MissingOne]:
    """Ways that are easier than the best one that is open and lack one certificate only, the easiest first."""
    now = judge(rules, held, amount, buys, limits)
    kinds = {item.kind for item in held}
    found: dict[tuple[frozenset[str], tuple[bool, int, bool]], MissingOne] = {}
    for rule in rules:
        if not buys <= rule.buys or not rule.takes(amount):
            continue
        lacks_kind = bool(rule.kinds) and not rule.kinds & kinds
        lacks_companion = rule.companion is not None and rule.companion not in kinds
        if lacks_kind == lacks_companion:  # open already, or two are missing
            continue
        then = _judged(OpenRoute(rule, (), ()), amount, limits)
        if then.burden < now.burden:
            wanted = rule.kinds if lacks_kind else frozenset({rule.companion or ""})
            found.setdefault((wanted, then.burden), MissingOne(wanted, lacks_companion, then))
    return sorted(found.values(), key=lambda item: (item.judgement.burden, not item.is_companion, sorted(item.kinds)))


def limit_passed(
    rules: Sequence[RouteRule],
    held: Sequence[Held],
    amount: Decimal,
    before: Decimal,
    buys: frozenset[str],
    limits: OwnLimits = NO_LIMITS,
) -> PassedLimit | None:
    """Whether the year's sum with this asks for more than this alone (쪼개기 계약), or reaches the agency's own line of warning."""
    if before <= 0:
        return None
    total = amount + before
    alone, together = judge(rules, held, amount, buys, limits), judge(rules, held, total, buys, limits)
    if together.burden > alone.burden:
        return PassedLimit(_limit_of(alone, amount, total, limits), total, together)
    warned = limits.split_warning_from
    return PassedLimit(None, total, together) if warned is not None and total >= warned else None


def needs_own_production(judgement: Judgement, amount: Decimal) -> bool:
    """Whether the buyer has to make sure that the enterprise makes it itself (판로지원법 시행령 §10; 영 §25②, 국가계약법 시행령 §26③)."""
    start = judgement.route.rule.own_production_from if judgement.route is not None else None
    return start is not None and amount >= start


def _judged(route: OpenRoute, amount: Decimal, limits: OwnLimits) -> Judgement:
    rule = route.rule
    is_compared = limits.comparison_from is not None and amount > limits.comparison_from and rule.quotes < COMPARED
    quotes = COMPARED if is_compared else rule.quotes
    return Judgement(
        verdict=_verdict(rule, quotes),
        quotes=quotes,
        is_through_platform=rule.is_through_platform,
        route=route,
        is_compared=is_compared,
    )


def _verdict(rule: RouteRule, quotes: int) -> Verdict:
    if rule.up_to is None:
        return Verdict.NO_CEILING
    if rule.is_through_platform:
        return Verdict.TWO_QUOTES_PLATFORM
    return (Verdict.QUOTE_OMITTED, Verdict.ONE_QUOTE)[quotes] if quotes < COMPARED else Verdict.TWO_QUOTES


def _ease(judgement: Judgement) -> tuple[tuple[bool, int, bool], int, bool, Decimal, str]:
    """What asks least; then a way with a ceiling, which asks no proof of own production of everything; the lowest ceiling first."""
    assert judgement.route is not None
    rule = judgement.route.rule
    return (judgement.burden, rule.quotes, rule.up_to is None, rule.up_to or Decimal(0), rule.code)


def _own_limit(rule: RouteRule, limits: OwnLimits) -> Decimal | None:
    """The agency's limit in place of this one of the law; None: the law's stands. Only what is open to anybody has one."""
    if rule.kinds or rule.up_to is None or rule.quotes > 1:
        return None
    own = limits.quote_omit_below if rule.quotes == 0 else limits.one_quote_up_to
    if own is None or own == rule.up_to or (own > rule.up_to and not limits.may_widen):
        return None
    return own


def _limited(rule: RouteRule, own: Decimal, law_ends: Decimal) -> list[RouteRule]:
    """The way up to the agency's limit. Where that is lower, what remains of the way asks two quotes; where it is higher, what is
    added rests on the agency's rules, and above ``law_ends`` the contract itself does."""
    assert rule.up_to is not None
    if own < rule.up_to:
        kept = [replace(rule, up_to=own)] if own > rule.above else []
        if rule.quotes == 0:
            return kept
        rest = replace(
            rule, code=f"{HOUSE}-{rule.code}", above=max(own, rule.above), quotes=COMPARED, **QUOTES_BY_HOUSE
        )
        return [*kept, rest]
    start = rule.up_to if rule.is_up_to_included else rule.up_to - WON
    added = replace(rule, code=f"{HOUSE}-{rule.code}", above=start, up_to=own, **QUOTES_BY_HOUSE)
    if own <= law_ends:
        return [rule, added]
    within = [replace(added, up_to=law_ends, is_up_to_included=True)] if start < law_ends else []
    return [rule, *within, replace(added, above=max(start, law_ends), **CONTRACT_BY_HOUSE)]


def _kept_privileges(rules: Sequence[RouteRule], limits: OwnLimits) -> list[RouteRule]:
    """Ways on one quote that begin where the law's limit for anybody ends, down to the agency's lower limit."""
    kept: list[RouteRule] = []
    for anybody in rules:
        own = _own_limit(anybody, limits)
        if anybody.quotes != 1 or own is None or anybody.up_to is None or own > anybody.up_to:
            continue
        for rule in rules:
            if not rule.kinds or rule.quotes > 1 or rule.above != anybody.up_to:
                continue
            article = rule if rule.up_to is None else anybody
            kept.append(
                replace(
                    rule,
                    code=f"{rule.code}-below",
                    above=own,
                    up_to=None if rule.up_to is None else anybody.up_to,
                    is_up_to_included=anybody.is_up_to_included,
                    contract_article=article.contract_article,
                    contract_article_en=article.contract_article_en,
                )
            )
    return kept


def _limit_of(alone: Judgement, amount: Decimal, total: Decimal, limits: OwnLimits) -> Decimal | None:
    """The lowest limit that the sum passes and this alone does not."""
    passed = []
    if alone.route is not None and not alone.route.rule.takes(total):
        passed.append(alone.route.rule.up_to)
    if limits.comparison_from is not None and amount <= limits.comparison_from < total:
        passed.append(limits.comparison_from)
    return min((limit for limit in passed if limit is not None), default=None)
