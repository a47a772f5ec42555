"""Another address for one's own account."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.errors import (
    EmailTaken,
    InvalidCredentials,
    LoginAttemptDelayed,
    MailChannelInactive,
    MailChannelMissing,
    MailTokenInvalid,
    RedirectRefused,
)
from market.accounts.graphql.arguments import channel_argument, redirect_url_argument
from market.accounts.graphql.types import AccountError, User
from market.accounts.services.email_change import email_change_confirm, email_change_request
from market.core.errors import InvalidInput, NotFound
from market.core.graphql.mutations import BaseMutation


class RequestEmailChange(BaseMutation):
    class Meta:
        description = (
            "Get a mail at a new address that makes it the account's. Addresses with an account get the same answer."
        )
        error_type = AccountError
        login_required = True

    class Arguments:
        new_email = graphene.String(required=True, description="The new address.")
        password = graphene.String(required=True, description="The account's password.")
        redirect_url = redirect_url_argument()
        channel = channel_argument()

    raises = (
        InvalidCredentials, LoginAttemptDelayed, InvalidInput, RedirectRefused, NotFound, MailChannelInactive, MailChannelMissing,
    )  # fmt: skip
    user = graphene.Field(User, description="The account, unchanged.")

    @classmethod
    def perform(
        cls, info: Any, new_email: str, password: str, redirect_url: str, channel: str | None = None
    ) -> RequestEmailChange:
        user = email_change_request(
            actor=info.context.actor, new_email=new_email, password=password, redirect_url=redirect_url, channel=channel
        )
        return cls(user=user)


class ConfirmEmailChange(BaseMutation):
    class Meta:
        description = "Take the new address with the token that went to it; every earlier token of the account ends."
        error_type = AccountError
        login_required = True

    class Arguments:
        token = graphene.String(required=True, description="The token of the mail, good once.")
        channel = graphene.String(description="Slug of a channel; kept for clients that send it.")

    raises = (MailTokenInvalid, EmailTaken)
    user = graphene.Field(User, description="The account with its new address.")

    @classmethod
    def perform(cls, info: Any, token: str, channel: str | None = None) -> ConfirmEmailChange:
        return cls(user=email_change_confirm(actor=info.context.actor, token=token))
