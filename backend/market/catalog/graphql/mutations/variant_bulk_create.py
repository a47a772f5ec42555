"""Make several variants of a product at once."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog import errors
from market.catalog.graphql.desk_views import whole_variants
from market.catalog.graphql.errors import BulkProductError
from market.catalog.graphql.filters import plain
from market.catalog.graphql.goods_inputs import ProductVariantBulkCreateInput
from market.catalog.graphql.goods_types import ProductVariantBulkError, ProductVariantBulkResult
from market.catalog.graphql.goods_values import new_variant
from market.catalog.graphql.mutations.products import GOODS_ERRORS, most_at_once, proposal_field
from market.catalog.graphql.variants import ProductVariant
from market.catalog.services.variants_make import RowOutcome, variants_make
from market.core.errors import DomainError
from market.core.graphql.bulk import ErrorPolicyEnum
from market.core.graphql.mutations import BaseMutation, error_object, pk_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.selectors.membership import ensure_member_or


class ProductVariantBulkCreate(BaseMutation):
    class Meta:
        description = "Give a product several variants. On goods on sale, a member's wait for a review; see `proposal`."
        error_type = BulkProductError

    class Arguments:
        product = graphene.ID(required=True, description="ID of the product.")
        variants = non_null_list(ProductVariantBulkCreateInput, required=True, description="The variants, at most 100.")
        error_policy = ErrorPolicyEnum(
            description="What becomes of the others when one is wrong; all are refused unless told."
        )

    raises = (*GOODS_ERRORS, errors.InvalidPrice)
    count = graphene.Int(required=True, description="How many were made.")
    product_variants = non_null_list(ProductVariant, required=True, description="The variants that were made.")
    results = non_null_list(ProductVariantBulkResult, required=True, description="What became of each, in order.")
    proposal = proposal_field()

    @classmethod
    def perform(cls, info: Any, product: str, variants: list[Any], error_policy: Any = None) -> Any:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        most_at_once(variants, "variants")
        product_id = pk_from_id(product, "Product", field="product")
        rows: list[Any] = []
        for given in variants:
            try:
                rows.append(new_variant(given))
            except DomainError as error:
                rows.append(error)
        done = variants_make(
            product_id=product_id,
            rows=rows,
            policy=plain(error_policy) or "reject_everything",
            actor=info.context.actor,
        )
        return cls._answer(info, done.rows, done.proposal)

    @classmethod
    def _answer(cls, info: Any, rows: list[RowOutcome], proposal: Any) -> Any:
        language = info.context.language
        made = {
            variant.pk: variant for variant in whole_variants(info, [row.variant_id for row in rows if row.variant_id])
        }
        told = []
        for index, row in enumerate(rows):
            for error in row.errors:
                error.params.setdefault("index", index)
                told.append(error_object(BulkProductError, error, language))
        results = [
            ProductVariantBulkResult(
                product_variant=made.get(row.variant_id or 0),
                errors=[_row_error(error, language) for error in row.errors] or None,
            )
            for row in rows
        ]
        return cls(
            count=len(made), product_variants=list(made.values()), results=results, proposal=proposal, errors=told
        )

    @classmethod
    def failed(cls, info: Any, errors: list[Any]) -> Any:
        answer = super().failed(info, errors)
        answer.count, answer.product_variants, answer.results = 0, [], []
        return answer


def _row_error(error: DomainError, language: str) -> Any:
    told = error_object(ProductVariantBulkError, error, language)
    told.path = error.field
    return told
