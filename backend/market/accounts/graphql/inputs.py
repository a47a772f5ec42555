"""Inputs of accounts."""

from __future__ import annotations

import graphene

from market.core.graphql.enums import CountryCode, LanguageCodeEnum
from market.core.graphql.types import MetadataInput, non_null_list


class AddressInput(graphene.InputObjectType):
    """A postal address."""

    first_name = graphene.String(description="Given name.")
    last_name = graphene.String(description="Family name.")
    company_name = graphene.String(description="Company or organisation.")
    street_address_1 = graphene.String(
        name="streetAddress1", description="Street and number; in Korea road name and building number."
    )
    street_address_2 = graphene.String(name="streetAddress2", description="Floor, flat, building name.")
    city = graphene.String(description="City; in Korea 시·군·구.")
    city_area = graphene.String(description="District of the city.")
    postal_code = graphene.String(description="Postcode; in Korea five digits.")
    country = graphene.Field(CountryCode, description="Country.")
    country_area = graphene.String(description="State or province; in Korea 시·도.")
    phone = graphene.String(description="Phone number, with or without the country code.")
    metadata = graphene.Field(non_null_list(MetadataInput), description="Public metadata.")
    skip_validation = graphene.Boolean(
        default_value=False, description="Store the address unchecked; for staff and apps only."
    )


class AccountInput(graphene.InputObjectType):
    """What a user may change of the own account."""

    first_name = graphene.String(description="Given name.")
    last_name = graphene.String(description="Family name.")
    language_code = graphene.Field(LanguageCodeEnum, description="Language of mails and documents.")
    default_billing_address = AddressInput(description="Billing address.")
    default_shipping_address = AddressInput(description="Shipping address.")
    metadata = graphene.Field(non_null_list(MetadataInput), description="Public metadata.")


class AccountRegisterInput(graphene.InputObjectType):
    """What it takes to open an account."""

    first_name = graphene.String(description="Given name.")
    last_name = graphene.String(description="Family name.")
    language_code = graphene.Field(LanguageCodeEnum, description="Language of mails and documents.")
    email = graphene.String(required=True, description="E-mail address; it is the user name.")
    password = graphene.String(required=True, description="Password, at least eight characters.")
    redirect_url = graphene.String(
        description="Where the confirmation mail leads, on an allowed origin; needed while addresses have to be confirmed."
    )
    metadata = graphene.Field(non_null_list(MetadataInput), description="Public metadata.")
    channel = graphene.String(
        description="Slug of the channel whose words the mail speaks; may be left out where there is only one."
    )


def metadata_dict(items: list[dict[str, str]] | None) -> dict[str, str]:
    """Metadata input as the map that is stored."""
    return {item["key"]: item["value"] for item in items or []}


def plain_address(values: dict) -> dict:
    """Address input with Python's names for its values, as the services take it."""
    country = values.get("country")
    return {
        **values,
        **({"country": getattr(country, "value", country)} if country is not None else {}),
        "metadata": metadata_dict(values.get("metadata")),
    }
