"""The calls that the schema allows: documents with every argument a client could fill, made from the types alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    is_required_input_field,
)

from market.api.schema import schema

DEEPEST = 4
Path = tuple[str, ...]
Fill = Callable[[Path], Any]


@dataclass(frozen=True)
class Operation:
    kind: str  # query or mutation
    name: str
    field: GraphQLField

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


def operations() -> list[Operation]:
    roots = (("query", schema().query_type), ("mutation", schema().mutation_type))
    return [
        Operation(kind, name, field) for kind, root in roots if root is not None for name, field in root.fields.items()
    ]


def id_places(operation: Operation) -> list[Path]:
    """The paths to every id an operation takes, through its inputs."""
    return [
        (name, *below)
        for name, argument in operation.field.args.items()
        for below in _ids_below(argument.type, DEEPEST, set())
    ]


def _ids_below(kind: Any, depth: int, seen: set[str]) -> Iterator[Path]:
    named = get_named_type(kind)
    if named.name == "ID":
        yield ()
    elif isinstance(named, GraphQLInputObjectType) and depth and named.name not in seen:
        for name, field in named.fields.items():
            for below in _ids_below(field.type, depth - 1, seen | {named.name}):
                yield (name, *below)


SAMPLES: dict[str, Any] = {
    "String": "x", "Int": 1, "Float": 1.0, "Boolean": True, "Date": "2026-01-01", "DateTime": "2026-01-01T00:00:00+09:00",
    "PositiveInt": 1, "PositiveDecimal": 1, "Decimal": 1, "JSON": {}, "JSONString": "{}", "WeightScalar": 1, "Day": 1, "Minute": 1, "Hour": 1,
    "UUID": "00000000-0000-4000-8000-00000000dead", "Metadata": {}, "Year": 2026, "GenericScalar": "x",
}  # fmt: skip


def value_of(kind: Any, path: Path, wanted: set[Path], fill: Fill) -> Any:
    """A value of the type: what is required, and whatever leads to a wanted path."""
    if isinstance(kind, GraphQLNonNull):
        return value_of(kind.of_type, path, wanted, fill)
    if isinstance(kind, GraphQLList):
        return [value_of(kind.of_type, path, wanted, fill)]
    if isinstance(kind, GraphQLInputObjectType):
        return {
            name: value_of(field.type, (*path, name), wanted, fill)
            for name, field in kind.fields.items()
            if is_required_input_field(field) or _leads(wanted, (*path, name))
        }
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if kind.name == "ID":
        return fill(path)
    if kind.name == "Upload":
        return SimpleUploadedFile("x.png", b"x")
    return SAMPLES[kind.name]


def _leads(wanted: set[Path], path: Path) -> bool:
    return any(one[: len(path)] == path for one in wanted)


def call_of(
    operation: Operation, wanted: set[Path], fill: Fill, selection: str | None = None
) -> tuple[str, dict[str, Any]]:
    """The document and its variables: required arguments, the wanted ones, and a page size."""
    used = {
        name: argument
        for name, argument in operation.field.args.items()
        if is_required_argument(argument) or name in ("first", "channel") or _leads(wanted, (name,))
    }
    variables = {
        name: "citizen" if name == "channel" and get_named_type(argument.type).name == "String" else
        100 if name == "first" else value_of(argument.type, (name,), wanted, fill)
        for name, argument in used.items()
    }  # fmt: skip
    head = ", ".join(f"${name}: {argument.type}" for name, argument in used.items())
    arguments = ", ".join(f"{name}: ${name}" for name in used)
    inner = selection if selection is not None else selection_of(operation.field.type)
    return (
        f"{operation.kind} I{f'({head})' if head else ''}"
        f" {{ {operation.name}{f'({arguments})' if arguments else ''} {inner} }}",
        variables,
    )


def selection_of(kind: Any, depth: int = 2) -> str:
    """Everything a client can read of the type without further arguments, some levels deep; connections through their nodes."""
    named = get_named_type(kind)
    if is_leaf_type(named):
        return ""
    if isinstance(named, GraphQLUnionType):
        return "{ __typename }"
    assert isinstance(named, GraphQLObjectType | GraphQLInterfaceType)
    parts = ["__typename"]
    for name, field in named.fields.items():
        part = _field(name, field, depth)
        if part:
            parts.append(part)
    return "{ " + " ".join(parts) + " }"


PRIVATE = {"privateMetadata", "privateMetafields", "privateMetafield"}  # denied as a whole, by tests of their own


def _field(name: str, field: GraphQLField, depth: int) -> str:
    if name in PRIVATE or any(is_required_argument(argument) for argument in field.args.values()):
        return ""
    named = get_named_type(field.type)
    if is_leaf_type(named):
        return name
    paged = "(first: 20)" if "first" in field.args else ""
    if named.name.endswith("Connection") and depth:
        return (
            f"{name}{paged} {{ edges {{ node {selection_of(named.fields['edges'].type.of_type.of_type.of_type.fields['node'].type, depth - 1)} }} }}"
            if _has_nodes(named)
            else ""
        )
    return f"{name} {selection_of(named, depth - 1)}" if depth else ""


def _has_nodes(named: Any) -> bool:
    return "edges" in named.fields


def questions_of(operation: Operation, words: list[str]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """A query without ids: plainly, with each filter and search set to each of the words, and in each order."""
    if any(
        is_required_argument(argument) and get_named_type(argument.type).name == "ID"
        for argument in operation.field.args.values()
    ):
        return
    nothing: Fill = lambda path: "x"  # noqa: E731
    yield ("plainly", *call_of(operation, set(), nothing))
    for name, argument in operation.field.args.items():
        named = get_named_type(argument.type)
        if named.name == "String" and name not in ("channel", "after", "before"):
            for word in words:
                document, variables = call_of(operation, {(name,)}, nothing)
                yield f"words {name}={word}", document, {**variables, name: word}
        if isinstance(named, GraphQLInputObjectType):
            yield from _inner_questions(operation, name, argument.type, named, words, nothing)


def _inner_questions(
    operation: Operation, name: str, kind: Any, named: GraphQLInputObjectType, words: list[str], fill: Fill
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    many = isinstance(kind.of_type if isinstance(kind, GraphQLNonNull) else kind, GraphQLList)
    for inner, field in named.fields.items():
        leaf = get_named_type(field.type)
        required = {
            other: value_of(one.type, (name, other), set(), fill)
            for other, one in named.fields.items()
            if is_required_input_field(one)
        }
        values: list[Any] = []
        if leaf.name == "String":
            values = words
        elif isinstance(leaf, GraphQLEnumType):
            values = list(leaf.values)
        for value in values:
            listed = isinstance(
                field.type.of_type if isinstance(field.type, GraphQLNonNull) else field.type, GraphQLList
            )
            given = {**required, inner: [value] if listed else value}
            document, variables = call_of(operation, {(name, inner)}, fill)
            what = "words" if leaf.name == "String" else "order or choice"
            yield f"{what} {name}.{inner}={value}", document, {**variables, name: [given] if many else given}


def counts(answer: dict[str, Any]) -> bool:
    """Whether a list says that it found something."""
    data = answer.get("data") or {}
    return any(isinstance(found, dict) and (found.get("totalCount") or found.get("edges")) for found in data.values())
