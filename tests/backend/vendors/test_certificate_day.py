"""The day a certificate lapses, badge, facet, filter, name of the kind, search and legal route go in one step; so they do when it is revoked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from factories.accounts import staff_with
from factories.catalog import sell
from factories.certificates import Clock, checker_of, hold, waiting
from factories.channels import ChannelFactory
from factories.vendors import SellerFactory
from market.api import response_cache
from market.core.permissions import MANAGE_VENDORS
from market.search.services.search_entries_refresh import search_entries_refresh
from market.vendors.models import Vendor
from market.vendors.services.certificate_verify import certificate_revoke, certificate_verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]
LAST = dt.date(2026, 9, 20)
SEEN = """query Seen($slug: String!, $kinds: [String!]!, $product: String!) {
    vendor(slug: $slug) { kindName certificates { kind { code } }
        at30: buyingRoutes(amount: 30000000, kind: GOODS) { code } ceilings: buyingCeilings(kind: GOODS) { code } }
    vendors(first: 5, filter: { certificates: $kinds }) { edges { node { slug } } }
    found: products(first: 5, channel: "citizen", filter: { certificates: $kinds }) { edges { node { slug } } }
    searched: products(first: 5, channel: "citizen", search: "비누", filter: { certificates: $kinds }) { edges { node { slug } } }
    product(slug: $product, channel: "citizen") { vendor { kindName certificates { kind { code } } } }
    productFacets(channel: "citizen") { certificates { kind { code } count } }
}"""
Ask = Callable[..., Any]


@pytest.fixture(params=["kept answers", "fresh answers"])
def keeping(request: pytest.FixtureRequest, settings: Any) -> bool:
    """With the cache of anonymous answers as in production (and never too old), and without."""
    settings.GRAPHQL_RESPONSE_CACHE_SECONDS = 10**9 if request.param == "kept answers" else 0
    return request.param == "kept answers"


@pytest.fixture
def vendor() -> Vendor:
    vendor = SellerFactory(slug="dusohn")
    sell(ChannelFactory(), vendor=vendor, slug="soap", name="쌀겨 비누")
    search_entries_refresh()
    return vendor


def seen(graphql: Ask, *kinds: str) -> dict[str, Any]:
    """Everything an anonymous visitor can tell a certificate by."""
    answer = graphql(SEEN, {"slug": "dusohn", "kinds": list(kinds), "product": "soap"})
    assert "errors" not in answer, answer
    data = answer["data"]

    def slugs(name: str) -> list[str]:
        return [edge["node"]["slug"] for edge in data[name]["edges"]]

    return {
        "badge": [row["kind"]["code"] for row in data["vendor"]["certificates"]],
        "badge of product": [row["kind"]["code"] for row in data["product"]["vendor"]["certificates"]],
        "kind": {data["vendor"]["kindName"], data["product"]["vendor"]["kindName"]},
        "vendors": slugs("vendors"),
        "products": slugs("found"),
        "searched": slugs("searched"),
        "facets": {row["kind"]["code"]: row["count"] for row in data["productFacets"]["certificates"] if row["count"]},
        "at 30 million": [row["code"] for row in data["vendor"]["at30"]],
        "ceilings": [row["code"] for row in data["vendor"]["ceilings"] if "any" not in row["code"]],
    }


WITH_WOMEN = {
    "badge": ["WOMEN"],
    "badge of product": ["WOMEN"],
    "kind": {"여성기업 확인서"},
    "vendors": ["dusohn"],
    "products": ["soap"],
    "searched": ["soap"],
    "facets": {"WOMEN": 1},
    "at 30 million": ["owner-one-quote"],
    "ceilings": ["owner-one-quote", "owner-platform"],
}
WITHOUT = {
    "badge": [],
    "badge of product": [],
    "kind": {"사회연대경제 기업"},
    "vendors": [],
    "products": [],
    "searched": [],
    "facets": {},
    "at 30 million": [],
    "ceilings": [],
}


def test_all_goes_together_at_midnight_in_seoul(graphql: Ask, still: Clock, vendor: Vendor, keeping: bool) -> None:
    """Nobody runs, nothing is published, no version is raised: the day alone does it."""
    hold(vendor, "WOMEN", until=LAST)
    still.at(LAST, 23, 59, 59)
    assert seen(graphql, "WOMEN") == WITH_WOMEN
    assert seen(graphql, "WOMEN") == WITH_WOMEN
    assert len(response_cache._answers) == int(keeping)
    still.at(LAST + dt.timedelta(days=1), 0, 0, 0)
    assert seen(graphql, "WOMEN") == WITHOUT
    still.at(LAST + dt.timedelta(days=1), 0, 0, 59)
    assert seen(graphql, "WOMEN") == WITHOUT


def test_the_ratio_takes_only_what_hangs_on_it(graphql: Ask, still: Clock, vendor: Vendor, keeping: bool) -> None:
    hold(vendor, "SOCIAL_ENTERPRISE")
    hold(vendor, "VULNERABLE_RATIO", until=LAST)
    still.at(LAST, 23, 59, 59)
    before = seen(graphql, "VULNERABLE_RATIO")
    assert before["at 30 million"] == ["social-one-quote"]
    assert before["vendors"] == before["vendors"] == ["dusohn"]
    still.at(LAST + dt.timedelta(days=1), 0, 0, 0)
    after = seen(graphql, "VULNERABLE_RATIO")
    assert (after["badge"], after["facets"], after["kind"]) == (
        ["SOCIAL_ENTERPRISE"],
        {"SOCIAL_ENTERPRISE": 1},
        {"사회적기업 인증"},
    )
    assert (after["vendors"], after["products"], after["searched"]) == ([], [], [])
    assert (after["at 30 million"], after["ceilings"]) == ([], [])


@pytest.mark.usefixtures("keeping")
def test_all_comes_with_the_check_and_goes_with_the_revocation(graphql: Ask, still: Clock, vendor: Vendor) -> None:
    certificate = waiting(vendor, "WOMEN", valid_until=LAST)
    assert seen(graphql, "WOMEN") == WITHOUT
    checker = checker_of(staff_with(MANAGE_VENDORS))
    certificate_verify(certificate_id=certificate.pk, actor=checker)
    assert seen(graphql, "WOMEN") == WITH_WOMEN
    certificate_revoke(certificate_id=certificate.pk, reason="위조된 서류예요.", actor=checker)
    assert seen(graphql, "WOMEN") == WITHOUT


@pytest.mark.usefixtures("keeping")
def test_a_preliminary_one_never_reads_as_certified_not_even_after_the_certified_has_ended(
    graphql: Ask, still: Clock, vendor: Vendor
) -> None:
    hold(vendor, "PRE_SOCIAL_REGIONAL", until=LAST + dt.timedelta(days=300))
    hold(vendor, "VILLAGE", until=LAST)
    still.at(LAST, 23, 59)
    assert seen(graphql, "VILLAGE")["kind"] == {"마을기업 지정"}
    still.at(LAST + dt.timedelta(days=1), 0, 0)
    after = seen(graphql, "SOCIAL_ENTERPRISE")
    assert after["kind"] == {"지역형 예비사회적기업 지정"}
    assert (after["vendors"], after["at 30 million"], after["ceilings"]) == ([], [], [])


def test_an_etag_of_yesterday_is_no_proof_today(client: Any, still: Clock, vendor: Vendor, settings: Any) -> None:
    settings.GRAPHQL_RESPONSE_CACHE_SECONDS = 10**9
    hold(vendor, "WOMEN", until=LAST)
    body = {"query": '{ vendor(slug: "dusohn") { certificates { id } } }'}

    def ask(tag: str = "") -> Any:
        headers = {"If-None-Match": tag} if tag else {}
        return client.post("/graphql/", data=body, content_type="application/json", headers=headers)

    still.at(LAST, 23, 59, 59)
    tag = ask()["ETag"]
    assert ask(tag).status_code == 304
    still.at(LAST + dt.timedelta(days=1), 0, 0, 0)
    answer = ask(tag)
    assert (answer.status_code, answer.json()["data"]["vendor"]["certificates"]) == (200, [])


def test_of_two_that_count_for_the_same_thing_one_badge_is_shown(graphql: Ask, still: Clock, vendor: Vendor) -> None:
    hold(vendor, "WOMEN", until=LAST)
    hold(vendor, "WOMEN", until=LAST + dt.timedelta(days=1000))
    still.at(LAST)
    assert seen(graphql, "WOMEN") == WITH_WOMEN
    still.at(LAST + dt.timedelta(days=1))
    assert seen(graphql, "WOMEN") == WITH_WOMEN


def test_each_enterprise_of_a_list_shows_its_own_badges(graphql: Ask, still: Clock) -> None:
    lasting, ending = SellerFactory(), SellerFactory()
    hold(lasting, "WOMEN")
    hold(ending, "WOMEN", until=LAST)
    answer = graphql("{ vendors(first: 5) { edges { node { slug certificates { kind { code } } } } } }")
    shown = {edge["node"]["slug"]: edge["node"]["certificates"] for edge in answer["data"]["vendors"]["edges"]}
    assert shown == {seller.slug: [{"kind": {"code": "WOMEN"}}] for seller in (lasting, ending)}
