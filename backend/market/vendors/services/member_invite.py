"""Inviting somebody to work for an enterprise."""

from __future__ import annotations

from django.db import transaction
from django.utils.crypto import salted_hmac

from market.accounts.services.email_clean import email_clean
from market.accounts.services.mail_terms import count_within
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.vendors.errors import AlreadyInvited, AlreadyMember, InvitationEnded, TooManyInvitations
from market.vendors.events import VendorMemberInvited
from market.vendors.locks import vendor_for_update
from market.vendors.models import VendorInvitation, VendorMember, VendorRole
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for
from market.vendors.states import INVITATION_LIVES

DAY = 24 * 3600
MAILS_PER_ADDRESS, MAILS_PER_VENDOR = (
    5,
    50,
)  # in a day: for one address from all enterprises together, and for one enterprise
PAUSE_SECONDS = 60


def member_invite(*, vendor_id: int, email: str, role: str, actor: Actor) -> VendorInvitation:
    """Invite an address, whether or not it has an account: the answer, and the work done, are the same. The mail follows by event.

    One living invitation an address; one that has run out gives way. Raises NotFound, InvalidInput, AlreadyMember, AlreadyInvited,
    TooManyInvitations.
    """
    ensure_acts_for(vendor_id, actor, Ability.MANAGE_MEMBERS, field="vendor")
    address = email_clean(email)
    with transaction.atomic():
        vendor = vendor_for_update(vendor_id, field="vendor")
        ensure_acts_for(vendor.pk, actor, Ability.MANAGE_MEMBERS, field="vendor")
        if VendorMember.objects.filter(vendor=vendor, user__email=address).exists():
            raise AlreadyMember("email")
        before = VendorInvitation.objects.filter(
            vendor=vendor, email=address, accepted_at__isnull=True, revoked_at__isnull=True
        ).first()
        if before is not None and before.expires_at > clock.now():
            raise AlreadyInvited("email")
        _ensure_not_too_many(vendor.pk, address, "email")
        if before is not None:
            _revoke([before])
        invitation = VendorInvitation.objects.create(
            vendor=vendor,
            email=address,
            role=VendorRole(role),
            invited_by_id=actor.user_id,
            expires_at=clock.now() + INVITATION_LIVES,
        )
        _tell(invitation, actor, "vendors.member_invite")
    return invitation


def invitation_resend(*, invitation_id: int, actor: Actor) -> VendorInvitation:
    """Mail it once more; it lives seven days from now, also when it had run out. Earlier links stay good.

    Raises NotFound, InvitationEnded, TooManyInvitations.
    """
    with transaction.atomic():
        invitation = _invitation_for_update(invitation_id, actor)
        if (clock.now() - invitation.mailed_at).total_seconds() < PAUSE_SECONDS:
            raise TooManyInvitations("id")
        _ensure_not_too_many(invitation.vendor_id, invitation.email, "id")
        invitation.mailed_count += 1
        invitation.mailed_at = clock.now()
        invitation.expires_at = clock.now() + INVITATION_LIVES
        invitation.save(update_fields=["mailed_count", "mailed_at", "expires_at"])
        _tell(invitation, actor, "vendors.invitation_resend")
    return invitation


def invitation_revoke(*, invitation_id: int, actor: Actor) -> VendorInvitation:
    """Its link ends at once. Raises NotFound, InvitationEnded."""
    with transaction.atomic():
        invitation = _invitation_for_update(invitation_id, actor)
        _revoke([invitation])
        audit.record(
            actor=actor,
            action="vendors.invitation_revoke",
            subject_type="VendorInvitation",
            subject_id=invitation.pk,
            vendor=invitation.vendor_id,
        )
    return invitation


def invitations_of_revoke(*, vendor_id: int, user_id: int) -> int:
    """What somebody who is no longer in charge had sent ends with it; for whoever holds the enterprise's lock. Returns how many."""
    living = VendorInvitation.objects.filter(
        vendor_id=vendor_id, invited_by_id=user_id, accepted_at__isnull=True, revoked_at__isnull=True
    )
    return living.update(revoked_at=clock.now())


def _invitation_for_update(invitation_id: int, actor: Actor) -> VendorInvitation:
    """One that is neither taken nor revoked, under the lock of its enterprise. Raises NotFound, InvitationEnded, PermissionDenied."""
    found = VendorInvitation.objects.filter(pk=invitation_id).values_list("vendor_id", flat=True).first()
    ensure_acts_for(found, actor, Ability.MANAGE_MEMBERS)
    vendor_for_update(found or 0)
    ensure_acts_for(found, actor, Ability.MANAGE_MEMBERS)
    invitation = VendorInvitation.objects.filter(pk=invitation_id).first()
    if invitation is None:
        raise NotFound("id")
    if invitation.accepted_at is not None or invitation.revoked_at is not None:
        raise InvitationEnded("id")
    return invitation


def _revoke(invitations: list[VendorInvitation]) -> None:
    for invitation in invitations:
        invitation.revoked_at = clock.now()
        invitation.save(update_fields=["revoked_at"])


def _tell(invitation: VendorInvitation, actor: Actor, action: str) -> None:
    outbox.publish(VendorMemberInvited(vendor_id=invitation.vendor_id, invitation_id=invitation.pk))
    audit.record(
        actor=actor,
        action=action,
        subject_type="VendorInvitation",
        subject_id=invitation.pk,
        vendor=invitation.vendor_id,
        role=invitation.role,
    )


def _ensure_not_too_many(vendor_id: int, address: str, field: str) -> None:
    """Nobody's mailbox is filled by strangers, and no enterprise mails the world."""
    name = salted_hmac("market.vendors.invitation", address, algorithm="sha256").hexdigest()
    within_address = count_within(f"invitations-to:{name}", MAILS_PER_ADDRESS, DAY)
    if not within_address or not count_within(f"invitations-of:{vendor_id}", MAILS_PER_VENDOR, DAY):
        raise TooManyInvitations(field)
