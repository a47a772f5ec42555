"""Products and variants in other languages."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.errors import ForStaffOnly
from market.catalog.graphql.desk_views import whole_product, whole_variants
from market.catalog.graphql.mutations.products import proposal_field
from market.catalog.graphql.products import Product
from market.catalog.graphql.translations import ENGLISH, language_of
from market.catalog.graphql.variants import ProductVariant
from market.catalog.selectors.desk import variant_key
from market.catalog.services.goods_translate import goods_translate
from market.core.errors import InvalidInput, NotFound
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.translations import NameTranslationInput, TranslationError, TranslationInput
from market.core.permissions import MANAGE_PRODUCTS, MANAGE_TRANSLATIONS
from market.core.texts import SlugTaken
from market.vendors.selectors.membership import ensure_member_or

NAMES = {
    "name": "name",
    "summary": "summary",
    "description": "description",
    "seo_title": "seoTitle",
    "seo_description": "seoDescription",
    "slug": "slug",
}


class ProductTranslate(BaseMutation):
    class Meta:
        description = (
            "Write a product's texts in a language. On goods on sale, a member's wait for a review; see `proposal`."
        )
        error_type = TranslationError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the product.")
        language_code = graphene.Argument(LanguageCodeEnum, required=True, description="Language of the texts.")
        input = TranslationInput(required=True, description="What is given.")

    raises = (NotFound, InvalidId, InvalidInput, SlugTaken, ForStaffOnly)
    product = graphene.Field(Product, description="The product.")
    proposal = proposal_field()

    @classmethod
    def perform(cls, info: Any, id: str, language_code: Any, input: Any) -> ProductTranslate:
        ensure_member_or(info.context.actor, MANAGE_TRANSLATIONS, MANAGE_PRODUCTS)
        key, language = pk_from_id(id, "Product", "ProductTranslatableContent"), language_of(language_code)
        changes = {f"translation:{language}:{NAMES[name]}": text for name, text in input.items()}
        outcome = goods_translate(product_id=key, changes=changes, actor=info.context.actor)
        return cls(product=whole_product(info, key), proposal=outcome.proposal)


class ProductVariantTranslate(BaseMutation):
    class Meta:
        description = "Write a variant's name in English; other languages show the Korean one."
        error_type = TranslationError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the variant.")
        language_code = graphene.Argument(LanguageCodeEnum, required=True, description="Language of the name: EN.")
        input = NameTranslationInput(required=True, description="What is given.")

    raises = (NotFound, InvalidId, InvalidInput, ForStaffOnly)
    product_variant = graphene.Field(ProductVariant, description="The variant.")
    proposal = proposal_field()

    @classmethod
    def perform(cls, info: Any, id: str, language_code: Any, input: Any) -> ProductVariantTranslate:
        ensure_member_or(info.context.actor, MANAGE_TRANSLATIONS, MANAGE_PRODUCTS)
        if language_of(language_code) != ENGLISH:
            reason = ("옵션 이름은 영어로만 옮길 수 있어요.", "Names of variants are kept in Korean and English only.")
            raise InvalidInput("languageCode", *reason)
        pk, product_id = variant_key(id=pk_from_id(id, "ProductVariant", "ProductVariantTranslatableContent"))
        changes = {f"variant:{pk}:nameEn": input.get("name") or ""} if "name" in input else {}
        outcome = goods_translate(product_id=product_id, changes=changes, actor=info.context.actor)
        return cls(product_variant=whole_variants(info, [pk])[0], proposal=outcome.proposal)
