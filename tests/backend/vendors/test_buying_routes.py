"""Which legal ways certificates open, by amount and by day: the table of the law, told as examples."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from factories.certificates import hold
from factories.vendors import SellerFactory
from market.seeding.sources import source
from market.vendors.buying_route_rules import highest_with
from market.vendors.models import BuyingRoute, Certificate, CertificateKind, Regime
from market.vendors.selectors.buying_routes import (
    PurchaseKind,
    route_rules,
    routes_hanging_on,
    routes_of,
)
from market.vendors.services.law_load import LawError, law_load

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law", "still")]
NOW = dt.date(2026, 9, 8)
MILLION = 1_000_000
SOCIAL = ("SOCIAL_ENTERPRISE", "SOCIAL_COOP", "SELF_SUPPORT", "VILLAGE")


def ways(
    codes: tuple[str, ...],
    amount: int,
    on: dt.date = NOW,
    kind: PurchaseKind = PurchaseKind.GOODS,
    regime: Regime = Regime.LOCAL,
) -> list[tuple[str, int]]:
    vendor = SellerFactory()
    hold(vendor, *codes)
    found = routes_of([vendor.pk], route_rules(on, kind, regime), on, Decimal(amount))[vendor.pk]
    return [(way.route.rule.code, way.route.rule.quotes) for way in found]


@pytest.mark.parametrize(
    ("codes", "amount", "expected"),
    [
        ((), 1_999_999, [("any-without-quote", 0), ("any-one-quote", 1)]),
        ((), 2_000_000, [("any-one-quote", 1)]),
        ((), 20 * MILLION, [("any-one-quote", 1)]),
        ((), 20 * MILLION + 1, []),
        (("PRE_SOCIAL_REGIONAL", "PRE_SOCIAL_MINISTRY", "COOP", "SOCIAL_VENTURE", "VULNERABLE_RATIO"), 20 * MILLION + 1, []),
        (("WOMEN",), 20 * MILLION + 1, [("owner-one-quote", 1)]),
        (("DISABLED_OWNED",), 50 * MILLION, [("owner-one-quote", 1)]),
        (("WOMEN",), 50 * MILLION + 1, [("owner-platform", 2)]),
        (("WOMEN",), 100 * MILLION, [("owner-platform", 2)]),
        (("WOMEN",), 100 * MILLION + 1, []),
        (("YOUTH_STARTUP",), 50 * MILLION, [("youth-one-quote", 1)]),
        (("YOUTH_STARTUP",), 50 * MILLION + 1, []),
        (("SMALL",), 50 * MILLION, [("small-two-quotes", 2)]),
        (("SMALL",), 80 * MILLION, [("small-platform", 2)]),
        (("SEVERE_DISABLED_FACILITY",), 900 * MILLION, [("own-products-no-ceiling", 1)]),
        (("DISABLED_STD_WORKPLACE",), 4_000 * MILLION, [("own-products-no-ceiling", 1)]),
        (("WOMEN", "SMALL"), 30 * MILLION, [("owner-one-quote", 1), ("small-two-quotes", 2)]),
        *(((code,), 30 * MILLION, []) for code in SOCIAL),
        *(((code, "VULNERABLE_RATIO"), 30 * MILLION, [("social-one-quote", 1)]) for code in SOCIAL),
        *(((code, "VULNERABLE_RATIO"), 70 * MILLION, [("social-platform", 2)]) for code in SOCIAL),
        (("COOP", "VULNERABLE_RATIO"), 30 * MILLION, []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", list(PurchaseKind))
def test_the_ladder_of_today(
    codes: tuple[str, ...], amount: int, expected: list[tuple[str, int]], kind: PurchaseKind
) -> None:
    assert ways(codes, amount, kind=kind) == expected


@pytest.mark.parametrize(
    ("codes", "on", "amount", "expected"),
    [
        ((), NOW, 1_999_999, [("any-without-quote", 0), ("any-one-quote", 1)]),
        ((), NOW, 2_000_000, [("any-one-quote", 1)]),
        ((), dt.date(2025, 4, 30), 999_999, [("any-without-quote", 0), ("any-one-quote", 1)]),
        ((), dt.date(2025, 4, 30), 1_000_000, [("any-one-quote", 1)]),  # 200만원 only since 2025-05-01
        ((), dt.date(2025, 5, 1), 1_000_000, [("any-without-quote", 0), ("any-one-quote", 1)]),
        ((), NOW, 20 * MILLION + 1, []),
        (("WOMEN",), NOW, 50 * MILLION, [("owner-one-quote", 1)]),
        (("WOMEN",), NOW, 100 * MILLION, [("owner-platform", 2)]),
        (("WOMEN",), NOW, 100 * MILLION + 1, []),
        (("WOMEN",), dt.date(2020, 4, 30), 60 * MILLION, []),
        (("SMALL",), NOW, 50 * MILLION, [("small-two-quotes", 2)]),
        (("YOUTH_STARTUP",), NOW, 30 * MILLION, []),  # the decree of the state was not seen to name them
        (("SOCIAL_COOP", "VULNERABLE_RATIO"), NOW, 50 * MILLION, [("social-one-quote", 1)]),
        (("SOCIAL_COOP", "VULNERABLE_RATIO"), dt.date(2018, 12, 3), 30 * MILLION, []),
        (("SEVERE_DISABLED_FACILITY",), NOW, 900 * MILLION, [("own-products-no-ceiling", 2)]),
        (("DISABLED_STD_WORKPLACE",), NOW, 900 * MILLION, []),
    ],
)  # fmt: skip
def test_the_ladder_of_the_state(
    codes: tuple[str, ...], on: dt.date, amount: int, expected: list[tuple[str, int]]
) -> None:
    assert ways(codes, amount, on, regime=Regime.STATE) == expected


def test_two_quotes_go_through_the_platform_unless_the_law_lets_them() -> None:
    """지방계약법 시행령 §30②, 국가계약법 시행령 §30②: what the state buys of 중증장애인생산품 is not named there."""
    apart = {
        (regime, rule.code)
        for regime in Regime
        for rule in route_rules(NOW, regime=regime)
        if rule.quotes >= 2 and not rule.is_through_platform
    }
    assert apart == {(Regime.STATE, "own-products-no-ceiling")}


def test_who_asks_without_a_law_asks_by_that_of_local_governments() -> None:
    assert {rule.regime for rule in route_rules(NOW)} == {"local"}
    assert {rule.regime for rule in route_rules(NOW, regime=Regime.STATE)} == {"state"}


@pytest.mark.parametrize(
    ("codes", "on", "amount", "expected"),
    [
        (("WOMEN",), dt.date(2020, 7, 13), 60, []),  # until then 50 million was the end
        (("WOMEN",), dt.date(2020, 7, 14), 60, ["지방계약법 시행령 제25조제1항제5호바목 (한시적 특례 고시)"]),
        (("WOMEN",), dt.date(2022, 12, 31), 60, ["지방계약법 시행령 제25조제1항제5호바목 (한시적 특례 고시)"]),
        (("WOMEN",), dt.date(2023, 1, 1), 60, ["지방계약법 시행령 제25조제1항제5호바목"]),
        (("YOUTH_STARTUP",), dt.date(2025, 7, 7), 30, []),
        (("YOUTH_STARTUP",), dt.date(2025, 7, 8), 30, ["지방계약법 시행령 제25조제1항제5호다목"]),
        (("WOMEN",), dt.date(2018, 7, 23), 30, []),  # before anything that we know
    ],
)
def test_a_purchase_is_judged_by_the_law_of_its_day(
    codes: tuple[str, ...], on: dt.date, amount: int, expected: list[str]
) -> None:
    vendor = SellerFactory()
    hold(vendor, *codes)
    Certificate.objects.update(issued_on=dt.date(2015, 1, 1))
    found = routes_of([vendor.pk], route_rules(on), on, Decimal(amount * MILLION))[vendor.pk]
    assert [way.route.rule.contract_article for way in found] == expected


def test_the_ratio_has_to_count_on_the_same_day() -> None:
    vendor = SellerFactory()
    hold(vendor, "SOCIAL_ENTERPRISE")
    hold(vendor, "VULNERABLE_RATIO", until=dt.date(2026, 9, 20))
    for day, codes in ((dt.date(2026, 9, 20), ["social-one-quote"]), (dt.date(2026, 9, 21), [])):
        found = routes_of([vendor.pk], route_rules(day), day, Decimal(30 * MILLION))[vendor.pk]
        assert [way.route.rule.code for way in found] == codes
        assert [way.route.open_until for way in found] == [dt.date(2026, 9, 20) for _ in codes]


def test_a_revoked_certificate_opened_what_it_opened_until_it_was_revoked() -> None:
    vendor = SellerFactory()
    hold(vendor, "WOMEN")
    Certificate.objects.update(status="revoked", revoked_on=NOW, decision_note="견본")
    open_on = {
        day: bool(routes_of([vendor.pk], route_rules(day), day, Decimal(30 * MILLION))[vendor.pk])
        for day in (NOW - dt.timedelta(days=1), NOW, NOW + dt.timedelta(days=1))
    }
    assert list(open_on.values()) == [True, False, False]


def test_what_hangs_on_one_certificate_and_what_stays() -> None:
    """The sentence of the reference screen: without the ratio 20 million as a social enterprise, still 50 as a women's."""
    vendor = SellerFactory()
    social, ratio = hold(vendor, "SOCIAL_ENTERPRISE", "VULNERABLE_RATIO")
    (women,) = hold(vendor, "WOMEN")
    rules = route_rules(NOW)
    lost = {
        row.kind.code: [way.route.rule.code for way in routes_hanging_on(row, [social, ratio, women], rules)]
        for row in (social, ratio, women)
    }
    assert lost == {
        "SOCIAL_ENTERPRISE": ["social-one-quote", "social-platform"],
        "VULNERABLE_RATIO": ["social-one-quote", "social-platform"],
        "WOMEN": ["owner-one-quote", "owner-platform"],
    }
    left = routes_of([vendor.pk], rules, NOW)[vendor.pk]
    best = highest_with((way.route for way in left), 1)
    assert best is not None
    assert best.rule.up_to == 50 * MILLION


def test_two_certificates_for_one_way_leave_it_open_when_one_goes() -> None:
    vendor = SellerFactory()
    women, disabled = hold(vendor, "WOMEN", "DISABLED_OWNED")
    assert routes_hanging_on(women, [women, disabled], route_rules(NOW)) == []


def test_no_preliminary_kind_can_be_written_into_the_law() -> None:
    row = {**next(row for row in source("buying_routes.yaml") if row["kinds"]), "kinds": ["PRE_SOCIAL_REGIONAL"]}
    with pytest.raises(LawError):
        law_load(kinds=[], routes=[row])
    opening = CertificateKind.objects.filter(routes__isnull=False).values_list("is_preliminary", flat=True)
    assert set(opening) == {False}


def test_no_law_but_the_two_can_be_written() -> None:
    before = BuyingRoute.objects.count()
    with pytest.raises(LawError, match="school"):
        law_load(kinds=[], routes=[{**source("buying_routes.yaml")[0], "regime": "school"}])
    assert BuyingRoute.objects.count() == before


def test_taking_the_law_in_again_changes_nothing() -> None:
    def rows() -> list[Any]:
        return list(BuyingRoute.objects.order_by("pk").values()) + list(CertificateKind.objects.order_by("pk").values())

    before = rows()
    done = law_load(kinds=source("certificate_kinds.yaml"), routes=source("buying_routes.yaml"))
    assert (done.routes, done.unnamed) == (len(source("buying_routes.yaml")), 0)
    assert rows() == before


def test_the_law_of_one_day_has_no_way_twice() -> None:
    for day in (dt.date(2020, 7, 14), dt.date(2022, 12, 31), dt.date(2023, 1, 1), NOW):
        for regime in Regime:
            codes = [rule.code for rule in route_rules(day, regime=regime)]
            assert len(codes) == len(set(codes)) > 0
