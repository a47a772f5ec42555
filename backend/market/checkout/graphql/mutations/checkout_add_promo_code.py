"""Use a promo code."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.errors import EmailNotSet
from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.promo_code_add import promo_code_add
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId
from market.promotions.errors import InvalidPromoCode, TooManyGiftCards, TooManyPromoCodeAttempts, VoucherNotApplicable


class CheckoutAddPromoCode(BaseMutation):
    class Meta:
        description = (
            "Use a voucher or a gift card. A voucher takes the place of another; gift cards pay beside each other."
        )
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        promo_code = graphene.String(required=True, description="Code of a voucher or of a gift card.")

    raises = (
        NotFound, InvalidId, InvalidPromoCode, TooManyPromoCodeAttempts, VoucherNotApplicable, TooManyGiftCards, EmailNotSet
    )  # fmt: skip
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(cls, info: Any, promo_code: str, **ids: Any) -> CheckoutAddPromoCode:
        checkout = promo_code_add(checkout_id=checkout_key(ids), promo_code=promo_code, actor=info.context.actor)
        return cls(checkout=checkout)
