"""Our executor answers as graphql-core does, and asks each batch resolver once a level."""

from __future__ import annotations

from typing import Any

import graphene
import pytest
from graphql import OperationDefinitionNode, execute_sync, parse

from market.core.graphql.batch import batch
from market.core.graphql.executor import Operation

CALLS: list[tuple[str, int]] = []


class Named(graphene.Interface):
    name = graphene.String(required=True)

    @classmethod
    def resolve_type(cls, instance: dict[str, Any], info: Any) -> type[graphene.ObjectType]:
        return Maker if instance["kind"] == "Maker" else Thing


class Maker(graphene.ObjectType):
    class Meta:
        interfaces = (Named,)

    city = graphene.String()


class Level(graphene.Enum):
    LOW = "low"
    HIGH = "high"


class Thing(graphene.ObjectType):
    class Meta:
        interfaces = (Named,)

    price = graphene.Int()
    level = graphene.Field(Level)
    maker = graphene.Field(Maker)
    strict_maker = graphene.NonNull(Maker)
    tags = graphene.List(graphene.NonNull(graphene.String))
    parts = graphene.Field(graphene.List(graphene.NonNull(lambda: Thing), required=True))
    echo = graphene.String(text=graphene.String(default_value="hello"), times=graphene.Int())
    broken = graphene.String()

    @batch
    def resolve_maker(parents: list[Any], info: Any) -> list[Any]:
        CALLS.append(("maker", len(parents)))
        return [parent.get("maker") for parent in parents]

    @batch
    def resolve_strict_maker(parents: list[Any], info: Any) -> list[Any]:
        return [parent.get("maker") or ValueError("no maker") for parent in parents]

    @staticmethod
    def resolve_parts(root: Any, info: Any) -> Any:
        return root.get("parts", [])

    @staticmethod
    def resolve_echo(root: Any, info: Any, text: str, times: int = 1) -> str:
        return f"{root['name']}:{text}" * times

    @staticmethod
    def resolve_broken(root: Any, info: Any) -> str:
        if root.get("price", 0) > 10:
            raise ValueError(f"{root['name']} is broken")
        return "fine"


MAKER = {"kind": "Maker", "name": "두손공방", "city": "성북구"}
THINGS = [
    {"kind": "Thing", "name": "비누", "price": 5, "level": "low", "maker": MAKER, "tags": ["a", "b"]},
    {
        "kind": "Thing",
        "name": "수건",
        "price": 20,
        "level": "high",
        "tags": None,
        "parts": [{"kind": "Thing", "name": "실", "price": 1, "maker": MAKER}],
    },
    {
        "kind": "Thing",
        "name": "컵",
        "price": None,
        "tags": ["c", None],
        "parts": [{"kind": "Thing", "name": "손잡이", "price": 11}],
    },
]


class Query(graphene.ObjectType):
    things = graphene.List(graphene.NonNull(Thing))
    maybe_things = graphene.Field(graphene.List(Thing), required=True)
    named = graphene.List(Named)
    thing = graphene.Field(Thing, index=graphene.Int(required=True))
    not_a_list = graphene.List(graphene.String)

    @staticmethod
    def resolve_things(root: Any, info: Any) -> Any:
        return THINGS

    @staticmethod
    def resolve_maybe_things(root: Any, info: Any) -> Any:
        return [THINGS[0], None, THINGS[2]]

    @staticmethod
    def resolve_named(root: Any, info: Any) -> Any:
        return [MAKER, THINGS[0], None, MAKER]

    @staticmethod
    def resolve_thing(root: Any, info: Any, index: int) -> Any:
        return THINGS[index]

    @staticmethod
    def resolve_not_a_list(root: Any, info: Any) -> Any:
        return 7


SCHEMA = graphene.Schema(query=Query, types=[Maker, Thing]).graphql_schema
DOCUMENTS = {
    "leaves, enums and lists": "{ things { name price level tags __typename } }",
    "null items bubble to the list": "{ things { name tags } }",
    "a null that may not be reaches the nearest nullable": "{ things { name strictMaker { name } } }",
    "nulls in nullable items keep their places": "{ maybeThings { name strictMaker { name } parts { name strictMaker { city } } } }",
    "abstract types": "{ named { __typename name ... on Maker { city } ... on Thing { price maker { name } } } }",
    "nesting, aliases and arguments": '{ a: thing(index: 1) { n: name parts { echo(text: "x", times: 2) e: echo } } b: thing(index: 2) { name } }',
    "fragments merge": "{ thing(index: 0) { ...F maker { name } } } fragment F on Thing { maker { city } name }",
    "one failing among many": "{ things { name broken } }",
    "a resolver failing for all": "{ thing(index: 9) { name } }",
    "not a list": "{ notAList }",
    "introspection": '{ __type(name: "Thing") { name kind fields { name type { name kind ofType { name } } } } __schema { queryType { name } } }',
}


def both(text: str, variables: dict[str, Any] | None = None) -> tuple[Any, Any]:
    document = parse(text)
    node = next(node for node in document.definitions if isinstance(node, OperationDefinitionNode))
    data, errors = Operation(SCHEMA, document, node).execute(None, variables or {})
    reference = execute_sync(SCHEMA, document, variable_values=variables)
    return (data, shape(errors)), (reference.data, shape(reference.errors or []))


def shape(errors: Any) -> list[Any]:
    return sorted((str(error.path), error.message) for error in errors)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_answers_are_those_of_graphql_core(name: str) -> None:
    """The same data, and at least its errors: where a null moves up, graphql-core stops at the first error and we tell all of a level."""
    (data, errors), (reference, reference_errors) = both(DOCUMENTS[name])
    assert data == reference
    assert set(reference_errors) <= set(errors)
    assert len(errors) == len(reference_errors) or "null" in name


@pytest.mark.parametrize("wanted", [True, False])
def test_conditions_on_variables(wanted: bool) -> None:
    text = "query Q($w: Boolean!, $i: Int!) { thing(index: $i) { name @skip(if: $w) ...P @include(if: $w) } } fragment P on Thing { price }"
    ours, reference = both(text, {"w": wanted, "i": 0})
    assert ours == reference
    assert ours[0] == {"thing": {"price": 5} if wanted else {"name": "비누"}}


def test_wrong_variables_are_errors_without_data() -> None:
    data, errors = both("query Q($i: Int!) { thing(index: $i) { name } }", {"i": "many"})[0]
    assert data is None
    assert len(errors) == 1


def test_a_batch_resolver_is_asked_once_a_level() -> None:
    CALLS.clear()
    both("{ things { maker { name } parts { maker { name } } } }")
    assert CALLS[:2] == [("maker", 3), ("maker", 2)]  # ours; what follows are graphql-core's single calls
