"""Inputs of the checkout, and how they become what services take."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.graphql.inputs import AddressInput, metadata_dict, plain_address
from market.accounts.services.address_clean import AddressChecks
from market.checkout.rules import LineChange, LineRequest
from market.core.errors import InvalidInput, PermissionDenied, Required
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.mutations import pk_from_id, uuid_from_id
from market.core.graphql.scalars import PositiveDecimal
from market.core.graphql.types import MetadataInput, non_null_list
from market.core.permissions import MANAGE_CHECKOUTS

MOST_ENTRIES, LONGEST_KEY, LONGEST_VALUE = 100, 256, 32_768  # as for the metadata mutations


class CheckoutLineInput(graphene.InputObjectType):
    """So many of a variant."""

    quantity = graphene.Int(required=True, description="How many.")
    variant_id = graphene.ID(required=True, description="ID of the variant.")
    price = PositiveDecimal(description="Another price than the listed one; for apps that may set prices.")
    price_override_reason = graphene.String(description="Why the price is another one.")
    force_new_line = graphene.Boolean(
        default_value=False, description="Make a line of its own even if the variant is there already."
    )
    metadata = graphene.Field(non_null_list(MetadataInput), description="Public metadata of the line.")


class CheckoutLineUpdateInput(graphene.InputObjectType):
    """A new quantity for a line."""

    variant_id = graphene.ID(description="ID of the variant; name the line instead where there are several of it.")
    quantity = graphene.Int(description="How many; 0 removes the line.")
    price = PositiveDecimal(description="Another price than the listed one; for apps that may set prices.")
    price_override_reason = graphene.String(description="Why the price is another one.")
    line_id = graphene.ID(description="ID of the line.")
    metadata = graphene.Field(non_null_list(MetadataInput), description="Public metadata of the line.")


class CheckoutAddressValidationRules(graphene.InputObjectType):
    """Which checks an address must pass."""

    check_required_fields = graphene.Boolean(default_value=True, description="Whether required fields must be filled.")
    check_fields_format = graphene.Boolean(
        default_value=True, description="Whether values must have their form, e.g. postcodes."
    )
    enable_fields_normalization = graphene.Boolean(default_value=True, description="Whether values are tidied.")


class CheckoutValidationRules(graphene.InputObjectType):
    """Which checks the addresses must pass."""

    shipping_address = CheckoutAddressValidationRules(description="For the shipping address.")
    billing_address = CheckoutAddressValidationRules(description="For the billing address.")


class CheckoutCreateInput(graphene.InputObjectType):
    """What a checkout starts with."""

    channel = graphene.String(description="Slug of the channel.")
    lines = graphene.Field(non_null_list(CheckoutLineInput), description="What to buy.")
    email = graphene.String(description="Where to write to.")
    save_shipping_address = graphene.Boolean(
        description="Whether a member's shipping address is kept; it is unless told otherwise."
    )
    shipping_address = AddressInput(description="Where it goes.")
    save_billing_address = graphene.Boolean(
        description="Whether a member's billing address is kept; it is unless told otherwise."
    )
    billing_address = AddressInput(description="Whom papers are made out to.")
    language_code = graphene.Field(LanguageCodeEnum, description="Language of mails and papers.")
    validation_rules = CheckoutValidationRules(description="Which checks the addresses must pass.")
    metadata = graphene.Field(non_null_list(MetadataInput), description="Public metadata.")
    private_metadata = graphene.Field(
        non_null_list(MetadataInput), description="Metadata for staff; needs their permission."
    )


def clean_metadata(items: Any) -> dict[str, str]:
    """Metadata input as the map that is stored. Raises Required for an empty key, InvalidInput for what cannot be kept."""
    given = metadata_dict(items)
    if any(not key.strip() for key in given):
        raise Required("metadata")
    too_long = any(len(key) > LONGEST_KEY or len(value) > LONGEST_VALUE for key, value in given.items())
    if too_long or len(given) > MOST_ENTRIES or any("\x00" in text for pair in given.items() for text in pair):
        raise InvalidInput("metadata", "저장할 수 없는 메타데이터예요.", "This metadata cannot be stored.")
    return given


def ensure_listed_price(line: Any) -> None:
    """Prices are the market's: no shopper may name one."""
    if line.get("price") is not None or line.get("price_override_reason"):
        raise PermissionDenied("HANDLE_CHECKOUTS")


def line_requests(lines: Any) -> list[LineRequest]:
    for line in lines:
        ensure_listed_price(line)
    return [
        LineRequest(
            variant_id=pk_from_id(line["variant_id"], "ProductVariant", field="variantId"),
            quantity=line["quantity"],
            force_new_line=bool(line.get("force_new_line")),
            metadata=clean_metadata(line.get("metadata")),
        )
        for line in lines
    ]


def line_changes(lines: Any) -> list[LineChange]:
    changes = []
    for line in lines:
        ensure_listed_price(line)
        line_id, variant_id = line.get("line_id"), line.get("variant_id")
        if not line_id and not variant_id:
            raise Required("lineId")
        changes.append(
            LineChange(
                line_id=uuid_from_id(line_id, "CheckoutLine", field="lineId") if line_id else None,
                variant_id=pk_from_id(variant_id, "ProductVariant", field="variantId")
                if variant_id and not line_id
                else None,
                quantity=line.get("quantity"),
                metadata=clean_metadata(line.get("metadata")),
            )
        )
    return changes


def address_values(address: Any, actor: Any) -> dict[str, Any] | None:
    """Address input as services take it. Unchecked addresses are for staff."""
    if address is None:
        return None
    clean_metadata(address.get("metadata"))
    values = plain_address(address)
    if values.pop("skip_validation", False) and not actor.has_permission(MANAGE_CHECKOUTS):
        raise PermissionDenied(MANAGE_CHECKOUTS)
    return values


def address_checks(rules: Any, address: Any = None) -> AddressChecks:
    """The checks asked for; none for an address that staff send unchecked."""
    if address is not None and address.get("skip_validation"):
        return AddressChecks(required_fields=False, fields_format=False, normalization=False)
    given = rules or {}
    return AddressChecks(
        required_fields=given.get("check_required_fields", True) is not False,
        fields_format=given.get("check_fields_format", True) is not False,
        normalization=given.get("enable_fields_normalization", True) is not False,
    )
