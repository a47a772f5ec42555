"""Which way is lawful: the table of the law told as examples, to the won, the day and the state of each certificate, and what always holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.routes import COMPANION, GOODS, MILLION, SERVICES, STANDING, held_on, law_of
from market.procurement.route_rules import (
    NO_LIMITS,
    Judgement,
    OwnLimits,
    Verdict,
    house_rules,
    judge,
    limit_passed,
    missing_ones,
    needs_own_production,
)
from market.vendors.buying_route_rules import Held, RouteRule
from market.vendors.models import Regime
from market.vendors.selectors.buying_routes import route_rules

NOW = dt.date(2026, 9, 8)
AMOUNTS = (
    1_999_999, 2_000_000, 2_000_001, 19_999_999, 20_000_000, 20_000_001,
    49_999_999, 50_000_000, 50_000_001, 99_999_999, 100_000_000, 100_000_001,
)  # fmt: skip
LCD, NCD = "지방계약법 시행령", "국가계약법 시행령"
LETTERS = {
    "O": Verdict.QUOTE_OMITTED,
    "1": Verdict.ONE_QUOTE,
    "2": Verdict.TWO_QUOTES,
    "P": Verdict.TWO_QUOTES_PLATFORM,
    "N": Verdict.NO_CEILING,
    "T": Verdict.OPEN_TENDER,
}
SOCIAL = ("SOCIAL_ENTERPRISE", "SOCIAL_COOP", "SELF_SUPPORT", "VILLAGE")
TENDER = "O1111TTTTTTT"  # open to anybody, and no more
OWNER = "O1111111PPPT"
SMALL = "O1111PPPPPPT"
# Law, day, certificates -> a letter for each of AMOUNTS.
TABLE: list[tuple[str, dt.date, tuple[str, ...], str]] = [
    ("local", NOW, (), TENDER),
    ("local", NOW, ("WOMEN",), OWNER),
    ("local", NOW, ("DISABLED_OWNED",), OWNER),
    ("local", NOW, ("YOUTH_STARTUP",), "O1111111TTTT"),
    ("local", NOW, ("SMALL",), SMALL),
    *(("local", NOW, (kind,), TENDER) for kind in SOCIAL),
    *(("local", NOW, (kind, COMPANION), OWNER) for kind in SOCIAL),
    ("local", NOW, (COMPANION,), TENDER),
    ("local", NOW, ("SOCIAL_COOP", f"{COMPANION}: last day"), OWNER),
    ("local", NOW, ("SOCIAL_COOP", f"{COMPANION}: expired yesterday"), TENDER),
    ("local", NOW, ("SOCIAL_COOP", f"{COMPANION}: from tomorrow"), TENDER),
    ("local", NOW, ("SOCIAL_COOP", f"{COMPANION}: revoked"), TENDER),
    ("local", NOW, ("SOCIAL_COOP: expired yesterday", COMPANION), TENDER),
    ("local", NOW, ("SOCIAL_COOP: expired yesterday", "SOCIAL_ENTERPRISE", COMPANION), OWNER),
    ("local", NOW, ("COOP", COMPANION), TENDER),
    ("local", NOW, ("PRE_SOCIAL_REGIONAL", "PRE_SOCIAL_MINISTRY", COMPANION), TENDER),
    ("local", NOW, ("SOCIAL_VENTURE", "DIRECT_PRODUCTION", "GREEN"), TENDER),
    ("local", NOW, ("SEVERE_DISABLED_FACILITY",), "O1111NNNNNNN"),
    ("local", NOW, ("DISABLED_STD_WORKPLACE",), "O1111NNNNNNN"),
    ("local", NOW, ("DISABLED_STD_WORKPLACE: revoked",), TENDER),
    ("local", NOW, ("WOMEN: last day",), OWNER),
    ("local", NOW, ("WOMEN: first day",), OWNER),
    ("local", NOW, ("WOMEN: revoked tomorrow",), OWNER),
    ("local", NOW, ("WOMEN: expired yesterday",), TENDER),
    ("local", NOW, ("WOMEN: from tomorrow",), TENDER),
    ("local", NOW, ("WOMEN: revoked",), TENDER),
    ("local", NOW, ("WOMEN: waiting",), TENDER),
    ("local", NOW, ("SMALL: expired yesterday",), TENDER),
    ("local", NOW, ("SOCIAL_ENTERPRISE", "SMALL"), SMALL),  # without the ratio it is still a small enterprise
    ("local", NOW, ("SOCIAL_ENTERPRISE", COMPANION, "SMALL"), OWNER),
    ("local", NOW, ("SEVERE_DISABLED_FACILITY", "WOMEN"), "O1111111NNNN"),
    ("state", NOW, (), TENDER),
    ("state", NOW, ("WOMEN",), OWNER),
    ("state", NOW, ("DISABLED_OWNED",), OWNER),
    ("state", NOW, ("YOUTH_STARTUP",), TENDER),
    ("state", NOW, ("SMALL",), SMALL),
    ("state", NOW, ("VILLAGE",), TENDER),
    ("state", NOW, ("VILLAGE", COMPANION), OWNER),
    ("state", NOW, ("VILLAGE", f"{COMPANION}: expired yesterday"), TENDER),
    ("state", NOW, ("SEVERE_DISABLED_FACILITY",), "O1111NNNNNNN"),
    ("state", NOW, ("DISABLED_STD_WORKPLACE",), TENDER),
    ("state", NOW, ("SEVERE_DISABLED_FACILITY", "SMALL"), "O1111NNNNNNN"),
    ("state", NOW, ("WOMEN: revoked",), TENDER),
    ("local", dt.date(2020, 7, 13), ("WOMEN",), "O1111111TTTT"),
    ("local", dt.date(2020, 7, 14), ("WOMEN",), OWNER),
    ("local", dt.date(2020, 7, 13), ("SMALL",), "O1111PPPTTTT"),
    ("local", dt.date(2020, 7, 14), ("SMALL",), SMALL),
    ("local", dt.date(2020, 7, 13), ("SELF_SUPPORT", COMPANION), "O1111111TTTT"),
    ("local", dt.date(2022, 12, 31), ("WOMEN",), OWNER),
    ("local", dt.date(2023, 1, 1), ("WOMEN",), OWNER),
    ("local", dt.date(2025, 7, 7), ("YOUTH_STARTUP",), TENDER),
    ("local", dt.date(2025, 7, 8), ("YOUTH_STARTUP",), "O1111111TTTT"),
    ("state", dt.date(2020, 4, 30), ("WOMEN",), "11111111TTTT"),
    ("state", dt.date(2020, 5, 1), ("WOMEN",), "11111111PPPT"),
    ("state", dt.date(2025, 4, 30), (), "11111TTTTTTT"),  # 100만원 until then
    ("state", dt.date(2025, 5, 1), (), TENDER),
    ("state", dt.date(2018, 12, 3), ("SOCIAL_COOP", COMPANION), "11111TTTTTTT"),
    ("state", dt.date(2018, 12, 4), ("SOCIAL_COOP", COMPANION), "11111111TTTT"),
    ("local", dt.date(2018, 7, 23), ("WOMEN",), "TTTTTTTTTTTT"),  # before anything that is on record
]  # fmt: skip
CASES = [
    pytest.param(law, on, held, amount, letter, id=f"{law} {on} {'+'.join(held) or 'anybody'} {amount}")
    for law, on, held, letters in TABLE
    for amount, letter in zip(AMOUNTS, letters, strict=True)
]
QUOTES = {"O": 0, "1": 1, "2": 2, "P": 2, "T": 0}


def judged(law: str, on: dt.date, held: tuple[str, ...], amount: int, buys: frozenset[str] = GOODS) -> Judgement:
    return judge(law_of(on, law), held_on(on, *held), Decimal(amount), buys)


@pytest.mark.parametrize(("law", "on", "held", "amount", "letter"), CASES)
def test_the_table(law: str, on: dt.date, held: tuple[str, ...], amount: int, letter: str) -> None:
    for buys in (GOODS, SERVICES, GOODS | SERVICES):
        answer = judged(law, on, held, amount, buys)
        assert answer.verdict is LETTERS[letter]
        assert answer.is_through_platform is (letter == "P")
        assert answer.quotes == (QUOTES[letter] if letter != "N" else {"local": 1, "state": 2}[law])


@pytest.mark.parametrize(
    ("law", "on", "held", "amount", "contract", "quote"),
    [
        ("local", NOW, (), 1_500_000, f"{LCD} 제25조제1항제5호나목", "지방계약법 시행규칙 제33조"),
        ("local", NOW, (), 20 * MILLION, f"{LCD} 제25조제1항제5호나목", f"{LCD} 제30조제1항제2호"),
        ("local", NOW, ("WOMEN",), 30 * MILLION, f"{LCD} 제25조제1항제5호바목", f"{LCD} 제30조제1항제2호가목"),
        ("local", NOW, ("YOUTH_STARTUP",), 30 * MILLION, f"{LCD} 제25조제1항제5호다목", f"{LCD} 제30조제1항제2호가목"),
        ("local", NOW, ("VILLAGE", COMPANION), 30 * MILLION, f"{LCD} 제25조제1항제5호바목", f"{LCD} 제30조제1항제2호나목"),
        ("local", NOW, ("SMALL",), 30 * MILLION, f"{LCD} 제25조제1항제5호라목", f"{LCD} 제30조제1항·제2항"),
        ("local", NOW, ("SMALL",), 70 * MILLION, f"{LCD} 제25조제1항제5호라목", f"{LCD} 제30조제2항"),
        ("local", dt.date(2022, 12, 31), ("WOMEN",), 70 * MILLION, f"{LCD} 제25조제1항제5호바목 (한시적 특례 고시)", f"{LCD} 제30조제2항"),
        ("local", dt.date(2023, 1, 1), ("WOMEN",), 70 * MILLION, f"{LCD} 제25조제1항제5호바목", f"{LCD} 제30조제2항"),
        ("local", NOW, ("DISABLED_STD_WORKPLACE",), 300 * MILLION, f"{LCD} 제25조제1항제7호의2", f"{LCD} 제30조제1항제1호"),
        ("state", NOW, (), 1_500_000, f"{NCD} 제26조제1항제5호가목2)", "국가계약법 시행규칙 제33조제3항제2호"),
        ("state", NOW, (), 15 * MILLION, f"{NCD} 제26조제1항제5호가목2)", f"{NCD} 제30조제1항제2호"),
        ("state", NOW, ("DISABLED_OWNED",), 50 * MILLION, f"{NCD} 제26조제1항제5호가목5)", f"{NCD} 제30조제1항제2호 단서"),
        ("state", NOW, ("SELF_SUPPORT", COMPANION), 50 * MILLION, f"{NCD} 제26조제1항제5호가목5)다)", f"{NCD} 제30조제1항제2호 단서"),
        ("state", NOW, ("SMALL",), 50 * MILLION, f"{NCD} 제26조제1항제5호가목3)", f"{NCD} 제30조제2항"),
        ("state", NOW, ("SMALL",), 70 * MILLION, f"{NCD} 제26조", f"{NCD} 제30조제2항"),
        ("state", NOW, ("SEVERE_DISABLED_FACILITY",), 300 * MILLION, f"{NCD} 제26조제1항제4호다목", f"{NCD} 제30조제1항"),
    ],
)  # fmt: skip
def test_articles(law: str, on: dt.date, held: tuple[str, ...], amount: int, contract: str, quote: str) -> None:
    route = judged(law, on, held, amount).route
    assert route is not None
    assert (route.rule.contract_article, route.rule.quote_article) == (contract, quote)


LIMITS = OwnLimits(
    quote_omit_below=Decimal(1_000_000), one_quote_up_to=Decimal(10 * MILLION), comparison_from=Decimal(30 * MILLION)
)
WIDE = OwnLimits(quote_omit_below=Decimal(3_000_000), one_quote_up_to=Decimal(30 * MILLION), may_widen=True)
FORBIDDEN = OwnLimits(quote_omit_below=Decimal(3_000_000), one_quote_up_to=Decimal(30 * MILLION))


@pytest.mark.parametrize(
    ("limits", "held", "amount", "letter"),
    [
        (LIMITS, (), 999_999, "O"),
        (LIMITS, (), 1_000_000, "1"),  # 미만
        (LIMITS, (), 10 * MILLION, "1"),
        (LIMITS, (), 10 * MILLION + 1, "2"),  # two quotes by rule of the house, no platform
        (LIMITS, (), 20 * MILLION, "2"),
        (LIMITS, (), 20 * MILLION + 1, "T"),
        (LIMITS, ("WOMEN",), 10 * MILLION + 1, "1"),  # whom the law lets sell on one quote above 20 million
        (LIMITS, ("WOMEN",), 30 * MILLION, "1"),
        (LIMITS, ("WOMEN",), 30 * MILLION + 1, "2"),  # the comparison is asked of everybody
        (LIMITS, ("WOMEN",), 50 * MILLION + 1, "P"),
        (LIMITS, ("SMALL",), 10 * MILLION + 1, "2"),
        (LIMITS, ("SMALL",), 20 * MILLION + 1, "P"),
        (LIMITS, ("SEVERE_DISABLED_FACILITY",), 15 * MILLION, "N"),
        (WIDE, (), 1_999_999, "O"),
        (WIDE, (), 2_000_000, "O"),
        (WIDE, (), 2_999_999, "O"),
        (WIDE, (), 3_000_000, "1"),
        (WIDE, (), 20 * MILLION, "1"),
        (WIDE, (), 20 * MILLION + 1, "1"),
        (WIDE, (), 30 * MILLION, "1"),
        (WIDE, (), 30 * MILLION + 1, "T"),
        (FORBIDDEN, (), 2_000_000, "1"),  # who follows the law only narrows it
        (FORBIDDEN, (), 20 * MILLION + 1, "T"),
        (OwnLimits(quote_omit_below=Decimal(0)), (), 1, "1"),
        (OwnLimits(one_quote_up_to=Decimal(0)), (), 20 * MILLION, "2"),
        (OwnLimits(one_quote_up_to=Decimal(0)), (), 1_999_999, "O"),
        (OwnLimits(comparison_from=Decimal(500_000)), (), 500_000, "O"),
        (OwnLimits(comparison_from=Decimal(500_000)), (), 500_001, "2"),
    ],
)  # fmt: skip
def test_an_agencys_own_limits(limits: OwnLimits, held: tuple[str, ...], amount: int, letter: str) -> None:
    rules = house_rules(law_of(NOW), limits)
    answer = judge(rules, held_on(NOW, *held), Decimal(amount), GOODS, limits)
    assert answer.verdict is LETTERS[letter]
    assert answer.quotes == (1 if letter == "N" else QUOTES[letter])


@pytest.mark.parametrize(
    ("limits", "held", "amount", "contract", "quote"),
    [
        (LIMITS, (), 15 * MILLION, f"{LCD} 제25조제1항제5호나목", "기관 구매 기준"),
        (LIMITS, ("WOMEN",), 15 * MILLION, f"{LCD} 제25조제1항제5호나목", f"{LCD} 제30조제1항제2호가목"),
        (LIMITS, ("SEVERE_DISABLED_FACILITY",), 15 * MILLION, f"{LCD} 제25조제1항제7호의2", f"{LCD} 제30조제1항제1호"),
        (WIDE, (), 1_999_999, f"{LCD} 제25조제1항제5호나목", "지방계약법 시행규칙 제33조"),
        (WIDE, (), 2_500_000, f"{LCD} 제25조제1항제5호나목", "기관 구매 기준"),
        (WIDE, (), 20 * MILLION, f"{LCD} 제25조제1항제5호나목", f"{LCD} 제30조제1항제2호"),
        (WIDE, (), 25 * MILLION, "기관 구매 기준", "기관 구매 기준"),
        (OwnLimits(quote_omit_below=Decimal(25 * MILLION), may_widen=True), (), 20 * MILLION, f"{LCD} 제25조제1항제5호나목", "기관 구매 기준"),
        (OwnLimits(quote_omit_below=Decimal(25 * MILLION), may_widen=True), (), 20 * MILLION + 1, "기관 구매 기준", "기관 구매 기준"),
    ],
)  # fmt: skip
def test_what_an_agencys_own_limits_rest_on(
    limits: OwnLimits, held: tuple[str, ...], amount: int, contract: str, quote: str
) -> None:
    route = judge(house_rules(law_of(NOW), limits), held_on(NOW, *held), Decimal(amount), GOODS, limits).route
    assert route is not None
    assert (route.rule.contract_article, route.rule.quote_article) == (contract, quote)


@pytest.mark.parametrize(
    ("held", "amount", "expected"),
    [
        (("SOCIAL_ENTERPRISE",), 30, [(COMPANION, "1", True), ("DISABLED_OWNED WOMEN", "1", False),
                                      ("DISABLED_STD_WORKPLACE SEVERE_DISABLED_FACILITY", "N", False),
                                      ("YOUTH_STARTUP", "1", False), ("SMALL", "P", False)]),
        (("SOCIAL_ENTERPRISE", "SMALL"), 30, [(COMPANION, "1", True), ("DISABLED_OWNED WOMEN", "1", False),
                                              ("DISABLED_STD_WORKPLACE SEVERE_DISABLED_FACILITY", "N", False),
                                              ("YOUTH_STARTUP", "1", False)]),
        (("WOMEN",), 30, []),  # nothing is easier than one quote
        (("WOMEN",), 70, [("DISABLED_STD_WORKPLACE SEVERE_DISABLED_FACILITY", "N", False)]),
        (("SOCIAL_COOP",), 15, []),
        ((COMPANION,), 70, [("DISABLED_STD_WORKPLACE SEVERE_DISABLED_FACILITY", "N", False), ("DISABLED_OWNED WOMEN", "P", False),
                            ("SELF_SUPPORT SOCIAL_COOP SOCIAL_ENTERPRISE VILLAGE", "P", False), ("SMALL", "P", False)]),
        ((), 150, [("DISABLED_STD_WORKPLACE SEVERE_DISABLED_FACILITY", "N", False)]),
    ],
)  # fmt: skip
def test_what_one_certificate_more_would_open(
    held: tuple[str, ...], amount: int, expected: list[tuple[str, str, bool]]
) -> None:
    found = missing_ones(law_of(NOW), held_on(NOW, *held), Decimal(amount * MILLION), GOODS)
    assert [
        (
            " ".join(sorted(one.kinds)),
            next(key for key, value in LETTERS.items() if value is one.judgement.verdict),
            one.is_companion,
        )
        for one in found
    ] == expected


@pytest.mark.parametrize(
    ("held", "before", "amount", "limit"),
    [
        ((), 0, 15, None),
        ((), 5, 15, None),  # 20 million together: the limit itself
        ((), 6, 15, 20),
        ((), 30, 15, 20),
        ((), 30, 21, None),  # this alone is a tender already
        (("WOMEN",), 20, 15, None),
        (("WOMEN",), 36, 15, 20),  # beyond 50 million one quote would not do
        (("WOMEN",), 30, 45, 50),
        (("SEVERE_DISABLED_FACILITY",), 900, 15, None),
        ((), 1, 1.5, 2),
    ],
)  # fmt: skip
def test_bought_before_and_this_together(
    held: tuple[str, ...], before: float, amount: float, limit: int | None
) -> None:
    passed = limit_passed(
        law_of(NOW), held_on(NOW, *held), Decimal(int(amount * MILLION)), Decimal(int(before * MILLION)), GOODS
    )
    assert (passed.limit if passed else None) == (None if limit is None else limit * MILLION)


def test_an_agency_may_be_warned_below_any_limit() -> None:
    limits = OwnLimits(split_warning_from=Decimal(10 * MILLION))
    for before, is_warned in ((4_999_999, False), (5_000_000, True)):
        passed = limit_passed(law_of(NOW), [], Decimal(5 * MILLION), Decimal(before), GOODS, limits)
        assert (passed is not None) is is_warned
        assert passed is None or (passed.limit is None and passed.total == 10 * MILLION)


def test_a_way_for_goods_only_is_none_for_services() -> None:
    """No row of today tells them apart; one of tomorrow may."""
    rules = [replace(rule, buys=GOODS) if rule.code == "any-one-quote" else rule for rule in law_of(NOW)]
    verdicts = [judge(rules, [], Decimal(15 * MILLION), buys).verdict for buys in (GOODS, SERVICES, GOODS | SERVICES)]
    assert verdicts == [Verdict.ONE_QUOTE, Verdict.OPEN_TENDER, Verdict.OPEN_TENDER]
    found = missing_ones([replace(rule, buys=GOODS) for rule in law_of(NOW)], [], Decimal(30 * MILLION), SERVICES)
    assert found == []


def test_own_production_is_to_be_checked_from_the_amount_the_law_names() -> None:
    for held, amount, needed in (
        ((), 9_999_999, False),
        ((), 10_000_000, True),
        (("WOMEN",), 30 * MILLION, True),
        (("SEVERE_DISABLED_FACILITY",), 30 * MILLION, True),
        ((), 30 * MILLION, False),  # a tender: not ours to say
    ):
        assert needs_own_production(judged("local", NOW, held, amount), Decimal(amount)) is needed


KINDS = (
    "SOCIAL_ENTERPRISE", "SOCIAL_COOP", "SELF_SUPPORT", "VILLAGE", "WOMEN", "DISABLED_OWNED", "SMALL", "YOUTH_STARTUP", COMPANION,
    "SEVERE_DISABLED_FACILITY", "DISABLED_STD_WORKPLACE", "COOP", "DIRECT_PRODUCTION",
)  # fmt: skip
DAYS = (
    dt.date(2018, 12, 3), dt.date(2020, 4, 30), dt.date(2020, 7, 13), dt.date(2020, 7, 14), dt.date(2022, 12, 31), dt.date(2023, 1, 1),
    dt.date(2025, 7, 7), dt.date(2025, 7, 8), NOW,
)  # fmt: skip
EDGES = [limit + step for limit in (1, 2, 5, 10, 20, 30, 50, 100) for step in (0,)]
amounts = st.one_of(
    st.sampled_from([Decimal(edge * MILLION + step) for edge in EDGES for step in (-1, 0, 1)]),
    st.integers(0, 300 * MILLION).map(Decimal),
)
certificates = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(sorted(STANDING))).map(lambda pair: f"{pair[0]}: {pair[1]}"),
    max_size=6,
)
own = st.one_of(st.none(), amounts)
narrow = st.builds(OwnLimits, quote_omit_below=own, one_quote_up_to=own, comparison_from=own)
wide = st.builds(
    OwnLimits, quote_omit_below=own, one_quote_up_to=own, comparison_from=own, may_widen=st.just(value=True)
)
purchases = st.tuples(st.sampled_from(["local", "state"]), st.sampled_from(DAYS), st.sampled_from([GOODS, SERVICES]))
MANY = settings(max_examples=400, deadline=None)


def ask(
    purchase: tuple[str, dt.date, frozenset[str]], held: list[Held], amount: Decimal, limits: OwnLimits = NO_LIMITS
) -> Judgement:
    law, on, buys = purchase
    return judge(house_rules(law_of(on, law), limits), held, amount, buys, limits)


@given(purchases, certificates, certificates, amounts, st.one_of(narrow, wide))
@MANY
def test_more_certificates_never_close_or_worsen_a_way(
    purchase: tuple[str, dt.date, frozenset[str]], some: list[str], more: list[str], amount: Decimal, limits: OwnLimits
) -> None:
    few, many = held_on(purchase[1], *some), held_on(purchase[1], *some, *more)
    assert ask(purchase, many, amount, limits).burden <= ask(purchase, few, amount, limits).burden


@given(purchases, certificates, amounts, amounts, st.one_of(st.just(NO_LIMITS), narrow, wide))
@MANY
def test_a_higher_amount_never_needs_fewer_quotes(
    purchase: tuple[str, dt.date, frozenset[str]], named: list[str], one: Decimal, other: Decimal, limits: OwnLimits
) -> None:
    held = held_on(purchase[1], *named)
    low, high = (ask(purchase, held, amount, limits) for amount in sorted((one, other)))
    assert (low.route is None, low.quotes) <= (high.route is None, high.quotes)


@given(purchases, certificates, amounts, narrow)
@MANY
def test_a_narrower_limit_of_the_house_never_opens(
    purchase: tuple[str, dt.date, frozenset[str]], named: list[str], amount: Decimal, limits: OwnLimits
) -> None:
    held = held_on(purchase[1], *named)
    assert ask(purchase, held, amount, limits).burden >= ask(purchase, held, amount).burden


@given(purchases, certificates, amounts, st.one_of(narrow, wide))
@MANY
def test_what_is_promised_of_one_certificate_more_comes_true(
    purchase: tuple[str, dt.date, frozenset[str]], named: list[str], amount: Decimal, limits: OwnLimits
) -> None:
    law, on, buys = purchase
    rules, held = house_rules(law_of(on, law), limits), held_on(on, *named)
    for one in missing_ones(rules, held, amount, buys, limits):
        for kind in one.kinds:
            then = judge(rules, [*held, Held(0, kind, None)], amount, buys, limits)
            assert then.burden <= one.judgement.burden < judge(rules, held, amount, buys, limits).burden


@given(purchases, certificates, amounts, amounts, narrow)
@MANY
def test_a_split_is_named_exactly_where_the_sum_is_harder_to_buy(
    purchase: tuple[str, dt.date, frozenset[str]], named: list[str], amount: Decimal, before: Decimal, limits: OwnLimits
) -> None:
    law, on, buys = purchase
    rules, held = house_rules(law_of(on, law), limits), held_on(on, *named)
    passed = limit_passed(rules, held, amount, before, buys, limits)
    alone, together = (judge(rules, held, price, buys, limits) for price in (amount, amount + before))
    assert (passed is not None) == (together.burden > alone.burden)
    if passed is not None:
        assert passed.limit is not None
        assert amount <= passed.limit <= passed.total == amount + before


@pytest.mark.django_db
@pytest.mark.usefixtures("law")
@pytest.mark.parametrize("regime", list(Regime))
def test_the_table_is_that_of_the_database(regime: Regime) -> None:
    def by_code(rules: object) -> dict[str, RouteRule]:
        return {rule.code: rule for rule in rules}  # type: ignore[attr-defined]

    for on in DAYS:
        assert by_code(route_rules(on, regime=regime)) == by_code(law_of(on, regime.value)) != {}
