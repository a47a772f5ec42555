"""Which vendors a viewer may see."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from market.core.actor import Actor
from market.core.permissions import MANAGE_VENDORS
from market.vendors.models import Vendor, VendorStatus
from market.vendors.selectors.certificates import vendors_certified
from market.vendors.selectors.desk import staff_search


def vendor_list(*, viewer: Actor) -> QuerySet[Vendor]:
    """The vendors that sell; for staff who manage vendors, all of them; for a member, its own as well."""
    if viewer.has_permission(MANAGE_VENDORS):
        return Vendor.objects.all()
    visible = Q(status=VendorStatus.ACTIVE)
    if viewer.is_authenticated:
        visible |= Q(members__user_id=viewer.user_id)
        return Vendor.objects.filter(visible).distinct()
    return Vendor.objects.filter(visible)


def vendors_filtered(
    vendors: QuerySet[Vendor],
    *,
    search: str | None = None,
    districts: Iterable[str] | None = None,
    certificates: Iterable[str] | None = None,
    statuses: Iterable[str] | None = None,
    is_staff: bool = False,
) -> QuerySet[Vendor]:
    """Narrow a list of vendors by words in the name, by district codes and by kinds of certificate that count today.

    ``is_staff``: words are also looked for where only staff search.
    """
    if statuses is not None:
        vendors = vendors.filter(status__in=list(statuses))
    if search and search.strip() and is_staff:
        vendors = staff_search(vendors, search)
    elif search and search.strip():
        for word in _text(search).split()[:10]:
            vendors = vendors.filter(
                Q(name__icontains=word) | Q(name_en__icontains=word) | Q(introduction__icontains=word)
            )
    if districts is not None:
        vendors = vendors.filter(district__code__in=[_text(code) for code in districts])
    if certificates is not None:
        vendors = vendors.filter(pk__in=vendors_certified([_text(code) for code in certificates]))
    return vendors


def _text(given: str) -> str:
    """PostgreSQL keeps no NUL: what holds one matches nothing."""
    return given.replace("\x00", "\ufffd")
