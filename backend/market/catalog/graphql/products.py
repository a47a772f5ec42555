"""The product and its kind."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import graphene

from market.catalog.graphql.assigned_attributes import AssignedAttribute
from market.catalog.graphql.attributes import SelectedAttribute
from market.catalog.graphql.channel_context import ChannelContext
from market.catalog.graphql.enums import TaxKindEnum
from market.catalog.graphql.media import ProductMedia, picture_arguments, picture_url
from market.catalog.graphql.notices import ProductNotice, notice_of
from market.catalog.graphql.pricing import ProductPricingInfo, ensure_listings, product_prices
from market.catalog.graphql.product_types import ProductType
from market.catalog.graphql.translations import ProductTranslation, language_argument, language_of
from market.catalog.graphql.value_themes import ValueClaim
from market.catalog.graphql.variants import ProductVariant
from market.catalog.graphql.views import in_channel, view_of
from market.catalog.models import Category, NoticeType
from market.catalog.models import ProductTranslation as TranslationModel
from market.catalog.models import ProductType as ProductTypeModel
from market.catalog.models import ValueClaim as ClaimModel
from market.catalog.selectors.attributes import attributes_of_products
from market.catalog.selectors.collections import collections_of_products
from market.catalog.selectors.media import first_media_of_products, media_of_products
from market.catalog.selectors.variants import variants_of_products
from market.catalog.sql import ensure_loaded, loaded_related, remember_related, rows_by_id
from market.core import clock
from market.core.graphql.batch import batch, by_key, grouped
from market.core.graphql.connections import Connection, connection_type, list_connection, paging_arguments
from market.core.graphql.extensions import extensions_for
from market.core.graphql.languages import country_in_english, localized
from market.core.graphql.languages import language_argument as optional_language
from market.core.graphql.scalars import DateTime, JSONString, PositiveInt
from market.core.graphql.types import (
    Image,
    ModelObjectType,
    Node,
    ObjectWithMetadata,
    non_null_list,
)
from market.vendors.models import Vendor

ProductCountableConnection = connection_type("Product", "market.catalog.graphql.products.Product", "products")


def _column(name: str) -> Callable[..., Any]:
    """A resolver of a column that lists leave out: loaded for all products at once when it is missing."""

    @batch
    def resolve(parents: Sequence[Any], info: Any) -> list[Any]:
        ensure_loaded(parents, name)
        return [parent.__dict__[name] for parent in parents]

    return resolve


def related(parents: Sequence[Any], field: str, rows: Any) -> list[Any]:
    """The row that each parent's foreign key points at; ``rows`` loads rows by key. What a parent has already is kept."""
    attname = f"{field}_id"
    wanted = {getattr(parent, attname) for parent in parents if loaded_related(parent, field) is None}
    found = rows(wanted - {None}) if wanted - {None} else {}
    for parent in parents:
        if loaded_related(parent, field) is None:
            remember_related(parent, field, found.get(getattr(parent, attname)))
    return [loaded_related(parent, field) for parent in parents]


_product_types = functools.partial(rows_by_id, ProductTypeModel)
_categories = functools.partial(rows_by_id, Category)
_vendors = functools.partial(rows_by_id, Vendor)
_notice_types = functools.partial(rows_by_id, NoticeType)


class Product(*extensions_for("Product"), ChannelContext, ModelObjectType):  # type: ignore[misc]
    """What is sold."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the product.")
    slug = graphene.String(required=True, description="Slug for addresses.")
    summary = graphene.String(description="The product in one sentence, in Korean.")
    description = JSONString(description="Description as EditorJS.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
    created = DateTime(required=True, description="When it was entered.")
    updated_at = DateTime(required=True, description="When it was last changed.")
    external_reference = graphene.String(description="Its key in an outside system.")
    rating = graphene.Float(description="Mean of its reviews.")
    channel = graphene.String(description="Slug of the channel it is seen through.")
    product_type = graphene.Field(ProductType, required=True, description="Its kind.")
    category = graphene.Field("market.catalog.graphql.categories.Category", description="Its category.")
    collections = graphene.Field(
        non_null_list("market.catalog.graphql.collections.Collection"), description="The collections it is part of."
    )
    vendor = graphene.Field(
        "market.vendors.graphql.types.Vendor", required=True, description="The enterprise that sells it."
    )
    pricing = graphene.Field(ProductPricingInfo, description="What it costs in the channel.")
    is_available_for_purchase = graphene.Boolean(description="Whether its sale in the channel has begun.")
    available_for_purchase_at = DateTime(description="When its sale in the channel begins.")
    thumbnail = graphene.Field(Image, description="The picture that stands for it.", **picture_arguments())
    media = graphene.Field(non_null_list(ProductMedia), description="Its pictures.")
    variants = graphene.Field(non_null_list(ProductVariant), description="Its variants that are sold in the channel.")
    product_variants = graphene.Field(
        "market.catalog.graphql.variants.ProductVariantCountableConnection",
        description="Its variants that are sold in the channel, in pages.",
        **paging_arguments(),
    )
    default_variant = graphene.Field(ProductVariant, description="The variant that stands for it.")
    attributes = graphene.Field(
        non_null_list(SelectedAttribute), required=True, description="The attributes of its kind with its values."
    )
    assigned_attributes = graphene.Field(
        non_null_list(AssignedAttribute),
        required=True,
        description="The attributes of its kind with its values, typed.",
        limit=PositiveInt(description="At most so many; 100 unless told."),
    )
    assigned_attribute = graphene.Field(
        AssignedAttribute,
        description="One attribute with its value.",
        slug=graphene.String(required=True, description="Slug of the attribute."),
    )
    translation = graphene.Field(
        ProductTranslation, description="Its texts in another language.", **language_argument()
    )
    tax_kind = graphene.Field(TaxKindEnum, required=True, description="How VAT applies to it.")
    is_service = graphene.Boolean(required=True, description="Whether it is a service (용역), not goods (물품).")
    is_quote_only = graphene.Boolean(required=True, description="Whether it is sold by quotation only.")
    origin_country = graphene.String(language_code=optional_language(), description="Where it is made.")
    value_claims = graphene.Field(
        non_null_list(ValueClaim), required=True, description="Its checked claims, newest first."
    )
    product_notice = graphene.Field(ProductNotice, description="Its legal product notice.")
    minimum_order_quantity = graphene.Int(required=True, description="The least that can be ordered at once.")
    dispatch_days = graphene.Int(required=True, description="Working days from order to dispatch.")

    resolve_description = _column("description")
    resolve_seo_title = _column("seo_title")
    resolve_seo_description = _column("seo_description")

    @batch
    def resolve_product_type(parents: Sequence[Any], info: Any) -> list[Any]:
        return related(parents, "product_type", _product_types)

    @batch
    def resolve_is_service(parents: Sequence[Any], info: Any) -> list[bool]:
        return [kind.is_service for kind in related(parents, "product_type", _product_types)]

    @batch
    def resolve_category(parents: Sequence[Any], info: Any) -> list[Any]:
        return related(parents, "category", _categories)

    @batch
    def resolve_vendor(parents: Sequence[Any], info: Any) -> list[Any]:
        return related(parents, "vendor", _vendors)

    @batch
    def resolve_collections(parents: Sequence[Any], info: Any) -> list[list[Any]]:
        view = view_of(parents[0])
        found = collections_of_products([parent.pk for parent in parents], view=view)
        for rows in found.values():
            for row in rows:
                in_channel(row, view.beyond)
        return [found.get(parent.pk, []) for parent in parents]

    @batch
    def resolve_pricing(parents: Sequence[Any], info: Any) -> list[Any]:
        return list(product_prices(info, parents))

    @batch
    def resolve_is_available_for_purchase(parents: Sequence[Any], info: Any) -> list[bool | None]:
        ensure_listings(parents)
        return [_has_begun(parent.listing) if view_of(parent).channel is not None else None for parent in parents]

    @batch
    def resolve_available_for_purchase_at(parents: Sequence[Any], info: Any) -> list[Any]:
        ensure_listings(parents)
        return [parent.listing.available_for_purchase_at if parent.listing is not None else None for parent in parents]

    @batch
    def resolve_thumbnail(parents: Sequence[Any], info: Any, size: int | None = None, format: Any = None) -> list[Any]:
        found = first_media_of_products(parent.pk for parent in parents)
        media = (found.get(parent.pk) for parent in parents)
        return [
            {"url": picture_url(row.artwork, row.image, size, format), "alt": row.alt} if row is not None else None
            for row in media
        ]

    @batch
    def resolve_media(parents: Sequence[Any], info: Any) -> list[list[Any]]:
        keys = [parent.pk for parent in parents]
        return grouped(media_of_products(keys), lambda row: row.product_id, keys)

    @batch
    def resolve_variants(parents: Sequence[Any], info: Any) -> list[list[Any]]:
        return sold_variants(info, parents)

    @batch
    def resolve_product_variants(parents: Sequence[Any], info: Any, **paging: Any) -> list[Connection]:
        return [list_connection(info, rows, **paging) for rows in sold_variants(info, parents)]

    @batch
    def resolve_default_variant(parents: Sequence[Any], info: Any) -> list[Any]:
        chosen = []
        for parent, rows in zip(parents, sold_variants(info, parents), strict=True):
            named = [row for row in rows if row.pk == parent.default_variant_id]
            chosen.append((named or rows or [None])[0])
        return chosen

    @batch
    def resolve_attributes(parents: Sequence[Any], info: Any) -> list[list[Any]]:
        return selected_attributes(info, parents)

    @batch
    def resolve_assigned_attributes(parents: Sequence[Any], info: Any, limit: int = 100) -> list[list[Any]]:
        return [rows[:limit] for rows in selected_attributes(info, parents)]

    @batch
    def resolve_assigned_attribute(parents: Sequence[Any], info: Any, slug: str) -> list[Any]:
        return [
            next((row for row in rows if row.attribute.slug == slug), None)
            for rows in selected_attributes(info, parents)
        ]

    @batch
    def resolve_translation(parents: Sequence[Any], info: Any, language_code: Any) -> list[Any]:
        keys = [parent.pk for parent in parents]
        rows = TranslationModel.objects.filter(product__in=keys, language_code=language_of(language_code))
        return by_key(rows, lambda row: row.product_id, keys)

    @batch
    def resolve_value_claims(parents: Sequence[Any], info: Any) -> list[list[Any]]:
        keys = [parent.pk for parent in parents]
        rows = ClaimModel.objects.filter(product__in=keys).select_related("theme").order_by("-checked_on", "-id")
        return grouped(rows, lambda row: row.product_id, keys)

    @staticmethod
    def resolve_origin_country(root: Any, info: Any, language_code: Any = None) -> str | None:
        return localized(root.origin_country, country_in_english(root.origin_country), info, language_code) or None

    @batch
    def resolve_product_notice(parents: Sequence[Any], info: Any) -> list[Any]:
        ensure_loaded(parents, "notice")
        ensure_loaded(parents, "notice_en")
        kinds = related(parents, "notice_type", _notice_types)
        return [notice_of(parent, kind) for parent, kind in zip(parents, kinds, strict=True)]


def _has_begun(listing: Any) -> bool:
    begins = listing.available_for_purchase_at if listing is not None else None
    return begins is not None and begins <= clock.now()


def _once(info: Any, name: str, parents: Sequence[Any], load: Any) -> list[Any]:
    """What several fields of the same products need, loaded once for them."""
    key = (name, tuple(parent.pk for parent in parents), view_of(parents[0]).channel_id)
    found: list[Any] = info.context.remember(key, load)
    return found


def sold_variants(info: Any, products: Sequence[Any]) -> list[list[Any]]:
    """The variants of each product that are sold in its channel."""
    return _once(info, "catalog.variants", products, lambda: _sold_variants(products))


def _sold_variants(products: Sequence[Any]) -> list[list[Any]]:
    by_pk = {product.pk: product for product in products}
    variants = variants_of_products(by_pk, view_of(products[0]))
    for variant in variants:
        remember_related(variant, "product", by_pk[variant.product_id])
    return grouped(variants, lambda row: row.product_id, [product.pk for product in products])


def selected_attributes(info: Any, products: Sequence[Any]) -> list[list[Any]]:
    keys = [product.pk for product in products]
    view = view_of(products[0])

    def load() -> list[list[Any]]:
        found = attributes_of_products(keys, view=view)
        return [found[key] for key in keys]

    return _once(info, "catalog.product_attributes", products, load)
