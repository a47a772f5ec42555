"""Issue gift cards."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import InvalidInput
from market.core.graphql.mutations import BaseMutation
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_GIFT_CARD
from market.promotions.graphql.errors import GiftCardError
from market.promotions.graphql.gift_cards import GiftCard
from market.promotions.graphql.inputs import GiftCardBulkCreateInput
from market.promotions.graphql.mutations.gift_card_create import with_code
from market.promotions.services.gift_cards_create import GiftCardWish, gift_cards_create


class GiftCardBulkCreate(BaseMutation):
    class Meta:
        description = "Issue gift cards. Their codes are in this answer and never shown again."
        error_type = GiftCardError
        idempotent = True
        permissions = (MANAGE_GIFT_CARD,)

    class Arguments:
        input = GiftCardBulkCreateInput(required=True, description="The cards.")

    raises = (InvalidInput,)
    count = graphene.Int(required=True, default_value=0, description="How many were issued.")
    gift_cards = graphene.Field(
        non_null_list(GiftCard), required=True, default_value=(), description="The cards, with their codes."
    )

    @classmethod
    def perform(cls, info: Any, input: Any) -> GiftCardBulkCreate:
        wish = GiftCardWish(
            balance=input["balance"]["amount"],
            currency=input["balance"]["currency"],
            expiry_date=input.get("expiry_date"),
            is_active=input["is_active"],
            tags=input.get("tags") or (),
        )
        issued = gift_cards_create(wish=wish, count=input["count"], actor=info.context.actor)
        return cls(count=len(issued), gift_cards=[with_code(card) for card in issued])
