"""Making, changing and deleting product types."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.errors import DuplicatedItem, TypeInUse
from market.catalog.graphql.errors import ProductError
from market.catalog.graphql.product_types import ProductType
from market.catalog.graphql.structure_inputs import ProductTypeInput, product_type_values
from market.catalog.services.product_type_delete import product_types_delete
from market.catalog.services.product_type_save import product_type_create, product_type_update
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES
from market.core.texts import SlugTaken

SAVING = (NotFound, InvalidId, Required, InvalidInput, SlugTaken, DuplicatedItem)


class ProductTypeCreate(BaseMutation):
    class Meta:
        description = "Make a product type with its attributes."
        error_type = ProductError
        permissions = (MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,)

    class Arguments:
        input = ProductTypeInput(required=True, description="What is given.")

    raises = SAVING
    product_type = graphene.Field(ProductType, description="The product type.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> ProductTypeCreate:
        values = product_type_values(input)
        return cls(product_type=product_type_create(actor=info.context.actor, values=values))


class ProductTypeUpdate(BaseMutation):
    class Meta:
        description = "Change a product type; lists of attributes replace what was there."
        error_type = ProductError
        permissions = (MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the product type.")
        input = ProductTypeInput(required=True, description="What is given.")

    raises = SAVING
    product_type = graphene.Field(ProductType, description="The product type.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> ProductTypeUpdate:
        key, values = pk_from_id(id, "ProductType"), product_type_values(input)
        return cls(product_type=product_type_update(actor=info.context.actor, product_type_id=key, values=values))


class ProductTypeDelete(BaseMutation):
    class Meta:
        description = "Delete a product type that no product is of."
        error_type = ProductError
        permissions = (MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the product type.")

    raises = (NotFound, InvalidId, TypeInUse)
    product_type = graphene.Field(ProductType, description="The product type as it was.")

    @classmethod
    def perform(cls, info: Any, id: str) -> ProductTypeDelete:
        key = pk_from_id(id, "ProductType")
        return cls(product_type=product_types_delete(actor=info.context.actor, product_type_ids=[key])[0])


class ProductTypeBulkDelete(BaseMutation):
    class Meta:
        description = "Delete product types that no product is of, all or none."
        error_type = ProductError
        permissions = (MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,)

    class Arguments:
        ids = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of the product types.")

    raises = (NotFound, InvalidId, TypeInUse)
    count = graphene.Int(required=True, default_value=0, description="How many were deleted.")

    @classmethod
    def perform(cls, info: Any, ids: list[str]) -> ProductTypeBulkDelete:
        keys = [pk_from_id(one, "ProductType", field="ids") for one in ids]
        return cls(count=len(product_types_delete(actor=info.context.actor, product_type_ids=keys, field="ids")))
