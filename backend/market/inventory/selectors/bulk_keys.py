"""Keys of what another system names by its own references."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from market.catalog.models import ProductVariant
from market.inventory.models import Warehouse


def variant_keys(references: Sequence[str]) -> dict[str, int]:
    """Variants by their external references, as far as there are any."""
    rows = ProductVariant.objects.filter(external_reference__in=_plain(references)).order_by()
    return {str(name): pk for name, pk in rows.values_list("external_reference", "pk")} if references else {}


def warehouse_keys(references: Sequence[str]) -> dict[str, UUID]:
    """Warehouses by their external references, as far as there are any."""
    rows = Warehouse.objects.filter(external_reference__in=_plain(references)).order_by()
    return {str(name): pk for name, pk in rows.values_list("external_reference", "pk")} if references else {}


def _plain(references: Sequence[str]) -> list[str]:
    return [reference.replace("\x00", "\ufffd") for reference in references]
