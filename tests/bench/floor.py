"""The floor: the same JSON made by one SQL statement behind a bare ASGI server. `granian --interface asgi bench.floor:application`."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import parse_qs

import psycopg
from psycopg.types.string import TextLoader

API = os.environ.get("IEUM_PUBLIC_API_URL", "")
ITEM = """json_build_object('node', json_build_object(
    'id', translate(encode(convert_to('Product:' || p.id, 'UTF8'), 'base64'), E'\\n', ''), 'name', p.name, 'slug', p.slug,
    'thumbnail', (SELECT json_build_object('url', %(api)s || '/thumbnail/art/' || m.artwork || '/256/webp/', 'alt', m.alt)
                  FROM catalog_productmedia m WHERE m.product_id = p.id ORDER BY m.sort_order, m.id LIMIT 1),
    'category', json_build_object('name', c.name),
    'pricing', json_build_object('priceRange', json_build_object(
        'start', json_build_object('gross', json_build_object('amount', l.discounted_price_amount, 'currency', l.currency)),
        'stop', json_build_object('gross', json_build_object('amount', l.discounted_price_max_amount, 'currency', l.currency))))))"""
SHOWN = """l.channel_id = (SELECT id FROM channels_channel WHERE slug = 'citizen') AND l.is_published AND l.visible_in_listings
    AND l.published_at <= now()"""
STATEMENTS = {
    "list": f"""SELECT json_build_object('data', json_build_object('products', json_build_object('edges', json_agg(q.item)))) FROM (
        SELECT {ITEM} AS item FROM catalog_product p JOIN catalog_productchannellisting l ON l.product_id = p.id
        LEFT JOIN catalog_category c ON c.id = p.category_id WHERE {SHOWN} ORDER BY p.slug LIMIT 24) q""",
    "category": f"""SELECT json_build_object('data', json_build_object('products', json_build_object('edges', json_agg(q.item)))) FROM (
        SELECT {ITEM} AS item FROM catalog_product p JOIN catalog_productchannellisting l ON l.product_id = p.id
        JOIN catalog_category c ON c.id = p.category_id
        WHERE {SHOWN} AND p.category_id IN (SELECT id FROM catalog_category WHERE path @> ARRAY[%(category)s::bigint])
        ORDER BY l.discounted_price_amount, p.slug LIMIT 24 OFFSET 24) q""",
    "search": f"""SELECT json_build_object('data', json_build_object('products', json_build_object('edges', json_agg(q.item)))) FROM (
        SELECT {ITEM} AS item FROM search_searchentry e JOIN catalog_product p ON p.id = e.product_id
        JOIN catalog_productchannellisting l ON l.product_id = p.id AND l.channel_id = e.channel_id
        LEFT JOIN catalog_category c ON c.id = p.category_id
        WHERE {SHOWN} AND e.words @@ to_tsquery('simple', %(word)s) LIMIT 24) q""",
    "product": """SELECT json_build_object('data', json_build_object('product', json_build_object('name', p.name, 'slug', p.slug,
        'description', p.description::text, 'category', (SELECT json_build_object('name', c.name) FROM catalog_category c WHERE c.id = p.category_id),
        'media', (SELECT json_agg(json_build_object('url', %(api)s || '/thumbnail/art/' || m.artwork || '/1024/webp/', 'alt', m.alt)
                                  ORDER BY m.sort_order) FROM catalog_productmedia m WHERE m.product_id = p.id),
        'attributes', (SELECT json_agg(json_build_object('attribute', json_build_object('name', a.name), 'values', json_build_array(
                       json_build_object('name', v.name)))) FROM catalog_productattributevalue pv JOIN catalog_attributevalue v ON v.id = pv.value_id
                       JOIN catalog_attribute a ON a.id = v.attribute_id WHERE pv.product_id = p.id),
        'variants', (SELECT json_agg(json_build_object('id', pv.id, 'name', pv.name, 'sku', pv.sku, 'quantityAvailable',
                       (SELECT sum(s.quantity - s.quantity_allocated) FROM inventory_stock s WHERE s.variant_id = pv.id),
                       'pricing', (SELECT json_build_object('price', json_build_object('gross',
                           json_build_object('amount', vl.discounted_price_amount)))
                           FROM catalog_variantchannellisting vl WHERE vl.variant_id = pv.id AND vl.channel_id = ch.id)) ORDER BY pv.sort_order)
                     FROM catalog_productvariant pv WHERE pv.product_id = p.id))))
        FROM catalog_product p JOIN channels_channel ch ON ch.slug = 'citizen' WHERE p.slug = %(slug)s""",
    # All that an order leaves behind, in one statement: a piece taken from the stock, two addresses, the order, its vendor order, its line
    # and the allocation, each copied from an order that is there already.
    "order": """WITH template AS (
            SELECT l.id AS line, l.vendor_order_id AS part, l.order_id AS whole FROM orders_orderline l WHERE l.order_id = %(template)s::uuid
        ), taken AS (
            UPDATE inventory_stock SET quantity_allocated = quantity_allocated + 1
            WHERE id = (SELECT id FROM inventory_stock WHERE variant_id = %(variant)s::bigint LIMIT 1) AND quantity_allocated < quantity
            RETURNING id
        ), address AS (
            INSERT INTO accounts_address SELECT r.* FROM orders_order o, accounts_address a, generate_series(1, 2) copy,
            LATERAL jsonb_populate_record(a, jsonb_build_object('id', nextval(pg_get_serial_sequence('accounts_address', 'id')) + 0 * copy)) r
            WHERE o.id = %(template)s::uuid AND a.id = o.shipping_address_id RETURNING id
        ), whole AS (
            INSERT INTO orders_order SELECT r.* FROM taken, orders_order o, LATERAL jsonb_populate_record(o, jsonb_build_object(
                'id', gen_random_uuid(), 'number', nextval('orders_order_number'), 'checkout_token', gen_random_uuid())) r
            WHERE o.id = %(template)s::uuid RETURNING id, number
        ), part AS (
            INSERT INTO orders_vendororder SELECT r.* FROM whole, template, orders_vendororder v, LATERAL jsonb_populate_record(v,
                jsonb_build_object('id', gen_random_uuid(), 'order_id', whole.id, 'number', whole.number || '-1')) r
            WHERE v.id = template.part RETURNING id, order_id
        ), line AS (
            INSERT INTO orders_orderline SELECT r.* FROM part, template, orders_orderline l, LATERAL jsonb_populate_record(l,
                jsonb_build_object('id', gen_random_uuid(), 'order_id', part.order_id, 'vendor_order_id', part.id)) r
            WHERE l.id = template.line RETURNING id
        ), held AS (
            INSERT INTO inventory_allocation (stock_id, order_line_id, quantity) SELECT taken.id, line.id, 1 FROM taken, line RETURNING id
        )
        SELECT json_build_object('data', json_build_object('order', json_build_object('number', (SELECT number FROM whole),
                                 'addresses', (SELECT count(*) FROM address), 'held', (SELECT count(*) FROM held))))""",
}
_connection: psycopg.AsyncConnection[Any] | None = None


async def _answer(name: str, values: dict[str, Any]) -> bytes:
    global _connection
    if _connection is None:
        _connection = await psycopg.AsyncConnection.connect(os.environ["FLOOR_DSN"], autocommit=True)
        _connection.adapters.register_loader("json", TextLoader)  # the answer leaves as PostgreSQL made it
    cursor = psycopg.AsyncClientCursor(_connection)
    await cursor.execute(STATEMENTS[name], values)
    row = await cursor.fetchone()
    assert row is not None
    text: str = row[0]
    return text.encode()


async def application(scope: Any, receive: Any, send: Any) -> None:
    """One request, one statement."""
    assert scope["type"] == "http"
    values = {key: found[0] for key, found in parse_qs(scope["query_string"].decode()).items()}
    body = await _answer(scope["path"].strip("/"), {"api": API, **values})
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
