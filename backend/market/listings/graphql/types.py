"""Workbooks as clients see them."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.batch import batch
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import enum_from_choices, error_code_enum
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import ModelObjectType, Node, non_null_list
from market.listings.columns import BY_CODE
from market.listings.models import ImportStatus, RowAction, RowStatus
from market.listings.models import ListingImport as ListingImportModel
from market.listings.models import ListingImportRow as ListingImportRowModel
from market.listings.selectors.action_counts import action_counts
from market.listings.selectors.row_counts import row_counts

ListingImportStatusEnum = enum_from_choices("ListingImportStatusEnum", ImportStatus, "Where a workbook stands.")
ListingImportRowStatusEnum = enum_from_choices("ListingImportRowStatusEnum", RowStatus, "What became of a row.")
ListingImportRowActionEnum = enum_from_choices("ListingImportRowActionEnum", RowAction, "What a row does.")
ListingImportErrorCode = error_code_enum(
    "ListingImportErrorCode", "GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED IMPORT_AT_WORK IMPORT_NOT_READY"
)


class ListingImportError(SaleorError):
    """What went wrong with a workbook."""

    code = graphene.Field(ListingImportErrorCode, required=True, description="The error's code.")


class ListingImportProblem(graphene.ObjectType):
    """What is wrong in a row."""

    column = graphene.String(description="Head of the column; none where it is about the whole row.")
    code = graphene.String(required=True, description="For programs.")
    message = graphene.String(
        required=True, description="What is wrong and how to mend it, in the language of the request."
    )

    @staticmethod
    def resolve_column(root: dict[str, str], info: Any) -> str | None:
        column = BY_CODE.get(root["column"])
        return column.head if column else None

    @staticmethod
    def resolve_message(root: dict[str, str], info: Any) -> str:
        return root["en" if info.context.language == "en" else "ko"]


class ListingImportChange(graphene.ObjectType):
    """A cell as it was typed."""

    column = graphene.String(required=True, description="Head of the column.")
    value = graphene.String(required=True, description="What was typed.")


class ListingImportRow(graphene.ObjectType):
    """One row of a workbook."""

    number = graphene.Int(required=True, description="Its number in the sheet.")
    status = graphene.Field(ListingImportRowStatusEnum, required=True, description="What became of it.")
    action = graphene.Field(ListingImportRowActionEnum, description="What it does; none while it was not checked.")
    name = graphene.String(required=True, description="Name of the product as typed.")
    option = graphene.String(required=True, description="Name of the option as typed.")
    cells = graphene.Field(non_null_list(ListingImportChange), required=True, description="Its filled cells.")
    changes = graphene.Field(
        non_null_list(graphene.String), required=True, description="What it changes, by the names of product changes."
    )
    problems = graphene.Field(non_null_list(ListingImportProblem), required=True, description="What is wrong.")

    @staticmethod
    def resolve_action(root: ListingImportRowModel, info: Any) -> str | None:
        return root.action or None

    @staticmethod
    def resolve_name(root: ListingImportRowModel, info: Any) -> str:
        return root.cells.get("name", "")

    @staticmethod
    def resolve_option(root: ListingImportRowModel, info: Any) -> str:
        return root.cells.get("option", "")

    @staticmethod
    def resolve_cells(root: ListingImportRowModel, info: Any) -> list[dict[str, str]]:
        return [
            {"column": column.head, "value": root.cells[code]} for code, column in BY_CODE.items() if code in root.cells
        ]

    @staticmethod
    def resolve_changes(root: ListingImportRowModel, info: Any) -> list[str]:
        return [*root.payload.get("changes", {}), *(["stock"] if "stock" in root.payload else [])]


class ListingImportRowCount(graphene.ObjectType):
    """How many rows stand alike."""

    status = graphene.Field(ListingImportRowStatusEnum, required=True, description="How they stand.")
    count = graphene.Int(required=True, description="How many.")


class ListingImportActionCount(graphene.ObjectType):
    """How much of a workbook does one thing."""

    action = graphene.Field(ListingImportRowActionEnum, required=True, description="What it does.")
    row_count = graphene.Int(required=True, description="By how many rows.")
    product_count = graphene.Int(required=True, description="On how many products.")


class ListingImport(ModelObjectType):
    """A workbook of listings that was uploaded."""

    class Meta:
        interfaces = (Node,)

    file_name = graphene.String(required=True, description="What it was called.")
    status = graphene.Field(ListingImportStatusEnum, required=True, description="Where it stands.")
    row_count = graphene.Int(required=True, description="How many filled rows it has.")
    processed = graphene.Int(required=True, description="How many rows of the present step are through.")
    asks_for_review = graphene.Boolean(required=True, description="Whether new goods are sent for review at once.")
    created_at = graphene.Field(DateTime, required=True, description="When it was uploaded.")
    checked_at = graphene.Field(DateTime, description="When it was checked.")
    applied_at = graphene.Field(DateTime, description="When it was applied.")
    undone_at = graphene.Field(DateTime, description="When it was undone.")
    counts = graphene.Field(non_null_list(ListingImportRowCount), required=True, description="Rows by how they stand.")
    actions = graphene.Field(
        non_null_list(ListingImportActionCount),
        required=True,
        description="What its good rows do, or did; what is bad or changes nothing is left out.",
    )
    rows = graphene.Field(
        non_null_list(ListingImportRow),
        required=True,
        status=graphene.Argument(non_null_list(ListingImportRowStatusEnum), description="Only those that stand so."),
        first=graphene.Int(default_value=50, description="At most so many, up to 100."),
        skip=graphene.Int(default_value=0, description="Without the first so many."),
        description="Its rows in the order of the sheet.",
    )

    @batch
    def resolve_counts(parents: list[ListingImportModel], info: Any) -> list[list[dict[str, Any]]]:
        found = row_counts([run.pk for run in parents])
        return [[{"status": status, "count": count} for status, count in found[run.pk]] for run in parents]

    @batch
    def resolve_actions(parents: list[ListingImportModel], info: Any) -> list[list[dict[str, Any]]]:
        found = action_counts([run.pk for run in parents])
        return [
            [
                {"action": action, "row_count": rows, "product_count": products}
                for action, rows, products in found[run.pk]
            ]
            for run in parents
        ]

    @staticmethod
    def resolve_rows(
        root: ListingImportModel, info: Any, status: list[Any] | None = None, first: int = 50, skip: int = 0
    ) -> list[ListingImportRowModel]:
        rows = root.rows.order_by("number")
        if status is not None:
            rows = rows.filter(status__in=[getattr(one, "value", one) for one in status])
        start = max(skip, 0)
        return list(rows[start : start + max(0, min(first, 100))])


ListingImportCountableConnection = connection_type(
    "ListingImport", "market.listings.graphql.types.ListingImport", "workbooks"
)
