"""Everything an enterprise lists, as rows of the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from market.catalog.models import Product, ProductVariant, VariantChannelListing
from market.channels.models import Audience
from market.inventory.models import Stock
from market.listings.columns import BY_QUOTATION, DIRECT, TAXES
from market.listings.rules import Lists

TAX_NAMES = {value: name for name, value in TAXES.items()}
AT_ONCE = 500


def export_rows(vendor_id: int, lists: Lists) -> Iterator[dict[str, Any]]:
    """A row for each variant, the product's own columns in its first; products by their number. Four statements for each 500 products."""
    categories = {pk: path for path, pk in lists.categories.items()}
    kinds = {kind.notice_type_id: (name, kind) for name, kind in lists.kinds.items()}
    ids = list(Product.objects.filter(vendor_id=vendor_id).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        variants: dict[int, list[ProductVariant]] = {}
        for variant in ProductVariant.objects.filter(product__in=part).order_by("product_id", "sort_order", "pk"):
            variants.setdefault(variant.product_id, []).append(variant)
        prices, stocks = _prices(part), _stocks(part)
        for product in Product.objects.filter(pk__in=part).order_by("pk"):
            kind_name, kind = kinds.get(product.notice_type_id or 0, ("", None))
            fields = kind.notice_fields if kind else ()
            for place, variant in enumerate(variants.get(product.pk, [])):
                row: dict[str, Any] = {"product": product.pk, "variant": variant.pk, "name": product.name}
                if place == 0:
                    row |= _product_cells(product, categories, kind_name, fields)
                yield row | _variant_cells(product, variant, prices, stocks)


def _product_cells(product: Product, categories: Mapping[int, str], kind_name: str, fields: Any) -> dict[str, Any]:
    notice = product.notice or {}
    return {
        "summary": product.summary,
        "description": product.description_plaintext,
        "category": categories.get(product.category_id or 0, ""),
        "kind": kind_name,
        "sale": BY_QUOTATION if product.is_quote_only else DIRECT,
        "tax": TAX_NAMES[product.tax_kind],
        "minimum": product.minimum_order_quantity,
        "dispatch": product.dispatch_days,
        "origin": product.origin_country,
        "weight": product.weight_grams,
        "notice": "\n".join(
            f"{field['label']}: {' '.join(str(notice[field['code']]).split())}"
            for field in fields
            if notice.get(field["code"])
        ),
    }


def _variant_cells(
    product: Product, variant: ProductVariant, prices: Mapping[tuple[int, str], int], stocks: Mapping[int, int]
) -> dict[str, Any]:
    return {
        "option": "" if variant.name == product.name else variant.name,
        "sku": variant.sku or "",
        "citizen_price": prices.get((variant.pk, Audience.CITIZEN)),
        "public_price": prices.get((variant.pk, Audience.PUBLIC)),
        "stock": stocks.get(variant.pk) if variant.track_inventory else None,
    }


def _prices(product_ids: list[int]) -> dict[tuple[int, str], int]:
    rows = VariantChannelListing.objects.filter(variant__product__in=product_ids, price_amount__isnull=False)
    found: dict[tuple[int, str], Decimal] = {}
    for variant_id, audience, amount in rows.order_by("channel_id").values_list(
        "variant_id", "channel__audience", "price_amount"
    ):
        if amount is not None:
            found.setdefault((variant_id, audience), amount)
    return {key: int(amount) for key, amount in found.items()}


def _stocks(product_ids: list[int]) -> dict[int, int]:
    rows = Stock.objects.filter(variant__product__in=product_ids).order_by().values_list("variant_id")
    return dict(rows.annotate(total=Sum("quantity")))
