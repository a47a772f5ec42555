"""The lists of the enterprise's side: what waits first, what is found, and cursors nobody handed out."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest

from factories.checkout import anew
from factories.procurement import agency_member
from factories.quotes import answered, in_days, invitation_of, listing_of, seller_of, sent
from factories.vendors import SellerFactory, member_of
from market.core.global_ids import to_global_id
from market.quotes.services.quote_submit import quote_withdraw

pytestmark = pytest.mark.django_db
Ask = Callable[..., Any]
LIST = """query($id: ID!, $after: String, $open: Boolean) { vendorQuoteRequests(vendor: $id, first: 1, after: $after, isOpen: $open) {
    pageInfo { endCursor hasNextPage } edges { node { title } } } }"""
GOODS = """query($id: ID!, $search: String, $ids: [ID!]) { vendorQuoteRequest(id: $id) {
    found: listings(search: $search) { name } these: listings(ids: $ids) { id name } quotes { isStanding withdrawnAt } } }"""


def cursor(*values: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()


@pytest.mark.parametrize("is_open", [True, None])
@pytest.mark.parametrize(
    "after",
    ["zzz", "한", cursor("x", "y"), cursor("2026-01-01T00:00:00+09:00", "y"), cursor("2026-01-01T00:00:00+09:00", 5)],
)
def test_a_cursor_nobody_handed_out_is_called_invalid(graphql: Ask, after: str, is_open: bool | None) -> None:
    vendor = SellerFactory()
    answer = graphql(
        LIST, {"id": to_global_id("Vendor", vendor.pk), "after": after, "open": is_open}, user=member_of(vendor)
    )
    (error,) = answer["errors"]
    assert (error["message"], error["extensions"]["exception"]["code"]) == (
        "Received cursor is invalid.",
        "GraphQLError",
    )


def test_what_takes_answers_stands_by_its_deadline_page_after_page(graphql: Ask) -> None:
    member, vendor = agency_member(), SellerFactory()
    for title, days in (("넷째 날", 4), ("둘째 날", 2), ("셋째 날", 3)):
        sent(member, vendor, title=title, reply_by=in_days(days))

    def titles(is_open: bool | None) -> list[str]:
        seen: list[str] = []
        after = None
        while True:
            variables = {"id": to_global_id("Vendor", vendor.pk), "after": after, "open": is_open}
            page = graphql(LIST, variables, user=member_of(vendor))["data"]["vendorQuoteRequests"]
            seen += [edge["node"]["title"] for edge in page["edges"]]
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                return seen

    assert titles(True) == ["둘째 날", "셋째 날", "넷째 날"]
    assert titles(None) == ["셋째 날", "둘째 날", "넷째 날"]


def test_goods_are_found_by_name_and_code_and_named_by_id(graphql: Ask) -> None:
    vendor, rival = SellerFactory(), SellerFactory()
    request = sent(agency_member(), vendor)
    soap, bag = listing_of(vendor, name="쑥 비누"), listing_of(vendor, name="에코백")
    theirs = listing_of(rival, name="남의 비누")
    token = to_global_id("VendorQuoteRequest", invitation_of(request, vendor).token)

    def ask(search: str | None, *ids: str) -> Any:
        return graphql(GOODS, {"id": token, "search": search, "ids": list(ids)}, user=member_of(vendor))["data"][
            "vendorQuoteRequest"
        ]

    def name_of(variant: Any) -> str:
        return f"{variant.product.name} {variant.name}".strip()

    assert [row["name"] for row in ask("비누")["found"]] == [name_of(soap)]
    assert [row["name"] for row in ask(bag.sku)["found"]] == [name_of(bag)]
    assert ask("없는 것")["found"] == []
    keys = [to_global_id("ProductVariant", variant.pk) for variant in (bag, theirs)]
    assert [row["id"] for row in ask(None, *keys, "zzz", to_global_id("Vendor", 1))["these"]] == keys[:1]
    assert ask(None)["these"] == []


def test_a_quote_taken_back_says_when(graphql: Ask) -> None:
    vendor = SellerFactory()
    request = sent(agency_member(), vendor, SellerFactory())
    answered(request, vendor, 1_000)
    answered(request, vendor, 900)
    token = invitation_of(request, vendor).token
    anew(quote_withdraw, token=token, actor=seller_of(vendor))
    shown = graphql(GOODS, {"id": to_global_id("VendorQuoteRequest", token), "ids": []}, user=member_of(vendor))
    quotes = shown["data"]["vendorQuoteRequest"]["quotes"]
    assert [(row["isStanding"], row["withdrawnAt"] is not None) for row in quotes] == [(False, True), (False, False)]
