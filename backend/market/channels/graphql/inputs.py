"""Inputs of channels."""

from __future__ import annotations

import graphene

from market.channels.graphql.settings_types import FLOW_STRATEGY, AllocationStrategyEnum, MarkAsPaidStrategyEnum
from market.channels.graphql.types import ChannelAudienceEnum
from market.core.graphql.enums import CountryCode
from market.core.graphql.scalars import DateTime, Day, Hour, Minute
from market.core.graphql.types import MetadataInput, non_null_list


class StockSettingsInput(graphene.InputObjectType):
    """How the channel takes pieces from warehouses."""

    allocation_strategy = graphene.InputField(
        AllocationStrategyEnum, required=True, description="Whose pieces go first."
    )


class OrderSettingsInput(graphene.InputObjectType):
    """What the channel does with orders. Settings that have one value here answer INVALID to any other."""

    automatically_confirm_all_new_orders = graphene.Boolean(description="Always true here.")
    automatically_fulfill_non_shippable_gift_card = graphene.Boolean(description="Always false here.")
    expire_orders_after = graphene.InputField(
        Minute,
        description="When an unpaid order ends; null: after the market's usual days. Not for agencies' channels.",
    )
    delete_expired_orders_after = graphene.InputField(Day, description="Always 0 here: orders are kept.")
    mark_as_paid_strategy = graphene.InputField(MarkAsPaidStrategyEnum, description="Always TRANSACTION_FLOW here.")
    allow_unpaid_orders = graphene.Boolean(description="Whether a checkout completes before it is paid.")
    include_draft_order_in_voucher_usage = graphene.Boolean(description="Always false here.")
    draft_order_line_price_freeze_period = graphene.InputField(Hour, description="Always 0 here.")
    use_legacy_line_discount_propagation = graphene.Boolean(description="Always false here.")


class CheckoutAutoCompleteInput(graphene.InputObjectType):
    """When paid checkouts become orders by themselves. The operator decides it for all channels."""

    enabled = graphene.Boolean(required=True, description="Always true here.")
    delay = graphene.InputField(Minute, description="How long a paid checkout rests before.")
    cut_off_date = graphene.InputField(DateTime, description="Always null here.")


class CheckoutSettingsInput(graphene.InputObjectType):
    """What the channel does with checkouts. Other values than those here answer INVALID."""

    automatic_completion = CheckoutAutoCompleteInput(description="When paid checkouts become orders by themselves.")
    allow_legacy_gift_card_use = graphene.Boolean(description="Always true here.")


class PaymentSettingsInput(graphene.InputObjectType):
    """What the channel does with payments. Other values than those here answer INVALID."""

    default_transaction_flow_strategy = graphene.InputField(FLOW_STRATEGY, description="Always CHARGE here.")
    release_funds_for_expired_checkouts = graphene.Boolean(description="Always true here.")
    checkout_ttl_before_releasing_funds = graphene.InputField(Hour, description="The operator's, for all channels.")
    checkout_release_funds_cut_off_date = graphene.InputField(DateTime, description="Always null here.")


class ChannelInput(graphene.InputObjectType):
    """What is common to opening and changing a channel."""

    is_active = graphene.Boolean(description="Whether it sells.")
    stock_settings = StockSettingsInput(description="How it takes pieces from warehouses.")
    add_shipping_zones = non_null_list(graphene.ID, description="Shipping zones to assign.")
    add_warehouses = non_null_list(graphene.ID, description="Warehouses to assign.")
    order_settings = OrderSettingsInput(description="What it does with orders.")
    checkout_settings = CheckoutSettingsInput(description="What it does with checkouts.")
    payment_settings = PaymentSettingsInput(description="What it does with payments.")
    metadata = non_null_list(MetadataInput, description="Public metadata to add.")
    private_metadata = non_null_list(MetadataInput, description="Private metadata to add.")
    audience = graphene.InputField(ChannelAudienceEnum, description="Whom it sells to; citizens unless told.")


class ChannelCreateInput(ChannelInput):
    """A new channel."""

    name = graphene.String(required=True, description="Its name.")
    slug = graphene.String(required=True, description="Its slug.")
    currency_code = graphene.String(required=True, description="ISO 4217 code of its currency; it cannot be changed.")
    default_country = graphene.InputField(
        CountryCode, required=True, description="Where its buyers are unless they say otherwise."
    )


class ChannelUpdateInput(ChannelInput):
    """Changes of a channel."""

    name = graphene.String(description="Its name.")
    slug = graphene.String(description="Its slug.")
    default_country = graphene.InputField(CountryCode, description="Where its buyers are unless they say otherwise.")
    remove_shipping_zones = non_null_list(graphene.ID, description="Shipping zones to take away.")
    remove_warehouses = non_null_list(graphene.ID, description="Warehouses to take away.")


class ChannelDeleteInput(graphene.InputObjectType):
    """Where the orders of a deleted channel go."""

    channel_id = graphene.ID(required=True, description="ID of the channel that takes its orders.")
