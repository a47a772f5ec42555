"""Making, changing, moving and deleting categories."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.categories import Category
from market.catalog.graphql.errors import ProductError
from market.catalog.graphql.structure_inputs import CategoryInput, plain_values
from market.catalog.services.category_delete import categories_delete
from market.catalog.services.category_save import category_create, category_move, category_update
from market.core.errors import InvalidInput, NotFound, Required
from market.core.files.errors import FileRefused, FileTooLarge
from market.core.files.pictures import picture_clean, picture_store
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_PRODUCTS
from market.core.texts import SlugTaken

SAVING = (NotFound, InvalidId, Required, InvalidInput, SlugTaken, FileRefused, FileTooLarge)


def values_with_picture(given: Any, *, shelf: str) -> dict[str, Any]:
    """The input with ``background_image_key`` in place of the file, which is made anew and kept. Raises FileRefused, FileTooLarge."""
    values = plain_values(given)
    if "background_image" in values:
        upload = values.pop("background_image")
        values["background_image_key"] = (
            picture_store(picture_clean(upload, field="backgroundImage"), shelf=shelf) if upload is not None else ""
        )
    return values


class CategoryCreate(BaseMutation):
    class Meta:
        description = "Make a category."
        error_type = ProductError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        input = CategoryInput(required=True, description="What is given.")
        parent = graphene.ID(description="ID of the category above; a root when left out.")

    raises = SAVING
    category = graphene.Field(Category, description="The category.")

    @classmethod
    def perform(cls, info: Any, input: Any, parent: str | None = None) -> CategoryCreate:
        above = pk_from_id(parent, "Category", field="parent") if parent is not None else None
        values = values_with_picture(input, shelf="categories")
        return cls(category=category_create(actor=info.context.actor, values=values, parent_id=above))


class CategoryUpdate(BaseMutation):
    class Meta:
        description = "Change a category."
        error_type = ProductError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the category.")
        input = CategoryInput(required=True, description="What is given.")

    raises = SAVING
    category = graphene.Field(Category, description="The category.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> CategoryUpdate:
        key, values = pk_from_id(id, "Category"), values_with_picture(input, shelf="categories")
        return cls(category=category_update(actor=info.context.actor, category_id=key, values=values))


class CategoryMove(BaseMutation):
    class Meta:
        description = "Move a category with all below it. Ieum's own; Saleor cannot move categories."
        error_type = ProductError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the category.")
        parent = graphene.ID(description="ID of the category that will be above it; it becomes a root when left out.")

    raises = (NotFound, InvalidId, InvalidInput)
    category = graphene.Field(Category, description="The category.")

    @classmethod
    def perform(cls, info: Any, id: str, parent: str | None = None) -> CategoryMove:
        key = pk_from_id(id, "Category")
        above = pk_from_id(parent, "Category", field="parent") if parent is not None else None
        return cls(category=category_move(actor=info.context.actor, category_id=key, parent_id=above))


class CategoryDelete(BaseMutation):
    class Meta:
        description = "Delete a category and all below it; their products stay, without a category and not published."
        error_type = ProductError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the category.")

    raises = (NotFound, InvalidId)
    category = graphene.Field(Category, description="The category as it was.")

    @classmethod
    def perform(cls, info: Any, id: str) -> CategoryDelete:
        key = pk_from_id(id, "Category")
        return cls(category=categories_delete(actor=info.context.actor, category_ids=[key])[0])


class CategoryBulkDelete(BaseMutation):
    class Meta:
        description = "Delete categories and all below them, all or none."
        error_type = ProductError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        ids = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of the categories.")

    raises = (NotFound, InvalidId)
    count = graphene.Int(required=True, default_value=0, description="How many of the named ones were deleted.")

    @classmethod
    def perform(cls, info: Any, ids: list[str]) -> CategoryBulkDelete:
        keys = [pk_from_id(one, "Category", field="ids") for one in ids]
        return cls(count=len(categories_delete(actor=info.context.actor, category_ids=keys, field="ids")))
