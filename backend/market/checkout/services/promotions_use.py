"""Count the promo codes of a checkout for the order it becomes."""

from __future__ import annotations

from market.checkout.selectors.pricing import Pricing
from market.core.errors import DomainError
from market.orders.drafts import OrderDraft
from market.promotions.errors import GiftCardNotApplicable
from market.promotions.services.gift_cards_use import gift_cards_use
from market.promotions.services.voucher_use import voucher_use


def promotion_faults(pricing: Pricing) -> list[DomainError]:
    """Codes in use that do not count now: the order is refused rather than placed at another price than the buyer was told."""
    faults: list[DomainError] = []
    if pricing.voucher is not None and pricing.voucher.refusal is not None:
        faults.append(pricing.voucher.refusal)
    if any(not card.is_usable for card in pricing.cards):
        faults.append(GiftCardNotApplicable("giftCards"))
    return faults


def promotions_use(*, draft: OrderDraft) -> None:
    """Count the voucher and take the money off the gift cards, in the transaction that places the order.

    Raises VoucherNotApplicable or GiftCardNotApplicable where somebody else was quicker since the prices were read.
    """
    if draft.voucher is not None:
        voucher_use(code_id=draft.voucher.code_id, order_id=draft.id, email=draft.email)
    gift_cards_use(
        amounts={pk: money.amount for pk, money in draft.gift_cards.items()},
        order_id=draft.id,
        currency=draft.currency,
        email=draft.email,
        user_id=draft.user_id,
    )
