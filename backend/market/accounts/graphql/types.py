"""People and addresses as clients see them."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLError

from market.accounts.graphql.enums import AccountErrorCode, AddressTypeEnum, SendConfirmationEmailErrorCode
from market.accounts.graphql.permission_types import UserPermissionFields
from market.accounts.models import Address as AddressModel
from market.accounts.models import User as UserModel
from market.accounts.rules import email_key
from market.accounts.services.account_register import Registration
from market.channels.graphql.types import CountryDisplay, country_display
from market.core import clock
from market.core.errors import PermissionDenied
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, by_key, grouped
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.extensions import extensions_for
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import Image, ModelObjectType, Node, ObjectWithMetadata, metadata_items, non_null_list
from market.core.permissions import MANAGE_STAFF, MANAGE_USERS

NOBODY = 0  # no row has this key


class AccountError(SaleorError):
    """What went wrong with an account."""

    code = graphene.Field(AccountErrorCode, required=True, description="The error's code.")
    address_type = graphene.Field(AddressTypeEnum, description="Which of two addresses the error is about.")


class SendConfirmationEmailError(SaleorError):
    """What went wrong with asking for the confirmation mail again."""

    code = graphene.Field(SendConfirmationEmailErrorCode, required=True, description="The error's code.")


class Address(ModelObjectType):
    """A postal address."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    first_name = graphene.String(required=True, description="Given name.")
    last_name = graphene.String(required=True, description="Family name.")
    company_name = graphene.String(required=True, description="Company or organisation.")
    street_address_1 = graphene.String(required=True, name="streetAddress1", description="Street and number.")
    street_address_2 = graphene.String(required=True, name="streetAddress2", description="Floor, flat, building name.")
    city = graphene.String(required=True, description="City; in Korea 시·군·구.")
    city_area = graphene.String(required=True, description="District of the city.")
    postal_code = graphene.String(required=True, description="Postcode.")
    country = graphene.Field(CountryDisplay, required=True, description="Country.")
    country_area = graphene.String(required=True, description="State or province; in Korea 시·도.")
    phone = graphene.String(description="Phone number.")
    is_default_shipping_address = graphene.Boolean(description="Whether it is the owner's default for shipping.")
    is_default_billing_address = graphene.Boolean(description="Whether it is the owner's default for billing.")

    @staticmethod
    def resolve_country(root: AddressModel, info: Any) -> dict[str, str]:
        return country_display(root.country, info)

    @staticmethod
    def resolve_is_default_shipping_address(root: AddressModel, info: Any) -> bool | None:
        return getattr(root, "is_default_shipping", None)

    @staticmethod
    def resolve_is_default_billing_address(root: AddressModel, info: Any) -> bool | None:
        return getattr(root, "is_default_billing", None)


def batch_addresses(ids: list[int | None]) -> list[AddressModel | None]:
    """The address of each id, in one statement."""
    return by_key(AddressModel.objects.filter(pk__in={pk for pk in ids if pk}), lambda row: row.pk, ids)


class User(*extensions_for("User"), UserPermissionFields, ModelObjectType):  # type: ignore[misc]
    """A person with an account."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    email = graphene.String(required=True, description="E-mail address.")
    first_name = graphene.String(required=True, description="Given name.")
    last_name = graphene.String(required=True, description="Family name.")
    is_staff = graphene.Boolean(required=True, description="Whether the person works for the market.")
    is_active = graphene.Boolean(required=True, description="Whether the account can be used.")
    is_confirmed = graphene.Boolean(required=True, description="Whether the e-mail address is confirmed.")
    language_code = graphene.Field(LanguageCodeEnum, required=True, description="Language of mails and documents.")
    date_joined = graphene.Field(DateTime, required=True, description="When the account was opened.")
    updated_at = graphene.Field(DateTime, required=True, description="When it last changed.")
    avatar = graphene.Field(
        Image,
        size=graphene.Int(description="Wanted size in pixels."),
        description="The person's picture; none until one is chosen.",
    )
    addresses = graphene.Field(non_null_list(Address), required=True, description="The address book.")
    default_shipping_address = graphene.Field(Address, description="Where things go unless told otherwise.")
    default_billing_address = graphene.Field(Address, description="Whom papers are made out to unless told otherwise.")

    @staticmethod
    def resolve_id(root: UserModel, info: Any) -> str:
        return "" if root.pk == NOBODY else to_global_id("User", root.pk)

    @staticmethod
    def resolve_private_metadata(root: UserModel, info: Any) -> list[dict[str, str]]:
        permission = MANAGE_STAFF if root.is_staff else MANAGE_USERS
        if not info.context.actor.has_permission(permission):
            raise PermissionDenied(permission)
        return metadata_items(root.private_metadata)

    @staticmethod
    def resolve_avatar(root: UserModel, info: Any, size: int | None = None) -> None:
        return None

    @batch
    def resolve_addresses(parents: list[UserModel], info: Any) -> list[list[AddressModel]]:
        links = UserModel.addresses.through.objects.filter(user_id__in=[user.pk for user in parents]).select_related(
            "address"
        )
        found = grouped(links.order_by("address_id"), lambda link: link.user_id, [user.pk for user in parents])
        return [[_marked(link.address, user) for link in links] for user, links in zip(parents, found, strict=True)]

    @batch
    def resolve_default_shipping_address(parents: list[UserModel], info: Any) -> list[AddressModel | None]:
        return batch_addresses([user.default_shipping_address_id for user in parents])

    @batch
    def resolve_default_billing_address(parents: list[UserModel], info: Any) -> list[AddressModel | None]:
        return batch_addresses([user.default_billing_address_id for user in parents])


def user_in_waiting(given: Registration) -> UserModel:
    """What was given, as a user whose ID is empty: nothing can be read through it, and it says nothing about the address."""
    now = clock.now()
    return UserModel(
        pk=NOBODY,
        email=email_key(given.email),
        is_confirmed=False,
        date_joined=now,
        updated_at=now,
        **given.owner_fields(),
    )


def _marked(address: AddressModel, user: UserModel) -> AddressModel:
    address.is_default_shipping = address.pk == user.default_shipping_address_id  # type: ignore[attr-defined]
    address.is_default_billing = address.pk == user.default_billing_address_id  # type: ignore[attr-defined]
    return address


class ChoiceValue(graphene.ObjectType):
    """One choice of a form field."""

    raw = graphene.String(description="The value to send.")
    verbose = graphene.String(description="The value to show.")


class AddressValidationData(graphene.ObjectType):
    """How addresses of a country are written: which fields, which are needed, which choices they offer."""

    country_code = graphene.String(required=True, description="ISO 3166-1 alpha-2 code.")
    country_name = graphene.String(required=True, description="Name of the country.")
    address_format = graphene.String(required=True, description="Order of the fields on an envelope.")
    address_latin_format = graphene.String(required=True, description="The same in Latin script.")
    allowed_fields = graphene.Field(non_null_list(graphene.String), required=True, description="Fields that are used.")
    required_fields = graphene.Field(
        non_null_list(graphene.String), required=True, description="Fields that must be given."
    )
    upper_fields = graphene.Field(
        non_null_list(graphene.String), required=True, description="Fields written in capitals."
    )
    country_area_type = graphene.String(required=True, description="What the country area is called.")
    country_area_choices = graphene.Field(non_null_list(ChoiceValue), required=True, description="Its choices.")
    city_type = graphene.String(required=True, description="What the city is called.")
    city_choices = graphene.Field(non_null_list(ChoiceValue), required=True, description="Its choices.")
    city_area_type = graphene.String(required=True, description="What the city area is called.")
    city_area_choices = graphene.Field(non_null_list(ChoiceValue), required=True, description="Its choices.")
    postal_code_type = graphene.String(required=True, description="What the postcode is called.")
    postal_code_matchers = graphene.Field(
        non_null_list(graphene.String), required=True, description="Patterns of a valid postcode."
    )
    postal_code_examples = graphene.Field(
        non_null_list(graphene.String), required=True, description="Examples of postcodes."
    )
    postal_code_prefix = graphene.String(required=True, description="What stands before every postcode.")


def no_such_place() -> GraphQLError:
    return GraphQLError("There are no address rules for this place.")
