"""Everything that can be changed on products, as ``{path: plain value}`` (rules/listing_paths.py), in a fixed number of statements."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from market.catalog.models import (
    AttributeInputType,
    AttributeValue,
    CollectionProduct,
    Product,
    ProductAttributeValue,
    ProductChannelListing,
    ProductMedia,
    ProductTranslation,
    ProductVariant,
    QuantityPrice,
    VariantAttributeValue,
    VariantChannelListing,
    VariantMedia,
)
from market.catalog.rules.quantity_prices import QuantityStep, value_of_steps
from market.core.clock import SEOUL

Values = dict[str, Any]


def listing_values(product_id: int) -> Values:
    """The values of one product; empty for one that is not there."""
    return listing_values_of([product_id]).get(product_id, {})


def listing_values_of(product_ids: Iterable[int]) -> dict[int, Values]:
    """The values of each product by path. What is empty is left out of ``notice:`` and ``attribute:`` paths."""
    products = Product.objects.select_related("notice_type").in_bulk(set(product_ids))
    found = {pk: _product(product) for pk, product in products.items()}
    _collections(found)
    _attributes(found)
    _translations(found)
    _media(found)
    _listings(found)
    _variants(found)
    return found


def _product(product: Product) -> Values:
    values: Values = {
        "name": product.name,
        "slug": product.slug,
        "summary": product.summary,
        "description": product.description,
        "seoTitle": product.seo_title,
        "seoDescription": product.seo_description,
        "category": product.category_id,
        "taxKind": product.tax_kind,
        "isQuoteOnly": product.is_quote_only,
        "minimumOrderQuantity": product.minimum_order_quantity,
        "dispatchDays": product.dispatch_days,
        "originCountry": product.origin_country,
        "noticeType": product.notice_type.code if product.notice_type else None,
        "returnPolicy": {"kind": product.return_policy, "note": product.return_policy_note},
        "weight": product.weight_grams,
        "rating": product.rating,
        "externalReference": product.external_reference,
        "metadata": product.metadata,
        "privateMetadata": product.private_metadata,
        "defaultVariant": product.default_variant_id,
        "collections": [],
        "variantOrder": [],
        "mediaOrder": [],
    }
    return values | {f"notice:{code}": value for code, value in (product.notice or {}).items() if value}


def _collections(found: dict[int, Values]) -> None:
    links = CollectionProduct.objects.filter(product__in=found).order_by("collection_id")
    for product_id, collection_id in links.values_list("product_id", "collection_id"):
        found[product_id]["collections"].append(collection_id)


def _attributes(found: dict[int, Values]) -> None:
    rows = ProductAttributeValue.objects.filter(product__in=found).select_related("value__attribute")
    for row in rows.order_by("sort_order", "id"):
        path = f"attribute:{row.value.attribute_id}"
        found[row.product_id].setdefault(path, []).append(value_text(row.value))


def _translations(found: dict[int, Values]) -> None:
    for row in ProductTranslation.objects.filter(product__in=found):
        texts = {
            "name": row.name, "summary": row.summary, "description": row.description, "seoTitle": row.seo_title,
            "seoDescription": row.seo_description, "slug": row.slug,
        }  # fmt: skip
        found[row.product_id] |= {
            f"translation:{row.language_code}:{field}": text for field, text in texts.items() if text
        }


def _media(found: dict[int, Values]) -> None:
    for row in ProductMedia.objects.filter(product__in=found).order_by("sort_order", "id"):
        values = found[row.product_id]
        values["mediaOrder"].append(row.pk)
        values[f"media:{row.pk}"] = {"artwork": row.artwork, "image": row.image, "type": row.type}
        values[f"media:{row.pk}:alt"] = row.alt


def _listings(found: dict[int, Values]) -> None:
    for row in ProductChannelListing.objects.filter(product__in=found):
        found[row.product_id][f"listing:{row.channel_id}"] = {
            "isPublished": row.is_published,
            "publishedAt": _instant(row.published_at),
            "visibleInListings": row.visible_in_listings,
            "availableForPurchaseAt": _instant(row.available_for_purchase_at),
        }


def _variants(found: dict[int, Values]) -> None:
    variants = list(ProductVariant.objects.filter(product__in=found).order_by("sort_order", "id"))
    owners = {variant.pk: found[variant.product_id] for variant in variants}
    for variant in variants:
        owners[variant.pk]["variantOrder"].append(variant.pk)
        owners[variant.pk] |= {f"variant:{variant.pk}:{name}": value for name, value in _variant(variant).items()}
    for attribute in (
        VariantAttributeValue.objects.filter(variant__in=owners)
        .select_related("value__attribute")
        .order_by("value__sort_order", "id")
    ):
        path = f"variant:{attribute.variant_id}:attribute:{attribute.value.attribute_id}"
        owners[attribute.variant_id].setdefault(path, []).append(value_text(attribute.value))
    for price in VariantChannelListing.objects.filter(variant__in=owners):
        owners[price.variant_id][f"variant:{price.variant_id}:price:{price.channel_id}"] = price_value(price)
    for (variant_id, channel_id), steps in _steps(owners):
        owners[variant_id][f"variant:{variant_id}:quantityPrices:{channel_id}"] = value_of_steps(steps)
    for shown in VariantMedia.objects.filter(variant__in=owners).order_by("media__sort_order", "media_id"):
        owners[shown.variant_id][f"variant:{shown.variant_id}:media"].append(shown.media_id)


def _steps(variant_ids: Iterable[int]) -> Iterable[tuple[tuple[int, int], list[QuantityStep]]]:
    """Quantity prices by variant and channel."""
    found: dict[tuple[int, int], list[QuantityStep]] = {}
    rows = QuantityPrice.objects.filter(variant__in=list(variant_ids))
    for variant_id, channel_id, *step in rows.values_list(
        "variant_id", "channel_id", "minimum_quantity", "price_amount"
    ):
        found.setdefault((variant_id, channel_id), []).append(QuantityStep._make(step))
    return found.items()


def _variant(variant: ProductVariant) -> Values:
    return {
        "name": variant.name,
        "nameEn": variant.name_en,
        "sku": variant.sku,
        "trackInventory": variant.track_inventory,
        "quantityLimitPerCustomer": variant.quantity_limit_per_customer,
        "weight": variant.weight_grams,
        "externalReference": variant.external_reference,
        "metadata": variant.metadata,
        "privateMetadata": variant.private_metadata,
        "media": [],
    }


def price_value(row: VariantChannelListing) -> dict[str, str | None]:
    """A price in a channel: what it costs, what it costs now if less, what it cost before, what it costs the enterprise."""
    discounted = None if row.discounted_price_amount == row.price_amount else row.discounted_price_amount
    amounts = {
        "price": row.price_amount,
        "discountedPrice": discounted,
        "priorPrice": row.prior_price_amount,
        "costPrice": row.cost_price_amount,
    }
    return {name: _amount(amount) for name, amount in amounts.items()}


def _amount(amount: Decimal | None) -> str | None:
    """Without the zeros that a column keeps, so that what was given and what is read are alike."""
    return None if amount is None else f"{amount.normalize():f}"


def _instant(moment: Any) -> str | None:
    return moment.isoformat() if moment is not None else None


def value_text(value: AttributeValue) -> str:
    """A value as people write it; the kind of its attribute says which column holds it."""
    kind = value.attribute.input_type
    if kind == AttributeInputType.BOOLEAN:
        return "true" if value.boolean else "false"
    if kind in (AttributeInputType.PLAIN_TEXT, AttributeInputType.RICH_TEXT):
        return value.plain_text or value.name
    if kind == AttributeInputType.NUMERIC and value.numeric is not None:
        return f"{Decimal(str(value.numeric)).normalize():f}"
    if value.date_time is not None:
        moment = value.date_time.astimezone(SEOUL)
        return moment.date().isoformat() if kind == AttributeInputType.DATE else moment.isoformat()
    if kind == AttributeInputType.FILE:
        return value.file_url or value.name
    return value.name
