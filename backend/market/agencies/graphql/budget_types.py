"""Budget lines as members of their agency see them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import graphene

from market.agencies.budget_rules import Column, Outcome, PlannedRow
from market.agencies.graphql.types import AgencyDepartment
from market.agencies.models import BudgetEntry as BudgetEntryModel
from market.agencies.models import BudgetImport as BudgetImportModel
from market.agencies.models import BudgetImportStatus
from market.agencies.models import BudgetLine as BudgetLineModel
from market.agencies.selectors.budget_imports import budget_import_plans
from market.agencies.selectors.budget_lines import budget_movements, names_of
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch
from market.core.graphql.connections import Connection, SortKey, connection_type, paginate_each, paging_arguments
from market.core.graphql.enums import enum_from_choices, error_code_enum
from market.core.graphql.extensions import extensions_for
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import DateTime
from market.core.graphql.types import ModelObjectType, Node, non_null_list
from market.core.graphql.types import Money as MoneyType
from market.core.money import Money

CURRENCY = "KRW"
BudgetErrorCode = error_code_enum(
    "BudgetErrorCode",
    "GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE FILE_SIZE_LIMIT_EXCEEDED BUDGET_BELOW_USE BUDGET_IMPORT_WRONG"
    " BUDGET_IMPORT_OVER BUDGET_IMPORT_USED",
)
BudgetImportStatusEnum = enum_from_choices(
    "BudgetImportStatusEnum", BudgetImportStatus, "Where a workbook of budget lines stands."
)
_OUTCOMES = {
    "new": "Adds a line.",
    "changed": "Changes a line.",
    "unchanged": "Says what the line says already.",
    "wrong": "Cannot be taken as it is.",
}
BudgetRowOutcomeEnum = graphene.Enum(
    "BudgetRowOutcomeEnum",
    [(one.name, one.value) for one in Outcome],
    description=lambda member: _OUTCOMES[member.value] if member else "What a row of a workbook would do.",
)
_KINDS = {
    "request": "A purchase.",
    "import": "A workbook.",
    "edit": "Somebody changed the line.",
    "other": "Anything else.",
}
BudgetMovementKindEnum = graphene.Enum(
    "BudgetMovementKindEnum",
    [(name.upper(), name) for name in _KINDS],
    description=lambda member: _KINDS[member.value] if member else "What moved a budget line.",
)


class BudgetError(SaleorError):
    """What went wrong with a budget."""

    code = graphene.Field(BudgetErrorCode, required=True, description="The error's code.")
    used = graphene.String(description="What is used of the line, in won, where the error is about that.")


class BudgetSums(graphene.Interface):
    """What may be spent and what became of it. Won, VAT included."""

    appropriated = graphene.Field(MoneyType, required=True, description="What may be spent (예산현액).")
    held = graphene.Field(MoneyType, required=True, description="Held by requests in approval (품의 중).")
    committed = graphene.Field(MoneyType, required=True, description="Ordered, not yet paid (원인행위).")
    spent = graphene.Field(MoneyType, required=True, description="Paid (지출).")
    available = graphene.Field(MoneyType, required=True, description="What is left (잔액).")

    @staticmethod
    def resolve_appropriated(root: Any, info: Any) -> Money:
        return Money.of(root.appropriated, CURRENCY)

    @staticmethod
    def resolve_held(root: Any, info: Any) -> Money:
        return Money.of(root.held, CURRENCY)

    @staticmethod
    def resolve_committed(root: Any, info: Any) -> Money:
        return Money.of(root.committed, CURRENCY)

    @staticmethod
    def resolve_spent(root: Any, info: Any) -> Money:
        return Money.of(root.spent, CURRENCY)

    @staticmethod
    def resolve_available(root: Any, info: Any) -> Money:
        return Money.of(root.available, CURRENCY)

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> str:
        return "BudgetLine" if isinstance(instance, BudgetLineModel) else "BudgetTotals"


class BudgetTotals(graphene.ObjectType):
    """Sums over the lines that a filter finds."""

    class Meta:
        interfaces = (BudgetSums,)

    line_count = graphene.Int(required=True, description="Over how many lines.")


class BudgetMovement(*extensions_for("BudgetMovement"), graphene.ObjectType):  # type: ignore[misc]
    """One movement of a line; movements are never changed. Differences in won."""

    id = graphene.ID(required=True, description="ID of the movement.")
    kind = graphene.Field(BudgetMovementKindEnum, required=True, description="What moved it.")
    reference = graphene.String(
        required=True, description="What moved it, for programs: request:<uuid>, import:<uuid>, edit."
    )
    purchase_request_id = graphene.ID(description="ID of the purchase request, where one moved it.")
    note = graphene.String(required=True, description="What it was about.")
    who = graphene.String(description="Who did it; none: the market did, or the person has left it.")
    at = graphene.Field(DateTime, required=True, description="When.")
    appropriated = graphene.Field(MoneyType, required=True, description="By how much more may be spent.")
    held = graphene.Field(MoneyType, required=True, description="By how much more is held.")
    committed = graphene.Field(MoneyType, required=True, description="By how much more is ordered.")
    spent = graphene.Field(MoneyType, required=True, description="By how much more is paid.")

    @staticmethod
    def resolve_id(root: BudgetEntryModel, info: Any) -> str:
        return to_global_id("BudgetMovement", root.pk)

    @staticmethod
    def resolve_kind(root: BudgetEntryModel, info: Any) -> str:
        kind = root.reference.split(":")[0].removesuffix("-undo")
        return kind if kind in _KINDS else "other"

    @staticmethod
    def resolve_purchase_request_id(root: BudgetEntryModel, info: Any) -> str | None:
        kind, _, pk = root.reference.partition(":")
        return to_global_id("PurchaseRequest", pk) if kind == "request" and pk else None

    @batch
    def resolve_who(parents: list[BudgetEntryModel], info: Any) -> list[str | None]:
        names = names_of(entry.actor_id for entry in parents if entry.actor_id)
        return [names.get(entry.actor_id or 0) or None for entry in parents]

    @staticmethod
    def resolve_appropriated(root: Any, info: Any) -> Money:
        return Money.of(root.appropriated, CURRENCY)

    @staticmethod
    def resolve_held(root: Any, info: Any) -> Money:
        return Money.of(root.held, CURRENCY)

    @staticmethod
    def resolve_committed(root: Any, info: Any) -> Money:
        return Money.of(root.committed, CURRENCY)

    @staticmethod
    def resolve_spent(root: Any, info: Any) -> Money:
        return Money.of(root.spent, CURRENCY)


BudgetMovementCountableConnection = connection_type(
    "BudgetMovement", "market.agencies.graphql.budget_types.BudgetMovement", "movements"
)


class BudgetLine(ModelObjectType):
    """A line of an agency's budget (예산과목) in one fiscal year, of a department or of the whole agency."""

    class Meta:
        interfaces = (Node, BudgetSums)

    fiscal_year = graphene.Int(required=True, description="The fiscal year (회계연도), 1 January to 31 December.")
    department = graphene.Field(AgencyDepartment, description="Whose it is; none: of the whole agency.")
    account = graphene.String(required=True, description="The account (회계).")
    project = graphene.String(required=True, description="The project (세부사업); may be empty.")
    code = graphene.String(required=True, description="The code (통계목), e.g. 201-01.")
    name = graphene.String(required=True, description="The name, e.g. 사무관리비.")
    is_active = graphene.Boolean(required=True, description="False: closed, nothing more is bought from it.")
    updated_at = graphene.Field(DateTime, required=True, description="When it moved last.")
    movements = graphene.Field(
        BudgetMovementCountableConnection,
        **paging_arguments(),
        required=True,
        description="What moved it, newest first.",
    )

    @batch
    def resolve_movements(parents: list[BudgetLineModel], info: Any, **paging: Any) -> list[Connection]:
        ids = [line.pk for line in parents]
        return paginate_each(info, ids, budget_movements(), "line_id", [SortKey("id", True, int)], **paging)


BudgetLineCountableConnection = connection_type(
    "BudgetLine", "market.agencies.graphql.budget_types.BudgetLine", "budget lines"
)


class BudgetImportRow(graphene.ObjectType):
    """A row of a workbook and what it would do to the lines as they stand now."""

    number = graphene.Int(required=True, description="Its number in the sheet.")
    outcome = graphene.Field(BudgetRowOutcomeEnum, required=True, description="What it would do.")
    cells = graphene.Field(
        non_null_list(graphene.String), required=True, description="As typed, in the order of the template."
    )
    appropriated_before = graphene.Field(MoneyType, description="What the line says now, where there is one.")
    appropriated_after = graphene.Field(MoneyType, description="What it would say; none for a wrong row.")
    problems = graphene.Field(
        non_null_list(graphene.String), required=True, description="What is wrong, in the language of the request."
    )

    @staticmethod
    def resolve_outcome(root: PlannedRow, info: Any) -> str:
        return root.outcome.value

    @staticmethod
    def resolve_cells(root: PlannedRow, info: Any) -> list[str]:
        return [root.cells.get(column.name, "") for column in Column]

    @staticmethod
    def resolve_appropriated_before(root: PlannedRow, info: Any) -> Money | None:
        return Money.of(Decimal(root.line.appropriated), CURRENCY) if root.line else None

    @staticmethod
    def resolve_appropriated_after(root: PlannedRow, info: Any) -> Money | None:
        return Money.of(Decimal(root.wish.appropriated), CURRENCY) if root.wish else None

    @staticmethod
    def resolve_problems(root: PlannedRow, info: Any) -> list[str]:
        return [problem[info.context.language == "en"] for problem in root.problems]


class BudgetOutcomeCount(graphene.ObjectType):
    """How many rows would do the same."""

    outcome = graphene.Field(BudgetRowOutcomeEnum, required=True, description="What they would do.")
    count = graphene.Int(required=True, description="How many.")


class BudgetImport(ModelObjectType):
    """A workbook of budget lines for one year."""

    class Meta:
        interfaces = (Node,)

    fiscal_year = graphene.Int(required=True, description="The fiscal year.")
    file_name = graphene.String(required=True, description="What it was called.")
    status = graphene.Field(BudgetImportStatusEnum, required=True, description="Where it stands.")
    created_at = graphene.Field(DateTime, required=True, description="When it was uploaded.")
    applied_at = graphene.Field(DateTime, description="When it was applied.")
    undone_at = graphene.Field(DateTime, description="When it was undone.")
    row_count = graphene.Int(required=True, description="How many filled rows it has.")
    line_count = graphene.Int(required=True, description="How many lines it added or changed; 0 before it is applied.")
    counts = graphene.Field(
        non_null_list(BudgetOutcomeCount), required=True, description="Rows by what they would do now."
    )
    rows = graphene.Field(
        non_null_list(BudgetImportRow),
        required=True,
        outcome=graphene.Argument(BudgetRowOutcomeEnum, description="Only those that would do this."),
        first=graphene.Int(default_value=100, description="At most so many, up to 200."),
        skip=graphene.Int(default_value=0, description="Without the first so many."),
        description="Its rows in the order of the sheet; wrong ones first.",
    )

    @staticmethod
    def resolve_row_count(root: BudgetImportModel, info: Any) -> int:
        return len(root.rows)

    @staticmethod
    def resolve_line_count(root: BudgetImportModel, info: Any) -> int:
        return len(root.effects)

    @batch
    def resolve_counts(parents: list[BudgetImportModel], info: Any) -> list[list[dict[str, Any]]]:
        found = [[row.outcome for row in plan] for plan in _plans(parents)]
        return [
            [{"outcome": one.value, "count": outcomes.count(one)} for one in Outcome if one in outcomes]
            for outcomes in found
        ]

    @batch
    def resolve_rows(
        parents: list[BudgetImportModel], info: Any, outcome: Any = None, first: int = 100, skip: int = 0
    ) -> list[list[PlannedRow]]:
        wanted = getattr(outcome, "value", outcome)
        start = max(skip, 0)
        pages = []
        for plan in _plans(parents):
            chosen = [row for row in plan if wanted is None or row.outcome.value == wanted]
            chosen.sort(key=lambda row: row.outcome is not Outcome.WRONG)
            pages.append(chosen[start : start + max(0, min(first, 200))])
        return pages


def _plans(runs: list[BudgetImportModel]) -> list[list[PlannedRow]]:
    """Made once for an answer."""
    fresh = [run for run in runs if not hasattr(run, "plan")]
    found = budget_import_plans(fresh) if fresh else {}
    for run in fresh:
        run.plan = found[run.pk]  # type: ignore[attr-defined]
    return [run.plan for run in runs]  # type: ignore[attr-defined]


BudgetImportCountableConnection = connection_type(
    "BudgetImport", "market.agencies.graphql.budget_types.BudgetImport", "workbooks"
)
