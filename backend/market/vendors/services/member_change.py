"""Changing what somebody is in an enterprise, and leaving it."""

from __future__ import annotations

from django.db import transaction

from market.core import audit, outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.vendors.errors import LastOwner
from market.vendors.events import VendorMemberRemoved
from market.vendors.locks import vendor_for_update
from market.vendors.models import VendorMember, VendorRole
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for
from market.vendors.services.member_invite import invitations_of_revoke


def member_update(*, member_id: int, role: str, actor: Actor) -> VendorMember:
    """Give a member another role; by an owner. Raises NotFound, LastOwner, PermissionDenied for members of other roles."""
    with transaction.atomic():
        member = _member_for_update(member_id, actor, may_be_oneself=False)
        before, member.role = member.role, VendorRole(role)
        if before == member.role:
            return member
        if before == VendorRole.OWNER:
            _ensure_other_owner(member)
            invitations_of_revoke(vendor_id=member.vendor_id, user_id=member.user_id)
        member.save(update_fields=["role"])
        _note(actor, "vendors.member_update", member, before=before, role=member.role)
    return member


def member_remove(*, member_id: int, actor: Actor) -> VendorMember:
    """Remove a member, by an owner; or leave, by oneself. Access ends with the commit, and so do invitations the person had sent.

    Raises NotFound, LastOwner, PermissionDenied for members of other roles. Returns the membership as it was.
    """
    with transaction.atomic():
        member = _member_for_update(member_id, actor, may_be_oneself=True)
        if member.role == VendorRole.OWNER:
            _ensure_other_owner(member)
        invitations_of_revoke(vendor_id=member.vendor_id, user_id=member.user_id)
        key = member.pk
        member.delete()
        member.pk = key  # the answer names what is gone
        _note(actor, "vendors.member_remove", member, user=member.user_id, role=member.role)
        outbox.publish(VendorMemberRemoved(vendor_id=member.vendor_id, user_id=member.user_id, member_id=key))
    return member


def _member_for_update(member_id: int, actor: Actor, *, may_be_oneself: bool) -> VendorMember:
    """The member as it is under the lock of the enterprise. Raises NotFound, PermissionDenied."""
    found = VendorMember.objects.filter(pk=member_id).values_list("vendor_id", "user_id").first()
    if found is None:
        raise NotFound("id")
    vendor_id, user_id = found
    is_own = may_be_oneself and user_id == actor.user_id
    if not is_own:
        ensure_acts_for(vendor_id, actor, Ability.MANAGE_MEMBERS)
    vendor_for_update(vendor_id)
    if not is_own:
        ensure_acts_for(vendor_id, actor, Ability.MANAGE_MEMBERS)
    member = VendorMember.objects.select_related("vendor", "user").filter(pk=member_id).first()
    if member is None:
        raise NotFound("id")
    return member


def _ensure_other_owner(member: VendorMember) -> None:
    """Somebody else who can sign in stays in charge; true until the end of the transaction, for the enterprise is locked."""
    others = VendorMember.objects.filter(vendor_id=member.vendor_id, role=VendorRole.OWNER, user__is_active=True)
    if not others.exclude(pk=member.pk).exists():
        raise LastOwner("id")


def _note(actor: Actor, action: str, member: VendorMember, **facts: object) -> None:
    audit.record(
        actor=actor,
        action=action,
        subject_type="VendorMember",
        subject_id=member.pk,
        vendor=member.vendor_id,
        **facts,
    )
