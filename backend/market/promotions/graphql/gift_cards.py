"""Gift cards as clients see them. What a card says about people is for them and for staff."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.graphql.types import User
from market.core import clock
from market.core.errors import PermissionDenied
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.scalars import Date, DateTime
from market.core.graphql.types import ModelObjectType, Money, Node, ObjectWithMetadata, non_null_list
from market.core.money import Money as MoneyValue
from market.core.permissions import MANAGE_GIFT_CARD
from market.promotions.graphql.enums import GiftCardEventsEnum
from market.promotions.models import GiftCard as GiftCardModel
from market.promotions.models import GiftCardEvent as GiftCardEventModel
from market.promotions.rules import is_expired
from market.promotions.selectors.gift_cards import gift_card_events_of, own_or_managed


def ensure_manages_gift_cards(info: Any) -> None:
    if not info.context.actor.has_permission(MANAGE_GIFT_CARD):
        raise PermissionDenied(MANAGE_GIFT_CARD)


class GiftCardTag(graphene.ObjectType):
    """A word that staff sort gift cards by."""

    class Meta:
        interfaces = (Node,)

    name = graphene.String(required=True, description="The word.")

    @staticmethod
    def resolve_id(root: str, info: Any) -> str:
        return to_global_id("GiftCardTag", root)

    @staticmethod
    def resolve_name(root: str, info: Any) -> str:
        return root


class GiftCardEventBalance(graphene.ObjectType):
    """How a card's balance moved."""

    old_current_balance = graphene.Field(Money, description="What was on it before.")
    current_balance = graphene.Field(Money, required=True, description="What was on it afterwards.")


class GiftCardEvent(ModelObjectType):
    """Something that happened to a gift card."""

    class Meta:
        interfaces = (Node,)

    date = graphene.Field(DateTime, description="When it happened.")
    type = graphene.Field(GiftCardEventsEnum, description="What happened.")
    user = graphene.Field(User, description="Who did it.")
    message = graphene.String(description="A note.")
    order_id = graphene.ID(description="ID of the order that was paid or refunded.")
    balance = graphene.Field(GiftCardEventBalance, description="How the balance moved.")
    expiry_date = graphene.Field(Date, description="The last day from then on.")
    old_expiry_date = graphene.Field(Date, description="The last day until then.")

    @staticmethod
    def resolve_date(root: GiftCardEventModel, info: Any) -> Any:
        return root.at

    @staticmethod
    def resolve_message(root: GiftCardEventModel, info: Any) -> str | None:
        return root.message or None

    @staticmethod
    def resolve_order_id(root: GiftCardEventModel, info: Any) -> str | None:
        return to_global_id("Order", root.order_id) if root.order_id else None

    @staticmethod
    def resolve_balance(root: GiftCardEventModel, info: Any) -> dict[str, MoneyValue | None] | None:
        if root.balance is None:
            return None
        currency = root.gift_card.currency
        old = None if root.old_balance is None else MoneyValue.of(root.old_balance, currency)
        return {"old_current_balance": old, "current_balance": MoneyValue.of(root.balance, currency)}


class GiftCard(ModelObjectType):
    """A card with money on it. Its code is shown once, when it is issued."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    display_code = graphene.String(required=True, description="The last four characters of its code; older name.")
    last_4_code_chars = graphene.String(
        name="last4CodeChars", required=True, description="The last four characters of its code."
    )
    code = graphene.String(
        required=True, description="The whole code in the answer that issues it; masked ever after. For staff."
    )
    created = graphene.Field(DateTime, required=True, description="When it was issued.")
    initial_balance = graphene.Field(Money, required=True, description="What it was issued with.")
    current_balance = graphene.Field(Money, required=True, description="What is left on it.")
    expiry_date = graphene.Field(Date, description="The last day on which it pays.")
    last_used_on = graphene.Field(DateTime, description="When it last paid.")
    is_active = graphene.Boolean(required=True, description="Whether it may be used.")
    is_expired = graphene.Boolean(required=True, description="Whether its last day is over.")
    tags = graphene.Field(non_null_list(GiftCardTag), required=True, description="Words to sort by; for staff.")
    created_by = graphene.Field(User, description="Who issued it; for staff.")
    created_by_email = graphene.String(description="E-mail address of who issued it; for staff.")
    recipient_email = graphene.String(description="Whom it was meant for; for staff.")
    used_by = graphene.Field(User, description="The only one who may use it, once somebody has.")
    used_by_email = graphene.String(description="That person's e-mail address.")
    assigned_to = graphene.Field(User, description="The member it was issued to; for staff.")
    events = graphene.Field(non_null_list(GiftCardEvent), required=True, description="What happened to it; for staff.")

    @staticmethod
    def resolve_last_4_code_chars(root: GiftCardModel, info: Any) -> str:
        return root.last_4

    @staticmethod
    def resolve_code(root: GiftCardModel, info: Any) -> str:
        ensure_manages_gift_cards(info)
        return getattr(root, "fresh_code", f"****-****-****-{root.last_4}")

    @staticmethod
    def resolve_created(root: GiftCardModel, info: Any) -> Any:
        return root.created_at

    @staticmethod
    def resolve_initial_balance(root: GiftCardModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.initial_balance, root.currency)

    @staticmethod
    def resolve_current_balance(root: GiftCardModel, info: Any) -> MoneyValue:
        return MoneyValue.of(root.current_balance, root.currency)

    @staticmethod
    def resolve_is_expired(root: GiftCardModel, info: Any) -> bool:
        return is_expired(root.expiry_date, clock.today())

    @staticmethod
    def resolve_tags(root: GiftCardModel, info: Any) -> list[str]:
        ensure_manages_gift_cards(info)
        return root.tags

    @staticmethod
    def resolve_created_by(root: GiftCardModel, info: Any) -> Any:
        ensure_manages_gift_cards(info)
        return root.created_by

    @staticmethod
    def resolve_created_by_email(root: GiftCardModel, info: Any) -> str | None:
        ensure_manages_gift_cards(info)
        return root.created_by_email or None

    @staticmethod
    def resolve_recipient_email(root: GiftCardModel, info: Any) -> str | None:
        ensure_manages_gift_cards(info)
        return root.recipient_email or None

    @staticmethod
    def resolve_used_by(root: GiftCardModel, info: Any) -> Any:
        return root.used_by if own_or_managed(root, info.context.actor) else None

    @staticmethod
    def resolve_used_by_email(root: GiftCardModel, info: Any) -> str | None:
        return root.used_by_email or None if own_or_managed(root, info.context.actor) else None

    @staticmethod
    def resolve_assigned_to(root: GiftCardModel, info: Any) -> Any:
        ensure_manages_gift_cards(info)
        return root.assigned_to

    @batch
    def resolve_events(parents: list[GiftCardModel], info: Any) -> list[list[GiftCardEventModel]]:
        ensure_manages_gift_cards(info)
        cards = {card.pk: card for card in parents}
        events = list(gift_card_events_of(cards))
        for event in events:
            event.gift_card = cards[event.gift_card_id]
        return grouped(events, lambda event: event.gift_card_id, [card.pk for card in parents])


GiftCardCountableConnection = connection_type("GiftCard", "market.promotions.graphql.gift_cards.GiftCard", "gift cards")
