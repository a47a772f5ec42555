"""Inviting somebody to work for an agency."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils.crypto import salted_hmac

from market.accounts.services.email_clean import email_clean
from market.accounts.services.mail_terms import count_within
from market.agencies.errors import AlreadyInvited, AlreadyMember, ForeignDomain, InvitationEnded, NoDomain, TooManyMails
from market.agencies.events import AgencyMemberInvited
from market.agencies.locks import agency_for_update
from market.agencies.models import Agency, AgencyInvitation, AgencyMember
from market.agencies.permissions import AgencyAbility
from market.agencies.rules import INVITATION_LIVES, abilities_clean, domain_of, is_within
from market.agencies.selectors.membership import ensure_acts_for_agency
from market.agencies.services.membership_open import department_of
from market.agencies.services.text_clean import line_clean
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import NotFound

DAY = 24 * 3600
MAILS_PER_ADDRESS, MAILS_PER_AGENCY = 5, 50  # in a day: for one address from all agencies together, and for one agency
PAUSE_SECONDS = 60


def member_invite(
    *,
    agency_id: int,
    email: str,
    abilities: Collection[str],
    actor: Actor,
    department_id: int | None = None,
    job_title: str = "",
) -> AgencyInvitation:
    """Invite an address of the agency's domain, whether or not it has an account: the answer is the same. The mail follows by event.

    One living invitation an address; one that has run out gives way. Raises NotFound, PermissionDenied, InvalidInput, AbilityUnknown,
    ForeignDomain, NoDomain, AlreadyMember, AlreadyInvited, TooManyMails.
    """
    ensure_acts_for_agency(agency_id, actor, AgencyAbility.ADMINISTER, field="agency")
    address = email_clean(email)
    granted = abilities_clean(abilities)
    title = line_clean(job_title, field="jobTitle", longest=60)
    with transaction.atomic():
        agency = agency_for_update(agency_id, field="agency")
        ensure_acts_for_agency(agency.pk, actor, AgencyAbility.ADMINISTER, field="agency")
        _ensure_of_domain(agency, address)
        department = department_of(agency.pk, department_id)
        if AgencyMember.objects.filter(agency=agency, user__email=address, is_active=True).exists():
            raise AlreadyMember("email")
        before = agency.invitations.filter(email=address, accepted_at__isnull=True, revoked_at__isnull=True).first()
        if before is not None and before.expires_at > clock.now():
            raise AlreadyInvited("email")
        _ensure_not_too_many(agency.pk, address, "email")
        if before is not None:
            _revoke(before)
        invitation = AgencyInvitation.objects.create(
            agency=agency,
            email=address,
            department=department,
            job_title=title,
            abilities=granted,
            invited_by_id=actor.user_id,
            expires_at=clock.now() + INVITATION_LIVES,
        )
        _tell(invitation, actor, "agencies.member_invite")
    return invitation


def invitation_resend(*, invitation_id: int, actor: Actor) -> AgencyInvitation:
    """Mail it once more; it lives seven days from now, also when it had run out. Earlier links stay good.

    Raises NotFound, PermissionDenied, InvitationEnded, TooManyMails.
    """
    with transaction.atomic():
        invitation = _invitation_for_update(invitation_id, actor)
        if (clock.now() - invitation.mailed_at).total_seconds() < PAUSE_SECONDS:
            raise TooManyMails("id")
        _ensure_not_too_many(invitation.agency_id, invitation.email, "id")
        invitation.mailed_count += 1
        invitation.mailed_at = clock.now()
        invitation.expires_at = clock.now() + INVITATION_LIVES
        invitation.save(update_fields=["mailed_count", "mailed_at", "expires_at"])
        _tell(invitation, actor, "agencies.invitation_resend")
    return invitation


def invitation_revoke(*, invitation_id: int, actor: Actor) -> AgencyInvitation:
    """Its link ends at once. Raises NotFound, PermissionDenied, InvitationEnded."""
    with transaction.atomic():
        invitation = _invitation_for_update(invitation_id, actor)
        _revoke(invitation)
        _note(invitation, actor, "agencies.invitation_revoke")
    return invitation


def invitations_of_revoke(*, agency_id: int, user_id: int | None) -> int:
    """What somebody who is no longer in charge had sent ends with it; for whoever holds the agency's lock. Returns how many."""
    living = AgencyInvitation.objects.filter(
        agency_id=agency_id, invited_by_id=user_id, accepted_at__isnull=True, revoked_at__isnull=True
    )
    return living.update(revoked_at=clock.now()) if user_id is not None else 0


def _invitation_for_update(invitation_id: int, actor: Actor) -> AgencyInvitation:
    """One that is neither taken nor revoked, under the lock of its agency."""
    found = AgencyInvitation.objects.filter(pk=invitation_id).values_list("agency_id", flat=True).first()
    ensure_acts_for_agency(found, actor, AgencyAbility.ADMINISTER)
    agency_for_update(found or 0)
    ensure_acts_for_agency(found, actor, AgencyAbility.ADMINISTER)
    invitation = AgencyInvitation.objects.filter(pk=invitation_id).first()
    if invitation is None:
        raise NotFound("id")
    if invitation.accepted_at is not None or invitation.revoked_at is not None:
        raise InvitationEnded("id")
    return invitation


def _ensure_of_domain(agency: Agency, address: str) -> None:
    if not agency.email_domain:
        raise NoDomain("email")
    if not is_within(domain_of(address), agency.email_domain):
        raise ForeignDomain("email", domain=agency.email_domain)


def _revoke(invitation: AgencyInvitation) -> None:
    invitation.revoked_at = clock.now()
    invitation.save(update_fields=["revoked_at"])


def _tell(invitation: AgencyInvitation, actor: Actor, action: str) -> None:
    outbox.publish(AgencyMemberInvited(agency_id=invitation.agency_id, invitation_id=invitation.pk))
    _note(invitation, actor, action, abilities=invitation.abilities)


def _note(invitation: AgencyInvitation, actor: Actor, action: str, **facts: object) -> None:
    audit.record(
        actor=actor,
        action=action,
        subject_type="AgencyInvitation",
        subject_id=invitation.pk,
        agency=invitation.agency_id,
        **facts,
    )


def _ensure_not_too_many(agency_id: int, address: str, field: str) -> None:
    """Nobody's mailbox is filled by strangers, and no agency mails the world."""
    name = salted_hmac("market.agencies.invitation", address, algorithm="sha256").hexdigest()
    within_address = count_within(f"agency-invitations-to:{name}", MAILS_PER_ADDRESS, DAY)
    if not within_address or not count_within(f"agency-invitations-of:{agency_id}", MAILS_PER_AGENCY, DAY):
        raise TooManyMails(field)
