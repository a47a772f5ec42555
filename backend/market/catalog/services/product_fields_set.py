"""Put plain fields on a product, a variant or a translation, each checked. Nothing is saved here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from market.catalog.errors import AlreadyTaken
from market.catalog.models import (
    Category,
    NoticeType,
    Product,
    ProductTranslation,
    ProductVariant,
    ReturnPolicy,
)
from market.core.errors import InvalidInput, NotFound
from market.core.rich_text import clean_rich_text, plain_text
from market.core.tax import TaxKind
from market.core.texts import slug_clean, text_clean

MOST_PIECES, MOST_DAYS, MOST_GRAMS, BEST_RATING = 9_999, 365, 2**31 - 1, 5
LONGEST_KEY, LONGEST_METADATA = 250, 20_000


def product_fields_set(*, product: Product, values: Mapping[str, Any]) -> None:
    """``values`` by the names of product paths. Raises Required, InvalidInput, SlugTaken, AlreadyTaken, NotFound."""
    for name, value in values.items():
        PRODUCT_SETTERS[name](product, value)


def variant_fields_set(*, variant: ProductVariant, values: Mapping[str, Any]) -> None:
    """``values`` by the names of variant paths. Raises InvalidInput, AlreadyTaken."""
    for name, value in values.items():
        VARIANT_SETTERS[name](variant, value)


def translation_fields_set(*, translation: ProductTranslation, values: Mapping[str, Any]) -> None:
    """An empty text means that it is not translated. Raises InvalidInput, SlugTaken."""
    longest = {"name": 250, "summary": 400, "seoTitle": 70, "seoDescription": 300}
    columns = {"seoTitle": "seo_title", "seoDescription": "seo_description"}
    for name, value in values.items():
        if name == "description":
            translation.description = clean_rich_text(value, field="description")
        elif name == "slug":
            others = ProductTranslation.objects.filter(language_code=translation.language_code)
            rows = others.exclude(pk=translation.pk)
            translation.slug = slug_clean(value, rows=rows, is_given=True) if value else None
        else:
            text = text_clean(value, field=name, longest=longest[name], is_required=False)
            setattr(translation, columns.get(name, name), text or None)


def _text(column: str, longest: int, *, field: str | None = None, is_required: bool = False) -> Callable[..., None]:
    def put(row: Any, value: Any) -> None:
        name = field or column
        setattr(row, column, text_clean(value, field=name, longest=longest, is_required=is_required))

    return put


def _number(column: str, field: str, least: int, most: int, *, is_optional: bool = False) -> Callable[..., None]:
    def put(row: Any, value: Any) -> None:
        if value is None and not is_optional:
            return
        if value is not None and not least <= value <= most:
            reason = (f"{least:,}부터 {most:,}까지예요.", f"From {least:,} to {most:,}.")
            raise InvalidInput(field, *reason)
        setattr(row, column, value)

    return put


def _flag(column: str) -> Callable[..., None]:
    def put(row: Any, value: Any) -> None:
        if value is not None:
            setattr(row, column, bool(value))

    return put


def _unique(column: str, field: str, longest: int) -> Callable[..., None]:
    """An outside key or SKU: nobody else's; an empty one is none."""

    def put(row: Model, value: Any) -> None:
        text = text_clean(value, field=field, longest=longest, is_required=False) or None
        others = type(row)._default_manager.exclude(pk=row.pk)
        if text is not None and others.filter(**{column: text}).exists():
            raise AlreadyTaken(field)
        setattr(row, column, text)

    return put


def _metadata(column: str, field: str) -> Callable[..., None]:
    """Entries are added to what is there, as Saleor does."""

    def put(row: Any, value: Any) -> None:
        for key, text in (value or {}).items():
            if not key.strip() or len(key) > LONGEST_KEY or len(text) > LONGEST_METADATA or "\x00" in key + text:
                raise InvalidInput(field, "키나 값이 비었거나 너무 길어요.", "A key or value is empty or too long.")
        setattr(row, column, {**getattr(row, column), **(value or {})})

    return put


def _slug(product: Product, value: Any) -> None:
    product.slug = slug_clean(value, rows=Product.objects.exclude(pk=product.pk), is_given=True)


def _description(product: Product, value: Any) -> None:
    product.description = clean_rich_text(value, field="description")
    product.description_plaintext = plain_text(product.description)


def _category(product: Product, value: int | None) -> None:
    if value is not None and not Category.objects.filter(pk=value).exists():
        raise NotFound("category")
    product.category_id = value


def _tax_kind(product: Product, value: str | None) -> None:
    if value is not None:
        product.tax_kind = TaxKind(value)


def _notice_type(product: Product, code: str | None) -> None:
    found = NoticeType.objects.filter(code=code).first() if code else None
    if code and found is None:
        raise NotFound("legalNotice")
    if found is None:
        product.notice, product.notice_en = {}, {}
    product.notice_type = found  # facts that its kind does not ask for go when the others are written


def _return_policy(product: Product, value: Mapping[str, Any] | None) -> None:
    given = value or {"kind": ReturnPolicy.STANDARD, "note": ""}
    kind = ReturnPolicy(given["kind"])
    is_exception = kind != ReturnPolicy.STANDARD
    # An exception of withdrawal holds only where it was shown beforehand (전자상거래법 §17⑥).
    note = text_clean(given.get("note"), field="returnPolicy", longest=500, is_required=is_exception)
    product.return_policy, product.return_policy_note = kind, note


def _rating(product: Product, value: float | None) -> None:
    if value is not None and not 0 <= value <= BEST_RATING:
        raise InvalidInput("rating", "0부터 5까지예요.", "From 0 to 5.")
    product.rating = value


PRODUCT_SETTERS: dict[str, Callable[[Any, Any], None]] = {
    "name": _text("name", 250, is_required=True),
    "slug": _slug,
    "summary": _text("summary", 300),
    "description": _description,
    "seoTitle": _text("seo_title", 70, field="seo"),
    "seoDescription": _text("seo_description", 300, field="seo"),
    "category": _category,
    "taxKind": _tax_kind,
    "isQuoteOnly": _flag("is_quote_only"),
    "minimumOrderQuantity": _number("minimum_order_quantity", "minimumOrderQuantity", 1, MOST_PIECES),
    "dispatchDays": _number("dispatch_days", "dispatchDays", 0, MOST_DAYS),
    "originCountry": _text("origin_country", 60, field="originCountry"),
    "noticeType": _notice_type,
    "returnPolicy": _return_policy,
    "weight": _number("weight_grams", "weight", 0, MOST_GRAMS, is_optional=True),
    "rating": _rating,
    "externalReference": _unique("external_reference", "externalReference", 250),
    "metadata": _metadata("metadata", "metadata"),
    "privateMetadata": _metadata("private_metadata", "privateMetadata"),
}
VARIANT_SETTERS: dict[str, Callable[[Any, Any], None]] = {
    "name": _text("name", 255),
    "nameEn": _text("name_en", 255, field="nameEn"),
    "sku": _unique("sku", "sku", 255),
    "trackInventory": _flag("track_inventory"),
    "quantityLimitPerCustomer": _number(
        "quantity_limit_per_customer", "quantityLimitPerCustomer", 1, MOST_PIECES, is_optional=True
    ),
    "weight": _number("weight_grams", "weight", 0, MOST_GRAMS, is_optional=True),
    "externalReference": _unique("external_reference", "externalReference", 250),
    "metadata": _metadata("metadata", "metadata"),
    "privateMetadata": _metadata("private_metadata", "privateMetadata"),
}
