"""What can go wrong when an agency is run."""

from __future__ import annotations

from market.core.errors import DomainError


class BudgetExceeded(DomainError):
    """Less is left on the line than is asked for; ``available`` and ``asked`` in won."""

    code = "budget_exceeded"
    message_ko = "예산이 모자라요. 남은 금액은 {available}원이에요."
    message_en = "The budget line does not reach; {available} won are left."
