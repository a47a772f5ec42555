"""A new password by mail."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.errors import MailChannelInactive, MailChannelMissing, MailTokenInvalid, RedirectRefused
from market.accounts.graphql.arguments import channel_argument, redirect_url_argument
from market.accounts.graphql.types import AccountError, User
from market.accounts.services.password_reset import password_reset_request, password_set
from market.accounts.services.tokens import ACCESS, REFRESH, token_create
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation


class RequestPasswordReset(BaseMutation):
    class Meta:
        description = (
            "Get a mail with a link to set a new password. The answer is the same whether the address has an account."
        )
        error_type = AccountError

    class Arguments:
        email = graphene.String(required=True, description="E-mail address of the account.")
        redirect_url = redirect_url_argument()
        channel = channel_argument()

    raises = (RedirectRefused, NotFound, MailChannelInactive, MailChannelMissing)

    @classmethod
    def perform(cls, info: Any, email: str, redirect_url: str, channel: str | None = None) -> RequestPasswordReset:
        password_reset_request(actor=info.context.actor, email=email, redirect_url=redirect_url, channel=channel)
        return cls()


class SetPassword(BaseMutation):
    class Meta:
        description = (
            "Set a new password with the token of a mail, and sign in. Every earlier token of the account ends."
        )
        error_type = AccountError

    class Arguments:
        email = graphene.String(required=True, description="E-mail address of the account.")
        token = graphene.String(required=True, description="The token of the mail, good once.")
        password = graphene.String(required=True, description="The new password.")

    raises = (MailTokenInvalid,)
    token = graphene.String(description="Access token.")
    refresh_token = graphene.String(description="Refresh token, to get access tokens with.")
    csrf_token = graphene.String(description="Always null: refresh tokens are not kept in cookies of the API.")
    user = graphene.Field(User, description="Who signed in.")

    @classmethod
    def perform(cls, info: Any, email: str, token: str, password: str) -> SetPassword:
        user = password_set(actor=info.context.actor, email=email, token=token, password=password)
        return cls(
            user=user,
            token=token_create(user=user, kind=ACCESS),
            refresh_token=token_create(user=user, kind=REFRESH),
        )
