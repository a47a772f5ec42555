"""A compiled, breadth-first executor for graphene schemas (docs/adr/0001).

graphql-core walks an answer object by object: 24 products with 20 fields are 480 calls and, left alone, 480 statements. Here a document is
compiled once into a tree of plans, and each plan runs once for all objects of its level. A batch resolver therefore costs one
statement whatever the page size, and the walking itself is a few list comprehensions. Semantics follow the GraphQL specification
(null propagation, error paths, fragments, abstract types, serial mutations); a test compares the answers with graphql-core's.

Resolvers are synchronous.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any

from graphene.types.resolver import dict_or_attr_resolver
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLAbstractType,
    GraphQLEnumType,
    GraphQLError,
    GraphQLField,
    GraphQLLeafType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    Undefined,
    Visitor,
    is_abstract_type,
    is_leaf_type,
    visit,
)
from graphql.execution.collect_fields import collect_fields, collect_sub_fields
from graphql.execution.execute import get_field_def
from graphql.execution.values import get_argument_values, get_variable_values

Locate = Callable[[int], list[str | int]]


class _Invalid:
    """A null that may not stand where it is: it moves up to the nearest nullable place."""

    def __repr__(self) -> str:
        return "INVALID"


INVALID = _Invalid()
SCALARS_SENT_AS_THEY_ARE = {"String": str, "Boolean": bool, "ID": str}


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
            None if _uses_variables(nodes[0]) else get_argument_values(field, nodes[0])
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


# --- resolving -------------------------------------------------------------------------------------------------------------------------


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


# --- completing ------------------------------------------------------------------------------------------------------------------------


def _report_errors(plan: FieldPlan, values: Sequence[Any], run: Run, locate: Locate) -> Sequence[Any]:
    """The values with every exception noted and replaced by INVALID (which a nullable place turns into null)."""
    if not any(isinstance(value, Exception) for value in values):
        return values
    clean = list(values)
    for index, value in enumerate(clean):
        if isinstance(value, Exception):
            run.fail(value, plan, locate(index))
            clean[index] = INVALID
    return clean


def _nullable(inner: Completer) -> Completer:
    def complete(values: Sequence[Any], run: Run, locate: Locate) -> list[Any]:
        completed = inner(values, run, locate)
        return [None if value is INVALID else value for value in completed] if INVALID in completed else completed

    return complete


def _non_null(plan: FieldPlan, inner: Completer, type_name: str) -> Completer:
    def complete(values: Sequence[Any], run: Run, locate: Locate) -> list[Any]:
        completed = inner(values, run, locate)
        if None in completed:
            for index, value in enumerate(completed):
                if value is None:
                    error = GraphQLError(f"Cannot return null for non-nullable field {type_name}.{plan.name}.")
                    run.fail(error, plan, locate(index))
                    completed[index] = INVALID
        return completed

    return complete


def _only_present(values: Sequence[Any], locate: Locate, inner: Completer, run: Run) -> list[Any]:
    """Complete what is there; None and INVALID keep their places."""
    places = [index for index, value in enumerate(values) if value is not None and value is not INVALID]
    if len(places) == len(values):
        return inner(values, run, locate)
    completed: list[Any] = list(values)
    if places:
        inner_values = inner([values[index] for index in places], run, lambda index: locate(places[index]))
        for index, value in zip(places, inner_values, strict=True):
            completed[index] = value
    return completed


def _leaf(plan: FieldPlan, leaf_type: GraphQLLeafType) -> Completer:
    serialize = leaf_type.serialize
    plain = SCALARS_SENT_AS_THEY_ARE.get(leaf_type.name)
    names: dict[Any, str] = {}
    if isinstance(leaf_type, GraphQLEnumType):
        for name, value in leaf_type.values.items():
            names[getattr(value.value, "value", value.value)] = name

    def one(value: Any, run: Run, locate: Locate, index: int) -> Any:
        if value is None or value is INVALID:
            return value
        try:
            key = getattr(value, "value", value) if names else value
            output = names[key] if names and key in names else serialize(value)
        except Exception as error:
            run.fail(error, plan, locate(index))
            return INVALID
        return INVALID if output is Undefined else output

    def complete(values: Sequence[Any], run: Run, locate: Locate) -> list[Any]:
        if plain is not None and all(type(value) is plain for value in values):
            return list(values)
        return [one(value, run, locate, index) for index, value in enumerate(values)]

    return complete


def _list(plan: FieldPlan, item: Completer, type_name: str) -> Completer:
    def complete_present(values: Sequence[Any], run: Run, locate: Locate) -> list[Any]:
        lists: list[list[Any]] = []
        broken: set[int] = set()
        for index, value in enumerate(values):
            if isinstance(value, str | dict) or not isinstance(value, Iterable):
                run.fail(
                    GraphQLError(f"Expected Iterable, but did not find one for field '{type_name}.{plan.name}'."),
                    plan,
                    locate(index),
                )
                broken.add(index)
                value = ()
            lists.append(list(value))
        ends = list(accumulate(len(items) for items in lists))
        starts = [0, *ends[:-1]]

        def locate_item(flat: int) -> list[str | int]:
            index = bisect_right(ends, flat)
            return [*locate(index), flat - starts[index]]

        flat = [item_value for items in lists for item_value in items]
        completed = item(_report_errors(plan, flat, run, locate_item), run, locate_item) if flat else []
        output: list[Any] = [completed[start:end] for start, end in zip(starts, ends, strict=True)]
        if INVALID in completed:
            output = [INVALID if INVALID in items else items for items in output]
        return [INVALID if index in broken else items for index, items in enumerate(output)] if broken else output

    return lambda values, run, locate: _only_present(values, locate, complete_present, run)


def _object(selection: SelectionPlan) -> Completer:
    return lambda values, run, locate: _only_present(values, locate, selection.run, run)


def _abstract(plan: FieldPlan, abstract_type: GraphQLAbstractType, selections: dict[str, SelectionPlan]) -> Completer:
    # Asked directly: graphene's own wrapper takes no type names, only classes.
    resolve_type: Any = abstract_type.graphene_type.resolve_type  # type: ignore[union-attr]

    def type_name_of(value: Any, run: Run) -> str:
        resolved = resolve_type(value, Info(run.context, run.schema, run.variables, plan))
        return resolved if isinstance(resolved, str) else resolved._meta.name

    def complete_present(values: Sequence[Any], run: Run, locate: Locate) -> list[Any]:
        by_type: dict[str, list[int]] = {}
        output: list[Any] = [INVALID] * len(values)
        for index, value in enumerate(values):
            try:
                name = type_name_of(value, run)
                by_type.setdefault(name, []).append(index) if name in selections else _unknown(abstract_type, name)
            except Exception as error:
                run.fail(error, plan, locate(index))
        for name, places in by_type.items():
            located = functools.partial(_locate_place, locate, places)
            for index, result in zip(
                places, selections[name].run([values[i] for i in places], run, located), strict=True
            ):
                output[index] = result
        return output

    return lambda values, run, locate: _only_present(values, locate, complete_present, run)


def _locate_place(locate: Locate, places: list[int], index: int) -> list[str | int]:
    return locate(places[index])


def _unknown(abstract_type: GraphQLAbstractType, name: str) -> None:
    raise GraphQLError(f"{name} is not a possible type of {abstract_type.name}.")


# --- compiling -------------------------------------------------------------------------------------------------------------------------


class Compiler:
    """Turns one operation of a validated document into plans. Conditions on variables are decided here, so a plan belongs to their values."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, conditions: dict[str, Any]) -> None:
        self.schema = schema
        self.conditions = conditions
        self.fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }

    def selection(self, object_type: GraphQLObjectType, collected: dict[str, list[FieldNode]]) -> SelectionPlan:
        fields = []
        for key, nodes in collected.items():
            field = get_field_def(self.schema, object_type, nodes[0])
            if field is not None:
                fields.append(self._field(key, nodes, field, object_type))
        return SelectionPlan(object_type.name, fields)

    def _field(self, key: str, nodes: list[FieldNode], field: GraphQLField, parent: GraphQLObjectType) -> FieldPlan:
        plan = FieldPlan(key, nodes, field)
        if plan.name == "__typename":
            plan.complete = lambda values, run, locate: [parent.name] * len(values)
            plan.resolve = lambda parents, info, arguments: parents
            return plan
        inner = self._position(plan, field.type, parent.name)
        plan.complete = lambda values, run, locate: inner(_report_errors(plan, values, run, locate), run, locate)
        return plan

    def _position(self, plan: FieldPlan, output_type: Any, parent_name: str) -> Completer:
        if isinstance(output_type, GraphQLNonNull):
            return _non_null(plan, self._raw(plan, output_type.of_type, parent_name), parent_name)
        return _nullable(self._raw(plan, output_type, parent_name))

    def _raw(self, plan: FieldPlan, output_type: Any, parent_name: str) -> Completer:
        if isinstance(output_type, GraphQLList):
            return _list(plan, self._position(plan, output_type.of_type, parent_name), parent_name)
        if is_leaf_type(output_type):
            return _leaf(plan, output_type)
        possible = self.schema.get_possible_types(output_type) if is_abstract_type(output_type) else [output_type]
        selections = {object_type.name: self._sub_selection(object_type, plan.nodes) for object_type in possible}
        plan.selections = list(selections.values())
        return (
            _abstract(plan, output_type, selections) if is_abstract_type(output_type) else _object(plan.selections[0])
        )

    def _sub_selection(self, object_type: GraphQLObjectType, nodes: list[FieldNode]) -> SelectionPlan:
        return self.selection(
            object_type, collect_sub_fields(self.schema, self.fragments, self.conditions, object_type, nodes)
        )


class Operation:
    """One operation of a parsed and validated document, with its plans by the values of the variables that decide conditions."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, node: OperationDefinitionNode) -> None:
        self.schema = schema
        self.document = document
        self.node = node
        root = schema.get_root_type(node.operation)
        if root is None:
            raise GraphQLError(f"Schema is not configured to execute {node.operation.value} operation.")
        self.root_type: GraphQLObjectType = root
        self.condition_names = _condition_variables(document)
        self._plans: dict[tuple[Any, ...], SelectionPlan] = {}

    @property
    def is_mutation(self) -> bool:
        return self.node.operation is OperationType.MUTATION

    @property
    def top_level_fields(self) -> list[str]:
        return [name for plan in self._plans.values() for name in {field.name for field in plan.fields}]

    def plan(self, variables: dict[str, Any]) -> SelectionPlan:
        conditions = {name: variables[name] for name in self.condition_names if name in variables}
        key = tuple(sorted(conditions.items()))
        if key not in self._plans:
            compiler = Compiler(self.schema, self.document, conditions)
            collected = collect_fields(
                self.schema, compiler.fragments, conditions, self.root_type, self.node.selection_set
            )
            self._plans[key] = compiler.selection(self.root_type, collected)
        return self._plans[key]

    def execute(self, context: Any, raw_variables: dict[str, Any]) -> tuple[dict[str, Any] | None, list[GraphQLError]]:
        """The data and the errors of one execution. Data is None when a null reached the root or the variables are wrong."""
        variables = get_variable_values(self.schema, self.node.variable_definitions or (), raw_variables, max_errors=20)
        if isinstance(variables, list):
            return None, variables
        run = Run(self.schema, context, variables)
        data = self.plan(variables).run([None], run, lambda index: [])[0]
        return (None if data is INVALID else data), run.errors


def _uses_variables(node: FieldNode) -> bool:
    finder = _VariableFinder()
    for argument in node.arguments:
        visit(argument, finder)
    return bool(finder.names)


def _condition_variables(document: DocumentNode) -> list[str]:
    finder = _ConditionFinder()
    visit(document, finder)
    return sorted(finder.names)


class _VariableFinder(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_variable(self, node: Any, *_: Any) -> None:
        self.names.add(node.name.value)


class _ConditionFinder(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_directive(self, node: Any, *_: Any) -> None:
        if node.name.value in ("skip", "include"):
            finder = _VariableFinder()
            visit(node, finder)
            self.names |= finder.names
