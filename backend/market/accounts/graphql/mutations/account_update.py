"""Changing one's own account."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.graphql.inputs import AccountInput, metadata_dict, plain_address
from market.accounts.graphql.types import AccountError, User
from market.accounts.services.account_update import account_update
from market.core.errors import InvalidInput, Required
from market.core.graphql.mutations import BaseMutation


class AccountUpdate(BaseMutation):
    class Meta:
        description = "Change one's own account."
        error_type = AccountError
        login_required = True

    class Arguments:
        input = AccountInput(required=True, description="What to change.")

    raises = (InvalidInput, Required)
    user = graphene.Field(User, description="The account after the change.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> AccountUpdate:
        values = {**input, "metadata": metadata_dict(input.get("metadata"))}
        values["language_code"] = getattr(input.get("language_code"), "value", None)
        for name in ("default_shipping_address", "default_billing_address"):
            if values.get(name):
                values[name] = plain_address(values[name])
        return cls(user=account_update(actor=info.context.actor, values=values))
