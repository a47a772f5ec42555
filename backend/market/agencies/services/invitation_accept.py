"""The signed link of an invitation, and taking it."""

from __future__ import annotations

from django.core import signing
from django.db import transaction

from market.accounts.locks import own_user_for_update
from market.accounts.models import User
from market.agencies.errors import EmailNotConfirmed, InvitationOver, WrongAccount
from market.agencies.events import AgencyMemberJoined
from market.agencies.locks import agency_for_update
from market.agencies.models import AgencyInvitation, AgencyMember
from market.agencies.rules import domain_of, is_within
from market.agencies.services.membership_open import membership_open
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.vendors.services.invitation_token import masked

SALT = "market.agencies.invitation"
LONGEST_TOKEN = 512

__all__ = ["invitation_accept", "invitation_of_token", "invitation_token_create", "is_living", "masked"]


def invitation_token_create(invitation: AgencyInvitation) -> str:
    """The token for the mail to the invited address. It is bound to that address."""
    return signing.dumps({"invitation": invitation.pk, "email": invitation.email}, salt=SALT)


def invitation_of_token(token: str) -> AgencyInvitation:
    """The invitation a well-signed token is for, living or over. Raises InvitationOver for any other text."""
    try:
        claims = signing.loads(token, salt=SALT) if len(token) <= LONGEST_TOKEN else {}
    except (signing.BadSignature, ValueError):
        claims = {}
    if not isinstance(claims, dict):
        raise InvitationOver
    number, email = claims.get("invitation"), claims.get("email")
    if not isinstance(number, int) or not isinstance(email, str):
        raise InvitationOver
    invitation = AgencyInvitation.objects.select_related("agency").filter(pk=number, email=email).first()
    if invitation is None:
        raise InvitationOver
    return invitation


def is_living(invitation: AgencyInvitation) -> bool:
    """Neither taken, nor revoked, nor too old; the agency is active and still has the domain of the address."""
    is_open = invitation.accepted_at is None and invitation.revoked_at is None
    agency = invitation.agency
    is_ours = agency.is_active and is_within(domain_of(invitation.email), agency.email_domain)
    return is_open and invitation.expires_at > clock.now() and is_ours


def invitation_accept(*, token: str, actor: Actor) -> AgencyMember:
    """Join by the token of the mail, as the account whose confirmed address was invited. Repeating it gives the same membership.

    Raises InvitationOver (also for what is no token of ours), WrongAccount, EmailNotConfirmed, AlreadyMember.
    """
    agency_id = invitation_of_token(token).agency_id
    with transaction.atomic():
        agency = agency_for_update(agency_id, field="token")
        user = own_user_for_update(actor)
        invitation = invitation_of_token(token)
        if invitation.accepted_by_id == user.pk:
            joined = AgencyMember.objects.filter(agency=agency, user=user, is_active=True).first()
            if joined is not None:
                return joined
        _ensure_may_take(invitation, user)
        is_there = invitation.department is not None and invitation.department.is_active
        member = membership_open(
            agency=agency,
            user_id=user.pk,
            abilities=invitation.abilities,
            department_id=invitation.department_id if is_there else None,
            job_title=invitation.job_title,
            field="token",
        )
        invitation.accepted_by, invitation.accepted_at = user, clock.now()
        invitation.save(update_fields=["accepted_by", "accepted_at"])
        audit.record(
            actor=actor,
            action="agencies.invitation_accept",
            subject_type="AgencyMember",
            subject_id=member.pk,
            agency=agency.pk,
            abilities=member.abilities,
        )
        outbox.publish(AgencyMemberJoined(agency_id=agency.pk, member_id=member.pk, since=clock.now().isoformat()))
    return member


def _ensure_may_take(invitation: AgencyInvitation, user: User) -> None:
    if not is_living(invitation):
        raise InvitationOver
    if user.email != invitation.email:
        raise WrongAccount("token", invited=masked(invitation.email))
    if not user.is_confirmed:
        raise EmailNotConfirmed("token")
