"""The own address book."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.graphql.enums import AddressTypeEnum
from market.accounts.graphql.inputs import AddressInput, plain_address
from market.accounts.graphql.types import AccountError, Address, User
from market.accounts.services.address_book import address_create, address_delete, address_set_default, address_update
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id


class AccountAddressCreate(BaseMutation):
    class Meta:
        description = "Add an address to one's own book."
        error_type = AccountError
        login_required = True

    class Arguments:
        input = AddressInput(required=True, description="The address.")
        type = AddressTypeEnum(description="Make it the default for this use.")

    raises = (InvalidInput, Required)
    user = graphene.Field(User, description="The owner.")
    address = graphene.Field(Address, description="The new address.")

    @classmethod
    def perform(cls, info: Any, input: Any, type: Any = None) -> AccountAddressCreate:
        kind = getattr(type, "value", type)
        user, address = address_create(actor=info.context.actor, values=plain_address(input), kind=kind)
        return cls(user=user, address=address)


class AccountAddressUpdate(BaseMutation):
    class Meta:
        description = "Change an address of one's own book."
        error_type = AccountError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description="ID of the address.")
        input = AddressInput(required=True, description="What to change.")

    raises = (InvalidInput, Required, NotFound, InvalidId)
    user = graphene.Field(User, description="The owner.")
    address = graphene.Field(Address, description="The address after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> AccountAddressUpdate:
        user, address = address_update(
            actor=info.context.actor, address_id=pk_from_id(id, "Address"), values=plain_address(input)
        )
        return cls(user=user, address=address)


class AccountAddressDelete(BaseMutation):
    class Meta:
        description = "Take an address out of one's own book."
        error_type = AccountError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description="ID of the address.")

    raises = (NotFound, InvalidId)
    user = graphene.Field(User, description="The owner.")
    address = graphene.Field(Address, description="The address that is gone.")

    @classmethod
    def perform(cls, info: Any, id: str) -> AccountAddressDelete:
        user, address = address_delete(actor=info.context.actor, address_id=pk_from_id(id, "Address"))
        return cls(user=user, address=address)


class AccountSetDefaultAddress(BaseMutation):
    class Meta:
        description = "Make an address of one's own book the default for shipping or billing."
        error_type = AccountError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description="ID of the address.")
        type = AddressTypeEnum(required=True, description="For which use.")

    raises = (NotFound, InvalidId)
    user = graphene.Field(User, description="The owner.")

    @classmethod
    def perform(cls, info: Any, id: str, type: Any) -> AccountSetDefaultAddress:
        kind = getattr(type, "value", type)
        return cls(user=address_set_default(actor=info.context.actor, address_id=pk_from_id(id, "Address"), kind=kind))
