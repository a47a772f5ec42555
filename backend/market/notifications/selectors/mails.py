"""Reading mails."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from market.notifications.enums import MailKind, MailStatus
from market.notifications.models import Mail


def stuck_mails() -> QuerySet[Mail]:
    """The mails that a person has to look at: given up, or perhaps sent and perhaps not. Newest first."""
    return Mail.objects.filter(status__in=(MailStatus.DEAD, MailStatus.UNCLEAR)).order_by("-created_at")


def order_mail(*, order_id: UUID, kind: MailKind) -> Mail | None:
    """The mail of this kind about an order, the newest where there are several."""
    return Mail.objects.filter(order_id=order_id, kind=kind).order_by("-created_at").first()
