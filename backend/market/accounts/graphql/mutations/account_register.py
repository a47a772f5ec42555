"""Opening an account."""

from __future__ import annotations

from typing import Any

import graphene
from django.conf import settings

from market.accounts.errors import (
    EmailTaken,
    MailChannelInactive,
    MailChannelMissing,
    RedirectRefused,
    TooManyRegistrations,
)
from market.accounts.graphql.inputs import AccountRegisterInput, metadata_dict
from market.accounts.graphql.types import AccountError, User, user_in_waiting
from market.accounts.services.account_register import Registration, account_register
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation


class AccountRegister(BaseMutation):
    class Meta:
        description = "Open an account. While addresses have to be confirmed, known and unknown ones get the same answer and a mail."
        error_type = AccountError

    class Arguments:
        input = AccountRegisterInput(required=True, description="The new account.")

    raises = (
        EmailTaken, InvalidInput, Required, RedirectRefused, NotFound, MailChannelInactive, MailChannelMissing, TooManyRegistrations,
    )  # fmt: skip
    requires_confirmation = graphene.Boolean(
        description="Whether a mail must be answered before the account can be used."
    )
    user = graphene.Field(
        User,
        description="What was given; its ID is empty while the address has to be confirmed, so that it tells nothing.",
    )

    @classmethod
    def perform(cls, info: Any, input: Any) -> AccountRegister:
        registration = Registration(
            email=input["email"],
            password=input["password"],
            first_name=input.get("first_name") or "",
            last_name=input.get("last_name") or "",
            language_code=getattr(input.get("language_code"), "value", None) or info.context.language,
            redirect_url=input.get("redirect_url"),
            channel=input.get("channel"),
            metadata=metadata_dict(input.get("metadata")),
        )
        user = account_register(actor=info.context.actor, registration=registration)
        return cls(
            user=user or user_in_waiting(registration),
            requires_confirmation=settings.ENABLE_ACCOUNT_CONFIRMATION_BY_EMAIL,
        )
