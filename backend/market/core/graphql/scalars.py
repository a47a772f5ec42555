"""Saleor's scalars."""

from __future__ import annotations

import datetime as dt
import decimal
import json
import uuid
from typing import Any

import graphene
import orjson
from django.core.files.uploadedfile import UploadedFile
from graphene.types.generic import GenericScalar
from graphql import GraphQLError, Undefined
from graphql.language import ast

from market.core.clock import SEOUL

FIRST_INSTANT = dt.datetime.min.replace(tzinfo=dt.UTC) + dt.timedelta(days=2)
LAST_INSTANT = dt.datetime.max.replace(tzinfo=dt.UTC) - dt.timedelta(days=2)
MOST_OFFSET = dt.timedelta(hours=16)  # PostgreSQL reads offsets below it


class Decimal(graphene.Float):
    """A decimal number, exact inside and a JSON number outside."""

    @staticmethod
    def parse_value(value: Any) -> decimal.Decimal:
        return _decimal(value)

    @staticmethod
    def parse_literal(node: Any, _variables: Any = None) -> Any:
        return (
            _decimal(node.value)
            if isinstance(node, ast.FloatValueNode | ast.IntValueNode | ast.StringValueNode)
            else Undefined
        )

    @staticmethod
    def serialize(value: Any) -> float:
        return float(value)


class PositiveDecimal(Decimal):
    """A decimal number that is not negative."""

    @staticmethod
    def parse_value(value: Any) -> decimal.Decimal:
        number = _decimal(value)
        if number < 0:
            raise GraphQLError("Value cannot be lower than 0.")
        return number

    @staticmethod
    def parse_literal(node: Any, _variables: Any = None) -> Any:
        number = Decimal.parse_literal(node)
        if number is not Undefined and number < 0:
            raise GraphQLError("Value cannot be lower than 0.")
        return number


def _decimal(value: Any) -> decimal.Decimal:
    try:
        number = decimal.Decimal(str(value)) if not isinstance(value, bool) else None
    except decimal.DecimalException:
        number = None
    if number is None or not number.is_finite() or abs(number.adjusted()) > 17:
        raise GraphQLError(f"Not a decimal number within range: {str(value)[:40]!r}")
    return number


class PositiveInt(graphene.Int):
    """A whole number greater than zero."""

    @staticmethod
    def parse_value(value: Any) -> int:
        number = graphene.Int.coerce_int(value)
        if number is Undefined or isinstance(value, bool) or number <= 0:
            raise GraphQLError("Value must be a whole number greater than 0.")
        return number

    @staticmethod
    def parse_literal(node: Any, _variables: Any = None) -> Any:
        return PositiveInt.parse_value(node.value) if isinstance(node, ast.IntValueNode) else Undefined


class JSONString(graphene.JSONString):
    """JSON written into a string."""

    @staticmethod
    def serialize(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    @staticmethod
    def parse_value(value: Any) -> Any:
        """The value; a text that is no JSON is a mistake of the caller's.

        Read strictly: Python's own reader lets NaN, Infinity and halves of characters through, which no database takes.
        """
        try:
            return orjson.loads(value) if isinstance(value, str) else Undefined
        except (ValueError, RecursionError):
            return Undefined

    @staticmethod
    def parse_literal(node: Any, _variables: Any = None) -> Any:
        return JSONString.parse_value(node.value) if isinstance(node, ast.StringValueNode) else Undefined


class JSON(GenericScalar):
    """Any JSON value."""


class Metadata(GenericScalar):
    """A map of metadata keys to values."""


class UUID(graphene.Scalar):
    """A UUID."""

    @staticmethod
    def serialize(value: Any) -> str:
        return str(value)

    @staticmethod
    def parse_value(value: Any) -> uuid.UUID:
        try:
            return uuid.UUID(str(value))
        except ValueError as error:
            raise GraphQLError(f"Not a UUID: {str(value)[:40]!r}") from error

    @staticmethod
    def parse_literal(node: Any, _variables: Any = None) -> Any:
        return UUID.parse_value(node.value) if isinstance(node, ast.StringValueNode) else Undefined


class Date(graphene.Date):
    """A calendar date, ISO 8601."""


class DateTime(graphene.DateTime):
    """An instant with its zone, ISO 8601. One without a zone is Seoul's."""

    @staticmethod
    def parse_value(value: Any) -> Any:
        instant = graphene.DateTime.parse_value(value)
        return _zoned(instant) if isinstance(instant, dt.datetime) else instant

    @staticmethod
    def parse_literal(node: Any, _variables: Any = None) -> Any:
        return DateTime.parse_value(node.value) if isinstance(node, ast.StringValueNode) else Undefined

    @staticmethod
    def serialize(value: Any) -> str:
        if isinstance(value, dt.datetime):
            return value.isoformat()
        raise GraphQLError(f"DateTime cannot represent value: {value!r}")


def _zoned(instant: dt.datetime) -> dt.datetime:
    """With a zone the database can read; an instant so early or late that not every zone can tell it is refused."""
    zoned = instant if instant.tzinfo is not None else instant.replace(tzinfo=SEOUL)
    if not FIRST_INSTANT < zoned < LAST_INSTANT:
        raise GraphQLError(f"Not an instant within range: {instant.isoformat()}")
    if abs(zoned.utcoffset() or dt.timedelta()) >= MOST_OFFSET:
        return zoned.astimezone(dt.UTC)
    return zoned


class Upload(graphene.Scalar):
    """A file. The variable is null in the JSON, and the file follows in a part of the multipart request."""

    @staticmethod
    def serialize(value: Any) -> Any:
        raise GraphQLError("A file cannot be answered.")

    @staticmethod
    def parse_value(value: Any) -> UploadedFile[Any]:
        if not isinstance(value, UploadedFile):
            raise GraphQLError("Send the file in a part of a multipart request.")
        return value

    @staticmethod
    def parse_literal(node: Any, _variables: Any = None) -> Any:
        raise GraphQLError("A file can only be given by a variable.")


class Day(graphene.Int):
    """A number of days."""


class Minute(graphene.Int):
    """A number of minutes."""


class Hour(graphene.Int):
    """A number of hours."""
