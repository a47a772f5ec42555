"""What a member may do for the own agency, each granted apart (지방회계법: who commits and who pays are different people)."""

from __future__ import annotations

from enum import Enum


class AgencyAbility(Enum):
    """One thing somebody may do for an agency."""

    REQUEST = "request"  # ask for quotes, fill lists, file purchase requests (품의)
    APPROVE = "approve"  # stand in an approval line (결재)
    INSPECT = "inspect"  # accept what was delivered (검수)
    PAY = "pay"  # budgets and payment (지출)
    ADMINISTER = "administer"  # members, departments, policy, approval lines


ALL_ABILITIES = tuple(ability.value for ability in AgencyAbility)
