"""The values that an attribute offers."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.errors import AlreadyTaken, ValueNameTaken
from market.catalog.graphql.attribute_save_inputs import AttributeValueCreateInput, AttributeValueUpdateInput
from market.catalog.graphql.attributes import Attribute, AttributeValue
from market.catalog.graphql.mutations.attributes import DOOR, ensure_keeps, types_of
from market.catalog.graphql.structure_errors import AttributeError
from market.catalog.graphql.structure_inputs import moves_of, plain_values
from market.catalog.models import AttributeValue as ValueModel
from market.catalog.services.attribute_value_save import (
    attribute_value_create,
    attribute_value_update,
    attribute_values_delete,
    attribute_values_reorder,
)
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.bulk import ReorderInput
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list

SAVING = (NotFound, InvalidId, Required, InvalidInput, AlreadyTaken, ValueNameTaken)


def _value_key(actor: Actor, id: str | None, external_reference: str | None) -> int:
    """The value that id or external reference names, if the actor manages its attribute."""
    if (id is None) == (external_reference is None):
        raise InvalidInput(
            None, "id와 externalReference 가운데 하나만 적어 주세요.", "Give either id or externalReference."
        )
    field = "id" if id is not None else "externalReference"
    wanted = {"pk": pk_from_id(id, "AttributeValue")} if id is not None else {"external_reference": external_reference}
    if external_reference is not None and "\x00" in external_reference:
        raise NotFound(field)
    found = ValueModel.objects.filter(**wanted).values_list("pk", "attribute__type").first()
    if found is None:
        raise NotFound(field)
    ensure_keeps(actor, found[1])
    return int(found[0])


class AttributeValueCreate(BaseMutation):
    class Meta:
        description = "Offer one more value of an attribute."
        error_type = AttributeError
        permissions = DOOR

    class Arguments:
        attribute = graphene.ID(required=True, description="ID of the attribute.")
        input = AttributeValueCreateInput(required=True, description="What is given.")

    raises = SAVING
    attribute = graphene.Field(Attribute, description="The attribute.")
    attribute_value = graphene.Field(AttributeValue, description="The value.")

    @classmethod
    def perform(cls, info: Any, attribute: str, input: Any) -> AttributeValueCreate:
        key = pk_from_id(attribute, "Attribute", field="attribute")
        ensure_keeps(info.context.actor, *types_of([key]))
        value = attribute_value_create(actor=info.context.actor, attribute_id=key, values=plain_values(input))
        return cls(attribute=value.attribute, attribute_value=value)


class AttributeValueUpdate(BaseMutation):
    class Meta:
        description = "Change a value of an attribute."
        error_type = AttributeError
        permissions = DOOR

    class Arguments:
        id = graphene.ID(description="ID of the value.")
        external_reference = graphene.String(description="Key of the value in an outside system.")
        input = AttributeValueUpdateInput(required=True, description="What is given.")

    raises = SAVING
    attribute = graphene.Field(Attribute, description="The attribute.")
    attribute_value = graphene.Field(AttributeValue, description="The value.")

    @classmethod
    def perform(
        cls, info: Any, input: Any, id: str | None = None, external_reference: str | None = None
    ) -> AttributeValueUpdate:
        actor = info.context.actor
        key = _value_key(actor, id, external_reference)
        value = attribute_value_update(actor=actor, value_id=key, values=plain_values(input))
        return cls(attribute=value.attribute, attribute_value=value)


class AttributeValueDelete(BaseMutation):
    class Meta:
        description = "Take a value away, also where things have it."
        error_type = AttributeError
        permissions = DOOR

    class Arguments:
        id = graphene.ID(description="ID of the value.")
        external_reference = graphene.String(description="Key of the value in an outside system.")

    raises = (NotFound, InvalidId, InvalidInput)
    attribute = graphene.Field(Attribute, description="The attribute.")
    attribute_value = graphene.Field(AttributeValue, description="The value as it was.")

    @classmethod
    def perform(cls, info: Any, id: str | None = None, external_reference: str | None = None) -> AttributeValueDelete:
        actor = info.context.actor
        (value,) = attribute_values_delete(actor=actor, value_ids=[_value_key(actor, id, external_reference)])
        return cls(attribute=value.attribute, attribute_value=value)


class AttributeValueBulkDelete(BaseMutation):
    class Meta:
        description = "Take values away, all or none."
        error_type = AttributeError
        permissions = DOOR

    class Arguments:
        ids = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of the values.")

    raises = (NotFound, InvalidId)
    count = graphene.Int(required=True, default_value=0, description="How many were deleted.")

    @classmethod
    def perform(cls, info: Any, ids: list[str]) -> AttributeValueBulkDelete:
        keys = [pk_from_id(one, "AttributeValue", field="ids") for one in ids]
        types = set(ValueModel.objects.filter(pk__in=keys).values_list("attribute__type", flat=True))
        ensure_keeps(info.context.actor, *types)
        return cls(count=len(attribute_values_delete(actor=info.context.actor, value_ids=keys, field="ids")))


class AttributeReorderValues(BaseMutation):
    class Meta:
        description = "Move values of an attribute."
        error_type = AttributeError
        permissions = DOOR

    class Arguments:
        attribute_id = graphene.ID(required=True, description="ID of the attribute.")
        moves = graphene.Argument(non_null_list(ReorderInput), required=True, description="Which move, and how far.")

    raises = (NotFound, InvalidId)
    attribute = graphene.Field(Attribute, description="The attribute.")

    @classmethod
    def perform(cls, info: Any, attribute_id: str, moves: list[Any]) -> AttributeReorderValues:
        key = pk_from_id(attribute_id, "Attribute", field="attributeId")
        ensure_keeps(info.context.actor, *types_of([key]))
        given = moves_of(moves, "AttributeValue")
        return cls(attribute=attribute_values_reorder(actor=info.context.actor, attribute_id=key, moves=given))
