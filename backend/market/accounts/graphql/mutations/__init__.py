"""Mutations of accounts, one a file."""

from __future__ import annotations

from market.accounts.graphql.mutations.account_address import (
    AccountAddressCreate,
    AccountAddressDelete,
    AccountAddressUpdate,
    AccountSetDefaultAddress,
)
from market.accounts.graphql.mutations.account_register import AccountRegister
from market.accounts.graphql.mutations.account_update import AccountUpdate
from market.accounts.graphql.mutations.password_change import PasswordChange
from market.accounts.graphql.mutations.tokens import CreateToken, DeactivateAllUserTokens, RefreshToken, VerifyToken


class AccountMutations:
    token_create = CreateToken.Field()
    token_refresh = RefreshToken.Field()
    token_verify = VerifyToken.Field()
    tokens_deactivate_all = DeactivateAllUserTokens.Field()
    account_register = AccountRegister.Field()
    account_update = AccountUpdate.Field()
    account_address_create = AccountAddressCreate.Field()
    account_address_update = AccountAddressUpdate.Field()
    account_address_delete = AccountAddressDelete.Field()
    account_set_default_address = AccountSetDefaultAddress.Field()
    password_change = PasswordChange.Field()
