"""From values to output: leaves, lists, objects, abstract types, and nulls that may not stand where they are."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from graphql import GraphQLAbstractType, GraphQLEnumType, GraphQLError, GraphQLLeafType, Undefined

from market.core.graphql.plans import INVALID, Completer, FieldPlan, Info, Locate, Run, SelectionPlan

SCALARS_SENT_AS_THEY_ARE = {"String": str, "Boolean": bool, "ID": str}


def report_errors(plan: FieldPlan, values: Sequence[Any], run: Run, locate: Locate) -> Sequence[Any]:
    """The values with every exception noted and replaced by INVALID (which a nullable place turns into null)."""
    if not any(isinstance(value, Exception) for value in values):
        return values
    clean = list(values)
    for index, value in enumerate(clean):
        if isinstance(value, Exception):
            run.fail(value, plan, locate(index))
            clean[index] = INVALID
    return clean


def nullable(inner: Completer) -> Completer:
    def complete(values: Sequence[Any], run: Run, locate: Locate) -> list[Any]:
        completed = inner(values, run, locate)
        return [None if value is INVALID else value for value in completed] if INVALID in completed else completed

    return complete


def non_null(plan: FieldPlan, inner: Completer, type_name: str) -> Completer:
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


def leaf_values(plan: FieldPlan, leaf_type: GraphQLLeafType) -> Completer:
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


def list_values(plan: FieldPlan, item: Completer, type_name: str) -> Completer:
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
        completed = item(report_errors(plan, flat, run, locate_item), run, locate_item) if flat else []
        output: list[Any] = [completed[start:end] for start, end in zip(starts, ends, strict=True)]
        if INVALID in completed:
            output = [INVALID if INVALID in items else items for items in output]
        return [INVALID if index in broken else items for index, items in enumerate(output)] if broken else output

    return lambda values, run, locate: _only_present(values, locate, complete_present, run)


def object_values(selection: SelectionPlan) -> Completer:
    return lambda values, run, locate: _only_present(values, locate, selection.run, run)


def abstract_values(
    plan: FieldPlan, abstract_type: GraphQLAbstractType, selections: dict[str, SelectionPlan]
) -> Completer:
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
