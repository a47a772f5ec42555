"""Nothing of the list is left out: each operation runs in a flow, each field is selected, and each type's fields can be read whole.

A flow's ``visitor.do(name)`` demands an answer without errors, so an operation that flows name that way was answered well.
"""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path
from typing import Any

import pytest
from graphql import FieldNode, OperationDefinitionNode, TypeInfo, TypeInfoVisitor, Visitor, visit

from contract.flows.operations import definitions, document
from market.api.schema import schema

LIST = Path(__file__).parent.parent / "storefront.txt"
COORDINATE = re.compile(r"^(?P<type>\w+)\.(?P<field>\w+)(?:\((?P<args>.*)\))?: \S+$")


@functools.cache
def wanted() -> dict[str, frozenset[str]]:
    """``{"Type.field": its arguments in use}`` of every field of the list."""
    lines = LIST.read_text(encoding="utf-8").partition("## fields")[2].partition("## inputs")[0].splitlines()
    found = [match for line in lines if (match := COORDINATE.match(line))]
    return {
        f"{match['type']}.{match['field']}": frozenset(re.findall(r"(\w+):", match["args"] or "")) for match in found
    }


def done_in_flows() -> set[str]:
    """The operations that a flow, or what flows share, demands to succeed."""
    done: set[str] = set()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "do":
                assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno} names no operation"
                done.add(str(node.args[0].value))
    return done


def selected(operations: set[str]) -> dict[str, set[str]]:
    """``{"Type.field": arguments given}`` of all that these operations select."""
    found: dict[str, set[str]] = {}
    for name in operations:
        info = TypeInfo(schema())

        class Selected(Visitor):
            def enter_field(self, node: FieldNode, *_: object, info: TypeInfo = info) -> None:
                parent = info.get_parent_type()
                arguments = {argument.name.value for argument in node.arguments}
                found.setdefault(f"{parent}.{node.name.value}", set()).update(arguments)

        visit(document(name), TypeInfoVisitor(info, Selected()))
    return found


def test_every_operation_of_the_list_succeeds_in_a_flow() -> None:
    reached = selected(done_in_flows())
    roots = {name for name in wanted() if name.startswith(("Query.", "Mutation."))}
    assert len(roots) > 40
    assert roots - reached.keys() == set()


def test_every_field_and_argument_of_the_list_is_asked_for_in_a_flow() -> None:
    reached = selected(done_in_flows())
    assert wanted().keys() - reached.keys() == set()
    lacking = {name: arguments - reached[name] for name, arguments in wanted().items() if arguments - reached[name]}
    assert lacking == {}


def test_every_document_is_used() -> None:
    operations, _ = definitions()
    assert set(operations) - done_in_flows() == set()
    assert all(isinstance(node, OperationDefinitionNode) for node in operations.values())


@pytest.mark.parametrize("line", ["Query.products(first: Int): X", "Checkout.id: ID!"])
def test_the_list_is_read_as_it_is_written(line: str) -> None:
    match: Any = COORDINATE.match(line)
    assert match["type"] in ("Query", "Checkout")
