"""Small inputs that many filters are made of."""

from __future__ import annotations

import graphene

from market.core.graphql.scalars import Date, DateTime, Decimal
from market.core.graphql.types import non_null_list


class StringFilterInput(graphene.InputObjectType):
    """A text that equals this one, or one of these."""

    eq = graphene.String(description="Equal to.")
    one_of = non_null_list(graphene.String, description="One of.")


class GlobalIDFilterInput(graphene.InputObjectType):
    """An id that equals this one, or one of these."""

    eq = graphene.ID(description="Equal to.")
    one_of = non_null_list(graphene.ID, description="One of.")


class DecimalRangeInput(graphene.InputObjectType):
    """From a number to a number; either end may be open."""

    gte = Decimal(description="At least.")
    lte = Decimal(description="At most.")


class DecimalFilterInput(graphene.InputObjectType):
    """A number that equals this one, one of these, or lies within a range."""

    eq = Decimal(description="Equal to.")
    one_of = non_null_list(Decimal, description="One of.")
    range = DecimalRangeInput(description="Within.")


class PriceRangeInput(graphene.InputObjectType):
    """From a price to a price, in units of the currency."""

    gte = graphene.Float(description="At least.")
    lte = graphene.Float(description="At most.")


class IntRangeInput(graphene.InputObjectType):
    """From a whole number to a whole number."""

    gte = graphene.Int(description="At least.")
    lte = graphene.Int(description="At most.")


class DateRangeInput(graphene.InputObjectType):
    """From a date to a date."""

    gte = Date(description="Not before.")
    lte = Date(description="Not after.")


class DateTimeRangeInput(graphene.InputObjectType):
    """From an instant to an instant."""

    gte = DateTime(description="Not before.")
    lte = DateTime(description="Not after.")


class DateTimeFilterInput(graphene.InputObjectType):
    """An instant that equals this one, one of these, or lies within a range."""

    eq = DateTime(description="Equal to.")
    one_of = non_null_list(DateTime, description="One of.")
    range = DateTimeRangeInput(description="Within.")


class MetadataFilter(graphene.InputObjectType):
    """Has a metadata entry with this key and, when given, this value."""

    key = graphene.String(required=True, description="Key of the entry.")
    value = graphene.String(description="Value of the entry.")
