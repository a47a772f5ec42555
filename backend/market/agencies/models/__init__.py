"""Public bodies, who works there, by which rules they buy and what they may spend."""

from market.agencies.models.agencies import (
    Agency,
    AgencyInvitation,
    AgencyMember,
    AgencyRegime,
    Department,
    Deputy,
)
from market.agencies.models.applications import (
    AgencyApplication,
    AgencyApplicationStatus,
    AgencyApplicationStep,
    OfficialAddressProof,
)
from market.agencies.models.budget_imports import BudgetImport, BudgetImportStatus
from market.agencies.models.budgets import BudgetEntry, BudgetLine, BudgetUse
from market.agencies.models.policies import AgencyPolicy, Law

__all__ = [
    "Agency",
    "AgencyApplication",
    "AgencyApplicationStatus",
    "AgencyApplicationStep",
    "AgencyInvitation",
    "AgencyMember",
    "AgencyPolicy",
    "AgencyRegime",
    "BudgetEntry",
    "BudgetImport",
    "BudgetImportStatus",
    "BudgetLine",
    "BudgetUse",
    "Department",
    "Deputy",
    "Law",
    "OfficialAddressProof",
]
