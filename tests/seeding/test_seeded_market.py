"""The running market of full size is asked for the operating table, and gives the published one."""

from __future__ import annotations

import json
import os
import urllib.request
from typing import Any

import pytest

pytestmark = pytest.mark.seeded

REPORT = """
query Report($start: Date!, $end: Date!) {
  operatingReport(periodStart: $start, periodEnd: $end) {
    salesTotal { amount currency } orderCount vendorCount productCount memberCount
  }
}
"""
CAMPAIGN = """
query Campaign($slug: String!) {
  campaignReport(slug: $slug) { salesTotal { amount } previous { salesTotal { amount } } growthRate }
}
"""
COUNTS = """
query Counts { citizen: products(first: 1, channel: "citizen") { totalCount } public: products(first: 1, channel: "public") { totalCount } }
"""
EVERY_PRODUCT = "query All { products(first: 1) { totalCount } }"


def ask(document: str, variables: dict[str, Any] | None = None, token: str = "") -> dict[str, Any]:
    """One question over HTTP to the market that runs for these tests."""
    request = urllib.request.Request(
        os.environ["IEUM_PUBLIC_API_URL"].rstrip("/") + "/graphql/",
        data=json.dumps({"query": document, "variables": variables or {}}).encode(),
        headers={"Content-Type": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})},
    )
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(request, timeout=30) as response:
        answer: dict[str, Any] = json.load(response)
    assert "errors" not in answer, answer["errors"]
    return answer["data"]


def signed_in(account: str) -> str:
    password = os.environ.get("IEUM_DEMO_PASSWORD") or "ieum-demo-2026"
    document = (
        "mutation In($e: String!, $p: String!) { tokenCreate(email: $e, password: $p) { token errors { code } } }"
    )
    answer = ask(document, {"e": f"{account}@ieum.example", "p": password})["tokenCreate"]
    assert answer["errors"] == []
    return answer["token"]


def test_the_operating_table_is_the_published_one() -> None:
    asked = {"start": "2022-01-01", "end": "2022-09-30"}
    assert ask(REPORT, asked, signed_in("staff"))["operatingReport"] == {
        "salesTotal": {"amount": 1_888_000_000, "currency": "KRW"},
        "orderCount": 9_249,
        "vendorCount": 690,
        "productCount": 14_101,
        "memberCount": 2_728,
    }


def test_the_chuseok_exhibition_grew_as_published() -> None:
    report = ask(CAMPAIGN, {"slug": "chuseok-2022"}, signed_in("staff"))["campaignReport"]
    assert report["salesTotal"]["amount"] == 35_069_000
    assert report["previous"]["salesTotal"]["amount"] == 20_679_000
    assert round(report["growthRate"], 3) == 0.696


def test_both_channels_show_the_catalogue() -> None:
    counts = ask(COUNTS)
    assert (counts["citizen"]["totalCount"], counts["public"]["totalCount"]) == (14_101, 14_101)
    assert ask(EVERY_PRODUCT, token=signed_in("staff"))["products"]["totalCount"] == 14_101


@pytest.mark.parametrize("account", ["citizen", "agency", "vendor", "staff"])
def test_every_demo_account_signs_in(account: str) -> None:
    assert ask("{ me { email } }", token=signed_in(account))["me"]["email"] == f"{account}@ieum.example"
