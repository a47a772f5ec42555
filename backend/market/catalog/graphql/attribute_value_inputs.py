"""Values of attributes as they are given to a thing."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.models import Attribute as AttributeModel
from market.catalog.models import AttributeEntityType
from market.core.global_ids import BadGlobalId, from_global_id, int_pk
from market.core.graphql.mutations import InvalidId
from market.core.graphql.scalars import Date, DateTime, JSONString
from market.core.graphql.types import non_null_list


class AttributeValueSelectableTypeInput(graphene.InputObjectType):
    """A choice: an offered value by id, or a value by its name, which is offered from then on."""

    id = graphene.ID(description="ID of an offered value.")
    external_reference = graphene.String(description="Key of an offered value in an outside system.")
    value = graphene.String(description="Name of the value.")


class AttributeValueInput(graphene.InputObjectType):
    """An attribute and what the thing has of it. Give the one field that fits the attribute's type."""

    id = graphene.ID(description="ID of the attribute.")
    external_reference = graphene.String(description="Key of the attribute in an outside system, instead of its id.")
    dropdown = AttributeValueSelectableTypeInput(description="Choice of a dropdown.")
    swatch = AttributeValueSelectableTypeInput(description="Choice of a swatch.")
    multiselect = non_null_list(AttributeValueSelectableTypeInput, description="Choices of a multiselect.")
    numeric = graphene.String(description="A number.")
    file = graphene.String(description="Address of a file.")
    content_type = graphene.String(description="Media type of the file; the market reads it from the address.")
    reference = graphene.ID(description="ID of the thing a single reference points at.")
    references = non_null_list(graphene.ID, description="IDs of the things a reference points at.")
    rich_text = JSONString(description="Rich text as EditorJS.")
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
        known["reference"] = _pointed(known["reference"])
    if known.get("references") is not None:
        known["references"] = [_pointed(one) for one in known["references"]]
    return {**known, "attribute_id": _attribute(item)}


def _attribute(item: Any) -> int:
    """The attribute by its id, or by its key in an outside system."""
    if item.get("id") is not None or not item.get("external_reference"):
        return int_pk(item.get("id") or "", "Attribute")
    found = AttributeModel.objects.filter(external_reference=item["external_reference"].replace("\x00", ""))
    pk = found.values_list("pk", flat=True).first()
    if pk is None:
        raise BadGlobalId(f"No attribute has the external reference {item['external_reference'][:40]!r}")
    return pk


def _pointed(global_id: str) -> int | str:
    """The key of a collection, the global id of anything else that an attribute may point at."""
    kind, _ = from_global_id(global_id, *AttributeEntityType.values)
    pk = int_pk(global_id, kind)
    return pk if kind == AttributeEntityType.COLLECTION else global_id


def _choice(item: Any) -> dict[str, Any]:
    key = item.get("id")
    made = {"value_id": int_pk(key, "AttributeValue") if key is not None else None, "value": item.get("value")}
    reference = item.get("external_reference")
    return {**made, "external_reference": reference} if reference else made
