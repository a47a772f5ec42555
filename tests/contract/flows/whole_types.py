"""Documents that select every field of the types they reach, written from a schema and not by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

Wanted = Callable[[str, str], bool]
AMBIGUOUS = ("value", "translation")  # of other types in other members of an interface
LONGEST_CHAIN = 9  # of objects without an id below one another


@dataclass
class WholeTypes:
    """Writes selections of all ``wanted(type, field)`` fields, ``levels`` objects with an id deep.

    Prices, pages of a list and other things without an id do not count as a level. ``arguments`` are values by their names: of
    required arguments, and of ``first`` and ``channel``.
    """

    schema: GraphQLSchema
    arguments: Mapping[str, str]
    wanted: Wanted = lambda type_name, field_name: True
    levels: int = 2
    selected: set[str] = field(default_factory=set)
    fragments: dict[str, str] = field(default_factory=dict)

    def document(self, query: str, **arguments: Any) -> str:
        """A query of one field of the root with these arguments."""
        root = self.schema.query_type
        assert root
        given = ", ".join(f"{name}: {_literal(value)}" for name, value in arguments.items())
        self.fragments.clear()
        body = self._selection(get_named_type(root.fields[query].type), self.levels, ())
        return "\n".join((f"{{ {query}{f'({given})' if given else ''} {body} }}", *self.fragments.values()))

    def _selection(self, kind: GraphQLNamedType, levels: int, path: tuple[str, ...]) -> str:
        if isinstance(kind, GraphQLUnionType | GraphQLInterfaceType):
            return f"{{ ...{self._fragment(kind, levels, path)} }}"
        assert isinstance(kind, GraphQLObjectType)
        return self._fields(kind, levels, path)

    def _fragment(self, kind: GraphQLUnionType | GraphQLInterfaceType, levels: int, path: tuple[str, ...]) -> str:
        """The name of a fragment on all members: written once, since their aliases are counted."""
        name = f"{kind.name}_{levels}"
        if name not in self.fragments:
            shared = self._fields(kind, levels, path) if isinstance(kind, GraphQLInterfaceType) else "{ }"
            members = " ".join(
                f"... on {member.name} {self._fields(member, levels, path, alias=True)}"
                for member in self.schema.get_possible_types(kind)
            )
            self.fragments[name] = f"fragment {name} on {kind.name} {shared[:-1]}{members} }}"
        return name

    def _fields(
        self, kind: GraphQLObjectType | GraphQLInterfaceType, levels: int, path: tuple[str, ...], *, alias: bool = False
    ) -> str:
        chosen = []
        for name, one in kind.fields.items():
            if not self.wanted(kind.name, name):
                continue
            below = self._below(get_named_type(one.type), levels, (*path, kind.name))
            if below is None:
                continue
            self.selected.add(f"{kind.name}.{name}")
            other = f"{name}_{kind.name}: " if alias and name in AMBIGUOUS else ""
            chosen.append(f"{other}{name}{self._arguments(one)}{below}")
        return f"{{ __typename {' '.join(chosen)} }}"

    def _below(self, kind: GraphQLNamedType, levels: int, path: tuple[str, ...]) -> str | None:
        """The selection under a field, empty for a leaf; None where it would be one level too many."""
        if is_leaf_type(kind):
            return ""
        fields = getattr(kind, "fields", {})
        left = levels - 1 if "id" in fields else levels
        if left < 0 or len(path) > LONGEST_CHAIN or path.count(kind.name) > 1:
            return None
        return f" {self._selection(kind, left, path)}"

    def _arguments(self, one: GraphQLField) -> str:
        named = [
            name
            for name, argument in one.args.items()
            if is_required_argument(argument) or name in ("first", "channel")
        ]
        return f"({', '.join(f'{name}: {self.arguments[name]}' for name in named)})" if named else ""


def _literal(value: Any) -> str:
    """A GraphQL literal; words in capitals are values of enums."""
    return value if isinstance(value, str) and re.fullmatch(r"[A-Z]{2,}", value) else json.dumps(value)
