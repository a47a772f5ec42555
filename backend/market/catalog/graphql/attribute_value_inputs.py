"""Values of attributes as they are given to a thing."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.global_ids import BadGlobalId, int_pk
from market.core.graphql.mutations import InvalidId
from market.core.graphql.scalars import Date, DateTime, JSONString
from market.core.graphql.types import non_null_list


class AttributeValueSelectableTypeInput(graphene.InputObjectType):
    """A choice: an offered value by id, or a value by its name, which is offered from then on."""

    id = graphene.ID(description="ID of an offered value.")
    external_reference = graphene.String(description="Key of the value in an outside system; the market keeps none.")
    value = graphene.String(description="Name of the value.")


class AttributeValueInput(graphene.InputObjectType):
    """An attribute and what the thing has of it. Give the one field that fits the attribute's type."""

    id = graphene.ID(description="ID of the attribute.")
    external_reference = graphene.String(
        description="Key of the attribute in an outside system; the market keeps none."
    )
    dropdown = AttributeValueSelectableTypeInput(description="Choice of a dropdown.")
    swatch = AttributeValueSelectableTypeInput(description="Choice of a swatch.")
    multiselect = non_null_list(AttributeValueSelectableTypeInput, description="Choices of a multiselect.")
    numeric = graphene.String(description="A number.")
    file = graphene.String(description="Address of a file.")
    content_type = graphene.String(description="Media type of the file; the market reads it from the address.")
    reference = graphene.ID(description="ID of the thing a single reference points at; a collection.")
    references = non_null_list(graphene.ID, description="IDs of the things a reference points at; collections.")
    rich_text = JSONString(description="Rich text; the market keeps attribute texts plain: use plainText.")
    plain_text = graphene.String(description="A text.")
    boolean = graphene.Boolean(description="Yes or no.")
    date = Date(description="A date.")
    date_time = DateTime(description="An instant.")


def given_attributes(inputs: list[Any] | None) -> list[dict[str, Any]]:
    """The inputs as ``attribute_values_take`` reads them, each with its ``attribute_id``. Raises InvalidId on ``attributes``."""
    try:
        return [_given(item) for item in inputs or []]
    except BadGlobalId as error:
        raise InvalidId("attributes") from error


def _given(item: Any) -> dict[str, Any]:
    known = {name: value for name, value in item.items() if name not in ("id", "external_reference", "content_type")}
    for name in ("dropdown", "swatch"):
        if known.get(name) is not None:
            known[name] = _choice(known[name])
    if known.get("multiselect") is not None:
        known["multiselect"] = [_choice(one) for one in known["multiselect"]]
    if known.get("reference") is not None:
        known["reference"] = int_pk(known["reference"], "Collection")
    if known.get("references") is not None:
        known["references"] = [int_pk(one, "Collection") for one in known["references"]]
    return {**known, "attribute_id": int_pk(item.get("id") or "", "Attribute")}


def _choice(item: Any) -> dict[str, Any]:
    key = item.get("id")
    return {"value_id": int_pk(key, "AttributeValue") if key is not None else None, "value": item.get("value")}
