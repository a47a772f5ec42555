"""The promo codes of a checkout as clients see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.graphql.loading import pricings
from market.checkout.models import Checkout as CheckoutModel
from market.checkout.selectors.pricing import CardInUse, Pricing
from market.core.errors import PermissionDenied
from market.core.graphql.batch import batch, by_key
from market.core.graphql.types import Money, non_null_list
from market.core.money import Money as MoneyValue
from market.core.permissions import MANAGE_DISCOUNTS
from market.promotions.graphql.gift_cards import GiftCard
from market.promotions.graphql.vouchers import Voucher, in_voucher_channel
from market.promotions.models import GiftCard as GiftCardModel
from market.promotions.models import Voucher as VoucherModel
from market.promotions.selectors.vouchers import voucher_list


class CheckoutGiftCard(graphene.ObjectType):
    """A gift card in use and what it pays of this checkout."""

    gift_card = graphene.Field(GiftCard, required=True, description="The card.")
    amount = graphene.Field(
        Money, required=True, description="What it pays; nothing where it may not be used any more."
    )
    is_usable = graphene.Boolean(required=True, description="Whether it still may be used.")

    @staticmethod
    def resolve_gift_card(root: CardInUse, info: Any) -> GiftCardModel:
        return root.card


class CheckoutPromotionFields:
    discount = graphene.Field(
        Money, description="What the voucher takes off in all; the lines' and the delivery's prices are after it."
    )
    discount_name = graphene.String(description="What the discount is called.")
    translated_discount_name = graphene.String(description="The same in the language of the checkout.")
    voucher_code = graphene.String(description="The voucher code in use, also while it does not count.")
    voucher = graphene.Field(Voucher, description="The voucher in use; for staff who manage discounts.")
    voucher_refusal = graphene.String(
        description="Why the voucher in use does not count now; none where it does. The order is refused as long as it is in use."
    )
    gift_cards = graphene.Field(non_null_list(GiftCard), required=True, description="Gift cards in use.")
    gift_card_payments = graphene.Field(
        non_null_list(CheckoutGiftCard), required=True, description="The same with what each pays."
    )

    @batch
    def resolve_discount(parents: list[CheckoutModel], info: Any) -> list[MoneyValue]:
        return [pricing.discount.gross for pricing in pricings(parents, info)]

    @batch
    def resolve_discount_name(parents: list[CheckoutModel], info: Any) -> list[str | None]:
        return [_name(pricing, None) for pricing in pricings(parents, info)]

    @batch
    def resolve_translated_discount_name(parents: list[CheckoutModel], info: Any) -> list[str | None]:
        return [
            _name(pricing, checkout.language_code)
            for checkout, pricing in zip(parents, pricings(parents, info), strict=True)
        ]

    @staticmethod
    def resolve_voucher_code(root: CheckoutModel, info: Any) -> str | None:
        return root.voucher_code or None

    @batch
    def resolve_voucher(parents: list[CheckoutModel], info: Any) -> list[VoucherModel | None]:
        viewer = info.context.actor
        if not viewer.has_permission(MANAGE_DISCOUNTS):
            raise PermissionDenied(MANAGE_DISCOUNTS)
        keys = [
            pricing.voucher.terms.voucher_id if pricing.voucher and pricing.voucher.terms else None
            for pricing in pricings(parents, info)
        ]
        wanted = {key for key in keys if key is not None}
        found = by_key(voucher_list(viewer=viewer).filter(pk__in=wanted), lambda row: row.pk, keys)
        return [
            in_voucher_channel(voucher, checkout.channel.slug) if voucher else None
            for checkout, voucher in zip(parents, found, strict=True)
        ]

    @batch
    def resolve_voucher_refusal(parents: list[CheckoutModel], info: Any) -> list[str | None]:
        return [
            pricing.voucher.refusal.message(info.context.language)
            if pricing.voucher is not None and pricing.voucher.refusal is not None
            else None
            for pricing in pricings(parents, info)
        ]

    @batch
    def resolve_gift_cards(parents: list[CheckoutModel], info: Any) -> list[list[GiftCardModel]]:
        return [[row.card for row in pricing.cards] for pricing in pricings(parents, info)]

    @batch
    def resolve_gift_card_payments(parents: list[CheckoutModel], info: Any) -> list[tuple[CardInUse, ...]]:
        return [pricing.cards for pricing in pricings(parents, info)]


def _name(pricing: Pricing, language_code: str | None) -> str | None:
    """The name of a voucher that counts, in a language as far as it has one."""
    voucher = pricing.voucher
    if voucher is None or voucher.terms is None or voucher.refusal is not None:
        return None
    if language_code is None:
        return voucher.terms.name or None
    names = voucher.terms.name_translations
    return names.get(language_code) or names.get(language_code.split("-")[0])
