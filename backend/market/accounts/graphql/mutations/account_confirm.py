"""Confirming an account's address."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.errors import (
    AlreadyConfirmed,
    ConfirmationAlreadyRequested,
    MailChannelInactive,
    MailChannelMissing,
    MailTokenInvalid,
    RedirectRefused,
)
from market.accounts.graphql.arguments import channel_argument, redirect_url_argument
from market.accounts.graphql.types import AccountError, SendConfirmationEmailError, User
from market.accounts.services.account_confirm import account_confirm, confirmation_send
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation


class ConfirmAccount(BaseMutation):
    class Meta:
        description = (
            "Confirm an account with the token of its mail; then it can sign in, and orders of its address join it."
        )
        error_type = AccountError

    class Arguments:
        email = graphene.String(required=True, description="E-mail address of the account.")
        token = graphene.String(required=True, description="The token of the mail, good once.")
        password = graphene.String(
            description="The account's password; a shop may want it, so that nobody confirms what a stranger registered."
        )

    raises = (MailTokenInvalid, InvalidInput, Required)
    user = graphene.Field(User, description="The confirmed user.")

    @classmethod
    def perform(cls, info: Any, email: str, token: str, password: str | None = None) -> ConfirmAccount:
        return cls(user=account_confirm(actor=info.context.actor, email=email, token=token, password=password))


class SendConfirmationEmail(BaseMutation):
    class Meta:
        description = "Get the mail that confirms one's own account once more, after a pause."
        error_type = SendConfirmationEmailError
        login_required = True

    class Arguments:
        redirect_url = redirect_url_argument()
        channel = channel_argument(required=True)

    raises = (AlreadyConfirmed, ConfirmationAlreadyRequested, RedirectRefused, MailChannelMissing, InvalidInput)

    @classmethod
    def perform(cls, info: Any, redirect_url: str, channel: str) -> SendConfirmationEmail:
        try:
            confirmation_send(actor=info.context.actor, redirect_url=redirect_url, channel=channel)
        except (NotFound, MailChannelInactive) as error:  # the enum of this mutation has one code for both
            raise InvalidInput("channel", error.message_ko, error.message_en) from error
        return cls()
