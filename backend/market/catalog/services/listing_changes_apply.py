"""Carry out changes of one product: the one place where goods are written, for who may change them at once and for approved proposals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction

from market.catalog.errors import AlreadyTaken, NotProductsImage, NotProductsVariant
from market.catalog.models import Product, ProductMedia, ProductTranslation, ProductVariant
from market.catalog.rules.listing_paths import PARTS_OF_VARIANTS, Changes, Path, parse
from market.catalog.services.goods_attributes_set import product_attributes_set
from market.catalog.services.goods_media_set import goods_media_set
from market.catalog.services.goods_order_set import collections_set, default_variant_set, variant_order_set
from market.catalog.services.listing_prices_set import product_listing_set, variant_price_set
from market.catalog.services.product_fields_set import product_fields_set, translation_fields_set
from market.catalog.services.quantity_prices_set import quantity_prices_set
from market.catalog.services.variant_write import variant_delete, variant_make, variant_write
from market.core.actor import Actor
from market.core.errors import InvalidInput
from market.core.texts import SlugTaken

Made = dict[str, int]  # path of what was to be made -> its key
BY_THEMSELVES = frozenset({"collections", "defaultVariant", "variantOrder", "mediaOrder"})


def listing_changes_apply(*, product: Product, changes: Changes, actor: Actor) -> Made:
    """Write the changes of a locked product, in an order in which later ones can lean on earlier ones. Returns what was made.

    Raises what the single steps raise; then nothing is to be kept (the caller's transaction or savepoint goes). Whether somebody may make
    these changes, and what follows from them (prices of lists, events), is the caller's.
    """
    paths = _sorted(changes)
    with goods_race():
        _product(product, paths)
        _translations(product, paths)
        made = goods_media_set(
            product=product, paths={path: value for path, value in paths.items() if path.kind == "media"}
        )
        _listings(product, paths)
        made |= _variants(product, paths, actor)
        _order(product, paths, made)
    return made


def _sorted(changes: Changes) -> dict[Path, Any]:
    try:
        return {parse(text): value for text, value in changes.items()}
    except ValueError as error:
        raise InvalidInput(None, f"모르는 칸이에요: {error}", f"Unknown field: {error}") from error


def _product(product: Product, paths: Mapping[Path, Any]) -> None:
    fields = {path.rest: value for path, value in paths.items() if path.kind == "product"}
    product_fields_set(product=product, values={name: fields[name] for name in fields if name not in BY_THEMSELVES})
    notice = {path.key: value for path, value in paths.items() if path.kind == "notice"}
    if notice or "noticeType" in fields:
        _notice(product, notice)
    product.save()
    given = {int(path.key): value for path, value in paths.items() if path.kind == "attribute"}
    if given:
        product_attributes_set(product=product, given=given)
    if "collections" in fields:
        collections_set(product=product, collection_ids=fields["collections"])


def _notice(product: Product, given: Mapping[str, Any]) -> None:
    """Facts of the notice by code; an empty one goes, as does one that its kind does not ask for, and the English of what changed."""
    known = {field["code"] for field in product.notice_type.fields} if product.notice_type else set()
    strange = sorted(set(given) - known)
    if strange:
        text = ", ".join(strange)
        raise InvalidInput(
            "legalNotice", f"이 고시에 없는 항목이에요: {text}", f"This notice has no such facts: {text}"
        )
    stated, english = dict(product.notice or {}), dict(product.notice_en or {})
    for code, value in given.items():
        text = str(value or "").replace("\x00", "").strip()
        if stated.get(code, "") != text:
            english.pop(code, None)
        stated[code] = text
    product.notice = {code: text for code, text in stated.items() if text and code in known}
    product.notice_en = {code: text for code, text in english.items() if code in product.notice}


def _translations(product: Product, paths: Mapping[Path, Any]) -> None:
    by_language: dict[str, dict[str, Any]] = {}
    for path, value in paths.items():
        if path.kind == "translation":
            by_language.setdefault(path.key, {})[path.rest] = value
    for language, values in by_language.items():
        found = ProductTranslation.objects.filter(product=product, language_code=language).first()
        translation = found or ProductTranslation(product=product, language_code=language)
        translation_fields_set(translation=translation, values=values)
        translation.save()


def _listings(product: Product, paths: Mapping[Path, Any]) -> None:
    for path, value in paths.items():
        if path.kind == "listing":
            product_listing_set(product=product, channel_id=path.pk, listing=value)


def _variants(product: Product, paths: Mapping[Path, Any], actor: Actor) -> Made:
    """New variants, then changes of those there are, then what is taken away."""
    made = {
        path.text: variant_make(product=product, values=value, actor=actor).pk
        for path, value in paths.items()
        if path.kind == "variant" and path.is_new
    }
    by_variant: dict[int, dict[str, dict[str, Any]]] = {}
    for path, value in paths.items():
        if path.kind in ("variant", *PARTS_OF_VARIANTS.values()) and not path.is_new:
            by_variant.setdefault(path.pk, {}).setdefault(path.kind, {})[path.rest] = value
    variants = ProductVariant.objects.select_related("product").in_bulk(by_variant)
    for pk, values in by_variant.items():
        variant = variants.get(pk)
        if variant is None or variant.product_id != product.pk:
            raise NotProductsVariant("id")
        fields = values.get("variant", {})
        if "" in fields:
            variant_delete(variant=variant)
            continue
        variant.product = product
        variant_write(variant=variant, fields=fields, attributes=values.get("variant_attribute", {}))
        for channel_id, price in values.get("price", {}).items():
            variant_price_set(variant=variant, channel_id=int(channel_id), price=price)
        for channel_id, steps in values.get("quantity_prices", {}).items():
            quantity_prices_set(variant=variant, channel_id=int(channel_id), steps=steps)
    return made


def _order(product: Product, paths: Mapping[Path, Any], made: Made) -> None:
    fields = {path.rest: value for path, value in paths.items() if path.kind == "product"}
    if "variantOrder" in fields:
        variant_order_set(product=product, variant_ids=fields["variantOrder"])
    if "mediaOrder" in fields:
        order = [made.get(one, one) for one in fields["mediaOrder"]]
        _media_order(product, [one for one in order if not isinstance(one, str)])  # what was left out has no place
    wanted = fields.get("defaultVariant")
    default_variant_set(product=product, variant_id=made.get(wanted, wanted) if wanted is not None else None)


def _media_order(product: Product, wanted: list[int]) -> None:
    there = {row.pk: row for row in ProductMedia.objects.filter(product=product)}
    if len(set(wanted)) != len(wanted) or not set(wanted) <= set(there):
        raise NotProductsImage("mediaIds")
    rest = sorted((row.sort_order, pk) for pk, row in there.items() if pk not in set(wanted))
    for place, pk in enumerate([*wanted, *(pk for _, pk in rest)]):
        there[pk].sort_order = place
    ProductMedia.objects.bulk_update(there.values(), ["sort_order"])


@contextmanager
def goods_race() -> Iterator[None]:
    """Saving inside: somebody who took the slug, SKU or outside key in the meantime had it first."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
        if "slug" in constraint:
            raise SlugTaken("slug") from error
        for column, field in (("sku", "sku"), ("external_reference", "externalReference")):
            if column in constraint:
                raise AlreadyTaken(field) from error
        raise
