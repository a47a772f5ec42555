"""Opening an account."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.errors import EmailTaken
from market.accounts.graphql.inputs import AccountRegisterInput, metadata_dict
from market.accounts.graphql.types import AccountError, User
from market.accounts.services.account_register import account_register
from market.core.errors import InvalidInput
from market.core.graphql.mutations import BaseMutation


class AccountRegister(BaseMutation):
    class Meta:
        description = "Open an account."
        error_type = AccountError

    class Arguments:
        input = AccountRegisterInput(required=True, description="The new account.")

    raises = (EmailTaken, InvalidInput)
    requires_confirmation = graphene.Boolean(
        description="Whether a mail must be answered before the account can be used."
    )
    user = graphene.Field(User, description="The new user.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> AccountRegister:
        user = account_register(
            actor=info.context.actor,
            email=input["email"],
            password=input["password"],
            first_name=input.get("first_name") or "",
            last_name=input.get("last_name") or "",
            language_code=getattr(input.get("language_code"), "value", None) or info.context.language,
            metadata=metadata_dict(input.get("metadata")),
        )
        return cls(user=user, requires_confirmation=False)
