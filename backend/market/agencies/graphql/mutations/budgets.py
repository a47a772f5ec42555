"""Budget lines: imported, added, changed."""

from __future__ import annotations

from decimal import Decimal as Won
from typing import Any

import graphene

from market.agencies.errors import (
    BudgetBelowUse,
    BudgetImportOver,
    BudgetImportUsed,
    BudgetImportWrong,
    BudgetLineThere,
)
from market.agencies.graphql.budget_types import BudgetError, BudgetImport, BudgetLine
from market.agencies.selectors.membership import ensure_agency_member_or
from market.agencies.services.budget_import import budget_import_apply, budget_import_create, budget_import_undo
from market.agencies.services.budget_line_save import NewLine, budget_line_create, budget_line_update
from market.core.errors import InvalidInput, NotFound, Required
from market.core.files.errors import FileTooLarge, WorkbookUnreadable
from market.core.files.reading import content_of
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id, uuid_from_id
from market.core.graphql.scalars import PositiveDecimal, Upload

NOTE = "Why, for those who read the movements; 200 letters are kept."
WORKBOOK = "ID of the workbook."


class BudgetLineInput(graphene.InputObjectType):
    """A budget line to add."""

    fiscal_year = graphene.InputField(graphene.Int, required=True, description="The fiscal year.")
    department = graphene.InputField(graphene.ID, description="ID of the department; none: of the whole agency.")
    account = graphene.InputField(graphene.String, required=True, description="The account (회계), 60 letters.")
    project = graphene.InputField(graphene.String, description="The project (세부사업), 120 letters.")
    code = graphene.InputField(graphene.String, required=True, description="The code (통계목), 20 letters.")
    name = graphene.InputField(graphene.String, required=True, description="Its name, 80 letters.")
    appropriated = graphene.InputField(
        PositiveDecimal, required=True, description="What may be spent (예산현액), whole won with VAT."
    )
    note = graphene.InputField(graphene.String, description=NOTE)


class BudgetLineUpdateInput(graphene.InputObjectType):
    """What to change of a line; what is not given stays."""

    name = graphene.InputField(graphene.String, description="Its name.")
    appropriated = graphene.InputField(
        PositiveDecimal, description="What may be spent, whole won; never below what is used."
    )
    is_active = graphene.InputField(graphene.Boolean, description="False closes the line, true opens it again.")
    note = graphene.InputField(graphene.String, description=NOTE)


class BudgetLineCreate(BaseMutation):
    class Meta:
        description = "Add a budget line; by members who pay or administer."
        error_type = BudgetError
        login_required = True
        idempotent = True

    class Arguments:
        agency = graphene.ID(required=True, description="ID of the agency.")
        input = BudgetLineInput(required=True, description="The line.")

    raises = (NotFound, InvalidId, InvalidInput, Required, BudgetLineThere)
    budget_line = graphene.Field(BudgetLine, description="The line.")

    @classmethod
    def perform(cls, info: Any, agency: str, input: Any) -> BudgetLineCreate:
        ensure_agency_member_or(info.context.actor)
        department = input.get("department")
        line = NewLine(
            fiscal_year=input.fiscal_year,
            department_id=pk_from_id(department, "AgencyDepartment", field="department") if department else None,
            account=input.account,
            project=input.get("project") or "",
            code=input.code,
            name=input.name,
            appropriated=Won(str(input.appropriated)),
        )
        made = budget_line_create(
            agency_id=pk_from_id(agency, "Agency", field="agency"),
            line=line,
            actor=info.context.actor,
            note=input.get("note") or "",
        )
        return cls(budget_line=made)


class BudgetLineUpdate(BaseMutation):
    class Meta:
        description = "Change, close or reopen a budget line; by members who pay or administer."
        error_type = BudgetError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description="ID of the line.")
        input = BudgetLineUpdateInput(required=True, description="What to change.")

    raises = (NotFound, InvalidId, InvalidInput, Required, BudgetBelowUse)
    budget_line = graphene.Field(BudgetLine, description="The line.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> BudgetLineUpdate:
        ensure_agency_member_or(info.context.actor)
        amount = input.get("appropriated")
        line = budget_line_update(
            line_id=pk_from_id(id, "BudgetLine"),
            actor=info.context.actor,
            appropriated=Won(str(amount)) if amount is not None else None,
            name=input.get("name"),
            is_active=input.get("is_active"),
            note=input.get("note") or "",
        )
        return cls(budget_line=line)


class BudgetImportCreate(BaseMutation):
    class Meta:
        description = (
            "Upload a workbook (XLSX) of budget lines, 10 MB and 2,000 rows at most; by members who pay or administer. Nothing changes until"
            " it is applied; the same file for the same year is the same import."
        )
        error_type = BudgetError
        login_required = True

    class Arguments:
        agency = graphene.ID(required=True, description="ID of the agency.")
        year = graphene.Int(required=True, description="The fiscal year; rows of another year are wrong.")
        file = Upload(required=True, description="The workbook.")

    raises = (NotFound, InvalidId, InvalidInput, FileTooLarge, WorkbookUnreadable)
    budget_import = graphene.Field(BudgetImport, description="The workbook.")

    @classmethod
    def perform(cls, info: Any, agency: str, year: int, file: Any) -> BudgetImportCreate:
        ensure_agency_member_or(info.context.actor)
        run = budget_import_create(
            agency_id=pk_from_id(agency, "Agency", field="agency"),
            year=year,
            content=content_of(file, field="file"),
            name=file.name or "",
            actor=info.context.actor,
        )
        return cls(budget_import=run)


class BudgetImportApply(BaseMutation):
    class Meta:
        description = "Add and change all lines of a workbook in one step; nothing while a row is wrong. Again it changes nothing."
        error_type = BudgetError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=WORKBOOK)

    raises = (NotFound, InvalidId, BudgetImportWrong, BudgetImportOver)
    budget_import = graphene.Field(BudgetImport, description="The workbook.")

    @classmethod
    def perform(cls, info: Any, id: str) -> BudgetImportApply:
        ensure_agency_member_or(info.context.actor)
        run = budget_import_apply(import_id=uuid_from_id(id, "BudgetImport"), actor=info.context.actor)
        return cls(budget_import=run)


class BudgetImportUndo(BaseMutation):
    class Meta:
        description = (
            "Put back what a workbook changed, while nothing was bought from it; lines it added are closed at 0 won."
        )
        error_type = BudgetError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=WORKBOOK)

    raises = (NotFound, InvalidId, BudgetImportOver, BudgetImportUsed)
    budget_import = graphene.Field(BudgetImport, description="The workbook.")

    @classmethod
    def perform(cls, info: Any, id: str) -> BudgetImportUndo:
        ensure_agency_member_or(info.context.actor)
        run = budget_import_undo(import_id=uuid_from_id(id, "BudgetImport"), actor=info.context.actor)
        return cls(budget_import=run)


class BudgetMutations:
    budget_line_create = BudgetLineCreate.Field()
    budget_line_update = BudgetLineUpdate.Field()
    budget_import_create = BudgetImportCreate.Field()
    budget_import_apply = BudgetImportApply.Field()
    budget_import_undo = BudgetImportUndo.Field()
