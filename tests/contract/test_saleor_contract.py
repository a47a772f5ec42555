"""Our schema against the lists of what Saleor's clients ask: storefronts, and those who run a shop."""

from __future__ import annotations

import re
from pathlib import Path

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    is_introspection_type,
)

from market.api.schema import schema

HERE = Path(__file__).parent
COORDINATE = re.compile(r"^(?P<type>\w+)\.(?P<field>\w+)(?:\((?P<args>.*)\))?: (?P<result>\S+)$")


def bare(text: str) -> str:
    return re.sub(r"[\[\]!]", "", text)


def lacking_of_field(line: str) -> bool:
    match = COORDINATE.match(line)
    assert match, line
    parent = schema().type_map.get(match["type"])
    field = getattr(parent, "fields", {}).get(match["field"])
    if field is None or get_named_type(field.type).name != bare(match["result"]):
        return True
    wanted = dict(argument.split(": ") for argument in filter(None, (match["args"] or "").split(", ")))
    return any(
        name not in field.args or get_named_type(field.args[name].type).name != bare(kind)
        for name, kind in wanted.items()
    )


def lacking_of_enum(line: str) -> bool:
    name, _, values = line.partition(": ")
    enum = schema().type_map.get(name)
    return not isinstance(enum, GraphQLEnumType) or (
        not values.startswith("(") and bool(set(values.split()) - set(enum.values))
    )


def lacking_of_members(line: str) -> bool:
    name, _, members = line.partition(": ")
    parent = schema().type_map.get(name)
    return parent is None or bool(
        set(members.split()) - {member.name for member in schema().get_possible_types(parent)}
    )  # type: ignore[arg-type]


def missing(list_name: str) -> list[str]:
    section, found = "", []
    for line in (HERE / list_name).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line[3:]
        elif line and not line.startswith("#"):
            check = (
                lacking_of_enum
                if section == "enums"
                else lacking_of_members
                if section.startswith("interfaces")
                else lacking_of_field
            )
            if check(line):
                found.append(line)
    return found


def test_everything_a_storefront_asks_is_offered() -> None:
    assert missing("storefront.txt") == []


def test_what_running_a_shop_asks_for_and_is_not_offered_yet_only_grows_less() -> None:
    """A coordinate that is offered now leaves ``operations_not_yet.txt``; one that is not there may not go missing again."""
    known = (HERE / "operations_not_yet.txt").read_text(encoding="utf-8").splitlines()
    lacking = missing("operations.txt")
    assert sorted(set(lacking) - set(known)) == []
    assert sorted(set(known) - set(lacking)) == []


def test_every_public_type_and_field_is_described() -> None:
    undescribed = []
    for name, kind in schema().type_map.items():
        if is_introspection_type(kind) or not isinstance(
            kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType | GraphQLEnumType
        ):
            continue
        if not kind.description:
            undescribed.append(name)
        if not isinstance(kind, GraphQLEnumType):
            undescribed += [
                f"{name}.{field_name}" for field_name, field in kind.fields.items() if not field.description
            ]
    assert not undescribed
