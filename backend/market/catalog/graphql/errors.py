"""What mutations of the catalogue answer when something is wrong, as Saleor's types of the same names."""

from __future__ import annotations

import graphene

from market.core.graphql.enums import error_code_enum
from market.core.graphql.mutations import SaleorError
from market.core.graphql.types import non_null_list

ProductErrorCode = error_code_enum(
    "ProductErrorCode",
    """ALREADY_EXISTS ATTRIBUTE_ALREADY_ASSIGNED ATTRIBUTE_CANNOT_BE_ASSIGNED ATTRIBUTE_VARIANTS_DISABLED MEDIA_ALREADY_ASSIGNED
    DUPLICATED_INPUT_ITEM GRAPHQL_ERROR INVALID INVALID_PRICE PRODUCT_WITHOUT_CATEGORY NOT_PRODUCTS_IMAGE NOT_PRODUCTS_VARIANT
    NOT_FOUND REQUIRED UNIQUE CANNOT_MANAGE_PRODUCT_WITHOUT_VARIANT PRODUCT_NOT_ASSIGNED_TO_CHANNEL UNSUPPORTED_MEDIA_PROVIDER
    PREORDER_VARIANT_CANNOT_BE_DEACTIVATED INVALID_FILE_TYPE UNSUPPORTED_MIME_TYPE FILE_SIZE_LIMIT_EXCEEDED""",
)


class ProductError(SaleorError):
    """What went wrong with a product, a variant, a picture, a category or a product type."""

    code = graphene.Field(ProductErrorCode, required=True, description="The error's code.")
    attributes = non_null_list(graphene.ID, description="IDs of the attributes the error is about.")
    values = non_null_list(graphene.ID, description="IDs of the attribute values the error is about.")


class BulkProductError(SaleorError):
    """What went wrong with one of several products or variants."""

    code = graphene.Field(ProductErrorCode, required=True, description="The error's code.")
    index = graphene.Int(description="Place of the item in the input, from 0.")
    attributes = non_null_list(graphene.ID, description="IDs of the attributes the error is about.")
    values = non_null_list(graphene.ID, description="IDs of the attribute values the error is about.")
    warehouses = non_null_list(graphene.ID, description="IDs of the warehouses the error is about.")
    channels = non_null_list(graphene.ID, description="IDs of the channels the error is about.")
