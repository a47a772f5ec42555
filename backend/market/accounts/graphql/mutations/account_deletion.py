"""Leaving the market."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.errors import (
    AccountStillNeeded,
    LastOwnerKeepsAccount,
    MailChannelInactive,
    MailChannelMissing,
    MailTokenInvalid,
    RedirectRefused,
    StaffKeepsAccount,
)
from market.accounts.graphql.arguments import channel_argument, redirect_url_argument
from market.accounts.graphql.types import AccountError, User
from market.accounts.services.account_delete import account_delete, account_deletion_request
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation


class AccountRequestDeletion(BaseMutation):
    class Meta:
        description = "Get a mail with a link that deletes one's own account."
        error_type = AccountError
        login_required = True

    class Arguments:
        redirect_url = redirect_url_argument()
        channel = channel_argument()

    raises = (
        RedirectRefused, NotFound, MailChannelInactive, MailChannelMissing, StaffKeepsAccount, LastOwnerKeepsAccount,
    )  # fmt: skip

    @classmethod
    def perform(cls, info: Any, redirect_url: str, channel: str | None = None) -> AccountRequestDeletion:
        account_deletion_request(actor=info.context.actor, redirect_url=redirect_url, channel=channel)
        return cls()


class AccountDelete(BaseMutation):
    class Meta:
        description = "Delete one's own account with the token of the mail. Orders stay as long as the law asks, linked to nobody."
        error_type = AccountError
        login_required = True

    class Arguments:
        token = graphene.String(required=True, description="The token of the mail, good once.")

    raises = (MailTokenInvalid, StaffKeepsAccount, LastOwnerKeepsAccount, AccountStillNeeded)
    user = graphene.Field(User, description="The account that is gone.")

    @classmethod
    def perform(cls, info: Any, token: str) -> AccountDelete:
        return cls(user=account_delete(actor=info.context.actor, token=token))
