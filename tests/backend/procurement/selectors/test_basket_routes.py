"""By which way each enterprise's part may be bought: amounts without VAT, the year before, what is warned of and what it rests on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.catalog import CategoryFactory
from factories.certificates import TODAY, Clock, hold
from factories.channels import public_channel
from factories.checkout import open_checkout
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from factories.procurement import agency_member, agency_of
from factories.vendors import SellerFactory
from market.agencies.models import AgencyMember, AgencyPolicy, AgencyRegime, Department
from market.checkout.selectors.pricing import pricing_get
from market.core.errors import NotFound
from market.orders.models import Order, OrderLine, VendorOrder
from market.procurement.route_answer import BasketRoute, RouteWarning
from market.procurement.route_rules import Verdict
from market.procurement.selectors.basket_routes import RouteLine, VendorPart, basket_routes, parts_of_pricing
from market.vendors.models import Certificate, Regime, Vendor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law", "still")]
MILLION = 1_000_000


def line(net: int, name: str = "복사용지", **fields: Any) -> RouteLine:
    return RouteLine(**{"name": name, "category_id": None, "is_service": False, "net": Decimal(net), **fields})


def part(vendor: Vendor, *lines: RouteLine) -> VendorPart:
    return VendorPart(vendor_id=vendor.pk, name=vendor.name, name_en=vendor.name, lines=lines)


def member_in(department: str = "회계과", **fields: Any) -> AgencyMember:
    agency = agency_of(**fields)
    return agency_member(agency, department=Department.objects.create(agency=agency, name=department))


def ask(member: AgencyMember, vendor: Vendor, *lines: RouteLine, **more: Any) -> BasketRoute:
    found = basket_routes(
        parts=[part(vendor, *lines)], agency_id=member.agency_id, department_id=member.department_id, **more
    )
    return found[vendor.pk]


def bought(member: AgencyMember, vendor: Vendor, price: int, quantity: int = 1, **fields: Any) -> Order:
    """An order the member placed in the public channel; ``price`` of one, VAT included."""
    variant = variant_on_sale(public_channel(), price=price, vendor=vendor, **fields)
    return placed_order(public_channel(), {variant: quantity}, user=member.user)


def codes(route: BasketRoute) -> list[RouteWarning]:
    return [note.code for note in route.notes]


def test_the_estimated_price_is_what_the_lines_cost_without_vat() -> None:
    """추정가격: of taxed things 10/11, of exempt ones all, delivery none of it."""
    public, vendor = public_channel(), SellerFactory(delivery_fee=3000, free_delivery_from=None)
    taxed = variant_on_sale(public, price=11_000_001, vendor=vendor)
    exempt = variant_on_sale(public, price=9_999_999, vendor=vendor, tax_kind="exempt")
    checkout = open_checkout(public, {taxed: 1, exempt: 1})
    (found,) = parts_of_pricing(pricing_get(checkout=checkout))
    assert sorted(row.net for row in found.lines) == [9_999_999, 10_000_001]
    assert found.amount == 20 * MILLION
    route = ask(member_in(), vendor, *found.lines)
    assert (route.verdict, route.amount) == (Verdict.ONE_QUOTE, 20 * MILLION)  # 21,000,000 with VAT
    assert ask(member_in(), vendor, *found.lines, line(1)).verdict is Verdict.OPEN_TENDER


def test_services_and_goods_are_told_apart() -> None:
    public, vendor = public_channel(), SellerFactory()
    checkout = open_checkout(
        public, {variant_on_sale(public, vendor=vendor): 1, variant_on_sale(public, vendor=vendor, is_service=True): 1}
    )
    (found,) = parts_of_pricing(pricing_get(checkout=checkout))
    assert found.buys == {"goods", "services"}
    assert ask(member_in(), vendor, *found.lines).reason.startswith(f"{vendor.name}의 물품·용역, 추정가격")


def test_a_reason_to_paste_with_article_number_and_end() -> None:
    vendor = SellerFactory(name="솔바람협동조합")
    hold(vendor, "SOCIAL_COOP")
    hold(vendor, "VULNERABLE_RATIO", until=dt.date(2026, 12, 1))
    Certificate.objects.update(number="제2024-001호")
    route = ask(member_in(), vendor, line(32 * MILLION))
    assert route.reason == (
        "솔바람협동조합의 물품, 추정가격 32,000,000원(부가가치세 제외). "
        "계약상대자가 사회적협동조합 설립인가(번호 제2024-001호), 취약계층 고용비율 확인서(번호 제2024-001호, 2026-12-01까지)에 해당하여 "
        "지방계약법 시행령 제25조제1항제5호바목에 따른 수의계약 대상임. 지방계약법 시행령 제30조제1항제2호나목에 따라 1인 견적으로 함."
    )
    assert "KRW 32,000,000 (VAT excluded)" in route.reason_en
    assert "no. 제2024-001호, valid until 2026-12-01" in route.reason_en
    assert "One quote is enough by Local Contracts Decree, Art. 30(1)2(b)." in route.reason_en
    assert [paper.kind for paper in route.papers] == ["SOCIAL_COOP", "VULNERABLE_RATIO"]
    assert route.open_until == dt.date(2026, 12, 1)


def test_of_two_certificates_of_a_kind_the_longer_one_is_named() -> None:
    vendor = SellerFactory()
    hold(vendor, "WOMEN", until=dt.date(2026, 10, 1))
    hold(vendor, "DISABLED_OWNED", until=dt.date(2028, 10, 1))
    route = ask(member_in(), vendor, line(30 * MILLION))
    assert [paper.kind for paper in route.papers] == ["DISABLED_OWNED"]
    assert codes(route) == [RouteWarning.OWN_PRODUCTION]  # and no end that is near


def test_the_day_decides_of_law_certificates_and_policy() -> None:
    vendor, member = SellerFactory(), member_in()
    hold(vendor, "YOUTH_STARTUP")
    AgencyPolicy.objects.create(
        agency_id=member.agency_id,
        law="local",
        comparison_from=5 * MILLION,
        effective_from=dt.date(2026, 1, 1),
        effective_until=dt.date(2026, 6, 30),
    )
    verdicts = {
        day: ask(member, vendor, line(30 * MILLION), on=day).verdict
        for day in (dt.date(2025, 7, 7), dt.date(2025, 7, 8), dt.date(2026, 6, 30), dt.date(2026, 7, 1))
    }
    assert list(verdicts.values()) == [
        Verdict.OPEN_TENDER,
        Verdict.ONE_QUOTE,
        Verdict.TWO_QUOTES,
        Verdict.ONE_QUOTE,
    ]
    assert "등록되어 있지 않아" in ask(member, vendor, line(1), on=dt.date(2018, 7, 23)).reason


def test_whose_law_it_is_follows_from_the_agency() -> None:
    vendor = SellerFactory()
    hold(vendor, "YOUTH_STARTUP")
    for regime, law in (
        (AgencyRegime.LOCAL, "local"),
        (AgencyRegime.STATE, "state"),
        (AgencyRegime.OWN_RULES, "local"),
    ):
        assert ask(member_in(regime=regime), vendor, line(30 * MILLION)).law == law
    own = member_in(regime=AgencyRegime.OWN_RULES)
    AgencyPolicy.objects.create(agency_id=own.agency_id, law="state", effective_from=TODAY)
    route = ask(own, vendor, line(30 * MILLION))
    assert (route.law, route.verdict) == ("state", Verdict.OPEN_TENDER)
    assert ask(own, vendor, line(30 * MILLION), law=Regime.LOCAL).verdict is Verdict.ONE_QUOTE


def test_own_limits_of_the_agency_are_said_to_be_its_own() -> None:
    vendor, member = SellerFactory(), member_in()
    AgencyPolicy.objects.create(agency_id=member.agency_id, law="local", comparison_from=500_000, effective_from=TODAY)
    route = ask(member, vendor, line(600_000))
    assert (route.verdict, route.quotes, route.is_by_house) == (Verdict.TWO_QUOTES, 2, True)
    assert route.reason.endswith("기관 구매 기준에 따라 2인 이상의 견적을 비교함.")
    assert ask(member, vendor, line(500_000)).is_by_house is False


def test_bought_in_parts_is_pointed_out_and_never_forbidden() -> None:
    vendor, member = SellerFactory(), member_in()
    first = bought(member, vendor, 11 * MILLION)
    assert codes(ask(member, vendor, line(9 * MILLION))) == []
    route = ask(member, vendor, line(15 * MILLION))
    assert codes(route) == [RouteWarning.SPLIT_PURCHASE, RouteWarning.OWN_PRODUCTION]
    assert (route.verdict, route.bought, route.fiscal_year) == (Verdict.ONE_QUOTE, 10 * MILLION, 2026)
    text = route.notes[0].text
    said = (
        "2026년에",
        "10,000,000원(1건",
        str(first.number),
        "25,000,000원",
        "한도 20,000,000원",
        "지방계약법 시행령 제7조",
    )
    for words in said:
        assert words in text
    assert "the limit of KRW 20,000,000 is passed (bought as one: open tender)" in route.notes[0].text_en


def test_what_is_still_in_approval_counts_and_is_named() -> None:
    vendor, member = SellerFactory(), member_in()
    waiting = bought(member, vendor, 11 * MILLION)
    Order.objects.update(status="unconfirmed")
    VendorOrder.objects.update(status="unconfirmed")
    route = ask(member, vendor, line(15 * MILLION))
    assert f"결재·확인 전 1건({waiting.number})을 포함한" in route.notes[0].text
    assert ask(member, vendor, line(15 * MILLION), except_order_ids=[waiting.pk]).bought == 0


@pytest.mark.parametrize("status", ["canceled", "expired", "draft"])
def test_what_was_not_sold_does_not_count(status: str) -> None:
    vendor, member = SellerFactory(), member_in()
    bought(member, vendor, 11 * MILLION)
    Order.objects.update(status=status)
    assert ask(member, vendor, line(15 * MILLION)).bought == 0


def test_what_was_cancelled_or_came_back_does_not_count() -> None:
    vendor, member = SellerFactory(), member_in()
    order = bought(member, vendor, 2_200_001, quantity=5)
    net = order.lines.get().total_net
    OrderLine.objects.update(quantity_canceled=1)
    assert ask(member, vendor, line(1)).bought == (net * 4 / 5).quantize(Decimal(1))
    VendorOrder.objects.update(status="canceled")
    assert ask(member, vendor, line(1)).bought == 0


def test_others_and_other_years_do_not_count(still: Clock) -> None:
    vendor, member = SellerFactory(), member_in()
    colleague = agency_member(member.agency, department=Department.objects.create(agency=member.agency, name="총무과"))
    alone = agency_member(member.agency)
    bought(colleague, vendor, 11 * MILLION)
    bought(alone, vendor, 5_500_000)
    bought(member_in(), vendor, 11 * MILLION)
    bought(member, SellerFactory(), 11 * MILLION)
    assert ask(member, vendor, line(1)).bought == 0
    assert ask(colleague, vendor, line(1)).bought == 10 * MILLION
    assert ask(alone, vendor, line(1)).bought == 5 * MILLION  # who is in no department sees what was bought for none
    bought(member, vendor, 11 * MILLION)
    Order.objects.filter(user=member.user).update(created_at=dt.datetime(2025, 12, 31, 14, 59, 59, tzinfo=dt.UTC))
    assert ask(member, vendor, line(1)).bought == 0  # 23:59:59 on 31 December in Seoul
    assert ask(member, vendor, line(1), on=dt.date(2025, 12, 31)).bought == 10 * MILLION
    assert ask(member, vendor, line(1), on=dt.date(2025, 12, 30)).bought == 0
    Order.objects.filter(user=member.user).update(created_at=dt.datetime(2025, 12, 31, 15, tzinfo=dt.UTC))
    assert ask(member, vendor, line(1)).bought == 10 * MILLION


def test_the_same_category_again_and_again() -> None:
    vendor, member, paper = SellerFactory(), member_in(), CategoryFactory(name="사무용지")
    for _ in range(2):
        assert codes(ask(member, vendor, line(100_000, category_id=paper.pk))) == []
        bought(member, vendor, 110_000, category=paper)
    route = ask(member, vendor, line(100_000, category_id=paper.pk), line(1, category_id=CategoryFactory().pk))
    assert codes(route) == [RouteWarning.REPEATED_CATEGORY]
    assert "사무용지 2회" in route.notes[0].text
    assert codes(ask(member, vendor, line(100_000))) == []


def test_an_agencys_own_line_of_warning() -> None:
    vendor, member = SellerFactory(), member_in()
    AgencyPolicy.objects.create(
        agency_id=member.agency_id, law="local", split_warning_from=1_200_000, effective_from=TODAY
    )
    bought(member, vendor, 1_100_000)
    assert codes(ask(member, vendor, line(199_999))) == []
    route = ask(member, vendor, line(200_000))
    assert codes(route) == [RouteWarning.SPLIT_PURCHASE]
    assert "기관이 정한 주의 금액에 이릅니다" in route.notes[0].text


def test_the_missing_ratio_and_what_is_near() -> None:
    vendor = SellerFactory()
    hold(vendor, "SOCIAL_ENTERPRISE")
    hold(vendor, "SMALL", until=TODAY - dt.timedelta(days=1))
    route = ask(member_in(), vendor, line(30 * MILLION))
    assert route.verdict is Verdict.OPEN_TENDER
    assert codes(route) == [RouteWarning.COMPANION_MISSING]
    assert (
        "취약계층 고용비율 확인서 1건이 더 있으면 1인 견적: 지방계약법 시행령 제25조제1항제5호바목"
        in route.notes[0].text
    )
    near = {way.kinds: way.is_companion for way in route.better if way.is_near}
    assert near == {("VULNERABLE_RATIO",): True, ("SMALL",): False}
    assert any(set(way.kinds) == {"WOMEN", "DISABLED_OWNED"} for way in route.better)


def test_own_production_is_asked_of_what_no_proof_speaks_of() -> None:
    vendor = SellerFactory()
    hold(vendor, "DIRECT_PRODUCTION", until=dt.date(2027, 1, 1))
    Certificate.objects.update(item="비누 · 세제")
    Certificate.objects.create(
        **{
            **{name: getattr(Certificate.objects.get(), name) for name in ("vendor", "kind", "authority", "issued_on")},
            "number": "2",
            "item": "손 비누",
            "status": "verified",
            "checked_on": TODAY,
        }
    )
    lines = (line(10 * MILLION, "천연 손비누 세트"), line(1, "대나무 칫솔"))
    (note,) = ask(member_in(), vendor, *lines).notes
    assert note.code is RouteWarning.OWN_PRODUCTION
    assert note.text.endswith(": 대나무 칫솔")
    assert codes(ask(member_in(), vendor, lines[0])) == []
    assert codes(ask(member_in(), vendor, replace(lines[1], net=Decimal(9_999_999)))) == []


def test_of_own_products_without_a_ceiling_all_is_checked() -> None:
    vendor = SellerFactory()
    hold(vendor, "SEVERE_DISABLED_FACILITY")
    for regime, article, quotes in ((AgencyRegime.LOCAL, "제25조제2항", 1), (AgencyRegime.STATE, "제26조제3항", 2)):
        route = ask(member_in(regime=regime), vendor, line(300 * MILLION))
        assert (route.verdict, route.quotes) == (Verdict.NO_CEILING, quotes)
        assert article in route.notes[0].text


def test_an_end_that_is_near_is_told() -> None:
    vendor = SellerFactory()
    hold(vendor, "WOMEN", until=TODAY + dt.timedelta(days=30))
    route = ask(member_in(), vendor, line(30 * MILLION))
    assert RouteWarning.CERTIFICATE_ENDS in codes(route)
    assert "30일 남음" in route.notes[-1].text
    Certificate.objects.update(valid_until=TODAY + dt.timedelta(days=31))
    assert RouteWarning.CERTIFICATE_ENDS not in codes(ask(member_in(), vendor, line(30 * MILLION)))


def test_a_stored_answer_reads_as_it_was() -> None:
    vendor, member = SellerFactory(), member_in()
    hold(vendor, "SOCIAL_ENTERPRISE", "SMALL", until=TODAY + dt.timedelta(days=9))
    bought(member, vendor, 110 * MILLION)
    route = ask(member, vendor, line(30 * MILLION))
    assert route.notes
    assert route.better
    assert route.papers
    stored = route.as_json()
    assert BasketRoute.from_json({**stored, "of_a_later_release": 1}) == route
    assert (stored["amount"], stored["judged_on"], stored["verdict"]) == (
        "30000000",
        "2026-09-08",
        "two_quotes_platform",
    )


def test_an_agency_that_is_none() -> None:
    with pytest.raises(NotFound):
        basket_routes(parts=[], agency_id=0, department_id=None)


def test_many_enterprises_cost_what_one_costs() -> None:
    member, paper = member_in(), CategoryFactory()
    parts = []
    for _ in range(6):
        vendor = SellerFactory()
        hold(vendor, "SOCIAL_ENTERPRISE", "SMALL", "WOMEN")
        bought(member, vendor, 1_100_000, category=paper)
        parts.append(part(vendor, line(30 * MILLION, category_id=paper.pk), line(1, category_id=CategoryFactory().pk)))
    counts = []
    for chosen in (parts[:1], parts):
        with CaptureQueriesContext(
            connection,
        ) as done:
            found = basket_routes(parts=chosen, agency_id=member.agency_id, department_id=member.department_id)
        assert len(found) == len(chosen)
        counts.append(len(done))
    assert counts == [8, 8]
