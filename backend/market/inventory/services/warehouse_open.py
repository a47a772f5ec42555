"""The first place an enterprise ships from."""

from __future__ import annotations

from django.db import transaction

from market.inventory.models import Warehouse
from market.vendors.models import Vendor


@transaction.atomic
def warehouse_open(*, vendor_id: int) -> Warehouse | None:
    """Give an enterprise that has no warehouse its first one; asked again it changes nothing. None when the enterprise is gone.

    Its slug names the enterprise by id, so that two at once make one.
    """
    vendor = Vendor.objects.filter(pk=vendor_id).first()
    if vendor is None:
        return None
    known = Warehouse.objects.filter(vendor=vendor).order_by("pk").first()
    if known is not None:
        return known
    warehouse, _ = Warehouse.objects.get_or_create(
        slug=f"{vendor.slug}-{vendor.pk}", defaults={"vendor": vendor, "name": f"{vendor.name} 출고지"}
    )
    return warehouse
