"""Somebody becomes a member of an agency, or is one again."""

from __future__ import annotations

from collections.abc import Sequence

from market.agencies.errors import AlreadyMember
from market.agencies.models import Agency, AgencyMember, Department
from market.core.errors import NotFound


def membership_open(
    *, agency: Agency, user_id: int, abilities: Sequence[str], department_id: int | None, job_title: str, field: str
) -> AgencyMember:
    """The membership, for whoever holds the agency's lock. Who left comes back to the same row: what the person did stays theirs.

    Raises AlreadyMember, and NotFound for a department of another agency or one that is closed.
    """
    department = department_of(agency.pk, department_id)
    member = AgencyMember.objects.filter(agency=agency, user_id=user_id).first()
    if member is not None and member.is_active:
        raise AlreadyMember(field)
    member = member or AgencyMember(agency=agency, user_id=user_id)
    member.department, member.job_title, member.abilities = department, job_title, list(abilities)
    member.is_active, member.left_at = True, None
    member.save()
    return member


def department_of(agency_id: int, department_id: int | None, *, field: str = "department") -> Department | None:
    """A department of this agency that is in use; None for the agency as a whole. Raises NotFound."""
    if department_id is None:
        return None
    found = Department.objects.filter(pk=department_id, agency_id=agency_id, is_active=True).first()
    if found is None:
        raise NotFound(field)
    return found
