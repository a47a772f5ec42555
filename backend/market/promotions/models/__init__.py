"""What makes a purchase cheaper (vouchers) and what pays for it beforehand (gift cards).

Do NOT count a use or move a balance but through the services: they lock the row and write its history. Do NOT store a gift card's
code: only its digest and last four characters are kept.
"""

from __future__ import annotations

from market.promotions.models.gift_cards import GiftCard, GiftCardEvent, GiftCardRefund, GiftCardUse
from market.promotions.models.vouchers import Voucher, VoucherChannelListing, VoucherCode, VoucherUse

__all__ = [
    "GiftCard",
    "GiftCardEvent",
    "GiftCardRefund",
    "GiftCardUse",
    "Voucher",
    "VoucherChannelListing",
    "VoucherCode",
    "VoucherUse",
]
