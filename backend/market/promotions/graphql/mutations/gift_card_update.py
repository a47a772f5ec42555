"""Change a gift card."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import InvalidInput, NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_GIFT_CARD
from market.promotions.graphql.errors import GiftCardError
from market.promotions.graphql.gift_cards import GiftCard
from market.promotions.graphql.inputs import GiftCardUpdateInput
from market.promotions.services.gift_card_change import GiftCardChange, gift_card_update


class GiftCardUpdate(BaseMutation):
    class Meta:
        description = "Change a gift card's last day, tags, or its worth as long as it has not paid."
        error_type = GiftCardError
        permissions = (MANAGE_GIFT_CARD,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the gift card.")
        input = GiftCardUpdateInput(required=True, description="What is to change.")

    raises = (NotFound, InvalidId, InvalidInput)
    gift_card = graphene.Field(GiftCard, description="The card after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> GiftCardUpdate:
        change = GiftCardChange(
            expiry_date=input.get("expiry_date"),
            has_expiry_date="expiry_date" in input,
            balance=input.get("balance_amount"),
            add_tags=input.get("add_tags") or (),
            remove_tags=input.get("remove_tags") or (),
        )
        key = pk_from_id(id, "GiftCard")
        return cls(gift_card=gift_card_update(gift_card_id=key, change=change, actor=info.context.actor))
