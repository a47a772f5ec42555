"""Budget lines and what uses them."""

from __future__ import annotations


class BudgetQueries:
    pass
