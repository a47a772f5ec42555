"""How many pieces lie where, set by hand."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.graphql.desk_views import desk_view
from market.catalog.graphql.errors import ProductErrorCode
from market.catalog.graphql.stock_input import StockInput
from market.catalog.graphql.views import in_channel
from market.catalog.models import ProductVariant as ProductVariantModel
from market.core.errors import DomainError, ManyErrors, NotFound, Required
from market.core.graphql.enums import ErrorPolicyEnum, error_code_enum
from market.core.graphql.mutations import BaseMutation, InvalidId, SaleorError, error_object, pk_from_id, uuid_from_id
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_PRODUCTS
from market.inventory.errors import PiecesPromised, QuantityNegative, StockExists, TooManyStocks, WarehouseTwice
from market.inventory.graphql.types import Stock
from market.inventory.selectors.bulk_keys import variant_keys, warehouse_keys
from market.inventory.selectors.warehouses import stock_list
from market.inventory.services.stocks_delete import stocks_delete, variant_id_of_sku
from market.inventory.services.stocks_write import (
    Policy,
    StockRow,
    StockWish,
    Writing,
    stocks_write,
    variant_stocks_write,
)
from market.vendors.selectors.membership import ensure_member_or

PRODUCT_VARIANT = "market.catalog.graphql.types.ProductVariant"
StockErrorCode = error_code_enum("StockErrorCode", "ALREADY_EXISTS GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE")
StockBulkUpdateErrorCode = error_code_enum("StockBulkUpdateErrorCode", "GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED")
WRITING = (NotFound, InvalidId, QuantityNegative, WarehouseTwice, StockExists, PiecesPromised, TooManyStocks)


class BulkStockError(SaleorError):
    """What went wrong with one of several stocks."""

    code = graphene.Field(ProductErrorCode, required=True, description="The error's code.")
    attributes = non_null_list(graphene.ID, description="Always null: stocks have no attributes.")
    values = non_null_list(graphene.ID, description="Always null: stocks have no attributes.")
    index = graphene.Int(description="Place of the stock in the input, from 0.")


class StockError(SaleorError):
    """What went wrong with stocks."""

    code = graphene.Field(StockErrorCode, required=True, description="The error's code.")


class StockBulkUpdateError(SaleorError):
    """What went wrong with one of several stocks."""

    code = graphene.Field(StockBulkUpdateErrorCode, required=True, description="The error's code.")


class StockBulkUpdateInput(graphene.InputObjectType):
    """A stock, by its variant and warehouse, and how many pieces it has."""

    variant_id = graphene.ID(description="ID of the variant.")
    variant_external_reference = graphene.String(description="Or what the variant is called in another system.")
    warehouse_id = graphene.ID(description="ID of the warehouse.")
    warehouse_external_reference = graphene.String(description="Or what the warehouse is called in another system.")
    quantity = graphene.Int(required=True, description="How many pieces lie there, those promised to orders included.")


class StockBulkResult(graphene.ObjectType):
    """What became of one stock of the input."""

    stock = graphene.Field(Stock, description="The stock; none where it failed.")
    errors = non_null_list(StockBulkUpdateError, description="What went wrong.")


def _seen(info: Any, variant_id: int) -> ProductVariantModel:
    return in_channel(ProductVariantModel.objects.get(pk=variant_id), desk_view(info))


def _quantities(stocks: list[Any]) -> list[tuple[Any, int]]:
    return [(uuid_from_id(one["warehouse"], "Warehouse", field="warehouse"), one["quantity"]) for one in stocks]


class ProductVariantStocksCreate(BaseMutation):
    class Meta:
        description = "Begin to keep a variant in warehouses."
        error_type = BulkStockError

    class Arguments:
        variant_id = graphene.ID(required=True, description="ID of the variant.")
        stocks = graphene.Argument(non_null_list(StockInput), required=True, description="How many pieces where.")

    raises = WRITING
    product_variant = graphene.Field(PRODUCT_VARIANT, description="The variant.")

    @classmethod
    def perform(cls, info: Any, variant_id: str, stocks: list[Any]) -> ProductVariantStocksCreate:
        actor = info.context.actor
        ensure_member_or(actor, MANAGE_PRODUCTS)
        key = pk_from_id(variant_id, "ProductVariant", field="variantId")
        variant_stocks_write(variant_id=key, quantities=_quantities(stocks), actor=actor, writing=Writing.CREATE)
        return cls(product_variant=_seen(info, key))


class ProductVariantStocksUpdate(BaseMutation):
    class Meta:
        description = "Set how many pieces of a variant lie in which warehouses; what is not named stays as it is."
        error_type = BulkStockError

    class Arguments:
        variant_id = graphene.ID(description="ID of the variant.")
        sku = graphene.String(description="Or its SKU.")
        stocks = graphene.Argument(non_null_list(StockInput), required=True, description="How many pieces where.")

    raises = (*WRITING, Required)
    product_variant = graphene.Field(PRODUCT_VARIANT, description="The variant.")

    @classmethod
    def perform(
        cls, info: Any, stocks: list[Any], variant_id: str | None = None, sku: str | None = None
    ) -> ProductVariantStocksUpdate:
        actor = info.context.actor
        ensure_member_or(actor, MANAGE_PRODUCTS)
        key = _variant_key(variant_id, sku)
        variant_stocks_write(variant_id=key, quantities=_quantities(stocks), actor=actor, writing=Writing.SET)
        return cls(product_variant=_seen(info, key))


class ProductVariantStocksDelete(BaseMutation):
    class Meta:
        description = "Keep a variant in warehouses no more."
        error_type = StockError

    class Arguments:
        variant_id = graphene.ID(description="ID of the variant.")
        sku = graphene.String(description="Or its SKU.")
        warehouse_ids = non_null_list(graphene.ID, description="In these warehouses.")

    raises = (NotFound, InvalidId, PiecesPromised, Required)
    product_variant = graphene.Field(PRODUCT_VARIANT, description="The variant.")

    @classmethod
    def perform(
        cls, info: Any, variant_id: str | None = None, sku: str | None = None, warehouse_ids: list[str] | None = None
    ) -> ProductVariantStocksDelete:
        actor = info.context.actor
        ensure_member_or(actor, MANAGE_PRODUCTS)
        key = _variant_key(variant_id, sku)
        houses = [uuid_from_id(one, "Warehouse", field="warehouseIds") for one in warehouse_ids or ()]
        stocks_delete(variant_id=key, warehouse_ids=houses, actor=actor)
        return cls(product_variant=_seen(info, key))


def _variant_key(variant_id: str | None, sku: str | None) -> int:
    if (variant_id is None) == (sku is None):
        raise Required("variantId")
    if variant_id is not None:
        return pk_from_id(variant_id, "ProductVariant", field="variantId")
    return variant_id_of_sku(sku or "")


class StockBulkUpdate(BaseMutation):
    class Meta:
        description = "Set the quantities of many stocks, of different variants and warehouses, at once."
        error_type = StockBulkUpdateError

    class Arguments:
        stocks = graphene.Argument(non_null_list(StockBulkUpdateInput), required=True, description="The stocks.")
        error_policy = ErrorPolicyEnum(
            description="What one faulty stock means for the others; REJECT_EVERYTHING unless told."
        )

    raises = WRITING
    count = graphene.Int(required=True, description="How many were set.")
    results = graphene.Field(
        non_null_list(StockBulkResult), required=True, description="What became of each, in the order of the input."
    )

    @classmethod
    def perform(cls, info: Any, stocks: list[Any], error_policy: Any = None) -> StockBulkUpdate:
        actor = info.context.actor
        ensure_member_or(actor, MANAGE_PRODUCTS)
        policy = Policy(str(getattr(error_policy, "value", error_policy) or "reject_everything"))
        rows = stocks_write(wishes=_wishes(stocks), actor=actor, writing=Writing.UPDATE, policy=policy)
        saved = {row.stock.pk for row in rows if row.stock is not None}
        shown = {stock.pk: stock for stock in stock_list(viewer=actor).filter(pk__in=saved)} if saved else {}
        results = [
            StockBulkResult(
                stock=shown.get(row.stock.pk) if row.stock is not None else None,
                errors=[_shown(error, row, info.context.language) for error in row.errors],
            )
            for row in rows
        ]
        return cls(count=len(saved), results=results)

    @classmethod
    def failed(cls, info: Any, errors: list[DomainError]) -> StockBulkUpdate:
        answer: StockBulkUpdate = super().failed(info, errors)
        answer.count, answer.results = 0, []
        return answer


def _shown(error: DomainError, row: StockRow, language: str) -> Any:
    return error_object(StockBulkUpdateError, error, language)


def _wishes(stocks: list[Any]) -> list[StockWish]:
    """The stocks by key. What is named twice or not at all is a mistake of the whole call; what is not found is one of its row."""
    faults: list[DomainError] = []
    for one in stocks:
        for name, reference in (
            ("variant_id", "variant_external_reference"),
            ("warehouse_id", "warehouse_external_reference"),
        ):
            if (one.get(name) is None) == (one.get(reference) is None):
                faults.append(Required("variantId" if name == "variant_id" else "warehouseId"))
    if faults:
        raise ManyErrors(faults)
    variants = variant_keys(
        [one["variant_external_reference"] for one in stocks if one.get("variant_external_reference")]
    )
    houses = warehouse_keys(
        [one["warehouse_external_reference"] for one in stocks if one.get("warehouse_external_reference")]
    )
    return [
        StockWish(
            pk_from_id(one["variant_id"], "ProductVariant", field="variantId")
            if one.get("variant_id") is not None
            else variants.get(one["variant_external_reference"]),
            uuid_from_id(one["warehouse_id"], "Warehouse", field="warehouseId")
            if one.get("warehouse_id") is not None
            else houses.get(one["warehouse_external_reference"]),
            one["quantity"],
        )
        for one in stocks
    ]
