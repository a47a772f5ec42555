"""Setting a new password for one's own account."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.errors import InvalidCredentials, LoginAttemptDelayed
from market.accounts.graphql.types import AccountError, User
from market.accounts.services.account_update import password_change
from market.core.graphql.mutations import BaseMutation


class PasswordChange(BaseMutation):
    class Meta:
        description = "Set a new password for one's own account; every earlier token ends."
        error_type = AccountError
        login_required = True

    class Arguments:
        old_password = graphene.String(description="The password so far.")
        new_password = graphene.String(required=True, description="The new one.")

    raises = (InvalidCredentials, LoginAttemptDelayed)
    user = graphene.Field(User, description="The account.")

    @classmethod
    def perform(cls, info: Any, new_password: str, old_password: str | None = None) -> PasswordChange:
        return cls(user=password_change(actor=info.context.actor, old_password=old_password, new_password=new_password))
