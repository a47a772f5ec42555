"""What people write into requests and answers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import graphene

from market.core.graphql.mutations import pk_from_id
from market.core.graphql.scalars import Date, DateTime, PositiveDecimal
from market.core.graphql.types import non_null_list
from market.quotes.services.quote_submit import AnsweredItem, AnswerTerms
from market.quotes.services.request_clean import ItemWish

COLUMNS = ("title", "specification", "delivery_place", "delivery_by", "reply_by")


class QuoteRequestItemInput(graphene.InputObjectType):
    """One thing to ask for."""

    name = graphene.InputField(graphene.String, required=True, description="What it is (품명), 150 letters.")
    specification = graphene.InputField(graphene.String, description="Its specification (규격), 500 letters.")
    unit = graphene.InputField(graphene.String, description="Its unit; 개 unless given.")
    quantity = graphene.InputField(graphene.Int, required=True, description="How many, 1 to 10,000.")
    variant_id = graphene.InputField(graphene.ID, description="ID of the variant it begins with.")


class QuoteRequestInput(graphene.InputObjectType):
    """What a request says. A draft may be incomplete; sending asks for all but the specification."""

    title = graphene.InputField(graphene.String, description="What it is about (건명), 150 letters.")
    specification = graphene.InputField(graphene.String, description="What is wanted, in words, 10,000 letters.")
    delivery_place = graphene.InputField(graphene.String, description="Where to deliver, 250 letters.")
    delivery_by = graphene.InputField(Date, description="By which day to deliver.")
    reply_by = graphene.InputField(DateTime, description="The deadline for answers, 60 days away at most.")
    items = graphene.InputField(
        non_null_list(QuoteRequestItemInput),
        description="All items in their order, 50 at most; they replace those before.",
    )
    vendors = graphene.InputField(
        non_null_list(graphene.ID), description="All enterprises to ask, 10 at most; they replace those before."
    )


class QuoteAnswerItemInput(graphene.InputObjectType):
    """The price of one item."""

    item_id = graphene.InputField(graphene.ID, required=True, description="ID of the requested item.")
    variant_id = graphene.InputField(
        graphene.ID,
        required=True,
        description="ID of the own listing it is bought as; its tax kind is that of the line.",
    )
    unit_price = graphene.InputField(PositiveDecimal, required=True, description="Of one, whole won, VAT included.")
    remark = graphene.InputField(graphene.String, description="A remark (비고), 200 letters.")


class QuoteAnswerInput(graphene.InputObjectType):
    """An answer to a request."""

    items = graphene.InputField(
        non_null_list(QuoteAnswerItemInput), required=True, description="Each item of the request once."
    )
    valid_until = graphene.InputField(
        Date, required=True, description="The last day its prices stand: from the deadline to a year from now."
    )
    delivery_days = graphene.InputField(graphene.Int, required=True, description="Days from the order to the delivery.")
    delivery = graphene.InputField(PositiveDecimal, description="The delivery charge, VAT included; none: free.")
    remarks = graphene.InputField(graphene.String, description="What else is to be said, 2,000 letters.")


def request_values(given: Any) -> dict[str, Any]:
    """Columns that were given; a text taken away is empty."""
    empty = {"title": "", "specification": "", "delivery_place": ""}
    return {name: empty.get(name) if given[name] is None else given[name] for name in COLUMNS if name in given}


def request_items(given: Any) -> list[ItemWish] | None:
    """The items, None where none were given. Raises InvalidId."""
    if given.get("items") is None:
        return None
    return [
        ItemWish(
            name=item["name"],
            quantity=item["quantity"],
            specification=item.get("specification") or "",
            unit=item.get("unit") or "",
            variant_id=pk_from_id(item["variant_id"], "ProductVariant", field="items")
            if item.get("variant_id")
            else None,
        )
        for item in given["items"]
    ]


def request_vendors(given: Any) -> list[int] | None:
    """Keys of the enterprises, None where none were given. Raises InvalidId."""
    if given.get("vendors") is None:
        return None
    return [pk_from_id(pk, "Vendor", field="vendors") for pk in given["vendors"]]


def answer_items(given: Any) -> list[AnsweredItem]:
    """Raises InvalidId."""
    return [
        AnsweredItem(
            item_id=pk_from_id(item["item_id"], "QuoteRequestItem", field="items"),
            variant_id=pk_from_id(item["variant_id"], "ProductVariant", field="items"),
            unit_price=item["unit_price"],
            remark=item.get("remark") or "",
        )
        for item in given["items"]
    ]


def answer_terms(given: Any) -> AnswerTerms:
    return AnswerTerms(
        valid_until=given["valid_until"],
        delivery_days=given["delivery_days"],
        delivery=given.get("delivery") or Decimal(0),
        remarks=given.get("remarks") or "",
    )
