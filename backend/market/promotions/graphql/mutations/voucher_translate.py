"""Name a voucher in another language."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import InvalidInput, NotFound
from market.core.graphql.enums import LanguageCodeEnum
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.translations import NameTranslationInput, TranslationError
from market.core.permissions import MANAGE_TRANSLATIONS
from market.promotions.graphql.vouchers import Voucher
from market.promotions.services.voucher_translate import voucher_translate


class VoucherTranslate(BaseMutation):
    class Meta:
        description = "Name a voucher in another language."
        error_type = TranslationError
        permissions = (MANAGE_TRANSLATIONS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the voucher.")
        language_code = graphene.Argument(LanguageCodeEnum, required=True, description="The language.")
        input = NameTranslationInput(required=True, description="The name.")

    raises = (NotFound, InvalidId, InvalidInput)
    voucher = graphene.Field(Voucher, description="The voucher after the change.")

    @classmethod
    def perform(cls, info: Any, id: str, language_code: Any, input: Any) -> VoucherTranslate:
        key = pk_from_id(id, "Voucher")
        voucher = voucher_translate(
            voucher_id=key,
            language_code=str(getattr(language_code, "value", language_code)),
            name=input.get("name"),
            actor=info.context.actor,
        )
        return cls(voucher=voucher)
