"""``purchaseRoutes``: what a member of an agency is told of the own basket, and what everybody else is not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.certificates import TODAY, actor_of, hold
from factories.channels import public_channel
from factories.checkout import open_checkout
from factories.inventory import variant_on_sale
from factories.procurement import agency_buyer, agency_member, agency_of
from factories.vendors import SellerFactory, member_of
from market.checkout.models import Checkout
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_ORDERS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law", "still")]
ROUTES = """query ($checkout: ID!, $agency: ID, $on: Date) { purchaseRoutes(checkoutId: $checkout, agency: $agency, on: $on) {
    vendorId vendorName law judgedOn fiscalYear amount { amount currency } kinds verdict quotes isThroughPlatform isByHouse contractArticle
    english: contractArticle(languageCode: EN) quoteArticle reason openUntil bought { amount } papers { kind name number item validUntil }
    warnings { code text english: text(languageCode: EN) } options { kinds verdict quotes isCompanion isNear text } } }"""


def basket(user: Any, *vendors: Any, price: int = 33_000_000) -> Checkout:
    lines = {variant_on_sale(public_channel(), price=price, vendor=vendor): 1 for vendor in vendors}
    return open_checkout(public_channel(), lines, actor=actor_of(user))


def checkout_id(checkout: Checkout) -> str:
    return to_global_id("Checkout", checkout.pk)


def test_a_member_is_told_of_each_enterprise(graphql: Any) -> None:
    user, women, anybody = agency_buyer(), SellerFactory(name="견본여성기업"), SellerFactory()
    hold(women, "WOMEN", until=TODAY + dt.timedelta(days=10))
    checkout = basket(user, women, anybody)
    shown = graphql(ROUTES, {"checkout": checkout_id(checkout)}, user=user)["data"]["purchaseRoutes"]
    first, second = sorted(shown, key=lambda route: route["vendorName"] != women.name)
    assert (first["vendorId"], first["vendorName"]) == (to_global_id("Vendor", women.pk), "견본여성기업")
    assert (first["law"], first["judgedOn"], first["fiscalYear"]) == ("LOCAL", "2026-09-08", 2026)
    assert (first["amount"], first["bought"]) == ({"amount": 30_000_000.0, "currency": "KRW"}, {"amount": 0.0})
    assert (first["verdict"], first["quotes"], first["kinds"], first["isThroughPlatform"], first["isByHouse"]) == (
        "ONE_QUOTE",
        1,
        ["GOODS"],
        False,
        False,
    )
    assert first["contractArticle"] == "지방계약법 시행령 제25조제1항제5호바목"
    assert first["english"] == "Local Contracts Decree, Art. 25(1)5(f)"
    assert [(row["kind"], row["validUntil"]) for row in first["papers"]] == [("WOMEN", "2026-09-18")]
    assert [row["code"] for row in first["warnings"]] == ["OWN_PRODUCTION", "CERTIFICATE_ENDS"]
    assert first["warnings"][1]["english"].startswith("What this way rests on ends on 2026-09-18")
    assert (second["verdict"], second["quotes"], second["contractArticle"], second["papers"]) == (
        "OPEN_TENDER",
        0,
        "",
        [],
    )
    assert {"kinds": ["SMALL"], "verdict": "TWO_QUOTES_PLATFORM", "quotes": 2} in [
        {name: row[name] for name in ("kinds", "verdict", "quotes")} for row in second["options"]
    ]


def test_of_a_day_that_has_passed(graphql: Any) -> None:
    user, vendor = agency_buyer(), SellerFactory()
    hold(vendor, "YOUTH_STARTUP")
    checkout = basket(user, vendor)
    for day, verdict in (("2025-07-07", "OPEN_TENDER"), ("2025-07-08", "ONE_QUOTE")):
        (route,) = graphql(ROUTES, {"checkout": checkout_id(checkout), "on": day}, user=user)["data"]["purchaseRoutes"]
        assert (route["verdict"], route["judgedOn"]) == (verdict, day)


def test_for_which_of_two_agencies(graphql: Any) -> None:
    user = agency_buyer()
    state = agency_member(agency_of(regime="state"), user=user).agency
    checkout = basket(user, SellerFactory())
    for agency, law in ((None, "LOCAL"), (to_global_id("Agency", state.pk), "STATE")):
        (route,) = graphql(ROUTES, {"checkout": checkout_id(checkout), "agency": agency}, user=user)["data"][
            "purchaseRoutes"
        ]
        assert route["law"] == law


def test_no_basket_and_no_agency_but_the_own(graphql: Any) -> None:
    """Another's is answered as one that does not exist."""
    user, other = agency_buyer(), agency_member()
    own, theirs = basket(user, SellerFactory()), basket(other.user, SellerFactory())
    asked = [
        {"checkout": checkout_id(theirs)},
        {"checkout": to_global_id("Checkout", "00000000-0000-4000-8000-000000000000")},
        {"checkout": "?"},
        {"checkout": checkout_id(own), "agency": to_global_id("Agency", other.agency_id)},
        {"checkout": checkout_id(own), "agency": to_global_id("Agency", 0)},
        {"checkout": checkout_id(own), "agency": to_global_id("Vendor", 1)},
    ]
    for variables in asked:
        answer = graphql(ROUTES, variables, user=user)
        assert (answer.get("errors"), answer["data"]["purchaseRoutes"]) == (None, None)


def test_nobody_else_gets_past_the_door(graphql: Any) -> None:
    checkout = basket(agency_buyer(), SellerFactory())
    former = agency_member(is_active=False).user
    for user in (None, UserFactory(), member_of(), staff_with(MANAGE_ORDERS), former):
        answer = graphql(ROUTES, {"checkout": checkout_id(checkout)}, user=user)
        assert answer["data"]["purchaseRoutes"] is None
        assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


def test_many_enterprises_cost_what_one_costs(graphql: Any, assert_constant_queries: Any) -> None:
    user = agency_buyer()
    few, many = (basket(user, *(SellerFactory() for _ in range(count))) for count in (1, 6))
    assert_constant_queries(ROUTES, {"checkout": checkout_id(few)}, {"checkout": checkout_id(many)}, user=user)


def test_an_empty_basket(graphql: Any) -> None:
    user = agency_buyer()
    assert graphql(ROUTES, {"checkout": checkout_id(basket(user))}, user=user)["data"]["purchaseRoutes"] == []
