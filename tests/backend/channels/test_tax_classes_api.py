"""Tax classes: three, built in, with today's rates."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import UserFactory
from factories.channels import TaxRateFactory
from market.channels.graphql.tax_classes import tax_kind_of
from market.core.errors import NotFound
from market.core.global_ids import to_global_id
from market.core.graphql.mutations import InvalidId
from market.core.tax import TaxKind

pytestmark = pytest.mark.django_db
CLASSES = """{ taxClasses(first: 10) { totalCount edges { node {
    id name metadata { key } countries { rate country { code } taxClass { id name } } } } } }"""


def test_the_three_classes_tell_their_rates_in_percent(graphql: Any) -> None:
    TaxRateFactory()
    found = graphql(CLASSES, user=UserFactory())["data"]["taxClasses"]
    rates = {edge["node"]["name"]: edge["node"]["countries"] for edge in found["edges"]}
    assert found["totalCount"] == 3
    assert {name: [(row["country"]["code"], row["rate"]) for row in rows] for name, rows in rates.items()} == {
        "과세": [("KR", 10.0)],
        "면세": [("KR", 0.0)],
        "영세율": [("KR", 0.0)],
    }
    assert {edge["node"]["id"] for edge in found["edges"]} == {
        row["taxClass"]["id"] for rows in rates.values() for row in rows
    }


def test_only_the_newest_rate_that_holds_today_counts(graphql: Any) -> None:
    TaxRateFactory()
    TaxRateFactory(effective_from="2099-01-01", rate="0.12")
    TaxRateFactory(effective_from="2020-01-01", rate="0.11")
    found = graphql(CLASSES, user=UserFactory())["data"]["taxClasses"]["edges"][0]["node"]
    assert [row["rate"] for row in found["countries"]] == [11.0]


def test_one_class_is_read_by_its_id(graphql: Any) -> None:
    document, user = "query ($id: ID!) { taxClass(id: $id) { name } }", UserFactory()
    exempt = graphql(document, {"id": to_global_id("TaxClass", "exempt")}, user=user, language="en")
    assert exempt["data"]["taxClass"] == {"name": "VAT exempt"}
    assert graphql(document, {"id": to_global_id("TaxClass", "7")}, user=user)["data"]["taxClass"] is None


def test_the_id_of_a_class_names_its_tax_kind() -> None:
    assert tax_kind_of(to_global_id("TaxClass", "zero_rated")) is TaxKind.ZERO_RATED
    with pytest.raises(NotFound) as unknown:
        tax_kind_of(to_global_id("TaxClass", "9"), "taxClassId")
    assert unknown.value.field == "taxClassId"
    with pytest.raises(InvalidId):
        tax_kind_of(to_global_id("Product", "taxable"))
