"""The settings of a channel, as Saleor groups them."""

from __future__ import annotations

from typing import Any

import graphene
from django.conf import settings

from market.channels.models import AllocationStrategy, Audience, Channel
from market.channels.rules import (
    FIXED_CHECKOUT_SETTINGS,
    FIXED_ORDER_SETTINGS,
    fixed_auto_completion,
    fixed_payment_settings,
)
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.scalars import DateTime, Day, Hour, Minute

AllocationStrategyEnum = enum_from_choices(
    "AllocationStrategyEnum", AllocationStrategy, "Whose pieces go first when several warehouses could serve an order."
)
FLOW_STRATEGY = "market.payments.graphql.enums.TransactionFlowStrategyEnum"
MINUTES_A_DAY = 24 * 60


class MarkAsPaidStrategyEnum(graphene.Enum):
    """What marking an order as paid makes."""

    TRANSACTION_FLOW = "transaction"
    PAYMENT_FLOW = "payment"


class StockSettings(graphene.ObjectType):
    """How a channel takes pieces from warehouses."""

    allocation_strategy = graphene.Field(
        AllocationStrategyEnum,
        required=True,
        description="Whose pieces go first: in the channel's order, or where most are free.",
    )


class OrderSettings(graphene.ObjectType):
    """What a channel does with orders."""

    automatically_confirm_all_new_orders = graphene.Boolean(
        required=True, description="Always true: an order is confirmed by being paid, or by being an agency's."
    )
    automatically_fulfill_non_shippable_gift_card = graphene.Boolean(
        required=True, description="Always false: gift cards are issued by staff, not sold as goods."
    )
    expire_orders_after = graphene.Field(
        Minute, description="When an unpaid order ends; null where orders never do, as agencies pay after inspection."
    )
    delete_expired_orders_after = graphene.Field(
        Day, required=True, description="Always 0: orders are kept, expired ones too."
    )
    mark_as_paid_strategy = graphene.Field(
        MarkAsPaidStrategyEnum, required=True, description="Always TRANSACTION_FLOW."
    )
    allow_unpaid_orders = graphene.Boolean(required=True, description="Whether a checkout completes before it is paid.")
    include_draft_order_in_voucher_usage = graphene.Boolean(
        required=True, description="Always false: there are no draft orders."
    )
    draft_order_line_price_freeze_period = graphene.Field(Hour, description="Always 0: there are no draft orders.")
    use_legacy_line_discount_propagation = graphene.Boolean(required=True, description="Always false.")


class CheckoutSettings(graphene.ObjectType):
    """What a channel does with checkouts."""

    automatically_complete_fully_paid_checkouts = graphene.Boolean(
        required=True, description="Always true: a paid checkout becomes an order by itself."
    )
    automatic_completion_delay = graphene.Field(Minute, description="How long a paid checkout rests before it does.")
    automatic_completion_cut_off_date = graphene.Field(DateTime, description="Always null: it holds for all.")
    allow_legacy_gift_card_use = graphene.Boolean(
        required=True, description="Always true: gift cards are added to a checkout by their code."
    )


class PaymentSettings(graphene.ObjectType):
    """What a channel does with payments."""

    default_transaction_flow_strategy = graphene.Field(
        FLOW_STRATEGY,
        required=True,
        description="Always CHARGE: money is taken at once unless a payment asks otherwise.",
    )
    release_funds_for_expired_checkouts = graphene.Boolean(
        required=True, description="Always true: what was paid for a checkout that cannot become an order goes back."
    )
    checkout_ttl_before_releasing_funds = graphene.Field(Hour, description="After how many hours at most.")
    checkout_release_funds_cut_off_date = graphene.Field(DateTime, description="Always null: it holds for all.")


def order_settings(channel: Channel) -> dict[str, Any]:
    wait = channel.expire_orders_after_minutes
    if wait is None and channel.audience != Audience.PUBLIC:
        wait = settings.BANK_TRANSFER_DAYS * MINUTES_A_DAY
    return {
        **FIXED_ORDER_SETTINGS,
        "expire_orders_after": wait,
        "allow_unpaid_orders": channel.allow_unpaid_orders,
    }


def checkout_settings() -> dict[str, Any]:
    automatic = fixed_auto_completion(settings.PAID_CHECKOUT_COMPLETE_AFTER_SECONDS)
    return {
        **FIXED_CHECKOUT_SETTINGS,
        "automatically_complete_fully_paid_checkouts": automatic["enabled"],
        "automatic_completion_delay": automatic["delay"],
        "automatic_completion_cut_off_date": automatic["cut_off_date"],
    }


def payment_settings() -> dict[str, Any]:
    return dict(fixed_payment_settings(settings.PAID_CHECKOUT_MINUTES))
