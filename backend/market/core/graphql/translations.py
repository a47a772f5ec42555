"""What all translating mutations share."""

from __future__ import annotations

import graphene

from market.core.graphql.enums import error_code_enum
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import JSONString

TranslationErrorCode = error_code_enum("TranslationErrorCode", "GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE")


class TranslationError(SaleorError):
    """What went wrong with a translation."""

    code = graphene.Field(TranslationErrorCode, required=True, description="The error's code.")


class NameTranslationInput(graphene.InputObjectType):
    """A name in another language."""

    name = graphene.String(description="The name; an empty one takes the translation away.")


class TranslationInput(graphene.InputObjectType):
    """A product, collection or category in another language; an empty text means that it is not translated."""

    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
    slug = graphene.String(description="Slug in the language.")
    name = graphene.String(description="Name.")
    description = JSONString(description="Description as EditorJS; markup that is not harmless is taken out.")
    summary = graphene.String(description="A product in one sentence; other things have none.")
