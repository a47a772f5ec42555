"""Taking an invitation."""

from __future__ import annotations

from django.db import transaction

from market.accounts.locks import own_user_for_update
from market.accounts.models import User
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.vendors.errors import AddressNotConfirmed, AlreadyMember, InvitationOver, WrongAccount
from market.vendors.events import VendorMemberJoined
from market.vendors.locks import vendor_for_update
from market.vendors.models import VendorInvitation, VendorMember
from market.vendors.services.invitation_token import invitation_of_token, is_living, masked


def invitation_accept(*, token: str, actor: Actor) -> VendorMember:
    """Join by the token of the mail, as the account whose confirmed address was invited. Repeating it gives the same membership.

    Raises InvitationOver (also for what is no token of ours), WrongAccount, AddressNotConfirmed, AlreadyMember.
    """
    vendor_id = invitation_of_token(token).vendor_id
    with transaction.atomic():
        vendor = vendor_for_update(vendor_id, field="token")
        user = own_user_for_update(actor)
        invitation = invitation_of_token(token)
        joined = VendorMember.objects.filter(vendor=vendor, user=user).first()
        if joined is not None and invitation.accepted_by_id == user.pk:
            return joined
        _ensure_may_take(invitation, user)
        if joined is not None:
            raise AlreadyMember("token")
        member = VendorMember.objects.create(vendor=vendor, user=user, role=invitation.role)
        invitation.accepted_by, invitation.accepted_at = user, clock.now()
        invitation.save(update_fields=["accepted_by", "accepted_at"])
        audit.record(
            actor=actor,
            action="vendors.invitation_accept",
            subject_type="VendorMember",
            subject_id=member.pk,
            vendor=vendor.pk,
            role=member.role,
        )
        outbox.publish(VendorMemberJoined(vendor_id=vendor.pk, member_id=member.pk))
    return member


def _ensure_may_take(invitation: VendorInvitation, user: User) -> None:
    if not is_living(invitation):
        raise InvitationOver
    if user.email != invitation.email:
        raise WrongAccount("token", invited=masked(invitation.email))
    if not user.is_confirmed:
        raise AddressNotConfirmed("token")
