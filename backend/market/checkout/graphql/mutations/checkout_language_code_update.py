"""In which language to write."""

from __future__ import annotations

from typing import Any

import graphene

from market.checkout.graphql.mutations.checkout_id import checkout_key, id_arguments
from market.checkout.graphql.types import Checkout, CheckoutError
from market.checkout.services.language_update import language_update
from market.core.errors import NotFound
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.mutations import BaseMutation, InvalidId


class CheckoutLanguageCodeUpdate(BaseMutation):
    class Meta:
        description = "Set the language of the mails and papers of a checkout."
        error_type = CheckoutError

    class Arguments(id_arguments()):  # type: ignore[misc]
        language_code = LanguageCodeEnum(required=True, description="The language.")

    raises = (NotFound, InvalidId)
    checkout = graphene.Field(Checkout, description="The checkout after the change.")

    @classmethod
    def perform(cls, info: Any, language_code: Any, **ids: Any) -> CheckoutLanguageCodeUpdate:
        language = getattr(language_code, "value", language_code)
        return cls(
            checkout=language_update(checkout_id=checkout_key(ids), language_code=language, actor=info.context.actor)
        )
