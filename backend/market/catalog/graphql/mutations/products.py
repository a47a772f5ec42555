"""Enter, change and delete products."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog import errors
from market.catalog.graphql.desk_views import whole_product
from market.catalog.graphql.errors import ProductError
from market.catalog.graphql.goods_inputs import ProductCreateInput, ProductInput
from market.catalog.graphql.goods_values import picture_changes, product_changes
from market.catalog.graphql.products import Product
from market.catalog.selectors.desk import product_key
from market.catalog.selectors.media import media_of_products
from market.catalog.services.listing_change import listing_change
from market.catalog.services.product_create import product_create
from market.catalog.services.product_delete import products_delete
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_PRODUCTS
from market.core.texts import SlugTaken
from market.vendors.selectors.membership import ensure_member_or

MOST_AT_ONCE = 100
PROPOSAL = "The change that waits for a review, if it does: then the product is as before."
GOODS_ERRORS = (
    NotFound,
    InvalidId,
    InvalidInput,
    Required,
    SlugTaken,
    errors.AlreadyTaken,
    errors.AttributeNotOfKind,
    errors.AttributeValueMissing,
    errors.AttributeValueUnfit,
    errors.DuplicatedItem,
    errors.ForStaffOnly,
    errors.NoticeIncomplete,
    errors.NoticeUnfit,
    errors.NotProductsImage,
    errors.NotProductsVariant,
    errors.ProductWithoutCategory,
    errors.PriceMissing,
    errors.InvalidPrice,
    errors.NotAssignedToChannel,
)


def proposal_field() -> graphene.Field:
    return graphene.Field("market.catalog.graphql.proposal_types.ProductProposal", description=PROPOSAL)


def named_once(**given: Any) -> None:
    """Raises Required where nothing names the thing, InvalidInput where several arguments do."""
    named = [name for name, value in given.items() if value is not None]
    if not named:
        raise Required(next(iter(given)))
    if len(named) > 1:
        raise InvalidInput(named[1], "하나로만 가리켜 주세요.", f"Name it by one of: {', '.join(given)}.")


class ProductCreate(BaseMutation):
    class Meta:
        description = "Enter a product, which nobody sees until it is published. For staff, and for members for their own enterprise."
        error_type = ProductError

    class Arguments:
        input = ProductCreateInput(required=True, description="What is given.")

    raises = (*GOODS_ERRORS, errors.VendorUnclear)
    product = graphene.Field(Product, description="The product.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> ProductCreate:
        actor = info.context.actor
        ensure_member_or(actor, MANAGE_PRODUCTS)
        vendor = input.get("vendor")
        changes = product_changes(input)
        if input.get("pictures") is not None:
            changes |= picture_changes(input["pictures"], ())
        product = product_create(
            product_type_id=pk_from_id(input["product_type"], "ProductType", field="productType"),
            vendor_id=pk_from_id(vendor, "Vendor", field="vendor") if vendor is not None else None,
            changes=changes,
            actor=actor,
        )
        return cls(product=whole_product(info, product.pk))


class ProductUpdate(BaseMutation):
    class Meta:
        description = "Change a product. What a member changes on goods on sale waits for a review, unless the enterprise is trusted; see `proposal`."
        error_type = ProductError

    class Arguments:
        id = graphene.ID(description="ID of the product.")
        external_reference = graphene.String(description="Its key in an outside system.")
        input = ProductInput(required=True, description="What is given.")

    raises = GOODS_ERRORS
    product = graphene.Field(Product, description="The product.")
    proposal = proposal_field()

    @classmethod
    def perform(
        cls, info: Any, input: Any, id: str | None = None, external_reference: str | None = None
    ) -> ProductUpdate:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        named_once(id=id, externalReference=external_reference)
        key = product_key(
            id=pk_from_id(id, "Product") if id is not None else None, external_reference=external_reference
        )
        changes = product_changes(input)
        if input.get("pictures") is not None:
            changes |= picture_changes(input["pictures"], [media.pk for media in media_of_products([key])])
        field = "id" if id is not None else "externalReference"
        outcome = listing_change(product_id=key, changes=changes, actor=info.context.actor, field=field)
        return cls(product=whole_product(info, key), proposal=outcome.proposal)


class ProductDelete(BaseMutation):
    class Meta:
        description = "Delete a product with its variants; orders keep what they say of it."
        error_type = ProductError

    class Arguments:
        id = graphene.ID(description="ID of the product.")
        external_reference = graphene.String(description="Its key in an outside system.")

    raises = (NotFound, InvalidId, InvalidInput, Required)
    product = graphene.Field(Product, description="The product that was deleted.")

    @classmethod
    def perform(cls, info: Any, id: str | None = None, external_reference: str | None = None) -> ProductDelete:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        named_once(id=id, externalReference=external_reference)
        key = product_key(
            id=pk_from_id(id, "Product") if id is not None else None, external_reference=external_reference
        )
        field = "id" if id is not None else "externalReference"
        return cls(product=products_delete(product_ids=[key], actor=info.context.actor, field=field)[0])


class ProductBulkDelete(BaseMutation):
    class Meta:
        description = "Delete products, all or none of them."
        error_type = ProductError

    class Arguments:
        ids = non_null_list(graphene.ID, required=True, description="IDs of the products.")

    raises = (NotFound, InvalidId, InvalidInput)
    count = graphene.Int(required=True, description="How many were deleted.")

    @classmethod
    def perform(cls, info: Any, ids: list[str]) -> ProductBulkDelete:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        most_at_once(ids, "ids")
        keys = [pk_from_id(key, "Product", field="ids") for key in ids]
        return cls(count=len(set(products_delete(product_ids=keys, actor=info.context.actor, field="ids"))))

    @classmethod
    def failed(cls, info: Any, errors: list[Any]) -> Any:
        answer = super().failed(info, errors)
        answer.count = 0
        return answer


def most_at_once(given: list[Any], field: str) -> None:
    """Raises InvalidInput for more than may be done in one request."""
    if len(given) > MOST_AT_ONCE:
        reason = (f"한 번에 {MOST_AT_ONCE}개까지 할 수 있어요.", f"At most {MOST_AT_ONCE} at once.")
        raise InvalidInput(field, *reason)
