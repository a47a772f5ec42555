"""Stock as clients see it."""

from __future__ import annotations

from typing import Any

import graphene

from market.accounts.graphql.types import Address
from market.accounts.models import Address as AddressModel
from market.catalog.graphql.desk_views import desk_view
from market.catalog.graphql.views import in_channel
from market.core.actor import Actor
from market.core.errors import PermissionDenied
from market.core.graphql.batch import batch
from market.core.graphql.connections import Connection, SortKey, connection_type, paginate_each, paging_arguments
from market.core.graphql.enums import error_code_enum
from market.core.graphql.extensions import extensions_for
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import ModelObjectType, Node, ObjectWithMetadata, non_null_list
from market.core.models import AuditEntry
from market.inventory.models import Stock as StockModel
from market.inventory.models import Warehouse as WarehouseModel
from market.inventory.selectors.warehouses import STOCK_READERS, ensure_sees_stocks, stock_changes, stock_list
from market.vendors.selectors.membership import AUTHENTICATED_VENDOR_MEMBER


class StockAvailability(graphene.Enum):
    """Whether a product can be had."""

    IN_STOCK = "available"
    OUT_OF_STOCK = "unavailable"


class WarehouseClickAndCollectOptionEnum(graphene.Enum):
    """Whether orders can be collected at a warehouse. Here they never can."""

    DISABLED = "disabled"
    LOCAL = "local"
    ALL = "all"


WarehouseErrorCode = error_code_enum(
    "WarehouseErrorCode", "ALREADY_EXISTS GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE"
)


class WarehouseError(SaleorError):
    """What went wrong with a warehouse."""

    code = graphene.Field(WarehouseErrorCode, required=True, description="The error's code.")
    shipping_zones = non_null_list(graphene.ID, description="Shipping zones the error is about.")


class Warehouse(*extensions_for("Warehouse"), ModelObjectType):  # type: ignore[misc]
    """Where an enterprise keeps and ships its goods."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the warehouse.")
    slug = graphene.String(required=True, description="Slug of the warehouse.")
    email = graphene.String(required=True, description="Whom to write to there; empty where nobody is named.")
    address = graphene.Field(
        Address, required=True, description="Where it is; the enterprise's place unless another is given."
    )
    company_name = graphene.String(
        required=True, description="Company at the address.", deprecation_reason="Use `Address.companyName`."
    )
    is_private = graphene.Boolean(
        required=True, description="Whether it is for staff's and the enterprise's eyes only."
    )
    click_and_collect_option = graphene.Field(
        WarehouseClickAndCollectOptionEnum, required=True, description="Always DISABLED: the market ships."
    )
    external_reference = graphene.String(description="What it is called in another system.")
    vendor = graphene.Field("market.vendors.graphql.types.Vendor", required=True, description="Whose it is.")
    stocks = graphene.Field(
        "market.inventory.graphql.types.StockCountableConnection",
        **paging_arguments(),
        description="What lies in it; for staff and the enterprise's members.",
    )

    @staticmethod
    def resolve_address(root: WarehouseModel, info: Any) -> AddressModel:
        return address_of(root)

    @staticmethod
    def resolve_company_name(root: WarehouseModel, info: Any) -> str:
        return address_of(root).company_name

    @staticmethod
    def resolve_click_and_collect_option(root: WarehouseModel, info: Any) -> str:
        return "disabled"

    @batch
    def resolve_stocks(parents: list[WarehouseModel], info: Any, **paging: Any) -> list[Connection | Exception]:
        actor = info.context.actor
        seen = ensure_sees_stocks(actor, {warehouse.vendor_id for warehouse in parents})
        keys = [warehouse.pk for warehouse in parents if warehouse.vendor_id in seen]
        pages = dict(
            zip(
                keys,
                paginate_each(
                    info, keys, stock_list(viewer=actor), "warehouse_id", [SortKey("pk", parse=int)], **paging
                ),
                strict=True,
            )
        )
        return [pages.get(warehouse.pk, _denied()) for warehouse in parents]


def address_of(warehouse: WarehouseModel) -> AddressModel:
    """Where the warehouse is; without an address of its own it is where its enterprise is (both are loaded with it)."""
    if warehouse.address is not None:
        return warehouse.address
    vendor = warehouse.vendor
    return AddressModel(
        pk=0,
        company_name=vendor.name,
        street_address_1=vendor.address,
        postal_code=vendor.postal_code,
        country="KR",
        phone=vendor.phone,
    )


def _denied() -> PermissionDenied:
    return PermissionDenied(*STOCK_READERS, AUTHENTICATED_VENDOR_MEMBER)


WarehouseCountableConnection = connection_type("Warehouse", "market.inventory.graphql.types.Warehouse", "warehouses")


class StockChange(graphene.ObjectType):
    """One time somebody set how many pieces there are. Sales and returns are in the orders."""

    at = graphene.Field(DateTime, required=True, description="When.")
    old_quantity = graphene.Int(description="How many there were; none where the stock was new.")
    new_quantity = graphene.Int(description="How many there are since; none where the stock was given up.")
    by = graphene.String(
        required=True, description="Who: the e-mail address of a member; of the market's staff only that it was they."
    )

    @staticmethod
    def resolve_old_quantity(root: AuditEntry, info: Any) -> int | None:
        return root.data.get("old")

    @staticmethod
    def resolve_new_quantity(root: AuditEntry, info: Any) -> int | None:
        return root.data.get("new")

    @staticmethod
    def resolve_by(root: AuditEntry, info: Any) -> str:
        viewer: Actor = info.context.actor
        if root.data.get("by_staff") and not viewer.is_staff:
            return "market staff" if info.context.language == "en" else "장터 운영자"
        return root.actor_name


class Stock(ModelObjectType):
    """Pieces of one variant in one warehouse."""

    class Meta:
        interfaces = (Node,)

    warehouse = graphene.Field(Warehouse, required=True, description="Where they lie.")
    product_variant = graphene.Field(
        "market.catalog.graphql.types.ProductVariant", required=True, description="What they are."
    )
    quantity = graphene.Int(required=True, description="How many lie there, those promised to orders included.")
    quantity_allocated = graphene.Int(required=True, description="How many of them are promised to orders.")
    quantity_reserved = graphene.Int(
        required=True, description="Always 0: pieces are promised when an order is placed, not while a cart is filled."
    )
    changes = graphene.Field(
        non_null_list(StockChange),
        required=True,
        description="Who set the quantity, the last fifty times, newest first.",
    )

    @batch
    def resolve_product_variant(parents: list[StockModel], info: Any) -> list[Any]:
        view = desk_view(info)
        return [in_channel(stock.variant, view) for stock in parents]

    @staticmethod
    def resolve_quantity_reserved(root: StockModel, info: Any) -> int:
        return 0

    @batch
    def resolve_changes(parents: list[StockModel], info: Any) -> list[list[AuditEntry]]:
        found = stock_changes([stock.pk for stock in parents])
        return [found.get(stock.pk, []) for stock in parents]


StockCountableConnection = connection_type("Stock", "market.inventory.graphql.types.Stock", "stocks")
