"""Signing in with an account of another service."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.errors import (
    AccountInactive,
    ExternalSignInRefused,
    ExternalSignInUnavailable,
    SignInPluginUnknown,
    TokenExpired,
    TokenInvalid,
    TokenMissing,
    TokenUndecodable,
)
from market.accounts.flows import external_sign_in as flow
from market.accounts.graphql.arguments import plugin_argument, plugin_input
from market.accounts.graphql.types import AccountError, User
from market.core.errors import InvalidInput, NotFound
from market.core.graphql.mutations import BaseMutation
from market.core.graphql.scalars import JSONString

TOKEN_ERRORS = (TokenExpired, TokenInvalid, TokenMissing, TokenUndecodable)


class ExternalAuthenticationUrl(BaseMutation):
    class Meta:
        description = "Where to send somebody who wants to sign in with another service."
        error_type = AccountError

    class Arguments:
        plugin_id = plugin_argument()
        input = plugin_input("redirectUri, where the person comes back to with code and state")

    raises = (SignInPluginUnknown, NotFound, InvalidInput)
    authentication_data = JSONString(description="A JSON object with authorizationUrl.")

    @classmethod
    def perform(cls, info: Any, plugin_id: str, input: Any) -> ExternalAuthenticationUrl:
        return cls(authentication_data=flow.authentication_url(plugin_id=plugin_id, given=input))


class ExternalObtainAccessTokens(BaseMutation):
    class Meta:
        description = "Sign in with what the other service sent back."
        error_type = AccountError

    class Arguments:
        plugin_id = plugin_argument()
        input = plugin_input("code and state")

    raises = (
        SignInPluginUnknown, NotFound, InvalidInput, ExternalSignInRefused, ExternalSignInUnavailable, AccountInactive,
    )  # fmt: skip
    token = graphene.String(description="Access token.")
    refresh_token = graphene.String(
        description="Refresh token for externalRefresh; null where the other service gives none."
    )
    csrf_token = graphene.String(description="Always null: refresh tokens are not kept in cookies of the API.")
    user = graphene.Field(User, description="Who signed in.")

    @classmethod
    def perform(cls, info: Any, plugin_id: str, input: Any) -> ExternalObtainAccessTokens:
        session = flow.access_tokens_obtain(plugin_id=plugin_id, given=input, actor=info.context.actor)
        return cls(token=session.token, refresh_token=session.refresh_token, user=session.user)


class ExternalRefresh(BaseMutation):
    class Meta:
        description = "Stay signed in, if the other service still knows the person."
        error_type = AccountError

    class Arguments:
        plugin_id = plugin_argument()
        input = plugin_input("refreshToken")

    raises = (
        *TOKEN_ERRORS,
        SignInPluginUnknown,
        NotFound,
        InvalidInput,
        ExternalSignInRefused,
        ExternalSignInUnavailable,
    )
    token = graphene.String(description="A new access token.")
    refresh_token = graphene.String(description="A new refresh token.")
    csrf_token = graphene.String(description="Always null: refresh tokens are not kept in cookies of the API.")
    user = graphene.Field(User, description="Whose they are.")

    @classmethod
    def perform(cls, info: Any, plugin_id: str, input: Any) -> ExternalRefresh:
        session = flow.session_refresh(plugin_id=plugin_id, given=input)
        return cls(token=session.token, refresh_token=session.refresh_token, user=session.user)


class ExternalVerify(BaseMutation):
    class Meta:
        description = "Ask whether an access token of an external sign-in is good."
        error_type = AccountError

    class Arguments:
        plugin_id = plugin_argument()
        input = plugin_input("token")

    raises = (*TOKEN_ERRORS, SignInPluginUnknown, NotFound, InvalidInput)
    user = graphene.Field(User, description="Whose it is.")
    is_valid = graphene.Boolean(required=True, default_value=False, description="Whether it is good.")
    verify_data = JSONString(description="What it says.")

    @classmethod
    def perform(cls, info: Any, plugin_id: str, input: Any) -> ExternalVerify:
        user, data = flow.session_verify(plugin_id=plugin_id, given=input)
        return cls(user=user, is_valid=True, verify_data=data)


class ExternalLogout(BaseMutation):
    class Meta:
        description = "Where to send somebody whose session at the other service shall end, too."
        error_type = AccountError

    class Arguments:
        plugin_id = plugin_argument()
        input = plugin_input("the query of that address, such as returnTo")

    raises = (SignInPluginUnknown,)
    logout_data = JSONString(description="A JSON object with logoutUrl, or an empty one.")

    @classmethod
    def perform(cls, info: Any, plugin_id: str, input: Any) -> ExternalLogout:
        return cls(logout_data=flow.logout_data(plugin_id=plugin_id, given=input))
