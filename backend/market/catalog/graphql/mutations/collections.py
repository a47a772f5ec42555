"""Making, filling, listing and deleting collections."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.errors import DuplicatedItem, ProductWithoutVariant
from market.catalog.graphql.collections import Collection
from market.catalog.graphql.mutations.categories import SAVING, values_with_picture
from market.catalog.graphql.structure_errors import CollectionChannelListingError, CollectionError
from market.catalog.graphql.structure_inputs import (
    CollectionChannelListingUpdateInput,
    CollectionCreateInput,
    CollectionInput,
    MoveProductInput,
    moves_of,
)
from market.catalog.graphql.views import in_channel
from market.catalog.selectors.view import View
from market.catalog.services.collection_listing_update import collection_channel_listing_update
from market.catalog.services.collection_products import (
    collection_products_add,
    collection_products_remove,
    collection_products_reorder,
)
from market.catalog.services.collection_save import collection_create, collection_update, collections_delete
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_PRODUCTS

OF_COLLECTION = "ID of the collection."


def _seen(collection: Any) -> Any:
    """The collection as those who manage products see it: through no channel, with all its products."""
    return in_channel(collection, View(None, sees_all=True))


def _products(ids: list[str]) -> list[int]:
    return [pk_from_id(one, "Product", field="products") for one in ids]


class CollectionCreate(BaseMutation):
    class Meta:
        description = "Make a collection. No channel shows it before it is listed there."
        error_type = CollectionError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        input = CollectionCreateInput(required=True, description="What is given.")

    raises = (*SAVING, ProductWithoutVariant)
    collection = graphene.Field(Collection, description="The collection.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> CollectionCreate:
        products = _products(input.get("products") or [])
        values = {**values_with_picture(input, shelf="collections"), "products": products}
        return cls(collection=_seen(collection_create(actor=info.context.actor, values=values)))


class CollectionUpdate(BaseMutation):
    class Meta:
        description = "Change a collection."
        error_type = CollectionError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        id = graphene.ID(required=True, description=OF_COLLECTION)
        input = CollectionInput(required=True, description="What is given.")

    raises = SAVING
    collection = graphene.Field(Collection, description="The collection.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> CollectionUpdate:
        key, values = pk_from_id(id, "Collection"), values_with_picture(input, shelf="collections")
        return cls(collection=_seen(collection_update(actor=info.context.actor, collection_id=key, values=values)))


class CollectionDelete(BaseMutation):
    class Meta:
        description = "Delete a collection; its products stay."
        error_type = CollectionError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        id = graphene.ID(required=True, description=OF_COLLECTION)

    raises = (NotFound, InvalidId)
    collection = graphene.Field(Collection, description="The collection as it was.")

    @classmethod
    def perform(cls, info: Any, id: str) -> CollectionDelete:
        key = pk_from_id(id, "Collection")
        return cls(collection=_seen(collections_delete(actor=info.context.actor, collection_ids=[key])[0]))


class CollectionBulkDelete(BaseMutation):
    class Meta:
        description = "Delete collections, all or none."
        error_type = CollectionError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        ids = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of the collections.")

    raises = (NotFound, InvalidId)
    count = graphene.Int(required=True, default_value=0, description="How many were deleted.")

    @classmethod
    def perform(cls, info: Any, ids: list[str]) -> CollectionBulkDelete:
        keys = [pk_from_id(one, "Collection", field="ids") for one in ids]
        return cls(count=len(collections_delete(actor=info.context.actor, collection_ids=keys, field="ids")))


class CollectionAddProducts(BaseMutation):
    class Meta:
        description = "Add products to a collection, after those there are."
        error_type = CollectionError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        collection_id = graphene.ID(required=True, description=OF_COLLECTION)
        products = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of the products.")

    raises = (NotFound, InvalidId, ProductWithoutVariant)
    collection = graphene.Field(Collection, description="The collection.")

    @classmethod
    def perform(cls, info: Any, collection_id: str, products: list[str]) -> CollectionAddProducts:
        key, keys = pk_from_id(collection_id, "Collection", field="collectionId"), _products(products)
        made = collection_products_add(actor=info.context.actor, collection_id=key, product_ids=keys)
        return cls(collection=_seen(made))


class CollectionRemoveProducts(BaseMutation):
    class Meta:
        description = "Take products out of a collection."
        error_type = CollectionError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        collection_id = graphene.ID(required=True, description=OF_COLLECTION)
        products = graphene.Argument(non_null_list(graphene.ID), required=True, description="IDs of the products.")

    raises = (NotFound, InvalidId)
    collection = graphene.Field(Collection, description="The collection.")

    @classmethod
    def perform(cls, info: Any, collection_id: str, products: list[str]) -> CollectionRemoveProducts:
        key, keys = pk_from_id(collection_id, "Collection", field="collectionId"), _products(products)
        made = collection_products_remove(actor=info.context.actor, collection_id=key, product_ids=keys)
        return cls(collection=_seen(made))


class CollectionReorderProducts(BaseMutation):
    class Meta:
        description = "Move products within a collection."
        error_type = CollectionError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        collection_id = graphene.ID(required=True, description=OF_COLLECTION)
        moves = graphene.Argument(
            non_null_list(MoveProductInput), required=True, description="Which move, and how far."
        )

    raises = (NotFound, InvalidId)
    collection = graphene.Field(Collection, description="The collection.")

    @classmethod
    def perform(cls, info: Any, collection_id: str, moves: list[Any]) -> CollectionReorderProducts:
        key = pk_from_id(collection_id, "Collection", field="collectionId")
        given = moves_of(moves, "Product", key="product_id")
        made = collection_products_reorder(actor=info.context.actor, collection_id=key, moves=given)
        return cls(collection=_seen(made))


class CollectionChannelListingUpdate(BaseMutation):
    class Meta:
        description = "Say in which channels a collection is shown."
        error_type = CollectionChannelListingError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        id = graphene.ID(required=True, description=OF_COLLECTION)
        input = CollectionChannelListingUpdateInput(required=True, description="What is given.")

    raises = (NotFound, InvalidId, DuplicatedItem)
    collection = graphene.Field(Collection, description="The collection.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> CollectionChannelListingUpdate:
        add = [
            {**one, "channel_id": pk_from_id(one["channel_id"], "Channel", field="addChannels")}
            for one in input.get("add_channels") or []
        ]
        remove = [pk_from_id(one, "Channel", field="removeChannels") for one in input.get("remove_channels") or []]
        key = pk_from_id(id, "Collection")
        made = collection_channel_listing_update(actor=info.context.actor, collection_id=key, add=add, remove=remove)
        return cls(collection=_seen(made))
