"""Take a voucher or a gift card out of a checkout."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.checkout.errors import PromoCodeNotInUse
from market.checkout.models import Checkout
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.core.actor import Actor
from market.promotions.errors import InvalidPromoCode
from market.promotions.models import VoucherCode
from market.promotions.rules import clean_code
from market.promotions.selectors.gift_cards import gift_card_by_code


def promo_code_remove(
    *,
    checkout_id: UUID,
    actor: Actor,
    promo_code: str | None = None,
    voucher_id: int = 0,
    gift_card_id: int | None = None,
) -> Checkout:
    """Take out what exactly one of the arguments names. Raises NotFound, InvalidPromoCode (by code) or PromoCodeNotInUse (by id)."""
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        if promo_code is not None:
            field = _remove_code(checkout, clean_code(promo_code))
        elif gift_card_id is not None:
            field = _remove_card(checkout, gift_card_id)
        else:
            field = _remove_voucher(checkout, voucher_id)
        return checkout_saved(checkout=checkout, fields=(field,))


def _remove_code(checkout: Checkout, code: str) -> str:
    if code and checkout.voucher_code.upper() == code.upper():
        checkout.voucher_code = ""
        return "voucher_code"
    card = gift_card_by_code(code)
    if card is None or card.pk not in checkout.gift_card_ids:
        raise InvalidPromoCode("promoCode")
    return _remove_card(checkout, card.pk)


def _remove_card(checkout: Checkout, gift_card_id: int) -> str:
    if gift_card_id not in checkout.gift_card_ids:
        raise PromoCodeNotInUse("promoCodeId")
    checkout.gift_card_ids = [pk for pk in checkout.gift_card_ids if pk != gift_card_id]
    return "gift_card_ids"


def _remove_voucher(checkout: Checkout, voucher_id: int) -> str:
    codes = VoucherCode.objects.filter(voucher_id=voucher_id, code__iexact=checkout.voucher_code)
    if not checkout.voucher_code or not codes.exists():
        raise PromoCodeNotInUse("promoCodeId")
    checkout.voucher_code = ""
    return "voucher_code"
