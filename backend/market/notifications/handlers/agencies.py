"""What applicants for an agency, and the people of one, hear."""

from __future__ import annotations

from market.agencies.events import (
    AgencyApplicationApproved,
    AgencyApplicationDeclined,
    AgencyApplicationEvent,
    AgencyApplicationReturned,
    AgencyApplicationSubmitted,
    AgencyMemberInvited,
    AgencyMemberJoined,
    AgencyMemberLeft,
    DeputyNamed,
    DeputyRevoked,
    JoinRequested,
    OfficialAddressProofAsked,
    WorkHandedOver,
)
from market.agencies.models import Deputy
from market.agencies.permissions import AgencyAbility
from market.core.events import handles
from market.notifications.enums import MailKind
from market.notifications.handlers.noting import key_of, nudge_when_noted
from market.notifications.services.agency_mail_save import (
    agency_application_mail_save,
    agency_invitation_mail_save,
    agency_mails_save,
    agency_member_mail_save,
    official_address_mail_save,
)


@handles(AgencyApplicationSubmitted, name="notifications.confirm_agency_application")
def confirm_agency_application(event: AgencyApplicationSubmitted) -> None:
    _tell(event, MailKind.AGENCY_APPLICATION_SUBMITTED)


@handles(AgencyApplicationReturned, name="notifications.tell_agency_what_to_mend")
def tell_agency_what_to_mend(event: AgencyApplicationReturned) -> None:
    _tell(event, MailKind.AGENCY_APPLICATION_RETURNED)


@handles(AgencyApplicationApproved, name="notifications.welcome_agency")
def welcome_agency(event: AgencyApplicationApproved) -> None:
    _tell(event, MailKind.AGENCY_APPLICATION_APPROVED)


@handles(AgencyApplicationDeclined, name="notifications.tell_agency_declined")
def tell_agency_declined(event: AgencyApplicationDeclined) -> None:
    _tell(event, MailKind.AGENCY_APPLICATION_DECLINED)


def _tell(event: AgencyApplicationEvent, kind: MailKind) -> None:
    """It may be sent, and sent back, several times: each round is a mail of its own, named by its step."""
    nudge_when_noted(
        agency_application_mail_save(
            kind=kind, application_id=event.application_id, event_key=key_of(event, event.application_id)
        )
    )


@handles(OfficialAddressProofAsked, name="notifications.prove_official_address")
def prove_official_address(event: OfficialAddressProofAsked) -> None:
    nudge_when_noted(official_address_mail_save(proof_id=event.proof_id, event_key=key_of(event, event.proof_id)))


@handles(JoinRequested, name="notifications.tell_join_requested")
def tell_join_requested(event: JoinRequested) -> None:
    """Who administers the agency decides."""
    nudge_when_noted(
        agency_mails_save(
            kind=MailKind.AGENCY_JOIN_REQUESTED,
            agency_id=event.agency_id,
            ability=AgencyAbility.ADMINISTER,
            event_key=key_of(event, event.application_id, event.step_id),
            params={"application_id": str(event.application_id)},
        )
    )


@handles(AgencyMemberInvited, name="notifications.invite_agency_member")
def invite_agency_member(event: AgencyMemberInvited) -> None:
    """Also published when the mail is to go once more: the service tells one asking from the other."""
    nudge_when_noted(
        agency_invitation_mail_save(invitation_id=event.invitation_id, event_key=key_of(event, event.invitation_id))
    )


@handles(AgencyMemberJoined, name="notifications.tell_agency_member_joined")
def tell_agency_member_joined(event: AgencyMemberJoined) -> None:
    nudge_when_noted(
        agency_mails_save(
            kind=MailKind.AGENCY_MEMBER_JOINED,
            agency_id=event.agency_id,
            ability=AgencyAbility.ADMINISTER,
            event_key=key_of(event, event.member_id, event.since),
            params={"member_id": event.member_id},
        )
    )


@handles(AgencyMemberLeft, name="notifications.tell_agency_member_left")
def tell_agency_member_left(event: AgencyMemberLeft) -> None:
    """Who administers the agency hears it, and what is still in the person's hands; so does who has left."""
    key = key_of(event, event.member_id, event.moment)
    params = {"member_id": event.member_id, "work_left": event.work_left}
    kind = MailKind.AGENCY_MEMBER_LEFT
    is_told = agency_member_mail_save(kind=kind, member_id=event.member_id, event_key=key, params=params)
    are_told = agency_mails_save(
        kind=kind, agency_id=event.agency_id, ability=AgencyAbility.ADMINISTER, event_key=key, params=params
    )
    nudge_when_noted(is_told or are_told)


@handles(DeputyNamed, name="notifications.tell_deputy")
def tell_deputy(event: DeputyNamed) -> None:
    """Both hear it: who acts, and for whom."""
    _of_deputy(MailKind.AGENCY_DEPUTY_NAMED, event.deputy_id, key_of(event, event.deputy_id))


@handles(DeputyRevoked, name="notifications.tell_deputy_revoked")
def tell_deputy_revoked(event: DeputyRevoked) -> None:
    _of_deputy(MailKind.AGENCY_DEPUTY_REVOKED, event.deputy_id, key_of(event, event.deputy_id))


def _of_deputy(kind: MailKind, deputy_id: int, key: str) -> None:
    deputy = Deputy.objects.filter(pk=deputy_id).first()
    if deputy is None:
        return
    params = {"deputy_id": deputy.pk}
    noted = [
        agency_member_mail_save(kind=kind, member_id=member_id, event_key=key, params=params)
        for member_id in (deputy.member_id, deputy.deputy_id)
    ]
    nudge_when_noted(any(noted))


@handles(WorkHandedOver, name="notifications.tell_work_handed_over")
def tell_work_handed_over(event: WorkHandedOver) -> None:
    """Who takes over hears it."""
    nudge_when_noted(
        agency_member_mail_save(
            kind=MailKind.AGENCY_WORK_HANDED_OVER,
            member_id=event.to_id,
            event_key=key_of(event, event.handover),
            params={"from_id": event.from_id, "moved": event.moved},
        )
    )
