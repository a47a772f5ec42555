"""What mutations of attributes and collections answer when something is wrong, as Saleor's types of the same names."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.errors import ProductErrorCode
from market.core.errors import DomainError
from market.core.graphql.enums import error_code_enum
from market.core.graphql.mutations import SaleorError
from market.core.graphql.types import non_null_list

AttributeErrorCode = error_code_enum(
    "AttributeErrorCode", "ALREADY_EXISTS GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE"
)
_BULK_CODES = "ALREADY_EXISTS BLANK GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE DUPLICATED_INPUT_ITEM MAX_LENGTH"
AttributeBulkCreateErrorCode = error_code_enum("AttributeBulkCreateErrorCode", _BULK_CODES)
AttributeBulkUpdateErrorCode = error_code_enum("AttributeBulkUpdateErrorCode", _BULK_CODES)
CollectionErrorCode = error_code_enum(
    "CollectionErrorCode",
    """DUPLICATED_INPUT_ITEM GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE CANNOT_MANAGE_PRODUCT_WITHOUT_VARIANT
    FILE_SIZE_LIMIT_EXCEEDED""",
)


class AttributeError(SaleorError):
    """What went wrong with an attribute or a value of one."""

    code = graphene.Field(AttributeErrorCode, required=True, description="The error's code.")


class CollectionError(SaleorError):
    """What went wrong with a collection."""

    code = graphene.Field(CollectionErrorCode, required=True, description="The error's code.")
    products = non_null_list(graphene.ID, description="IDs of the products the error is about.")


class CollectionChannelListingError(SaleorError):
    """What went wrong with listing a collection in channels."""

    code = graphene.Field(ProductErrorCode, required=True, description="The error's code.")
    channels = non_null_list(graphene.ID, description="IDs of the channels the error is about.")


class AttributeBulkCreateError(graphene.ObjectType):
    """What went wrong with one of several new attributes."""

    path = graphene.String(description="The field of the row, `values.0.name` for one within; none when it is the row.")
    message = graphene.String(description="What is wrong and what to do, in the language of the request.")
    code = graphene.Field(AttributeBulkCreateErrorCode, required=True, description="The error's code.")


class AttributeBulkUpdateError(graphene.ObjectType):
    """What went wrong with one of several changed attributes."""

    path = graphene.String(description="The field of the row; none when it is the row.")
    message = graphene.String(description="What is wrong and what to do, in the language of the request.")
    code = graphene.Field(AttributeBulkUpdateErrorCode, required=True, description="The error's code.")


def error_with_path(error_type: Any, error: DomainError, language: str) -> Any:
    """A domain error as the bulk types show it."""
    known = error_type._meta.fields["code"].type.of_type._meta.enum._value2member_map_
    code = error.code if error.code in known else "invalid"
    return error_type(path=error.field, code=code, message=error.message(language))
