"""What all translating mutations share."""

from __future__ import annotations

import graphene

from market.core.graphql.enums import error_code_enum
from market.core.graphql.mutations import SaleorError

TranslationErrorCode = error_code_enum("TranslationErrorCode", "GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE")


class TranslationError(SaleorError):
    """What went wrong with a translation."""

    code = graphene.Field(TranslationErrorCode, required=True, description="The error's code.")


class NameTranslationInput(graphene.InputObjectType):
    """A name in another language."""

    name = graphene.String(description="The name; an empty one takes the translation away.")
