"""Reading vouchers: for staff only."""

from __future__ import annotations

from django.db.models import QuerySet

from market.core.actor import Actor
from market.core.permissions import MANAGE_DISCOUNTS
from market.promotions.models import Voucher


def voucher_list(*, viewer: Actor) -> QuerySet[Voucher]:
    """All vouchers for those who manage them, nothing for others."""
    vouchers = Voucher.objects.select_related("vendor")
    return vouchers if viewer.has_permission(MANAGE_DISCOUNTS) else vouchers.none()
