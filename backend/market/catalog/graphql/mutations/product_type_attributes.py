"""Which attributes a product type has."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.errors import (
    AttributeAlreadyAssigned,
    AttributeCannotBeAssigned,
    DuplicatedItem,
    VariantsDisabled,
)
from market.catalog.graphql.errors import ProductError
from market.catalog.graphql.product_types import ProductType
from market.catalog.graphql.structure_enums import ProductAttributeType
from market.catalog.graphql.structure_inputs import (
    ProductAttributeAssignInput,
    ProductAttributeAssignmentUpdateInput,
    moves_of,
)
from market.catalog.services.product_type_attributes import (
    Assignment,
    product_attribute_assign,
    product_attribute_assignment_update,
    product_attribute_unassign,
    product_type_attributes_reorder,
)
from market.core.errors import NotFound
from market.core.graphql.bulk import ReorderInput
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES

OF_TYPE = "ID of the product type."


def _type_key(product_type_id: str) -> int:
    return pk_from_id(product_type_id, "ProductType", field="productTypeId")


class ProductAttributeAssign(BaseMutation):
    class Meta:
        description = "Assign attributes to the products or the variants of a type."
        error_type = ProductError
        permissions = (MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,)

    class Arguments:
        product_type_id = graphene.ID(required=True, description=OF_TYPE)
        operations = graphene.Argument(
            non_null_list(ProductAttributeAssignInput), required=True, description="The attributes and where they go."
        )

    raises = (
        NotFound, InvalidId, DuplicatedItem, VariantsDisabled, AttributeCannotBeAssigned, AttributeAlreadyAssigned,
    )  # fmt: skip
    product_type = graphene.Field(ProductType, description="The product type.")

    @classmethod
    def perform(cls, info: Any, product_type_id: str, operations: list[Any]) -> ProductAttributeAssign:
        given = [
            Assignment(
                pk_from_id(one["id"], "Attribute", field="operations"),
                getattr(one["type"], "value", one["type"]),
                bool(one.get("variant_selection")),
            )
            for one in operations
        ]
        key = _type_key(product_type_id)
        made = product_attribute_assign(actor=info.context.actor, product_type_id=key, operations=given)
        return cls(product_type=made)


class ProductAttributeUnassign(BaseMutation):
    class Meta:
        description = "Take attributes away from a product type, with the values its products have of them."
        error_type = ProductError
        permissions = (MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,)

    class Arguments:
        product_type_id = graphene.ID(required=True, description=OF_TYPE)
        attribute_ids = graphene.Argument(
            non_null_list(graphene.ID), required=True, description="IDs of the attributes."
        )

    raises = (NotFound, InvalidId)
    product_type = graphene.Field(ProductType, description="The product type.")

    @classmethod
    def perform(cls, info: Any, product_type_id: str, attribute_ids: list[str]) -> ProductAttributeUnassign:
        keys = [pk_from_id(one, "Attribute", field="attributeIds") for one in attribute_ids]
        key = _type_key(product_type_id)
        made = product_attribute_unassign(actor=info.context.actor, product_type_id=key, attribute_ids=keys)
        return cls(product_type=made)


class ProductAttributeAssignmentUpdate(BaseMutation):
    class Meta:
        description = "Say of variant attributes whether a buyer chooses the variant by them."
        error_type = ProductError
        permissions = (MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,)

    class Arguments:
        product_type_id = graphene.ID(required=True, description=OF_TYPE)
        operations = graphene.Argument(
            non_null_list(ProductAttributeAssignmentUpdateInput), required=True, description="The attributes."
        )

    raises = (NotFound, InvalidId, DuplicatedItem, AttributeCannotBeAssigned)
    product_type = graphene.Field(ProductType, description="The product type.")

    @classmethod
    def perform(cls, info: Any, product_type_id: str, operations: list[Any]) -> ProductAttributeAssignmentUpdate:
        given = [
            (pk_from_id(one["id"], "Attribute", field="operations"), bool(one["variant_selection"]))
            for one in operations
        ]
        key = _type_key(product_type_id)
        made = product_attribute_assignment_update(actor=info.context.actor, product_type_id=key, selections=given)
        return cls(product_type=made)


class ProductTypeReorderAttributes(BaseMutation):
    class Meta:
        description = "Move attributes of a product type."
        error_type = ProductError
        permissions = (MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,)

    class Arguments:
        product_type_id = graphene.ID(required=True, description=OF_TYPE)
        type = ProductAttributeType(required=True, description="Those of products, or of variants.")
        moves = graphene.Argument(non_null_list(ReorderInput), required=True, description="Which move, and how far.")

    raises = (NotFound, InvalidId)
    product_type = graphene.Field(ProductType, description="The product type.")

    @classmethod
    def perform(cls, info: Any, product_type_id: str, type: Any, moves: list[Any]) -> ProductTypeReorderAttributes:
        made = product_type_attributes_reorder(
            actor=info.context.actor,
            product_type_id=_type_key(product_type_id),
            to=getattr(type, "value", type),
            moves=moves_of(moves, "Attribute"),
        )
        return cls(product_type=made)
