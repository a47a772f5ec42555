"""Making, changing and deleting attributes. Who may depends on whose property an attribute is."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.errors import AlreadyTaken, ValueNamesRepeat, ValueNameTaken
from market.catalog.graphql.attribute_save_inputs import AttributeCreateInput, AttributeUpdateInput, attribute_input
from market.catalog.graphql.attributes import Attribute
from market.catalog.graphql.structure_errors import AttributeError
from market.catalog.models import Attribute as AttributeModel
from market.catalog.models import AttributeType
from market.catalog.services.attribute_delete import attributes_delete
from market.catalog.services.attribute_save import attribute_create, attribute_update
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound, PermissionDenied, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import (
    MANAGE_PAGE_TYPES_AND_ATTRIBUTES,
    MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,
    MANAGE_USERS,
)
from market.core.texts import SlugTaken

KEEPERS = {
    AttributeType.PRODUCT_TYPE: MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,
    AttributeType.PAGE_TYPE: MANAGE_PAGE_TYPES_AND_ATTRIBUTES,
    AttributeType.CUSTOMER_TYPE: MANAGE_USERS,
}
DOOR = tuple(KEEPERS.values())
SAVING = (NotFound, InvalidId, Required, InvalidInput, SlugTaken, AlreadyTaken, ValueNamesRepeat, ValueNameTaken)


def ensure_keeps(actor: Actor, *types: str) -> None:
    """Raises PermissionDenied unless the actor manages attributes of all these types."""
    for kind in types:
        if not actor.has_permission(KEEPERS[AttributeType(kind)]):
            raise PermissionDenied(KEEPERS[AttributeType(kind)])


def attribute_key(actor: Actor, id: str | None, external_reference: str | None) -> int:
    """The attribute that id or external reference names, if the actor manages such. Raises NotFound, InvalidId, PermissionDenied."""
    if (id is None) == (external_reference is None):
        raise InvalidInput(
            None, "id와 externalReference 가운데 하나만 적어 주세요.", "Give either id or externalReference."
        )
    field = "id" if id is not None else "externalReference"
    wanted = {"pk": pk_from_id(id, "Attribute")} if id is not None else {"external_reference": external_reference}
    if external_reference is not None and "\x00" in external_reference:
        raise NotFound(field)
    found = AttributeModel.objects.filter(**wanted).values_list("pk", "type").first()
    if found is None:
        raise NotFound(field)
    ensure_keeps(actor, found[1])
    return int(found[0])


class AttributeCreate(BaseMutation):
    class Meta:
        description = "Make an attribute with the values it offers."
        error_type = AttributeError
        permissions = DOOR

    class Arguments:
        input = AttributeCreateInput(required=True, description="What is given.")

    raises = SAVING
    attribute = graphene.Field(Attribute, description="The attribute.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> AttributeCreate:
        values = attribute_input(input)
        ensure_keeps(info.context.actor, values["type"])
        return cls(attribute=attribute_create(actor=info.context.actor, values=values))


class AttributeUpdate(BaseMutation):
    class Meta:
        description = "Change an attribute, add values and take values away."
        error_type = AttributeError
        permissions = DOOR

    class Arguments:
        id = graphene.ID(description="ID of the attribute.")
        external_reference = graphene.String(description="Key of the attribute in an outside system.")
        input = AttributeUpdateInput(required=True, description="What is given.")

    raises = SAVING
    attribute = graphene.Field(Attribute, description="The attribute.")

    @classmethod
    def perform(
        cls, info: Any, input: Any, id: str | None = None, external_reference: str | None = None
    ) -> AttributeUpdate:
        actor = info.context.actor
        key, values = attribute_key(actor, id, external_reference), attribute_input(input)
        return cls(attribute=attribute_update(actor=actor, attribute_id=key, values=values))


class AttributeDelete(BaseMutation):
    class Meta:
        description = "Delete an attribute with its values, also where things have them."
        error_type = AttributeError
        permissions = DOOR

    class Arguments:
        id = graphene.ID(description="ID of the attribute.")
        external_reference = graphene.String(description="Key of the attribute in an outside system.")

    raises = (NotFound, InvalidId, InvalidInput)
    attribute = graphene.Field(Attribute, description="The attribute as it was.")

    @classmethod
    def perform(cls, info: Any, id: str | None = None, external_reference: str | None = None) -> AttributeDelete:
        actor = info.context.actor
        key = attribute_key(actor, id, external_reference)
        return cls(attribute=attributes_delete(actor=actor, attribute_ids=[key])[0])


class AttributeBulkDelete(BaseMutation):
    class Meta:
        description = "Delete attributes with their values, all or none."
        error_type = AttributeError
        permissions = DOOR

    class Arguments:
        ids = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of the attributes.")

    raises = (NotFound, InvalidId)
    count = graphene.Int(required=True, default_value=0, description="How many were deleted.")

    @classmethod
    def perform(cls, info: Any, ids: list[str]) -> AttributeBulkDelete:
        keys = [pk_from_id(one, "Attribute", field="ids") for one in ids]
        ensure_keeps(info.context.actor, *types_of(keys))
        return cls(count=len(attributes_delete(actor=info.context.actor, attribute_ids=keys, field="ids")))


def types_of(keys: list[int]) -> set[str]:
    return set(AttributeModel.objects.filter(pk__in=keys).values_list("type", flat=True))
