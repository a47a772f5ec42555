"""Weights, as Saleor writes them. Inside, a weight is a whole number of grams."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import graphene
from graphql import GraphQLError, Undefined
from graphql.language import ast

from market.core.graphql.scalars import PositiveDecimal

MOST_GRAMS = 2**31 - 1
GRAMS = {
    "g": Decimal(1),
    "lb": Decimal("453.59237"),
    "oz": Decimal("28.349523125"),
    "kg": Decimal(1000),
    "tonne": Decimal(1_000_000),
}
_WORDS = {"G": "gram", "LB": "pound", "OZ": "ounce", "KG": "kilogram", "TONNE": "metric ton"}

WeightUnitsEnum = graphene.Enum(
    "WeightUnitsEnum",
    [(unit.upper(), unit) for unit in GRAMS],
    description=lambda member: f"The {_WORDS[member.name]}." if member is not None else "Units of weight.",
)


class Weight(graphene.ObjectType):
    """A weight."""

    unit = graphene.Field(WeightUnitsEnum, required=True, description="The unit.")
    value = graphene.Float(required=True, description="How many of it.")


class WeightScalar(graphene.Scalar):
    """A weight: a number of kilograms, or ``{unit, value}``. Read as whole grams."""

    @staticmethod
    def serialize(value: Any) -> float:
        return kilograms(int(value))

    @staticmethod
    def parse_value(value: Any) -> int:
        if not isinstance(value, dict):
            return _grams(value, "kg")
        return _grams(value.get("value"), str(value.get("unit") or "kg"))

    @staticmethod
    def parse_literal(node: Any, _variables: Any = None) -> Any:
        if isinstance(node, ast.IntValueNode | ast.FloatValueNode | ast.StringValueNode):
            return _grams(node.value, "kg")
        if not isinstance(node, ast.ObjectValueNode):
            return Undefined
        return WeightScalar.parse_value(
            {field.name.value: getattr(field.value, "value", None) for field in node.fields}
        )


def _grams(number: Any, unit: str) -> int:
    if unit.lower() not in GRAMS:
        raise GraphQLError(f"Unsupported weight unit: {unit[:20]!r}")
    grams = PositiveDecimal.parse_value(number) * GRAMS[unit.lower()]
    if grams > MOST_GRAMS:
        raise GraphQLError("The weight is out of range.")
    return int(grams.to_integral_value())


def kilograms(grams: int) -> float:
    return float(Decimal(grams) / 1000)


def weight_of(grams: int | None) -> dict[str, Any] | None:
    """A weight as the API shows it, in kilograms."""
    return {"unit": "kg", "value": kilograms(grams)} if grams is not None else None
