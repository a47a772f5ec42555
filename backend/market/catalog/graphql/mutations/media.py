"""Pictures of products, for staff and for members of the enterprise that sells them."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.errors import PictureAddressRefused, TooManyPictures
from market.catalog.graphql.desk_views import whole_product
from market.catalog.graphql.errors import ProductError
from market.catalog.graphql.media import ProductMedia
from market.catalog.graphql.media_inputs import ProductMediaCreateInput, ProductMediaUpdateInput
from market.catalog.graphql.mutations.variant_media import VariantMediaAssign, VariantMediaUnassign
from market.catalog.graphql.products import Product
from market.catalog.selectors.media_rights import media_product_get
from market.catalog.services.product_media_add import SHELF, product_media_add
from market.catalog.services.product_media_delete import product_media_delete
from market.catalog.services.product_media_reorder import product_media_reorder
from market.catalog.services.product_media_update import product_media_update
from market.core.errors import InvalidInput, NotFound, Required
from market.core.files.errors import FileRefused, FileTooLarge
from market.core.files.pictures import picture_clean, picture_store
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.selectors.membership import ensure_member_or

LONGEST_ALT = 250
MOST_AT_ONCE = 100


def alt_of(given: Any) -> str:
    """The text, without what cannot be stored. Raises InvalidInput."""
    text = (given.get("alt") or "").replace("\x00", "").strip()
    if len(text) > LONGEST_ALT:
        raise InvalidInput("alt", f"{LONGEST_ALT}자까지 적을 수 있어요.", f"Write {LONGEST_ALT} characters at most.")
    return text


class ProductMediaCreate(BaseMutation):
    class Meta:
        description = "Give a product one more picture: staff who manage products, and members who manage its enterprise's listings."
        error_type = ProductError

    class Arguments:
        input = ProductMediaCreateInput(required=True, description="The picture.")

    raises = (
        InvalidId, InvalidInput, NotFound, Required, FileRefused, FileTooLarge, TooManyPictures, PictureAddressRefused,
    )  # fmt: skip
    product = graphene.Field(Product, description="The product.")
    media = graphene.Field(ProductMedia, description="The new picture; null while it waits for a review.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> ProductMediaCreate:
        actor = info.context.actor
        ensure_member_or(actor, MANAGE_PRODUCTS)
        if input.get("media_url"):
            raise PictureAddressRefused("mediaUrl")
        if input.get("image") is None:
            raise Required("image")
        product_id, alt = pk_from_id(input["product"], "Product", field="product"), alt_of(input)
        media_product_get(product_id, actor, field="product")  # nobody makes us decode a picture for what is not theirs
        key = picture_store(picture_clean(input["image"], field="image"), shelf=SHELF)
        media = product_media_add(product_id=product_id, picture=key, alt=alt, actor=actor)
        return cls(product=whole_product(info, product_id), media=media)


class ProductMediaUpdate(BaseMutation):
    class Meta:
        description = "Say anew what a picture shows."
        error_type = ProductError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the picture.")
        input = ProductMediaUpdateInput(required=True, description="What to say.")

    raises = (InvalidId, InvalidInput, NotFound)
    product = graphene.Field(Product, description="The product.")
    media = graphene.Field(ProductMedia, description="The picture.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> ProductMediaUpdate:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        alt = alt_of(input) if "alt" in input else None
        media = product_media_update(media_id=pk_from_id(id, "ProductMedia"), alt=alt, actor=info.context.actor)
        return cls(product=whole_product(info, media.product_id), media=media)


class ProductMediaDelete(BaseMutation):
    class Meta:
        description = "Take a picture off its product."
        error_type = ProductError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the picture.")

    raises = (InvalidId, NotFound)
    product = graphene.Field(Product, description="The product.")
    media = graphene.Field(ProductMedia, description="The picture as it was.")

    @classmethod
    def perform(cls, info: Any, id: str) -> ProductMediaDelete:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        [media] = product_media_delete(media_ids=[pk_from_id(id, "ProductMedia")], actor=info.context.actor)
        return cls(product=whole_product(info, media.product_id), media=media)


class ProductMediaBulkDelete(BaseMutation):
    class Meta:
        description = "Take several pictures off their products, all or none."
        error_type = ProductError

    class Arguments:
        ids = graphene.Argument(
            non_null_list(graphene.ID), required=True, description="IDs of the pictures, at most 100."
        )

    raises = (InvalidId, InvalidInput, NotFound)
    count = graphene.Int(required=True, default_value=0, description="How many were taken off.")

    @classmethod
    def perform(cls, info: Any, ids: list[str]) -> ProductMediaBulkDelete:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        if len(ids) > MOST_AT_ONCE:
            raise InvalidInput("ids", f"한 번에 {MOST_AT_ONCE}장까지 지울 수 있어요.", f"Name {MOST_AT_ONCE} at most.")
        keys = [pk_from_id(given, "ProductMedia", field="ids") for given in ids]
        return cls(count=len(product_media_delete(media_ids=keys, actor=info.context.actor, field="ids")))


class ProductMediaReorder(BaseMutation):
    class Meta:
        description = "Put all pictures of a product in order; the first stands for it."
        error_type = ProductError

    class Arguments:
        product_id = graphene.ID(required=True, description="ID of the product.")
        media_ids = graphene.Argument(
            non_null_list(graphene.ID), required=True, description="IDs of all its pictures, in their new order."
        )

    raises = (InvalidId, InvalidInput, NotFound)
    product = graphene.Field(Product, description="The product.")
    media = graphene.Field(non_null_list(ProductMedia), description="Its pictures in their new order.")

    @classmethod
    def perform(cls, info: Any, product_id: str, media_ids: list[str]) -> ProductMediaReorder:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        product = pk_from_id(product_id, "Product", field="productId")
        if len(media_ids) > MOST_AT_ONCE:
            raise InvalidInput("mediaIds", f"{MOST_AT_ONCE}장까지 적을 수 있어요.", f"Name {MOST_AT_ONCE} at most.")
        keys = [pk_from_id(given, "ProductMedia", field="mediaIds") for given in media_ids]
        media = product_media_reorder(product_id=product, media_ids=keys, actor=info.context.actor)
        return cls(product=whole_product(info, product), media=media)


class MediaMutations:
    product_media_create = ProductMediaCreate.Field()
    product_media_update = ProductMediaUpdate.Field()
    product_media_delete = ProductMediaDelete.Field()
    product_media_bulk_delete = ProductMediaBulkDelete.Field()
    product_media_reorder = ProductMediaReorder.Field()
    variant_media_assign = VariantMediaAssign.Field()
    variant_media_unassign = VariantMediaUnassign.Field()
