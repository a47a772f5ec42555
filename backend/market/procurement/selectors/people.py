"""People of an agency as trails and papers name them."""

from __future__ import annotations

from market.accounts.models import User
from market.agencies.models import AgencyMember


def person_name(user: User | None) -> str:
    """한지우; names in Latin letters in their order. Empty for nobody."""
    if user is None:
        return ""
    names = (user.first_name, user.last_name)
    return " ".join(names).strip() if "".join(names).isascii() else f"{user.last_name}{user.first_name}"


def member_role(member: AgencyMember) -> str:
    """Department and title: 문화체육과 주무관."""
    department = member.department.name if member.department is not None else ""
    return " ".join(part for part in (department, member.job_title) if part)


def member_words(member: AgencyMember) -> str:
    """Name and title: 오세린 과장."""
    return " ".join(part for part in (person_name(member.user), member.job_title) if part)
