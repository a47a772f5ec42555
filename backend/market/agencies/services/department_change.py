"""Departments of an agency: add, rename, close, use again."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from market.agencies.errors import DepartmentInUse, DepartmentTaken
from market.agencies.locks import agency_for_update
from market.agencies.models import Department
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import ensure_acts_for_agency
from market.agencies.services.text_clean import line_clean
from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound

LONGEST_NAME = 80


def department_create(*, agency_id: int, name: str, actor: Actor) -> Department:
    """Raises NotFound, PermissionDenied, Required, InvalidInput, DepartmentTaken."""
    ensure_acts_for_agency(agency_id, actor, AgencyAbility.ADMINISTER, field="agency")
    with transaction.atomic():
        agency_for_update(agency_id, field="agency")
        department = Department(agency_id=agency_id, name=_name(name))
        _save(department)
        _note(actor, "department_create", department)
    return department


def department_rename(*, department_id: int, name: str, actor: Actor) -> Department:
    """Papers that were issued keep the old name. Raises NotFound, PermissionDenied, Required, InvalidInput, DepartmentTaken."""
    with transaction.atomic():
        department = _department_for_update(department_id, actor)
        before, department.name = department.name, _name(name)
        if department.name != before:
            _save(department)
            _note(actor, "department_rename", department, before=before)
    return department


def department_close(*, department_id: int, actor: Actor) -> Department:
    """It is kept for what was bought and chosen no more. Raises NotFound, PermissionDenied, DepartmentInUse while somebody works there."""
    with transaction.atomic():
        department = _department_for_update(department_id, actor)
        people = department.members.filter(is_active=True).count()
        if people:
            raise DepartmentInUse("id", count=people)
        _switch(department, actor, is_active=False)
    return department


def department_reopen(*, department_id: int, actor: Actor) -> Department:
    """Raises NotFound, PermissionDenied."""
    with transaction.atomic():
        department = _department_for_update(department_id, actor)
        _switch(department, actor, is_active=True)
    return department


def _department_for_update(department_id: int, actor: Actor) -> Department:
    found = Department.objects.filter(pk=department_id).values_list("agency_id", flat=True).first()
    ensure_acts_for_agency(found, actor, AgencyAbility.ADMINISTER)
    agency_for_update(found or 0)
    department = Department.objects.filter(pk=department_id).first()
    if department is None:
        raise NotFound("id")
    return department


def _switch(department: Department, actor: Actor, *, is_active: bool) -> None:
    if department.is_active == is_active:
        return
    department.is_active = is_active
    department.save(update_fields=["is_active"])
    _note(actor, "department_reopen" if is_active else "department_close", department)


def _name(text: str) -> str:
    return line_clean(text, field="name", longest=LONGEST_NAME, is_required=True)


def _save(department: Department) -> None:
    try:
        with transaction.atomic():
            department.save()
    except IntegrityError as error:
        raise DepartmentTaken("name") from error


def _note(actor: Actor, action: str, department: Department, **facts: object) -> None:
    audit.record(
        actor=actor,
        action=f"agencies.{action}",
        subject_type="Department",
        subject_id=department.pk,
        agency=department.agency_id,
        name=department.name,
        **facts,
    )
