"""What product lists can be narrowed by, as conditions over ``product_source`` (p: product, l: its listing in the viewed channel)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from market.catalog.selectors.view import View
from market.catalog.sql import FALSE, TRUE, Sql, all_of, any_of, from_queryset
from market.core import clock
from market.vendors.selectors.certificates import vendors_certified

SUBTREE = "SELECT st.id FROM catalog_category st WHERE st.path && %s::bigint[]"


def one_of(column: str, values: Sequence[Any], cast: str = "bigint") -> Sql:
    return Sql(f"{column} = ANY(%s::{cast}[])", (list(values),)) if values else FALSE


def within(column: str, gte: Any = None, lte: Any = None) -> Sql:
    """``gte <= column <= lte``; a missing end is open."""
    parts = [Sql(f"{column} >= %s", (gte,))] if gte is not None else []
    return all_of([*parts, Sql(f"{column} <= %s", (lte,))] if lte is not None else parts)


def in_categories(ids: Sequence[int]) -> Sql:
    """In one of the categories or anywhere below."""
    return Sql(f"p.category_id = ANY(ARRAY({SUBTREE}))", (list(ids),)) if ids else FALSE


def in_collections(ids: Sequence[int]) -> Sql:
    if not ids:
        return FALSE
    return Sql(
        "p.id IN (SELECT cp.product_id FROM catalog_collectionproduct cp WHERE cp.collection_id = ANY(%s::bigint[]))",
        (list(ids),),
    )


def has_category(wanted: bool) -> Sql:
    return Sql("p.category_id IS NOT NULL" if wanted else "p.category_id IS NULL")


def is_published(wanted: bool) -> Sql:
    now = clock.now()
    published = "(l.is_published AND (l.published_at IS NULL OR l.published_at <= %s))"
    return Sql(f"COALESCE({published}, FALSE) = %s", (now, wanted))


def is_available(wanted: bool) -> Sql:
    return Sql("COALESCE(l.available_for_purchase_at <= %s, FALSE) = %s", (clock.now(), wanted))


def is_visible_in_listing(wanted: bool) -> Sql:
    return Sql("COALESCE(l.visible_in_listings, FALSE) = %s", (wanted,))


def has_metadata(key: str, value: str | None) -> Sql:
    if value:
        return Sql("p.metadata @> %s::jsonb", (json.dumps({key: value}),))
    return Sql("p.metadata ? %s", (key,))


def of_kinds(type_ids: Sequence[int]) -> Sql:
    return one_of("p.product_type_id", type_ids)


def is_service(wanted: bool) -> Sql:
    return Sql(
        "p.product_type_id = ANY(ARRAY(SELECT st.id FROM catalog_producttype st WHERE st.is_service = %s))", (wanted,)
    )


def with_values(codes: Sequence[str]) -> Sql:
    """With a checked claim to one of the value themes."""
    return Sql("p.value_codes && %s::varchar[]", (list(codes),)) if codes else FALSE


def in_districts(codes: Sequence[str]) -> Sql:
    if not codes:
        return FALSE
    vendors = "SELECT dv.id FROM vendors_vendor dv JOIN vendors_district d ON d.id = dv.district_id WHERE d.code = ANY(%s::varchar[])"
    return Sql(f"p.vendor_id IN ({vendors})", (list(codes),))


def with_certificates(codes: Sequence[str]) -> Sql:
    """Of a vendor that holds one of these certificates today: verified and not ended."""
    return from_queryset("p.vendor_id", vendors_certified(codes)) if codes else FALSE


def price_within(view: View, gte: Decimal | None, lte: Decimal | None) -> Sql:
    """Some variant costs this much in the channel, before any discount, as Saleor's ``price`` filter."""
    if gte is None and lte is None:
        return TRUE
    amount = within("fl.price_amount", gte, lte)
    text = (
        "EXISTS (SELECT 1 FROM catalog_variantchannellisting fl JOIN catalog_productvariant fv ON fv.id = fl.variant_id "  # noqa: S608
        f"WHERE fv.product_id = p.id AND fl.channel_id = {int(view.channel_id)} AND {amount.text})"
    )
    # The range on the listing rules most products out before their variants are looked at.
    return all_of([within("l.price_max_amount", gte), within("l.price_amount", None, lte), Sql(text, amount.params)])


def minimal_price_within(gte: Decimal | None, lte: Decimal | None) -> Sql:
    """The lowest price now, as Saleor's ``minimalPrice``."""
    return within("l.discounted_price_amount", gte, lte)


def with_attribute(slug: str | None, value: Sql) -> Sql:
    """Some value (alias ``av``) of the attribute, on the product or one of its variants, meets the condition."""
    named = [Sql("at.slug = %s", (slug,))] if slug is not None else []
    wanted = all_of([*named, value])
    values = f"SELECT av.id FROM catalog_attributevalue av JOIN catalog_attribute at ON at.id = av.attribute_id WHERE {wanted.text}"  # noqa: S608
    on_product = Sql(
        f"p.id IN (SELECT pv.product_id FROM catalog_productattributevalue pv WHERE pv.value_id IN ({values}))",  # noqa: S608
        wanted.params,
    )
    on_variant = Sql(
        "p.id IN (SELECT v.product_id FROM catalog_variantattributevalue vv JOIN catalog_productvariant v ON v.id = vv.variant_id "  # noqa: S608
        f"WHERE vv.value_id IN ({values}))",
        wanted.params,
    )
    return any_of([on_product, on_variant])
