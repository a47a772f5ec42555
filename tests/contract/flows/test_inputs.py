"""Every input of the list that narrows or sorts is understood, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
    is_required_input_field,
)

from contract.flows.client import SaleorClient
from contract.flows.shop import Shop, stocked_shop
from market.api.schema import schema
from market.core.global_ids import to_global_id

LIST = Path(__file__).parent.parent / "storefront.txt"
DEEPEST = 4
VALUES: dict[str, Any] = {
    "String": "a-dropdown", "Int": 1, "Float": 1_000.5, "Boolean": True, "Date": "2026-03-01", "DateTime": "2026-03-01T00:00:00Z",
    "Decimal": "1000.5", "PositiveDecimal": "1000", "ID": None,
}  # fmt: skip
IDS = {
    "categories": "Category", "category": "Category", "collections": "Collection", "collection": "Collection",
    "productTypes": "ProductType", "productType": "ProductType", "warehouseIds": "Warehouse", "pageType": "PageType",
    "attributeId": "Attribute", "referencedIds": "Collection",
}  # fmt: skip
ROOTS = [
    ("ProductList", "filter", "ProductFilterInput", "Product"),
    ("ProductList", "where", "ProductWhereInput", "Product"),
    ("Categories", "filter", "CategoryFilterInput", "Category"),
    ("Pages", "where", "PageWhereInput", "Page"),
]


def listed_inputs() -> set[str]:
    part = LIST.read_text(encoding="utf-8").partition("## inputs")[2].partition("## enums")[0]
    return {line.partition(":")[0] for line in part.splitlines() if "." in line.partition(":")[0]}


def each_value(
    kind: GraphQLInputObjectType, owner: str, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Any]]:
    """``(coordinates on the way, value)``, one for each way down to a leaf: one field given, and those it cannot do without."""
    needed = {name: _leaf(one, name, owner) for name, one in kind.fields.items() if is_required_input_field(one)}
    for name, one in kind.fields.items():
        coordinate = f"{kind.name}.{name}"
        if coordinate not in listed_inputs():
            continue
        below = get_named_type(one.type)
        if not isinstance(below, GraphQLInputObjectType):
            yield (*path, coordinate), {**needed, name: _leaf(one, name, owner)}
        elif len(path) < DEEPEST and sum(part.startswith(f"{below.name}.") for part in path) < 1:
            owner_below = IDS.get(name, owner)
            for way, value in each_value(below, owner_below, (*path, coordinate)):
                yield way, {**needed, name: [value] if _is_list(one) else value}


def _is_list(one: GraphQLInputField) -> bool:
    kind = one.type.of_type if isinstance(one.type, GraphQLNonNull) else one.type
    return isinstance(kind, GraphQLList)


def _leaf(one: GraphQLInputField, name: str, owner: str) -> Any:
    kind = get_named_type(one.type)
    value = next(iter(kind.values)) if isinstance(kind, GraphQLEnumType) else VALUES[kind.name]
    if kind.name == "ID":
        value = to_global_id(IDS.get(name, owner), UUID(int=1) if name == "warehouseIds" else 1)
    if name.startswith("contains") and owner == IDS["referencedIds"]:
        value = to_global_id(owner, 1)
    return [value] if _is_list(one) else value


def all_ways() -> list[Any]:
    return [
        pytest.param(operation, argument, value, id=".".join(part.partition(".")[2] for part in way) + f"-{root}")
        for operation, argument, root, owner in ROOTS
        for way, value in each_value(schema().type_map[root], owner, ())  # type: ignore[arg-type]
    ]


@pytest.fixture
def _market(db: None) -> Shop:
    return stocked_shop()


@pytest.mark.usefixtures("_market")
def test_everything_that_narrows_a_list_is_understood(visitor: SaleorClient) -> None:
    failed = []
    for way in all_ways():
        operation, argument, value = way.values
        answer = visitor.send(operation, channel="citizen", first=2, **{argument: value})
        if "errors" in answer:
            failed.append((way.id, answer["errors"][0]["message"]))
    assert failed == []


def test_nothing_that_narrows_a_list_is_left_out() -> None:
    on_the_way = {
        coordinate
        for _, _, root, owner in ROOTS
        for way, _ in each_value(schema().type_map[root], owner, ())  # type: ignore[arg-type]
        for coordinate in way
    }
    narrowing = {
        name for name in listed_inputs()
        if name.partition(".")[0].endswith(("FilterInput", "WhereInput", "RangeInput", "Filter", "ReferenceInput", "ValueInput"))
    }  # fmt: skip
    assert len(narrowing) > 60
    assert narrowing - on_the_way == set()


@pytest.mark.usefixtures("_market")
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_a_collection_is_sorted_by_everything(visitor: SaleorClient, direction: str) -> None:
    kind: Any = schema().type_map["ProductOrderField"]
    for field in set(kind.values) - {"RANK"}:  # which needs words to rank by
        sort = {"field": field, "direction": direction}
        page = visitor.do("CollectionPage", slug="spring", channel="citizen", first=1, sortBy=sort)["products"]
        after = page["pageInfo"]["endCursor"]
        rest = visitor.do("CollectionPage", slug="spring", channel="citizen", first=1, sortBy=sort, after=after)
        slugs = [edge["node"]["slug"] for edge in page["edges"] + rest["products"]["edges"]]
        assert sorted(slugs) == ["jar", "soap"], field
