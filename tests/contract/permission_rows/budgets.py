"""Budget lines and their workbooks. Which of them a member sees is proved in the room's own tests."""

from contract.permission_rows.access import AGENCY_MEMBER, Access

QUERIES: dict[str, Access] = dict.fromkeys(
    ("budgetLines", "budgetLine", "budgetTotals", "budgetYears", "budgetImport", "budgetImports"), (AGENCY_MEMBER,)
)
MUTATIONS: dict[str, Access] = dict.fromkeys(
    ("budgetLineCreate", "budgetLineUpdate", "budgetImportCreate", "budgetImportApply", "budgetImportUndo"),
    (AGENCY_MEMBER,),
)
