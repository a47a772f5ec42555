"""The channel as clients see it."""

from __future__ import annotations

from typing import Any

import graphene
from django.conf import settings

from market.channels.graphql.countries import CountryDisplay, country_display
from market.channels.graphql.settings_types import checkout_settings, order_settings, payment_settings
from market.channels.models import Audience
from market.channels.models import Channel as ChannelModel
from market.core.errors import PermissionDenied
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.extensions import extensions_for
from market.core.graphql.types import ModelObjectType, Node, ObjectWithMetadata
from market.core.permissions import HANDLE_PAYMENTS, MANAGE_CHANNELS, MANAGE_CHECKOUTS, MANAGE_ORDERS

__all__ = [
    "BankTransferAccount",
    "Channel",
    "ChannelAudienceEnum",
    "CountryDisplay",
    "country_display",
    "operator_account",
]

ChannelAudienceEnum = enum_from_choices("ChannelAudienceEnum", Audience, "Whom a channel sells to.")


class BankTransferAccount(graphene.ObjectType):
    """The account that buyers transfer to."""

    bank_name = graphene.String(required=True, description="Name of the bank.")
    account_number = graphene.String(required=True, description="Number of the account.")
    account_holder = graphene.String(required=True, description="Who holds it.")


def operator_account() -> dict[str, str]:
    return {
        "bank_name": settings.OPERATOR_BANK_NAME,
        "account_number": settings.OPERATOR_BANK_ACCOUNT,
        "account_holder": settings.OPERATOR_BANK_HOLDER,
    }


class Channel(*extensions_for("Channel"), ModelObjectType):  # type: ignore[misc]
    """A sales channel: its own listings, prices, buyers and rules over the one catalogue."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the channel.")
    slug = graphene.String(required=True, description="Slug of the channel.")
    is_active = graphene.Boolean(required=True, description="Whether it sells.")
    currency_code = graphene.String(required=True, description="ISO 4217 code of its currency.")
    default_country = graphene.Field(
        CountryDisplay, required=True, description="Where its buyers are unless they say otherwise."
    )
    audience = graphene.Field(ChannelAudienceEnum, required=True, description="Whom it sells to.")
    allow_unpaid_orders = graphene.Boolean(required=True, description="Whether a checkout completes before it is paid.")
    stock_settings = graphene.Field(
        "market.channels.graphql.settings_types.StockSettings",
        required=True,
        description="How it takes pieces from warehouses; for staff.",
    )
    order_settings = graphene.Field(
        "market.channels.graphql.settings_types.OrderSettings",
        required=True,
        description="What it does with orders; for staff.",
    )
    checkout_settings = graphene.Field(
        "market.channels.graphql.settings_types.CheckoutSettings",
        required=True,
        description="What it does with checkouts; for staff.",
    )
    payment_settings = graphene.Field(
        "market.channels.graphql.settings_types.PaymentSettings",
        required=True,
        description="What it does with payments; for staff.",
    )
    bank_transfer = graphene.Field(
        BankTransferAccount, description="The account to transfer to, where transfers are taken."
    )

    @staticmethod
    def resolve_default_country(root: ChannelModel, info: Any) -> dict[str, str]:
        return country_display(root.default_country, info)

    @staticmethod
    def resolve_stock_settings(root: ChannelModel, info: Any) -> dict[str, Any]:
        _ensure_staff(info)
        return {"allocation_strategy": root.allocation_strategy}

    @staticmethod
    def resolve_order_settings(root: ChannelModel, info: Any) -> dict[str, Any]:
        _ensure_staff(info, MANAGE_ORDERS)
        return order_settings(root)

    @staticmethod
    def resolve_checkout_settings(root: ChannelModel, info: Any) -> dict[str, Any]:
        _ensure_staff(info, MANAGE_CHECKOUTS)
        return checkout_settings()

    @staticmethod
    def resolve_payment_settings(root: ChannelModel, info: Any) -> dict[str, Any]:
        _ensure_staff(info, HANDLE_PAYMENTS)
        return payment_settings()

    @staticmethod
    def resolve_bank_transfer(root: ChannelModel, info: Any) -> dict[str, str] | None:
        return operator_account() if root.audience == Audience.CITIZEN else None


def _ensure_staff(info: Any, *permissions: str) -> None:
    """The settings of a channel are for those who manage channels, and for those whose work they decide."""
    if not info.context.actor.has_permission(MANAGE_CHANNELS, *permissions):
        raise PermissionDenied(MANAGE_CHANNELS, *permissions)
