"""Send an application back, or decline it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from market.core import audit, outbox
from market.core.actor import Actor
from market.core.errors import InvalidInput, Required
from market.vendors.events import ApplicationDeclined, ApplicationReturned
from market.vendors.models import ApplicationStatus, VendorApplication
from market.vendors.selectors.applications import REVIEW_FIELDS
from market.vendors.services.application_status_set import application_status_set, application_to_decide

LONGEST_NOTE, LONGEST_REASON = 2_000, 300


@transaction.atomic
def application_return(
    *, application_id: UUID, actor: Actor, comment: str = "", points: Sequence[tuple[str, str]] = ()
) -> VendorApplication:
    """Ask the applicant to mend it: ``points`` are (input field, reason); at least one of them or a comment.

    Raises NotFound, OwnApplication, AlreadyDecided, Required, InvalidInput.
    """
    application = application_to_decide(application_id, actor)
    note = _note(comment, "comment")
    kept = [_point(field, reason) for field, reason in points]
    if not note and not kept:
        raise Required("comment")
    _move(application, ApplicationStatus.RETURNED, actor, note, kept)
    outbox.publish(ApplicationReturned(application_id=application.pk))
    return application


@transaction.atomic
def application_decline(*, application_id: UUID, actor: Actor, reason: str) -> VendorApplication:
    """Say no, and why; the account it named is forgotten. Raises NotFound, OwnApplication, AlreadyDecided, Required, InvalidInput."""
    application = application_to_decide(application_id, actor)
    note = _note(reason, "reason")
    if not note:
        raise Required("reason")
    application.sealed_number = application.sealed_holder = ""  # of no more use to anybody
    _move(application, ApplicationStatus.DECLINED, actor, note, [])
    outbox.publish(ApplicationDeclined(application_id=application.pk))
    return application


def _move(
    application: VendorApplication, to: ApplicationStatus, actor: Actor, note: str, points: list[dict[str, Any]]
) -> None:
    application_status_set(application=application, to=to, actor=actor, note=note, points=points)
    audit.record(
        actor=actor,
        action=f"vendors.application_{'return' if to == ApplicationStatus.RETURNED else 'decline'}",
        subject_type="VendorApplication",
        subject_id=application.pk,
        fields=[point["field"] for point in points],
    )


def _note(text: str, field: str) -> str:
    note = text.strip()
    if len(note) > LONGEST_NOTE or "\x00" in note:
        raise InvalidInput(field, f"{LONGEST_NOTE}자까지 쓸 수 있어요.", f"At most {LONGEST_NOTE} characters.")
    return note


def _point(field: str, reason: str) -> dict[str, Any]:
    if field not in REVIEW_FIELDS:
        raise InvalidInput("points", "신청서에 없는 칸이에요.", "The application has no such field.")
    text = reason.strip()
    if not text:
        raise Required("points")
    if len(text) > LONGEST_REASON or "\x00" in text:
        raise InvalidInput("points", f"{LONGEST_REASON}자까지 쓸 수 있어요.", f"At most {LONGEST_REASON} characters.")
    return {"field": field, "reason": text}
