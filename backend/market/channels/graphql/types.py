"""The channel as clients see it."""

from __future__ import annotations

from typing import Any

import graphene
from django.conf import settings

from market.channels.models import Audience
from market.channels.models import Channel as ChannelModel
from market.core.graphql.enums import enum_from_choices
from market.core.graphql.languages import country_name, in_english
from market.core.graphql.types import ModelObjectType, Node, ObjectWithMetadata, non_null_list

ChannelAudienceEnum = enum_from_choices("ChannelAudienceEnum", Audience, "Whom a channel sells to.")


class CountryDisplay(graphene.ObjectType):
    """A country by code and name."""

    code = graphene.String(required=True, description="ISO 3166-1 alpha-2 code.")
    country = graphene.String(required=True, description="Its name.")


def country_display(code: str, info: Any) -> dict[str, str]:
    """The country, named in the language of the request."""
    return {"code": code, "country": country_name(code, "en" if in_english(info) else "ko")}


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


class Channel(ModelObjectType):
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
    countries = graphene.Field(non_null_list(CountryDisplay), description="Where its orders can be delivered.")
    audience = graphene.Field(ChannelAudienceEnum, required=True, description="Whom it sells to.")
    allow_unpaid_orders = graphene.Boolean(required=True, description="Whether a checkout completes before it is paid.")
    bank_transfer = graphene.Field(
        BankTransferAccount, description="The account to transfer to, where transfers are taken."
    )

    @staticmethod
    def resolve_default_country(root: ChannelModel, info: Any) -> dict[str, str]:
        return country_display(root.default_country, info)

    @staticmethod
    def resolve_countries(root: ChannelModel, info: Any) -> list[dict[str, str]]:
        return [country_display(root.default_country, info)]

    @staticmethod
    def resolve_bank_transfer(root: ChannelModel, info: Any) -> dict[str, str] | None:
        return operator_account() if root.audience == Audience.CITIZEN else None
