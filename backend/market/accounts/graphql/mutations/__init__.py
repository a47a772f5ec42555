"""Mutations of accounts, one a file."""

from __future__ import annotations

from market.accounts.graphql.mutations.account_address import (
    AccountAddressCreate,
    AccountAddressDelete,
    AccountAddressUpdate,
    AccountSetDefaultAddress,
)
from market.accounts.graphql.mutations.account_confirm import ConfirmAccount, SendConfirmationEmail
from market.accounts.graphql.mutations.account_deletion import AccountDelete, AccountRequestDeletion
from market.accounts.graphql.mutations.account_register import AccountRegister
from market.accounts.graphql.mutations.account_update import AccountUpdate
from market.accounts.graphql.mutations.email_change import ConfirmEmailChange, RequestEmailChange
from market.accounts.graphql.mutations.external_sign_in import (
    ExternalAuthenticationUrl,
    ExternalLogout,
    ExternalObtainAccessTokens,
    ExternalRefresh,
    ExternalVerify,
)
from market.accounts.graphql.mutations.password_change import PasswordChange
from market.accounts.graphql.mutations.password_reset import RequestPasswordReset, SetPassword
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
    confirm_account = ConfirmAccount.Field()
    send_confirmation_email = SendConfirmationEmail.Field()
    request_password_reset = RequestPasswordReset.Field()
    set_password = SetPassword.Field()
    request_email_change = RequestEmailChange.Field()
    confirm_email_change = ConfirmEmailChange.Field()
    account_request_deletion = AccountRequestDeletion.Field()
    account_delete = AccountDelete.Field()
    external_authentication_url = ExternalAuthenticationUrl.Field()
    external_obtain_access_tokens = ExternalObtainAccessTokens.Field()
    external_refresh = ExternalRefresh.Field()
    external_verify = ExternalVerify.Field()
    external_logout = ExternalLogout.Field()
