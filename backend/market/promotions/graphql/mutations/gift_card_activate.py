"""Let a gift card pay."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_GIFT_CARD
from market.promotions.errors import GiftCardExpired
from market.promotions.graphql.errors import GiftCardError
from market.promotions.graphql.gift_cards import GiftCard
from market.promotions.services.gift_card_change import gift_card_activate


class GiftCardActivate(BaseMutation):
    class Meta:
        description = "Let a gift card pay."
        error_type = GiftCardError
        permissions = (MANAGE_GIFT_CARD,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the gift card.")

    raises = (NotFound, InvalidId, GiftCardExpired)
    gift_card = graphene.Field(GiftCard, description="The card after the change.")

    @classmethod
    def perform(cls, info: Any, id: str) -> GiftCardActivate:
        key = pk_from_id(id, "GiftCard")
        return cls(gift_card=gift_card_activate(gift_card_id=key, actor=info.context.actor))
