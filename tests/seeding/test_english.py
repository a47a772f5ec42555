"""An English request walks through the market: nothing but names, addresses and what is printed on papers is left in Korean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from market.accounts.models import User
from market.catalog.models import Product
from market.core.global_ids import to_global_id
from market.orders.models import Order
from market.seeding.sources import base_products, source
from market.vendors.models import Vendor

HANGUL = re.compile(r"[가-힣]|\\u(?:a[c-f]|[bc][0-9a-f]|d[0-7])[0-9a-f]{2}")  # rich text may come with escapes
# Names of people, registered names and numbers, postal addresses; and the Korean original beside a translation that is asked for as well.
KOREAN = frozenset(
    """
    legalName representative mailOrderNumber address firstName lastName companyName streetAddress1 streetAddress2 city cityArea countryArea
    supportCentreName number bankName accountHolder reference buyerOrganization customerNote authorName
    """.split()  # noqa: SIM905 - a list of words is easier to read than quotation marks
)
Ask = Callable[..., dict[str, Any]]

PRODUCT = """
  originCountry
  translation(languageCode: EN) { name summary description }
  category { translation(languageCode: EN) { name } parent { translation(languageCode: EN) { name } } }
  attributes { attribute { translation(languageCode: EN) { name } } values { translation(languageCode: EN) { name } } }
  variants { translation(languageCode: EN) { name } }
  valueClaims { statement evidence theme { name tagline description } }
  productNotice { typeName items { label value } }
  vendor { name kindName introduction district { name } deliveryTerms { carrier } }
"""
VENDOR = """
  name legalName representative mailOrderNumber address introduction kindName district { name supportCentreName }
  certificates(includeExpired: true) { number authority kind { name shortName authority legalBasis } }
  deliveryTerms { carrier }
"""
PRODUCTS = f"""query Products($after: String) {{ products(channel: "citizen", first: 50, after: $after) {{
  pageInfo {{ hasNextPage endCursor }} edges {{ node {{ {PRODUCT} }} }} }} }}"""
VENDORS = f"query Vendors {{ vendors(first: 100) {{ edges {{ node {{ {VENDOR} }} }} }} }}"
AROUND = """query Around {
  shop { description headerText defaultCountry { country } }
  channel(slug: "citizen") { defaultCountry { country } }
  districts { name }
  certificateKinds { name shortName authority legalBasis }
  valueThemes { name tagline description }
  categories(first: 100) { edges { node { translation(languageCode: EN) { name } } } }
  collections(channel: "citizen", first: 20) { edges { node { translation(languageCode: EN) { name } } } }
  stories(first: 100) { authorName translation(languageCode: EN) { title lead body } }
  campaigns(channel: "citizen") { translation(languageCode: EN) { title subtitle description } }
}"""
PLACE = "firstName lastName companyName streetAddress1 streetAddress2 city cityArea countryArea country { country }"
LINE = "translatedProductName translatedVariantName vendor { name }"
ORDER = f"""query Order($id: ID!) {{ order(id: $id) {{
  statusDisplay paymentStatusDisplay shippingMethodName deliveryMethod {{ ... on ShippingMethod {{ name }} }}
  buyerOrganization customerNote bankTransfer {{ bankName accountHolder reference }}
  billingAddress {{ {PLACE} }} shippingAddress {{ {PLACE} }} lines {{ {LINE} }}
  vendorOrders {{ statusDisplay vendor {{ {VENDOR} }} lines {{ {LINE} }} }}
}} }}"""
CHECKOUT = f"""mutation Open($input: CheckoutCreateInput!) {{ checkoutCreate(input: $input) {{ errors {{ message }} checkout {{
  shippingAddress {{ {PLACE} }} shippingMethods {{ name }}
  vendorGroups {{ vendor {{ {VENDOR} }} lines {{ variant {{ translation(languageCode: EN) {{ name }}
    product {{ translation(languageCode: EN) {{ name }} }} }} }} }}
}} }} }}"""
ADDRESS = {
    "firstName": "지우", "lastName": "한", "streetAddress1": "개봉로23길 10", "city": "구로구", "countryArea": "서울특별시",
    "postalCode": "08274", "country": "KR",
}  # fmt: skip


def korean_in(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Where an answer has Hangul that is not allowed there."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in KOREAN:
                yield from korean_in(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from korean_in(inner, path)
    elif isinstance(value, str) and HANGUL.search(value):
        yield path, value


def assert_english(answer: dict[str, Any]) -> dict[str, Any]:
    assert "errors" not in answer, answer["errors"]
    assert sorted(set(korean_in(answer["data"])))[:5] == []
    data: dict[str, Any] = answer["data"]
    return data


@pytest.mark.usefixtures("small_market")
class TestEnglishRequest:
    def test_products_are_english(self, graphql: Ask) -> None:
        after, seen = None, 0
        while True:
            page = assert_english(graphql(PRODUCTS, {"after": after}, language="en"))["products"]
            seen += len(page["edges"])
            if not page["pageInfo"]["hasNextPage"]:
                break
            after = page["pageInfo"]["endCursor"]
        assert seen == Product.objects.filter(channel_listings__channel__slug="citizen").count() > 100

    def test_vendors_are_english(self, graphql: Ask) -> None:
        edges = assert_english(graphql(VENDORS, language="en"))["vendors"]["edges"]
        assert len(edges) == min(Vendor.objects.count(), 100)

    def test_all_around_them_is_english(self, graphql: Ask) -> None:
        data = assert_english(graphql(AROUND, language="en"))
        assert data["channel"]["defaultCountry"]["country"] == "South Korea"

    def test_orders_are_english(self, graphql: Ask) -> None:
        statuses = Order.objects.order_by("status", "payment_means", "-number").distinct("status", "payment_means")
        orders = list(statuses.values_list("pk", flat=True))
        assert len(orders) >= 4
        staff = User.objects.get(email="staff@ieum.example")  # an agency's orders are nobody else's business
        for pk in orders:
            asked = graphql(ORDER, {"id": to_global_id("Order", pk)}, user=staff, language="en")
            order = assert_english(asked)["order"]
            assert all(line["translatedProductName"] for line in order["lines"])

    def test_a_checkout_is_english(self, graphql: Ask) -> None:
        shelf = graphql(
            '{ products(channel: "citizen", first: 5) { edges { node { variants { id } minimumOrderQuantity } } } }'
        )
        lines = [
            {"variantId": edge["node"]["variants"][0]["id"], "quantity": edge["node"]["minimumOrderQuantity"]}
            for edge in shelf["data"]["products"]["edges"]
        ]
        wanted = {"channel": "citizen", "email": "guest@ieum.example", "lines": lines, "shippingAddress": ADDRESS}
        made = assert_english(graphql(CHECKOUT, {"input": wanted}, language="en"))["checkoutCreate"]
        assert made["errors"] == []
        assert made["checkout"]["vendorGroups"]

    def test_the_same_request_in_korean_is_korean(self, graphql: Ask) -> None:
        """So that the others do not pass because nothing was said at all."""
        data = graphql(PRODUCTS, {"after": None}, language="ko")["data"]
        paths = {path.rsplit(".", 1)[-1] for path, _ in korean_in(data)}
        assert {"originCountry", "statement", "evidence", "typeName", "label", "value", "carrier", "kindName"} <= paths


def test_the_seeds_say_in_english_what_they_say_in_korean() -> None:
    notices = source("notice_values_en.yaml")
    for base in base_products():
        values = [str(value) for value in base["notice"]["fields"].values()]
        assert not [value for value in [*values, base["origin"]] if HANGUL.search(value) and value not in notices], (
            base["key"]
        )
        for claim in base["claims"]:
            assert claim["statement_en"], base["key"]
            assert claim["evidence_en"], base["key"]
            assert not HANGUL.search(claim["statement_en"] + claim["evidence_en"]), base["key"]
    assert not [text for text in notices.values() if HANGUL.search(text)]
    for kind in source("certificate_kinds.yaml"):
        assert not HANGUL.search(kind["authority_en"] + kind["legal_basis_en"]), kind["code"]
