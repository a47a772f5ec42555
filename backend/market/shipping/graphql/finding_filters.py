"""What public buyers narrow products by."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import graphene
from graphql import GraphQLError

from market.catalog.selectors.view import View
from market.catalog.sql import TRUE, Sql, from_queryset
from market.channels.selectors.tax_rates import standard_rate
from market.core import clock
from market.core.graphql.scalars import Date, PositiveDecimal, PositiveInt
from market.core.graphql.types import non_null_list
from market.shipping.selectors.delivery_ways import Ways, delivery_ways
from market.shipping.selectors.finding_conditions import delivers_by, fits_budget, lawful_with
from market.vendors.selectors.buying_routes import route_rules
from market.vendors.selectors.duties import vendors_counting_for

POSTAL_CODE = re.compile(r"^\d{5}$", re.ASCII)


class FitsBudgetInput(graphene.InputObjectType):
    """So many pieces with their delivery cost at most so much."""

    amount = PositiveDecimal(required=True, description="The budget, VAT and delivery included.")
    quantity = PositiveInt(description="How many pieces; 1 unless given, and no less than the smallest order.")
    postal_code = graphene.String(description="Where to: five digits. Without it, a place without a surcharge.")


class DeliversByInput(graphene.InputObjectType):
    """So many pieces are there by the day."""

    date = Date(required=True, description="The last day, in Seoul.")
    postal_code = graphene.String(required=True, description="Where to: five digits.")
    quantity = PositiveInt(description="How many pieces; 1 unless given, and no less than the smallest order.")


class LawfulRouteInput(graphene.InputObjectType):
    """A local government may buy it by a private contract with at most so many quotes."""

    quotes = graphene.Int(required=True, description="How many quotes at most; 0: without any.")
    amount = PositiveDecimal(
        description="The estimated price (추정가격) in won, without VAT. Without it, the price of so many pieces of the product."
    )
    quantity = PositiveInt(description="How many pieces, where no amount is given; 1 unless given.")


def postal_code_of(value: Any) -> str | None:
    """Five digits, or none. Raises GraphQLError."""
    if value is None:
        return None
    if not POSTAL_CODE.match(value):
        raise GraphQLError("A postal code has five digits.")
    return str(value)


def _ways(view: View, postal_code: str | None) -> Ways:
    if view.channel is None:
        raise GraphQLError("Provide the `channel` argument: each channel has its own prices and ways of delivery.")
    return delivery_ways(view.channel, postal_code)


def _fits_budget(value: Any, view: View) -> Sql:
    ways = _ways(view, postal_code_of(value.get("postal_code")))
    amount = Decimal(str(value["amount"]))
    return fits_budget(view, amount=amount, quantity=value.get("quantity") or 1, ways=ways)


def _delivers_by(value: Any, view: View) -> Sql:
    ways = _ways(view, postal_code_of(value["postal_code"]))
    return delivers_by(view, by=value["date"], quantity=value.get("quantity") or 1, ways=ways)


def _route(value: Any, view: View) -> Sql:
    today = clock.today()
    if view.channel is None:
        raise GraphQLError("Provide the `channel` argument: each channel has its own prices.")
    amount = value.get("amount")
    return lawful_with(
        view,
        quotes=value["quotes"],
        rules=route_rules(today),
        amount=None if amount is None else Decimal(str(amount)),
        quantity=value.get("quantity") or 1,
        rate=standard_rate(view.channel.default_country, today),
    )


def _counts_for(value: Any, view: View) -> Sql:
    codes = [code.replace("\x00", "\ufffd") for code in value]
    return from_queryset("p.vendor_id", vendors_counting_for(codes)) if codes else TRUE


class ProductFindingFilters:
    fits_budget = graphene.InputField(FitsBudgetInput, description="Only what so many pieces of fit a budget.")
    delivers_by = graphene.InputField(DeliversByInput, description="Only what is there by a day.")
    route = graphene.InputField(LawfulRouteInput, description="Only what may be bought with at most so many quotes.")
    counts_for = non_null_list(
        graphene.String, description="Only what counts for one of these duties of public bodies today, by their codes."
    )

    CONDITIONS: dict[str, Any] = {
        "fits_budget": _fits_budget,
        "delivers_by": _delivers_by,
        "route": _route,
        "counts_for": _counts_for,
    }
