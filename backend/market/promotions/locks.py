"""The only row locks of this room, always in the order of the primary key. Vouchers before codes, codes before gift cards."""

from __future__ import annotations

from django.db.models import QuerySet

from market.core.locks import locked
from market.promotions.models import GiftCard, Voucher, VoucherCode


def vouchers_for_update() -> QuerySet[Voucher]:
    return locked(Voucher.objects.all())


def voucher_codes_for_update() -> QuerySet[VoucherCode]:
    return locked(VoucherCode.objects.select_related("voucher"))


def gift_cards_for_update() -> QuerySet[GiftCard]:
    return locked(GiftCard.objects.all())
