"""Remember whose entries are stale."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

QUEUE = """
INSERT INTO search_searchrefresh (product_id, queued_at)
SELECT p.id, now() FROM catalog_product p WHERE p.id = ANY(%s::bigint[]) OR p.vendor_id = ANY(%s::bigint[])
ORDER BY p.id
ON CONFLICT (product_id) DO UPDATE SET queued_at = EXCLUDED.queued_at
"""


def search_refresh_queue(*, product_ids: Iterable[int] = (), vendor_ids: Iterable[int] = ()) -> None:
    """Queue these products, and all of these vendors, for the next refresh. Queuing twice is queuing once."""
    with connection.cursor() as cursor:
        cursor.execute(QUEUE, [list(product_ids), list(vendor_ids)])
