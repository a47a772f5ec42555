"""What is written of attributes and their values."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.enums import AttributeInputTypeEnum
from market.catalog.graphql.structure_enums import AttributeEntityTypeEnum, AttributeTypeEnum, MeasurementUnitsEnum
from market.catalog.graphql.structure_inputs import plain_values
from market.core.global_ids import BadGlobalId, from_global_id
from market.core.graphql.mutations import InvalidId, pk_from_id
from market.core.graphql.types import non_null_list


class _ValueFields(graphene.InputObjectType):
    class Meta:
        abstract = True

    value = graphene.String(description="A colour code; of swatches.")
    file_url = graphene.String(description="Address of a picture; of swatches.")
    content_type = graphene.String(description="Media type of the picture; of swatches.")
    external_reference = graphene.String(description="Key of the value in an outside system.")


class AttributeValueCreateInput(_ValueFields):
    """A new value."""

    name = graphene.String(required=True, description="Name of the value.")


class AttributeValueUpdateInput(_ValueFields):
    """What changes of a value."""

    name = graphene.String(description="Name of the value.")


class _AttributeFields(graphene.InputObjectType):
    class Meta:
        abstract = True

    unit = MeasurementUnitsEnum(description="Unit of its numbers.")
    value_required = graphene.Boolean(description="Whether every thing must have a value of it.")
    is_variant_only = graphene.Boolean(description="Whether it is for variants only.")
    visible_in_storefront = graphene.Boolean(description="Whether shoppers see it.")
    external_reference = graphene.String(description="Key of the attribute in an outside system.")
    reference_types = non_null_list(
        graphene.ID, description="Product or page types that things pointed at must be of; any when empty."
    )


class AttributeCreateInput(_AttributeFields):
    """A new attribute."""

    input_type = AttributeInputTypeEnum(description="What kind of values it takes; DROPDOWN when left out.")
    entity_type = AttributeEntityTypeEnum(description="What it points at; of references.")
    name = graphene.String(required=True, description="Name of the attribute.")
    slug = graphene.String(description="Slug of the attribute; made of the name when left out.")
    type = AttributeTypeEnum(required=True, description="Whose property it is.")
    values = non_null_list(AttributeValueCreateInput, description="Values it offers, in their order.")


class AttributeUpdateInput(_AttributeFields):
    """What changes of an attribute."""

    name = graphene.String(description="Name of the attribute.")
    slug = graphene.String(description="Slug of the attribute.")
    remove_values = non_null_list(graphene.ID, description="IDs of values to take away.")
    add_values = non_null_list(AttributeValueUpdateInput, description="Values to add.")


class AttributeBulkUpdateInput(graphene.InputObjectType):
    """One of several attributes to change: by id or external reference."""

    id = graphene.ID(description="ID of the attribute.")
    external_reference = graphene.String(description="Key of the attribute in an outside system.")
    fields = AttributeUpdateInput(required=True, description="What changes.")


def attribute_input(given: Any) -> dict[str, Any]:
    """Ids as keys. Raises InvalidId."""
    values = plain_values(given)
    if values.get("remove_values") is not None:
        values["remove_values"] = [
            pk_from_id(one, "AttributeValue", field="removeValues") for one in values["remove_values"]
        ]
    if values.get("reference_types") is not None:
        values["reference_types"] = [_reference_type(one) for one in values["reference_types"]]
    return values


def _reference_type(global_id: str) -> tuple[str, int]:
    pk = pk_from_id(global_id, "ProductType", "PageType", field="referenceTypes")
    try:
        return from_global_id(global_id)[0], pk
    except BadGlobalId as error:
        raise InvalidId("referenceTypes") from error
