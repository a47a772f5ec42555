"""What workbooks do, or did, in numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count

from market.listings.models import ListingImportRow, RowStatus

NOTHING = (RowStatus.WAITING, RowStatus.BAD, RowStatus.SAME)


def action_counts(import_ids: Sequence[UUID]) -> dict[UUID, list[tuple[str, int, int]]]:
    """For each workbook what its good rows do: the action, of how many rows, on how many products. One statement."""
    found: dict[UUID, list[tuple[str, int, int]]] = defaultdict(list)
    rows = ListingImportRow.objects.filter(listing_import__in=import_ids).exclude(status__in=NOTHING).exclude(action="")
    counted = rows.order_by("listing_import", "action").values_list("listing_import", "action")
    for import_id, action, count, products in counted.annotate(
        count=Count("pk"), products=Count("group", distinct=True)
    ):
        found[import_id].append((action, count, products))
    return found
