"""Reading accounts."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLError

from market.accounts.graphql.types import Address, AddressValidationData, User, no_such_place
from market.accounts.models import Address as AddressModel
from market.accounts.models import User as UserModel
from market.accounts.rules import ADDRESS_FIELDS, KOREAN_AREA_NAMES, address_validation_data
from market.core.errors import PermissionDenied
from market.core.global_ids import int_pk
from market.core.graphql.enums import CountryCode
from market.core.permissions import MANAGE_ORDERS, MANAGE_STAFF, MANAGE_USERS

USER_READERS = (MANAGE_STAFF, MANAGE_USERS, MANAGE_ORDERS)
CAMEL_BY_NAME = dict(ADDRESS_FIELDS.values())


class AccountQueries:
    me = graphene.Field(User, description="The person who asks; null when nobody is signed in.")
    user = graphene.Field(
        User,
        id=graphene.ID(description="ID of the user."),
        email=graphene.String(description="E-mail address of the user."),
        description="A user, for those who manage staff, users or orders.",
    )
    address = graphene.Field(
        Address, id=graphene.ID(required=True, description="ID of the address."), description="An address of one's own."
    )
    address_validation_rules = graphene.Field(
        AddressValidationData,
        country_code=graphene.Argument(CountryCode, required=True, description="Country."),
        country_area=graphene.String(description="State or province."),
        city=graphene.String(description="City."),
        city_area=graphene.String(description="District of the city."),
        description="How addresses of a place are written.",
    )

    @staticmethod
    def resolve_me(root: Any, info: Any) -> UserModel | None:
        actor = info.context.actor
        return UserModel.objects.get(pk=actor.user_id) if actor.is_authenticated else None

    @staticmethod
    def resolve_user(root: Any, info: Any, id: str | None = None, email: str | None = None) -> UserModel | None:
        if not info.context.actor.has_permission(*USER_READERS):
            raise PermissionDenied(*USER_READERS)
        if (id is None) == (email is None):
            raise GraphQLError("At least one and only one of 'id' and 'email' is required.")
        users = (
            UserModel.objects.filter(pk=int_pk(id, "User"))
            if id is not None
            else UserModel.objects.filter(email__iexact=(email or "").replace("\x00", "\ufffd"))
        )
        return users.first()

    @staticmethod
    def resolve_address(root: Any, info: Any, id: str) -> AddressModel | None:
        actor = info.context.actor
        return (
            AddressModel.objects.filter(pk=int_pk(id, "Address"), owners=actor.user_id).first()
            if actor.is_authenticated
            else None
        )

    @staticmethod
    def resolve_address_validation_rules(
        root: Any,
        info: Any,
        country_code: Any,
        country_area: str | None = None,
        city: str | None = None,
        city_area: str | None = None,
    ) -> dict[str, Any]:
        try:
            rules = address_validation_data(getattr(country_code, "value", country_code), country_area, city, city_area)
        except ValueError as error:
            raise no_such_place() from error
        data = {name: getattr(rules, name) for name in rules.__slots__}
        if data["country_code"] == "KR":  # the address data still has the provinces' former names
            data["country_area_choices"] = [(name, name) for name in KOREAN_AREA_NAMES]
        for name in ("country_area_choices", "city_choices", "city_area_choices"):
            data[name] = [{"raw": raw, "verbose": verbose} for raw, verbose in data[name]]
        for name in ("allowed_fields", "required_fields", "upper_fields"):
            data[name] = sorted(CAMEL_BY_NAME.get(field, field) for field in data[name])
        if "streetAddress1" in data["allowed_fields"]:
            data["allowed_fields"] = sorted([*data["allowed_fields"], "streetAddress2"])
        data["postal_code_matchers"] = [pattern.pattern for pattern in data["postal_code_matchers"]]
        return data
