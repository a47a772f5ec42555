"""What the promo codes of checkouts are worth now, read for many checkouts at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from market.accounts.models import User
from market.checkout.models import Checkout, CheckoutLine
from market.promotions.models import GiftCard
from market.promotions.rules import VoucherTerms
from market.promotions.selectors.gift_cards import gift_cards_by_id, is_usable
from market.promotions.selectors.voucher_terms import VoucherAsk, voucher_terms_list


@dataclass(frozen=True, slots=True)
class HeldCard:
    """A gift card in use; one that is not usable any more pays nothing."""

    card: GiftCard
    is_usable: bool


@dataclass(frozen=True, slots=True)
class PromoFacts:
    """The codes of one checkout. ``terms`` None beside a ``voucher_code``: the code counts no longer."""

    voucher_code: str = ""
    terms: VoucherTerms | None = None
    is_staff: bool = False
    cards: tuple[HeldCard, ...] = ()


NO_PROMOTIONS = PromoFacts()


def promo_facts_list(
    checkouts: Sequence[Checkout], lines: Mapping[UUID, Sequence[CheckoutLine]]
) -> dict[UUID, PromoFacts]:
    """The facts of each checkout. Nothing is asked for those without codes, and nothing more for many than for one."""
    terms = _terms([checkout for checkout in checkouts if checkout.voucher_code], lines)
    cards = gift_cards_by_id(pk for checkout in checkouts for pk in checkout.gift_card_ids)
    staff = _staff(checkouts, terms)
    return {
        checkout.pk: PromoFacts(
            voucher_code=checkout.voucher_code,
            terms=terms.get(checkout.pk),
            is_staff=checkout.user_id in staff,
            cards=tuple(
                HeldCard(card, _is_usable(card, checkout))
                for pk in checkout.gift_card_ids
                if (card := cards.get(pk)) is not None
            ),
        )
        for checkout in checkouts
    }


def _terms(
    checkouts: Sequence[Checkout], lines: Mapping[UUID, Sequence[CheckoutLine]]
) -> dict[UUID, VoucherTerms | None]:
    if not checkouts:
        return {}
    asks = [
        VoucherAsk(
            code=checkout.voucher_code,
            channel_id=checkout.channel_id,
            email=checkout.email,
            variant_ids=frozenset(line.variant_id for line in lines[checkout.pk]),
        )
        for checkout in checkouts
    ]
    return dict(zip((checkout.pk for checkout in checkouts), voucher_terms_list(asks), strict=True))


def _staff(checkouts: Sequence[Checkout], terms: Mapping[UUID, VoucherTerms | None]) -> set[int | None]:
    """The buyers who are staff, asked only where a voucher is for staff."""
    asked = {
        checkout.user_id
        for checkout in checkouts
        if checkout.user_id and (found := terms.get(checkout.pk)) is not None and found.is_for_staff
    }
    if not asked:
        return set()
    rows = User.objects.filter(pk__in=asked, is_staff=True, is_active=True).order_by()
    return set(rows.values_list("pk", flat=True))


def _is_usable(card: GiftCard, checkout: Checkout) -> bool:
    return is_usable(card, currency=checkout.channel.currency_code, email=checkout.email, user_id=checkout.user_id)
