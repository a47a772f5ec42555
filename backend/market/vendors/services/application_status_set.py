"""The one place where the status of an application changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from market.core import clock
from market.core.actor import Actor
from market.core.errors import NotFound, PermissionDenied
from market.core.permissions import MANAGE_VENDORS
from market.vendors.errors import OwnApplication
from market.vendors.locks import applications_for_update
from market.vendors.models import ApplicationStatus, ApplicationStep, VendorApplication
from market.vendors.rules import ensure_editable, ensure_may_become

DECIDED = frozenset({ApplicationStatus.APPROVED, ApplicationStatus.DECLINED})


def application_status_set(
    *,
    application: VendorApplication,
    to: ApplicationStatus,
    actor: Actor,
    note: str = "",
    points: Sequence[dict[str, Any]] = (),
) -> None:
    """Move a locked application on, and write down that it happened; the caller's other changes are saved with it.

    Raises AlreadyDecided.
    """
    ensure_may_become(application.status, to)
    application.status = to
    if to in DECIDED:
        application.decided_at, application.decided_by_id = clock.now(), actor.user_id
    if to != ApplicationStatus.WITHDRAWN:
        application.review_note, application.review_points = note, list(points)
    application.save()
    ApplicationStep.objects.create(
        application=application, status=to, note=note, points=list(points), actor_id=actor.user_id
    )


def own_application_locked(application_id: UUID, actor: Actor, *, field: str = "id") -> VendorApplication:
    """The actor's own application under lock. Raises NotFound for another's as for none."""
    found = applications_for_update().filter(pk=application_id, applicant_id=actor.signed_in_id).first()
    if found is None:
        raise NotFound(field)
    return found


def editable_application_locked(application_id: UUID, actor: Actor, *, field: str = "id") -> VendorApplication:
    """The same, while it may be changed. Raises NotFound, ApplicationNotEditable."""
    application = own_application_locked(application_id, actor, field=field)
    ensure_editable(application.status)
    return application


def application_to_decide(application_id: UUID, actor: Actor) -> VendorApplication:
    """A submitted application under lock, for somebody who vets. Raises PermissionDenied, NotFound, OwnApplication.

    Whether it still waits is looked at by ``application_status_set``.
    """
    if not actor.has_permission(MANAGE_VENDORS):
        raise PermissionDenied(MANAGE_VENDORS)
    found = applications_for_update().filter(pk=application_id, submitted_at__isnull=False).first()
    if found is None:
        raise NotFound("id")
    if found.applicant_id == actor.user_id:
        raise OwnApplication("id")
    return found
