"""Take a promo code out."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.errors import PromoCodeNotInUse
from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.promo_code_remove import promo_code_remove
from market.core.errors import InvalidInput, NotFound
from market.core.global_ids import BadGlobalId, from_global_id
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.promotions.errors import InvalidPromoCode


class CheckoutRemovePromoCode(BaseMutation):
    class Meta:
        description = "Take a voucher or a gift card out, by its code or its ID."
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        promo_code = graphene.String(description="Code of a voucher or of a gift card.")
        promo_code_id = graphene.ID(description="ID of a voucher or of a gift card.")

    raises = (NotFound, InvalidId, InvalidInput, InvalidPromoCode, PromoCodeNotInUse)
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(
        cls, info: Any, promo_code: str | None = None, promo_code_id: str | None = None, **ids: Any
    ) -> CheckoutRemovePromoCode:
        if (promo_code is None) == (promo_code_id is None):
            raise InvalidInput(
                "promoCode", "코드나 id 가운데 하나만 적어 주세요.", "Provide either `promoCode` or `promoCodeId`."
            )
        named = {"promo_code": promo_code} if promo_code is not None else _named(promo_code_id or "")
        return cls(checkout=promo_code_remove(checkout_id=checkout_key(ids), actor=info.context.actor, **named))


def _named(promo_code_id: str) -> dict[str, Any]:
    """What the id names. Raises InvalidId for a broken one, PromoCodeNotInUse for one of another type, as Saleor does."""
    try:
        kind, _ = from_global_id(promo_code_id)
    except BadGlobalId as error:
        raise InvalidId("promoCodeId") from error
    if kind not in ("Voucher", "GiftCard"):
        raise PromoCodeNotInUse("promoCodeId")
    key = pk_from_id(promo_code_id, kind, field="promoCodeId")
    return {"voucher_id" if kind == "Voucher" else "gift_card_id": key}
