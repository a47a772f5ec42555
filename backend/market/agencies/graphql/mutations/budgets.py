"""Budget lines: imported, added, changed."""

from __future__ import annotations


class BudgetMutations:
    pass
