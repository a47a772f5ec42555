"""The audit log: one line for each thing somebody did that somebody else may have to explain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from market.core.actor import Actor
from market.core.models import AuditEntry


def record(*, actor: Actor, action: str, subject_type: str, subject_id: object, **data: Any) -> None:
    """Add one entry in the current transaction. ``action`` is ``room.verb``; ``data`` holds no personal data beyond ids."""
    AuditEntry.objects.create(
        actor_id=actor.user_id,
        actor_name=actor.email,
        ip_address=actor.ip_address or None,
        action=action,
        subject_type=subject_type,
        subject_id=str(subject_id),
        data=data,
    )


def record_each(*, actor: Actor, action: str, subject_type: str, changes: Mapping[object, Mapping[str, Any]]) -> None:
    """The same for many subjects (subject id: its data), in one statement."""
    AuditEntry.objects.bulk_create(
        AuditEntry(
            actor_id=actor.user_id,
            actor_name=actor.email,
            ip_address=actor.ip_address or None,
            action=action,
            subject_type=subject_type,
            subject_id=str(subject_id),
            data=dict(data),
        )
        for subject_id, data in changes.items()
    )
