"""Intend a mail to an applicant."""

from __future__ import annotations

from uuid import UUID

from market.notifications.enums import MailKind
from market.notifications.services.account_mail_save import account_mail_save
from market.vendors.models import ApplicationStep, VendorApplication

# The step of an application that each mail tells of.
STATUSES = {
    MailKind.APPLICATION_SUBMITTED: "submitted",
    MailKind.APPLICATION_RETURNED: "returned",
    MailKind.APPLICATION_APPROVED: "approved",
    MailKind.APPLICATION_DECLINED: "declined",
}


def application_mail_save(*, kind: MailKind, application_id: UUID, event_key: str) -> bool:
    """Note one mail for each time the application came to stand like this. Says whether any is new.

    Events of one application may be delivered again, and late: each step has its mail, no matter which event asks for it.
    """
    applicant = VendorApplication.objects.filter(pk=application_id).values_list("applicant_id", flat=True).first()
    if applicant is None:
        return False
    steps = ApplicationStep.objects.filter(application_id=application_id, status=STATUSES[kind]).order_by("id")
    noted = [
        account_mail_save(
            kind=kind,
            user_id=applicant,
            event_key=f"{event_key}:{step}",
            params={"application_id": str(application_id), "step_id": step},
        )
        for step in steps.values_list("pk", flat=True)
    ]
    return any(noted)
