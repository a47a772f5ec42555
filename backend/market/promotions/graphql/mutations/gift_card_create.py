"""Issue a gift card."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.services.email_clean import email_clean
from market.core.errors import InvalidInput, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_GIFT_CARD
from market.promotions.errors import CannotAssign
from market.promotions.graphql.errors import GiftCardError
from market.promotions.graphql.gift_cards import GiftCard
from market.promotions.graphql.inputs import GiftCardCreateInput
from market.promotions.services.gift_cards_create import GiftCardWish, IssuedCard, gift_cards_create


class GiftCardCreate(BaseMutation):
    class Meta:
        description = "Issue a gift card. Its code is in this answer and never shown again."
        error_type = GiftCardError
        idempotent = True
        permissions = (MANAGE_GIFT_CARD,)

    class Arguments:
        input = GiftCardCreateInput(required=True, description="The card.")

    raises = (InvalidInput, InvalidId, Required, CannotAssign)
    gift_card = graphene.Field(GiftCard, description="The card, with its code.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> GiftCardCreate:
        (issued,) = gift_cards_create(wish=_wish(input), count=1, actor=info.context.actor)
        return cls(gift_card=with_code(issued))


def with_code(issued: IssuedCard) -> Any:
    """The card, carrying its code for this answer only."""
    card: Any = issued.card
    card.fresh_code = issued.code
    return card


def _wish(given: Any) -> GiftCardWish:
    assigned = given.get("assigned_to")
    return GiftCardWish(
        balance=given["balance"]["amount"],
        currency=given["balance"]["currency"],
        expiry_date=given.get("expiry_date"),
        is_active=given["is_active"],
        tags=given.get("add_tags") or (),
        recipient_email=email_clean(given["user_email"], field="userEmail") if given.get("user_email") else "",
        assigned_to=pk_from_id(assigned, "User", field="assignedTo") if assigned else None,
        note=(given.get("note") or "").strip(),
        metadata={entry["key"]: entry["value"] for entry in given.get("metadata") or ()},
        private_metadata={entry["key"]: entry["value"] for entry in given.get("private_metadata") or ()},
    )
