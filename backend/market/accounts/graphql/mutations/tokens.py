"""Signing in, staying signed in, and asking whether one is."""

from __future__ import annotations

from typing import Any

import graphene
from graphene.types.generic import GenericScalar

from market.accounts.errors import (
    AccountInactive,
    AccountNotConfirmed,
    InvalidCredentials,
    LoginAttemptDelayed,
    TokenExpired,
    TokenInvalid,
    TokenMissing,
    TokenUndecodable,
    TooManyRefreshes,
)
from market.accounts.graphql.types import AccountError, User
from market.accounts.services.account_update import tokens_deactivate_all
from market.accounts.services.token_issue import user_authenticate
from market.accounts.services.token_refresh import token_refresh
from market.accounts.services.tokens import ACCESS, REFRESH, payload_user, token_create, token_payload
from market.core.graphql.mutations import BaseMutation


class CreateToken(BaseMutation):
    class Meta:
        description = "Sign in with e-mail and password."
        error_type = AccountError

    class Arguments:
        email = graphene.String(required=True, description="E-mail address of the account.")
        password = graphene.String(required=True, description="Its password.")
        audience = graphene.String(description="Whom the tokens are for; written into them as custom:<audience>.")

    raises = (InvalidCredentials, AccountInactive, AccountNotConfirmed, LoginAttemptDelayed)
    token = graphene.String(description="Access token, good for a few minutes.")
    refresh_token = graphene.String(description="Refresh token, to get access tokens with.")
    csrf_token = graphene.String(description="Always null: refresh tokens are not kept in cookies of the API.")
    user = graphene.Field(User, description="Who signed in.")

    @classmethod
    def perform(cls, info: Any, email: str, password: str, audience: str | None = None) -> CreateToken:
        user = user_authenticate(email=email, password=password, ip_address=info.context.ip_address)
        return cls(
            token=token_create(user=user, kind=ACCESS, audience=audience),
            refresh_token=token_create(user=user, kind=REFRESH, audience=audience),
            user=user,
        )


class RefreshToken(BaseMutation):
    class Meta:
        description = "Get a new access token for a refresh token."
        error_type = AccountError

    class Arguments:
        refresh_token = graphene.String(description="The refresh token.")
        csrf_token = graphene.String(description="Not used: refresh tokens are not kept in cookies of the API.")

    raises = (TokenExpired, TokenInvalid, TokenMissing, TokenUndecodable, TooManyRefreshes)
    token = graphene.String(description="A new access token.")
    user = graphene.Field(User, description="Whose it is.")

    @classmethod
    def perform(cls, info: Any, refresh_token: str | None = None, csrf_token: str | None = None) -> RefreshToken:
        user, token = token_refresh(refresh_token=refresh_token, ip_address=info.context.ip_address)
        return cls(token=token, user=user)


class VerifyToken(BaseMutation):
    class Meta:
        description = "Ask whether an access or a refresh token is good."
        error_type = AccountError

    class Arguments:
        token = graphene.String(required=True, description="The token.")

    raises = (TokenExpired, TokenInvalid, TokenMissing, TokenUndecodable)
    user = graphene.Field(User, description="Whose it is.")
    is_valid = graphene.Boolean(required=True, default_value=False, description="Whether it is good.")
    payload = GenericScalar(description="What it says.")

    @classmethod
    def perform(cls, info: Any, token: str) -> VerifyToken:
        payload = token_payload(token, kind=None)
        return cls(user=payload_user(payload), is_valid=True, payload=payload)


class DeactivateAllUserTokens(BaseMutation):
    class Meta:
        description = "Sign out everywhere."
        error_type = AccountError
        login_required = True

    @classmethod
    def perform(cls, info: Any) -> DeactivateAllUserTokens:
        tokens_deactivate_all(actor=info.context.actor)
        return cls()
