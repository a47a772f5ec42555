"""Add a voucher or a gift card to a checkout."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction

from market.checkout.errors import EmailNotSet
from market.checkout.models import Checkout
from market.checkout.selectors.pricing import pricing_get
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.checkout.services.promo_attempts import attempt_failed, attempts_check
from market.core.actor import Actor
from market.promotions.errors import InvalidPromoCode, TooManyGiftCards, VoucherNotApplicable
from market.promotions.rules import clean_code
from market.promotions.selectors.gift_cards import gift_card_by_code, is_usable


def promo_code_add(*, checkout_id: UUID, promo_code: str, actor: Actor) -> Checkout:
    """Use the code: a voucher takes the place of another, a gift card pays beside others, in the order they are added.

    Raises NotFound, TooManyPromoCodeAttempts, InvalidPromoCode (alike for unknown, ended, spent and foreign codes), VoucherNotApplicable
    (a known code whose terms the cart does not meet), TooManyGiftCards, and EmailNotSet for a gift card before anybody is named.
    """
    attempts_check(checkout_id=checkout_id, actor=actor)
    try:
        with transaction.atomic():
            return _add(checkout_locked(checkout_id=checkout_id, actor=actor), clean_code(promo_code))
    except (InvalidPromoCode, VoucherNotApplicable):
        attempt_failed(checkout_id=checkout_id, actor=actor)
        raise


def _add(checkout: Checkout, code: str) -> Checkout:
    """Both kinds are looked up for every code, so that the time tells nothing."""
    before, checkout.voucher_code = checkout.voucher_code, code
    pricing = pricing_get(checkout=checkout)
    card = gift_card_by_code(code)
    voucher = pricing.voucher
    if voucher is not None and voucher.terms is not None:
        if voucher.refusal is not None:
            raise voucher.refusal
        checkout.voucher_code = voucher.terms.code
        return checkout_saved(checkout=checkout, fields=("voucher_code",), pricing=pricing)
    checkout.voucher_code = before
    if card is None:
        raise InvalidPromoCode("promoCode")
    if not checkout.email:
        raise EmailNotSet("email")
    currency, email = checkout.channel.currency_code, checkout.email
    if not is_usable(card, currency=currency, email=email, user_id=checkout.user_id):
        raise InvalidPromoCode("promoCode")
    if card.pk not in checkout.gift_card_ids:
        if len(checkout.gift_card_ids) >= settings.CHECKOUT_GIFT_CARD_LIMIT:
            raise TooManyGiftCards("promoCode", limit=settings.CHECKOUT_GIFT_CARD_LIMIT)
        checkout.gift_card_ids = [*checkout.gift_card_ids, card.pk]
    return checkout_saved(checkout=checkout, fields=("gift_card_ids",))
