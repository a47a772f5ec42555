"""Names in another language than Korean."""

from __future__ import annotations

from collections.abc import Iterable

from market.catalog.models import ProductTranslation, ProductVariant


def names_of_variants(ids: Iterable[int], language: str) -> dict[int, tuple[str, str]]:
    """Of each variant its product's name and its own; empty where there is none. Variants keep only English beside Korean."""
    variants = list(ProductVariant.objects.filter(pk__in=list(ids)).values_list("pk", "product_id", "name_en"))
    translations = ProductTranslation.objects.filter(
        product__in={product for _, product, _ in variants}, language_code=language
    )
    products = dict(translations.values_list("product_id", "name"))
    return {pk: (products.get(product) or "", name) for pk, product, name in variants}
