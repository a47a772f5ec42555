"""What the journeys know of the running market: its addresses, its goods, and how every page must be."""

from __future__ import annotations

import json
import os
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

PROJECT = Path(__file__).resolve().parents[2]
AXE = PROJECT / "storefront" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROWEST = 320
PLENTY = 40

GOODS = """
query Goods($channel: String!) {
  products(first: 100, channel: $channel, filter: { isService: false }) {
    edges { node { name slug isQuoteOnly minimumOrderQuantity vendor { name } productVariants(first: 20) { edges { node { quantityAvailable } } } } }
  }
}
"""


@dataclass(frozen=True)
class Goods:
    name: str
    slug: str
    vendor: str


def storefront() -> str:
    return os.environ["IEUM_STOREFRONT_URL"].rstrip("/")


def password() -> str:
    return os.environ.get("IEUM_DEMO_PASSWORD") or "ieum-demo-2026"


def ask(document: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:
    """One anonymous question to the market's API."""
    request = urllib.request.Request(
        os.environ["IEUM_PUBLIC_API_URL"].rstrip("/") + "/graphql/",
        data=json.dumps({"query": document, "variables": variables or {}}).encode(),
        headers={"Content-Type": "application/json"},
    )
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(request, timeout=30) as response:
        answer: dict[str, Any] = json.load(response)
    assert "errors" not in answer, answer["errors"]
    return answer["data"]


def goods_of_different_vendors(channel: str, count: int) -> list[Goods]:
    """Goods that are plentiful, one from each enterprise."""
    by_vendor: dict[str, Goods] = {}
    for edge in ask(GOODS, {"channel": channel})["products"]["edges"]:
        node = edge["node"]
        stock = [variant["node"]["quantityAvailable"] or 0 for variant in node["productVariants"]["edges"]]
        if not node["isQuoteOnly"] and stock and min(stock) >= max(PLENTY, node["minimumOrderQuantity"] * 4):
            by_vendor.setdefault(node["vendor"]["name"], Goods(node["name"], node["slug"], node["vendor"]["name"]))
    assert len(by_vendor) >= count, f"only {sorted(by_vendor)} have plenty"
    return list(by_vendor.values())[:count]


def won(text: str) -> int:
    """The amount in a text such as 53,100원."""
    return int("".join(character for character in text if character.isdigit()))


def amount(place: Locator) -> int:
    return won(place.inner_text())


def accept(page: Page) -> None:
    """The page as it stands is accessible (axe finds nothing) and does not scroll sideways on the narrowest phone."""
    wide = page.viewport_size
    assert wide is not None
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, { runOnly: rules }).then(result => result.violations)", RULES)
    faults = [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in found]
    assert not faults, f"{page.url}: {faults}"
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    width = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(wide)
    assert width <= NARROWEST, f"{page.url} is {width} px wide at {NARROWEST}"


def fill_address(region: Page | Locator, *, recipient: str, phone: str) -> None:
    """A whole Korean address into the visible fields."""
    region.get_by_role("textbox", name="받는").fill(recipient)
    region.get_by_role("textbox", name="전화").fill(phone)
    region.get_by_role("textbox", name="우편번호").fill("08274")
    region.get_by_role("combobox", name="시·도").select_option("서울특별시")
    region.get_by_role("textbox", name="시·군·구").fill("구로구")
    region.get_by_role("textbox", name="도로명 주소").fill("가상로23길 10")
    region.get_by_role("textbox", name="상세 주소").fill("5층")


def sign_in(page: Page, account: str) -> None:
    """On the sign-in page: goes wherever that page leads."""
    page.get_by_role("textbox", name="이메일").fill(f"{account}@ieum.example")
    page.get_by_label("비밀번호").fill(password())
    page.get_by_role("main").get_by_role("button", name="로그인").click()
