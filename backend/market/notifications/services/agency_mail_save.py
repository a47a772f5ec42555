"""Intend mails about agencies: to applicants, to invited addresses, to the people of one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from market.accounts.models import User
from market.agencies.models import (
    AgencyApplication,
    AgencyApplicationStep,
    AgencyInvitation,
    AgencyMember,
    OfficialAddressProof,
)
from market.agencies.permissions import AgencyAbility
from market.notifications.enums import MailKind
from market.notifications.services.account_mail_save import account_mail_save
from market.notifications.services.mail_save import mail_save

# The step of an application that each mail tells of.
STATUSES = {
    MailKind.AGENCY_APPLICATION_SUBMITTED: "submitted",
    MailKind.AGENCY_APPLICATION_RETURNED: "returned",
    MailKind.AGENCY_APPLICATION_APPROVED: "approved",
    MailKind.AGENCY_APPLICATION_DECLINED: "declined",
}


def agency_application_mail_save(*, kind: MailKind, application_id: UUID, event_key: str) -> bool:
    """Note one mail for each time the application came to stand like this. Says whether any is new."""
    applicant = AgencyApplication.objects.filter(pk=application_id).values_list("applicant_id", flat=True).first()
    if applicant is None:
        return False
    steps = AgencyApplicationStep.objects.filter(application_id=application_id, status=STATUSES[kind]).order_by("id")
    noted = [
        account_mail_save(kind=kind, user_id=applicant, event_key=f"{event_key}:{step}", params={"step_id": step})
        for step in steps.values_list("pk", flat=True)
    ]
    return any(noted)


def official_address_mail_save(*, proof_id: int, event_key: str) -> bool:
    """Note the mail to the official address, in the applicant's language. Says whether it is new."""
    proof = OfficialAddressProof.objects.select_related("application").filter(pk=proof_id).first()
    if proof is None:
        return False
    return account_mail_save(
        kind=MailKind.AGENCY_OFFICIAL_ADDRESS,
        user_id=proof.application.applicant_id,
        recipient=proof.email,
        event_key=event_key,
        params={"proof_id": proof.pk},
    )


def agency_invitation_mail_save(*, invitation_id: int, event_key: str) -> bool:
    """Note it, once for each time it was asked for; in the language of the address's account, else of who invites. Says whether it is new."""
    invitation = AgencyInvitation.objects.select_related("invited_by").filter(pk=invitation_id).first()
    if invitation is None:
        return False
    user = User.objects.filter(email=invitation.email).first()
    reader = user or invitation.invited_by
    return mail_save(
        kind=MailKind.AGENCY_MEMBER_INVITED,
        recipient=invitation.email,
        language_code=reader.language_code if reader else "ko",
        event_key=f"{event_key}:{invitation.mailed_count}",
        user_id=user.pk if user else None,
        params={"invitation_id": invitation.pk},
    )


def agency_mails_save(
    *, kind: MailKind, agency_id: int, ability: AgencyAbility, event_key: str, params: dict[str, Any] | None = None
) -> bool:
    """Note one mail for each active member who holds the ability, in the language each prefers. Says whether any is new."""
    members = AgencyMember.objects.filter(
        agency_id=agency_id, is_active=True, abilities__contains=[ability.value], user__is_active=True
    )
    noted = [
        agency_member_mail_save(kind=kind, member_id=member_id, event_key=event_key, params=params)
        for member_id in members.order_by("id").values_list("pk", flat=True)
    ]
    return any(noted)


def agency_member_mail_save(
    *, kind: MailKind, member_id: int, event_key: str, params: dict[str, Any] | None = None
) -> bool:
    """Note a mail to one member, or to who was one. Says whether it is new."""
    found = AgencyMember.objects.filter(pk=member_id).values_list("agency_id", "user_id").first()
    if found is None or found[1] is None:
        return False
    given = {**(params or {}), "agency_id": found[0]}
    return account_mail_save(kind=kind, user_id=found[1], params=given, event_key=event_key)
