"""Intend a mail."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from market.core import clock
from market.notifications.enums import MailKind
from market.notifications.models import Mail
from market.notifications.rules import language_of


def mail_save(
    *,
    kind: MailKind,
    recipient: str,
    language_code: str,
    event_key: str = "",
    order_id: UUID | None = None,
    user_id: int | None = None,
    params: dict[str, Any] | None = None,
) -> bool:
    """Note that this mail is to go out; a task sends it. Says whether it is new.

    ``event_key`` names what happened: one event makes one mail for an address. Without it, for what may be asked for again and
    again, there is at most one unsent mail of a kind for an address. Belongs to an order or to an account, not to both.
    """
    if not recipient:
        return False
    now = clock.now()
    mail = Mail(
        kind=kind,
        event_key=event_key,
        recipient=recipient,
        language=language_of(language_code),
        order_id=order_id,
        user_id=user_id,
        params=params or {},
        due_at=now,
        created_at=now,
    )
    Mail.objects.bulk_create([mail], ignore_conflicts=True)
    return Mail.objects.filter(pk=mail.pk).exists()
