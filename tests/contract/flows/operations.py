"""The operations of a storefront written for Saleor: one `.graphql` file a subject, and the fragments that they share."""

from __future__ import annotations

import functools
from pathlib import Path

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    Visitor,
    parse,
    visit,
)
from graphql.language.printer import print_ast

FOLDER = Path(__file__).parent / "documents"


@functools.cache
def definitions() -> tuple[dict[str, OperationDefinitionNode], dict[str, FragmentDefinitionNode]]:
    """All operations and all fragments by name."""
    operations: dict[str, OperationDefinitionNode] = {}
    fragments: dict[str, FragmentDefinitionNode] = {}
    for path in sorted(FOLDER.glob("*.graphql")):
        for node in parse(path.read_text(encoding="utf-8"), no_location=True).definitions:
            if isinstance(node, OperationDefinitionNode):
                assert node.name, path
                operations[node.name.value] = node
            elif isinstance(node, FragmentDefinitionNode):
                fragments[node.name.value] = node
    return operations, fragments


@functools.cache
def document(name: str) -> DocumentNode:
    """The operation with the fragments that it needs, as a client's bundler would send it."""
    operations, fragments = definitions()
    wanted: dict[str, FragmentDefinitionNode] = {}
    waiting = [*_spreads(operations[name])]
    while waiting:
        fragment = waiting.pop()
        if fragment not in wanted:
            wanted[fragment] = fragments[fragment]
            waiting += _spreads(fragments[fragment])
    return DocumentNode(definitions=(operations[name], *wanted.values()))


@functools.cache
def text(name: str) -> str:
    return print_ast(document(name))


def _spreads(node: OperationDefinitionNode | FragmentDefinitionNode) -> list[str]:
    found: list[str] = []

    class Spreads(Visitor):
        def enter_fragment_spread(self, spread: FragmentSpreadNode, *_: object) -> None:
            found.append(spread.name.value)

    visit(node, Spreads())
    return found
