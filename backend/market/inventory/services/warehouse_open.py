"""The first place an enterprise ships from."""

from __future__ import annotations

from django.db import transaction

from market.channels.models import Channel
from market.inventory.models import Warehouse, WarehouseChannel
from market.inventory.ports import zone_keeping
from market.vendors.models import Vendor


@transaction.atomic
def warehouse_open(*, vendor_id: int) -> Warehouse | None:
    """Give an enterprise that has no warehouse its first one, for every channel that is open and the zones of those.

    Asked again it changes nothing. Its slug names the enterprise by id, so that two at once make one. None when the
    enterprise is gone.
    """
    vendor = Vendor.objects.filter(pk=vendor_id).first()
    if vendor is None:
        return None
    known = Warehouse.objects.filter(vendor=vendor).order_by("pk").first()
    if known is not None:
        return known
    warehouse, is_new = Warehouse.objects.get_or_create(
        slug=f"{vendor.slug}-{vendor.pk}",
        defaults={"vendor": vendor, "name": f"{vendor.name} 출고지", "email": vendor.email},
    )
    if is_new:
        channels = Channel.objects.filter(is_active=True).order_by("pk")
        WarehouseChannel.objects.bulk_create(
            [WarehouseChannel(warehouse=warehouse, channel=channel) for channel in channels]
        )
        zone_keeping().join_all(warehouse.pk)
    return warehouse
