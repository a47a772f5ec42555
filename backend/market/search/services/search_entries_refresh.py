"""Make search entries from the catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction

from market.core import catalogue_version
from market.search.rules import tokens_sql

HALF_LIFE_DAYS = 90
REMEMBERED_DAYS = 720  # what was sold before weighs less than a two-hundredth

NAME_TOKENS = tokens_sql("p.name", with_pairs=True, across_spaces=True)
PLACE_TOKENS = tokens_sql("concat_ws(' ', v.name, c.name, parent.name)", with_pairs=True)
SUMMARY_TOKENS = tokens_sql("p.summary", with_pairs=True)
TEXT_TOKENS = tokens_sql("p.description_plaintext", with_pairs=False)
ENGLISH_NAME_TOKENS = tokens_sql("COALESCE(en.name, '')", with_pairs=False)
ENGLISH_PLACE_TOKENS = tokens_sql("concat_ws(' ', v.name_en, c.name_en, parent.name_en)", with_pairs=False)

REFRESH = f"""
WITH wanted AS MATERIALIZED (
    SELECT id FROM catalog_product WHERE %(all)s OR id = ANY(%(ids)s::bigint[])
), sold AS MATERIALIZED (
    SELECT variant.product_id, o.channel_id,
           sum(line.quantity * power(0.5, extract(epoch FROM now() - o.created_at) / (86400.0 * {HALF_LIFE_DAYS}))) AS score
    FROM orders_orderline line
    JOIN orders_order o ON o.id = line.order_id AND o.status NOT IN ('draft', 'canceled', 'expired')
    JOIN catalog_productvariant variant ON variant.id = line.variant_id
    JOIN wanted ON wanted.id = variant.product_id
    WHERE o.created_at > now() - interval '{REMEMBERED_DAYS} days'
    GROUP BY 1, 2
), faces AS MATERIALIZED (
    SELECT p.id, p.vendor_id, COALESCE(c.path, '{{}}') AS category_path, p.value_codes, p.tax_kind, kind.is_service,
           setweight(to_tsvector('simple', {NAME_TOKENS}), 'A')
           || setweight(to_tsvector('simple', {PLACE_TOKENS}), 'B')
           || setweight(to_tsvector('simple', {ENGLISH_NAME_TOKENS}), 'A')
           || setweight(to_tsvector('simple', {ENGLISH_PLACE_TOKENS}), 'B')
           || setweight(to_tsvector('simple', {SUMMARY_TOKENS}), 'C')
           || setweight(to_tsvector('simple', {TEXT_TOKENS}), 'C') AS words
    FROM wanted
    JOIN catalog_product p ON p.id = wanted.id
    JOIN catalog_producttype kind ON kind.id = p.product_type_id
    JOIN vendors_vendor v ON v.id = p.vendor_id
    LEFT JOIN catalog_category c ON c.id = p.category_id
    LEFT JOIN catalog_category parent ON parent.id = c.parent_id
    LEFT JOIN catalog_producttranslation en ON en.product_id = p.id AND en.language_code = 'en'
), gone AS (
    DELETE FROM search_searchentry old USING wanted
    WHERE old.product_id = wanted.id AND NOT EXISTS (
        SELECT 1 FROM catalog_productchannellisting l WHERE l.product_id = old.product_id AND l.channel_id = old.channel_id)
    RETURNING old.id
), made AS (
    INSERT INTO search_searchentry
        (product_id, channel_id, vendor_id, category_path, value_codes, tax_kind, is_service, price, sales_score, words)
    SELECT f.id, l.channel_id, f.vendor_id, f.category_path, f.value_codes, f.tax_kind, f.is_service,
           l.discounted_price_amount, COALESCE(sold.score, 0), f.words
    FROM faces f
    JOIN catalog_productchannellisting l ON l.product_id = f.id
    LEFT JOIN sold ON sold.product_id = f.id AND sold.channel_id = l.channel_id
    ON CONFLICT (product_id, channel_id) DO UPDATE SET
        vendor_id = EXCLUDED.vendor_id, category_path = EXCLUDED.category_path, value_codes = EXCLUDED.value_codes,
        tax_kind = EXCLUDED.tax_kind, is_service = EXCLUDED.is_service, price = EXCLUDED.price,
        sales_score = EXCLUDED.sales_score, words = EXCLUDED.words
    WHERE (search_searchentry.vendor_id, search_searchentry.category_path, search_searchentry.value_codes, search_searchentry.tax_kind,
           search_searchentry.is_service, search_searchentry.price, search_searchentry.words)
          IS DISTINCT FROM (EXCLUDED.vendor_id, EXCLUDED.category_path, EXCLUDED.value_codes, EXCLUDED.tax_kind,
           EXCLUDED.is_service, EXCLUDED.price, EXCLUDED.words)
       OR abs(search_searchentry.sales_score - EXCLUDED.sales_score) > 0.01 * greatest(search_searchentry.sales_score, 1)
    RETURNING id
)
SELECT (SELECT count(*) FROM made) + (SELECT count(*) FROM gone)
"""  # noqa: S608


def search_entries_refresh(product_ids: Iterable[int] | None = None) -> int:
    """Make the entries of these products (of all, when none are named) anew from the catalogue, in one statement.

    A product has one entry in each channel that lists it; whether it is published there now is asked of the catalogue with every
    search, so an entry never shows what may not be seen. Safe to repeat: what is true already is left alone. Returns how many
    entries were written or removed.
    """
    ids = sorted(set(product_ids)) if product_ids is not None else []
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(REFRESH, {"all": product_ids is None, "ids": ids})
        row = cursor.fetchone()
        touched = int(row[0]) if row else 0
        if touched:
            catalogue_version.bump()
    return touched
