"""Vouchers and gift cards for tests, made through the services of staff."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from factories.checkout import anew
from market.channels.models import Channel
from market.core.actor import SYSTEM, Actor
from market.promotions.models import GiftCard, Voucher
from market.promotions.services.gift_cards_create import GiftCardWish, gift_cards_create
from market.promotions.services.voucher_channels_change import ListingWish, voucher_channels_change
from market.promotions.services.voucher_save import VoucherWish, voucher_create

STAFF = Actor(email="staff@ieum.example", is_staff=True)


def voucher_in(
    channel: Channel,
    code: str,
    value: int,
    *,
    percent: bool = False,
    min_spent: int | None = None,
    catalogues: dict[str, Sequence[int]] | None = None,
    codes: Sequence[str] = (),
    **fields: Any,
) -> Voucher:
    """A voucher worth ``value`` (won, or per cent) in the channel, opened by the code."""
    kind = "percentage" if percent else "fixed"
    wish = VoucherWish(
        fields={"discount_value_type": kind, "name": f"할인 {code}", **fields},
        catalogues=catalogues or {},
        codes=[code, *codes],
    )
    voucher = anew(voucher_create, wish=wish, actor=STAFF)
    listing = ListingWish(
        channel.pk,
        discount_value=Decimal(value),
        min_spent=None if min_spent is None else Decimal(min_spent),
        has_min_spent=True,
    )
    return anew(voucher_channels_change, voucher_id=voucher.pk, add=[listing], remove=[], actor=STAFF)


def gift_card_of(balance: int, **wish: Any) -> tuple[GiftCard, str]:
    """A new card and its code."""
    asked = GiftCardWish(balance=Decimal(balance), currency="KRW", **wish)
    (issued,) = anew(gift_cards_create, wish=asked, count=1, actor=SYSTEM)
    return issued.card, issued.code
