"""Who sees which warehouses and stocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import F, QuerySet

from market.core.actor import Actor
from market.core.errors import PermissionDenied
from market.core.models import AuditEntry
from market.core.permissions import MANAGE_ORDERS, MANAGE_PRODUCTS, MANAGE_SHIPPING
from market.inventory.models import Stock, Warehouse, WarehouseChannel
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import AUTHENTICATED_VENDOR_MEMBER, ensure_member_or, vendor_ids_with

WAREHOUSE_READERS = (MANAGE_PRODUCTS, MANAGE_ORDERS, MANAGE_SHIPPING)
STOCK_READERS = (MANAGE_PRODUCTS, MANAGE_ORDERS)
CHANGES_SHOWN = 50


def warehouse_list(*, viewer: Actor) -> QuerySet[Warehouse]:
    """All warehouses for staff who work with them, a member's own for the member. Raises PermissionDenied for everybody else."""
    ensure_member_or(viewer, *WAREHOUSE_READERS)
    rows = Warehouse.objects.select_related("address", "vendor")
    if viewer.has_permission(*WAREHOUSE_READERS):
        return rows
    return rows.filter(vendor_id__in=vendor_ids_with(viewer, Ability.MANAGE_STOCK))


def stock_list(*, viewer: Actor) -> QuerySet[Stock]:
    """All stocks for staff who work with them, those of a member's own warehouses for the member. Raises PermissionDenied."""
    ensure_member_or(viewer, *STOCK_READERS)
    rows = Stock.objects.select_related("warehouse__address", "warehouse__vendor", "variant")
    if viewer.has_permission(*STOCK_READERS):
        return rows
    return rows.filter(warehouse__vendor_id__in=vendor_ids_with(viewer, Ability.MANAGE_STOCK))


def ensure_sees_stocks(viewer: Actor, vendor_ids: Iterable[int]) -> set[int]:
    """The enterprises among these whose stocks the viewer may see. Raises PermissionDenied where there is not one."""
    wanted = set(vendor_ids)
    if viewer.has_permission(*STOCK_READERS):
        return wanted
    own = wanted.intersection(vendor_ids_with(viewer, Ability.MANAGE_STOCK))
    if wanted and not own:
        raise PermissionDenied(*STOCK_READERS, AUTHENTICATED_VENDOR_MEMBER)
    return own


def stock_changes(stock_ids: Sequence[int]) -> dict[int, list[AuditEntry]]:
    """The last changes of each stock by hand, newest first, in one statement."""
    if not stock_ids:
        return {}
    newest = AuditEntry.objects.raw(
        """SELECT c.* FROM unnest(%s::text[]) AS wanted (id) CROSS JOIN LATERAL (SELECT * FROM core_auditentry e
           WHERE e.subject_type = 'Stock' AND e.subject_id = wanted.id ORDER BY e.at DESC, e.id DESC LIMIT %s) c""",
        [[str(key) for key in stock_ids], CHANGES_SHOWN],
    )
    found: dict[int, list[AuditEntry]] = {}
    for entry in newest:
        found.setdefault(int(entry.subject_id), []).append(entry)
    return found


def warehouses_of_channels(channel_ids: Sequence[int]) -> dict[int, list[Warehouse]]:
    """The warehouses that serve each channel, in the order in which its pieces go, in one statement."""
    links = WarehouseChannel.objects.filter(channel_id__in=channel_ids).order_by(
        F("sort_order").asc(nulls_last=True), "pk"
    )
    found: dict[int, list[Warehouse]] = {}
    for link in links.select_related("warehouse__address", "warehouse__vendor"):
        found.setdefault(link.channel_id, []).append(link.warehouse)
    return found
