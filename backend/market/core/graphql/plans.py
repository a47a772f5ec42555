"""Plans: what one level of a document does for all its objects. Made by the compiler, run by the executor."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

from graphene.types.resolver import dict_or_attr_resolver
from graphql import FieldNode, GraphQLError, GraphQLField, GraphQLSchema, Visitor, visit
from graphql.execution.values import get_argument_values

Locate = Callable[[int], list[str | int]]


class _Invalid:
    """A null that may not stand where it is: it moves up to the nearest nullable place."""

    def __repr__(self) -> str:
        return "INVALID"


INVALID = _Invalid()


class Info:
    """What a resolver learns of its place: the request context, the schema, and what is asked below it."""

    __slots__ = ("_plan", "context", "field_name", "schema", "variable_values")

    def __init__(self, context: Any, schema: GraphQLSchema, variable_values: dict[str, Any], plan: FieldPlan) -> None:
        self.context = context
        self.schema = schema
        self.variable_values = variable_values
        self.field_name = plan.name
        self._plan = plan

    def selects(self, *path: str) -> bool:
        """Whether the document asks for this path of field names below the field, on any type."""
        plans = [self._plan]
        for name in path:
            plans = [
                child
                for plan in plans
                for selection in plan.selections
                for child in selection.fields
                if child.name == name
            ]
        return bool(plans)


class Run:
    """One execution: variables, context and the errors met."""

    __slots__ = ("context", "errors", "schema", "variables")

    def __init__(self, schema: GraphQLSchema, context: Any, variables: dict[str, Any]) -> None:
        self.schema = schema
        self.context = context
        self.variables = variables
        self.errors: list[GraphQLError] = []

    def fail(self, error: Exception, plan: FieldPlan, path: list[str | int]) -> None:
        original = error.original_error if isinstance(error, GraphQLError) and error.original_error else error
        message = error.message if isinstance(error, GraphQLError) else str(error)
        self.errors.append(GraphQLError(message, nodes=plan.nodes, path=path, original_error=original))


class SelectionPlan:
    """The fields asked of one object type, run for all objects of a level."""

    __slots__ = ("fields", "keys", "type_name")

    def __init__(self, type_name: str, fields: list[FieldPlan]) -> None:
        self.type_name = type_name
        self.fields = fields
        self.keys = [field.key for field in fields]

    def run(self, parents: Sequence[Any], run: Run, locate: Locate) -> list[Any]:
        """One dict per parent, or INVALID where a non-null field of it failed."""
        columns = [field.run(parents, run, locate) for field in self.fields]
        keys = self.keys
        if any(INVALID in column for column in columns):
            return [
                INVALID if INVALID in row else dict(zip(keys, row, strict=True)) for row in zip(*columns, strict=True)
            ]
        return [dict(zip(keys, row, strict=True)) for row in zip(*columns, strict=True)]


class FieldPlan:
    """One field: how it is resolved for many parents and how its values become output."""

    __slots__ = ("arguments", "complete", "field", "key", "name", "nodes", "resolve", "selections")

    def __init__(self, key: str, nodes: list[FieldNode], field: GraphQLField) -> None:
        self.key = key
        self.nodes = nodes
        self.name = nodes[0].name.value
        self.field = field
        self.arguments: dict[str, Any] | None = (
            None if uses_variables(nodes[0]) else get_argument_values(field, nodes[0])
        )
        self.selections: list[SelectionPlan] = []
        self.resolve = _resolver(field)
        self.complete: Completer = _unset

    def run(self, parents: Sequence[Any], run: Run, locate: Locate) -> list[Any]:
        key = self.key

        def locate_value(index: int) -> list[str | int]:
            return [*locate(index), key]

        try:
            arguments = self.arguments
            if arguments is None:
                arguments = get_argument_values(self.field, self.nodes[0], run.variables)
            values = self.resolve(parents, Info(run.context, run.schema, run.variables, self), arguments)
        except Exception as error:
            values = [error] * len(parents)
        return self.complete(values, run, locate_value)


Completer = Callable[[Sequence[Any], Run, Locate], list[Any]]


def _unset(values: Sequence[Any], run: Run, locate: Locate) -> list[Any]:
    raise RuntimeError("the plan was not compiled to its end")


def _resolver(field: GraphQLField) -> Callable[[Sequence[Any], Info, dict[str, Any]], Sequence[Any]]:
    resolve: Any = field.resolve
    batch_function = getattr(resolve, "batch_function", None)
    if batch_function is not None:
        return functools.partial(_resolve_batch, batch_function)
    if isinstance(resolve, functools.partial) and resolve.func is dict_or_attr_resolver:
        return functools.partial(_resolve_attribute, *resolve.args)
    return functools.partial(_resolve_each, resolve)


def _resolve_batch(function: Any, parents: Sequence[Any], info: Info, arguments: dict[str, Any]) -> Sequence[Any]:
    values = function(parents, info, **arguments)
    if len(values) != len(parents):
        raise RuntimeError(f"{function.__qualname__} answered {len(values)} values for {len(parents)} parents")
    return values


def _resolve_attribute(
    name: str, default: Any, parents: Sequence[Any], info: Info, arguments: dict[str, Any]
) -> list[Any]:
    if isinstance(parents[0], dict):
        return [parent.get(name, default) for parent in parents]
    return [getattr(parent, name, default) for parent in parents]


def _resolve_each(function: Any, parents: Sequence[Any], info: Info, arguments: dict[str, Any]) -> list[Any]:
    values: list[Any] = []
    for parent in parents:
        try:
            values.append(function(parent, info, **arguments))
        except Exception as error:
            values.append(error)
    return values


def uses_variables(node: FieldNode) -> bool:
    finder = VariableFinder()
    for argument in node.arguments:
        visit(argument, finder)
    return bool(finder.names)


class VariableFinder(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_variable(self, node: Any, *_: Any) -> None:
        self.names.add(node.name.value)
