"""Remember whose entries are stale."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

QUEUE = """
INSERT INTO search_searchrefresh (product_id, queued_at)
SELECT p.id, now() FROM catalog_product p
WHERE p.id = ANY(%(products)s::bigint[]) OR p.vendor_id = ANY(%(vendors)s::bigint[]) OR p.id IN (
    SELECT variant.product_id FROM orders_orderline line JOIN catalog_productvariant variant ON variant.id = line.variant_id
    WHERE line.order_id = %(order)s::uuid)
ORDER BY p.id
ON CONFLICT (product_id) DO UPDATE SET queued_at = EXCLUDED.queued_at
"""


def search_refresh_queue(
    *, product_ids: Iterable[int] = (), vendor_ids: Iterable[int] = (), order_id: UUID | str | None = None
) -> None:
    """Queue these products, all of these vendors, and what the order sold, for the next refresh. Queuing twice is queuing once."""
    wanted = {"products": list(product_ids), "vendors": list(vendor_ids), "order": str(order_id) if order_id else None}
    with connection.cursor() as cursor:
        cursor.execute(QUEUE, wanted)
