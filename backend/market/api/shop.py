"""The shop as a whole."""

from __future__ import annotations

from typing import Any

import graphene
from django.conf import settings

from market.accounts.flows.external_sign_in import PLUGIN_ID
from market.accounts.gateways import oidc
from market.channels.graphql.types import CountryDisplay, country_display
from market.channels.selectors.channels import channel_list
from market.core.actor import ANONYMOUS
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.extensions import extensions_for
from market.core.graphql.types import non_null_list


class LanguageDisplay(graphene.ObjectType):
    """A language by code and name."""

    code = graphene.Field(LanguageCodeEnum, required=True, description="Code of the language.")
    language = graphene.String(required=True, description="Its name.")


class Domain(graphene.ObjectType):
    """Where the API is reached."""

    host = graphene.String(required=True, description="Host name.")
    ssl_enabled = graphene.Boolean(required=True, description="Whether it is reached by HTTPS.")
    url = graphene.String(required=True, description="Its address.")


class LimitInfo(graphene.ObjectType):
    """Caps on what one call may ask."""

    maximum_cost = graphene.Int(required=True, description="Highest cost of a call.")
    maximum_depth = graphene.Int(required=True, description="Deepest nesting of a document.")
    maximum_aliases = graphene.Int(required=True, description="Most aliases in a document.")
    maximum_page_size = graphene.Int(required=True, description="Largest page of a connection.")
    maximum_batch = graphene.Int(required=True, description="Most operations in a batch.")


class ExternalAuthentication(graphene.ObjectType):
    """Another service that people can sign in with."""

    id = graphene.String(required=True, description="What `pluginId` names it by.")
    name = graphene.String(description="What people know it as.")


class Shop(*extensions_for("Shop"), graphene.ObjectType):  # type: ignore[misc]
    """Facts about the shop as a whole."""

    name = graphene.String(required=True, description="Name of the shop.")
    description = graphene.String(description="What it is.")
    version = graphene.String(required=True, description="Version of Saleor's contract that is spoken.")
    schema_version = graphene.String(required=True, description="The same, major and minor.")
    domain = graphene.Field(Domain, required=True, description="Where the API is reached.")
    default_country = graphene.Field(CountryDisplay, description="Where buyers are unless they say otherwise.")
    countries = graphene.Field(
        non_null_list(CountryDisplay), required=True, description="Where orders can be delivered."
    )
    languages = graphene.Field(non_null_list(LanguageDisplay), required=True, description="Languages of the shop.")
    permissions = graphene.Field(
        non_null_list(graphene.String), required=True, description="Names of the permissions staff can hold."
    )
    phone_prefixes = graphene.Field(
        non_null_list(graphene.String), required=True, description="Country codes of phone numbers."
    )
    display_gross_prices = graphene.Boolean(required=True, description="Whether prices are shown with VAT.")
    charge_taxes_on_shipping = graphene.Boolean(required=True, description="Whether delivery is taxed.")
    track_inventory_by_default = graphene.Boolean(
        required=True, description="Whether stock counts unless told otherwise."
    )
    available_external_authentications = graphene.Field(
        non_null_list(ExternalAuthentication), required=True, description="Other services that people can sign in with."
    )
    channel_currencies = graphene.Field(
        non_null_list(graphene.String), required=True, description="Currencies of the active channels."
    )
    header_text = graphene.String(description="A line about the shop.")
    limits = graphene.Field(LimitInfo, required=True, description="Caps on what one call may ask.")

    @staticmethod
    def resolve_name(root: Any, info: Any) -> str:
        return settings.SHOP_NAME

    @staticmethod
    def resolve_description(root: Any, info: Any) -> str:
        return _tagline(info)

    @staticmethod
    def resolve_header_text(root: Any, info: Any) -> str:
        return _tagline(info)

    @staticmethod
    def resolve_version(root: Any, info: Any) -> str:
        return "3.24.0"

    @staticmethod
    def resolve_schema_version(root: Any, info: Any) -> str:
        return "3.24"

    @staticmethod
    def resolve_domain(root: Any, info: Any) -> dict[str, Any]:
        scheme, _, host = settings.PUBLIC_API_URL.partition("://")
        return {"host": host, "ssl_enabled": scheme == "https", "url": settings.PUBLIC_API_URL}

    @staticmethod
    def resolve_default_country(root: Any, info: Any) -> dict[str, str]:
        return country_display("KR", info)

    @staticmethod
    def resolve_countries(root: Any, info: Any) -> list[dict[str, str]]:
        return [country_display("KR", info)]

    @staticmethod
    def resolve_languages(root: Any, info: Any) -> list[dict[str, str]]:
        return [{"code": code, "language": name} for code, name in settings.LANGUAGES]

    @staticmethod
    def resolve_permissions(root: Any, info: Any) -> list[str]:
        from market.core.permissions import ALL_PERMISSIONS

        return list(ALL_PERMISSIONS)

    @staticmethod
    def resolve_phone_prefixes(root: Any, info: Any) -> list[str]:
        return ["82"]

    @staticmethod
    def resolve_display_gross_prices(root: Any, info: Any) -> bool:
        return True

    @staticmethod
    def resolve_charge_taxes_on_shipping(root: Any, info: Any) -> bool:
        return True

    @staticmethod
    def resolve_track_inventory_by_default(root: Any, info: Any) -> bool:
        return True

    @staticmethod
    def resolve_available_external_authentications(root: Any, info: Any) -> list[dict[str, str]]:
        return [{"id": PLUGIN_ID, "name": "OpenID Connect"}] if oidc.is_configured() else []

    @staticmethod
    def resolve_channel_currencies(root: Any, info: Any) -> list[str]:
        return sorted({channel.currency_code for channel in channel_list(viewer=ANONYMOUS)})

    @staticmethod
    def resolve_limits(root: Any, info: Any) -> dict[str, int]:
        return {
            "maximum_cost": settings.GRAPHQL_MAX_COST,
            "maximum_depth": settings.GRAPHQL_MAX_DEPTH,
            "maximum_aliases": settings.GRAPHQL_MAX_ALIASES,
            "maximum_page_size": settings.GRAPHQL_MAX_PAGE_SIZE,
            "maximum_batch": settings.GRAPHQL_MAX_BATCH,
        }


TAGLINES = {"ko": "사람과 지역을 잇는 사회연대경제 장터", "en": "The market that joins people with the social economy"}


def _tagline(info: Any) -> str:
    return TAGLINES[info.context.language]
