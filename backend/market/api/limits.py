"""Caps on what one document may ask, refused before anything runs.

Depth, aliases and tokens are read off the document; cost is priced with the variables of the call: every object field costs one, times the
page sizes above it (Saleor publishes 50,000 as its cap).
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
)

DEFAULT_LIST_SIZE = 10  # a list whose size is not asked
LONG_FIELD_BUDGET = 20_000  # fields visited while measuring, fragments expanded
MOST_REPEATS = 50  # of one field in one place: validation compares each pair of them
Scope = dict[str, "Place"]


class Place:
    """One place of the answer: how often the document asks for it, and the places below."""

    __slots__ = ("below", "count")

    def __init__(self) -> None:
        self.count = 0
        self.below: Scope = {}


class _Meter:
    def __init__(self, document: DocumentNode, variables: dict[str, Any]) -> None:
        self.fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self.variables = variables
        self.defaults: dict[str, int] = {}
        self.aliases = 0
        self.depth = 0
        self.cost = 0
        self.visited = 0

    def measure(
        self, selections: SelectionSetNode, depth: int, factor: int, open_fragments: tuple[str, ...], scope: Scope
    ) -> None:
        self.depth = max(self.depth, depth)
        if self.depth > settings.GRAPHQL_MAX_DEPTH:
            raise too_large("depth", settings.GRAPHQL_MAX_DEPTH, "DEPTH_LIMIT_EXCEEDED")
        for node in selections.selections:
            self.visited += 1
            if self.visited > LONG_FIELD_BUDGET:
                raise too_large("number of fields", LONG_FIELD_BUDGET, "COST_LIMIT_EXCEEDED")
            if isinstance(node, FieldNode):
                self._field(node, depth, factor, open_fragments, scope)
            elif isinstance(node, InlineFragmentNode):
                self.measure(node.selection_set, depth, factor, open_fragments, scope)
            elif isinstance(node, FragmentSpreadNode):
                self._spread(node, depth, factor, open_fragments, scope)

    def _field(self, node: FieldNode, depth: int, factor: int, open_fragments: tuple[str, ...], scope: Scope) -> None:
        place = scope.setdefault(node.alias.value if node.alias else node.name.value, Place())
        place.count += 1
        if place.count > MOST_REPEATS:
            raise too_large("number of times one field is repeated", MOST_REPEATS, "REPETITION_LIMIT_EXCEEDED")
        if node.alias:
            self.aliases += 1
            if self.aliases > settings.GRAPHQL_MAX_ALIASES:
                raise too_large("number of aliases", settings.GRAPHQL_MAX_ALIASES, "ALIAS_LIMIT_EXCEEDED")
        if node.selection_set is None:
            return
        self.cost += factor
        if self.cost > settings.GRAPHQL_MAX_COST:
            raise too_large("cost", settings.GRAPHQL_MAX_COST, "COST_LIMIT_EXCEEDED")
        self.measure(node.selection_set, depth + 1, factor * self._page_size(node), open_fragments, place.below)

    def _page_size(self, node: FieldNode) -> int:
        for argument in node.arguments:
            if argument.name.value in ("first", "last"):
                if isinstance(argument.value, IntValueNode):
                    return int(_within(int(argument.value.value)))
                if isinstance(argument.value, VariableNode):
                    name = argument.value.name.value
                    value = self.variables.get(name, self.defaults.get(name, DEFAULT_LIST_SIZE))
                    # JSON knows one kind of number: 100.0 is the page size 100.
                    return int(_within(value)) if isinstance(value, int | float) else DEFAULT_LIST_SIZE
        return 1

    def _spread(
        self, node: FragmentSpreadNode, depth: int, factor: int, open_fragments: tuple[str, ...], scope: Scope
    ) -> None:
        name = node.name.value
        fragment = self.fragments.get(name)
        if fragment is not None and name not in open_fragments:
            self.measure(fragment.selection_set, depth, factor, (*open_fragments, name), scope)


def _within(size: float) -> float:
    """A page larger than the cap is refused by its own resolver; it must not overflow the sum here."""
    return min(max(size, 1), settings.GRAPHQL_MAX_PAGE_SIZE)


def _defaults(operation: OperationDefinitionNode) -> dict[str, int]:
    """What variables are when the call leaves them out."""
    return {
        definition.variable.name.value: int(definition.default_value.value)
        for definition in operation.variable_definitions or ()
        if isinstance(definition.default_value, IntValueNode)
    }


def too_large(what: str, limit: int, code: str) -> GraphQLError:
    return GraphQLError(
        f"The {what} of this document exceeds the limit of {limit}.",
        extensions={"exception": {"code": code}, "limit": limit},
    )


def check_document(document: DocumentNode) -> None:
    """Depth and aliases, before validation spends time on them. Raises GraphQLError."""
    from market.api.documents import RefusedDocument

    try:
        _measure(document, {})
    except GraphQLError as error:
        raise RefusedDocument([error]) from error


def cost_of(document: DocumentNode, variables: dict[str, Any]) -> int:
    """The price of a call with these variables. Raises GraphQLError above the cap."""
    return _measure(document, variables).cost


def _measure(document: DocumentNode, variables: dict[str, Any]) -> _Meter:
    meter = _Meter(document, variables)
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            meter.defaults = _defaults(node)
            meter.measure(node.selection_set, 1, 1, (), {})
    return meter
