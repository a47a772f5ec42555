"""How the rows of workbooks stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count

from market.listings.models import ListingImportRow


def row_counts(import_ids: Sequence[UUID]) -> dict[UUID, list[tuple[str, int]]]:
    """For each workbook how many rows have which status. One statement."""
    found: dict[UUID, list[tuple[str, int]]] = defaultdict(list)
    rows = ListingImportRow.objects.filter(listing_import__in=import_ids).order_by("listing_import", "status")
    for import_id, status, count in rows.values_list("listing_import", "status").annotate(count=Count("pk")):
        found[import_id].append((status, count))
    return found
