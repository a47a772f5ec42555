"""Selling, suspended, closed: the one place that sets it."""

from __future__ import annotations

from django.db import transaction

from market.core import audit, catalogue_version, outbox
from market.core.actor import Actor
from market.core.permissions import MANAGE_VENDORS
from market.vendors.errors import HasOpenWork
from market.vendors.events import VendorStatusChanged
from market.vendors.locks import vendor_for_update
from market.vendors.models import Vendor, VendorStatus, VendorStatusChange
from market.vendors.permissions import Ability
from market.vendors.ports import open_work
from market.vendors.selectors.membership import ensure_acts_for
from market.vendors.services.profile_clean import text_clean
from market.vendors.states import ensure_may_become


def vendor_suspend(*, vendor_id: int, reason: str, actor: Actor) -> Vendor:
    """Nothing of it is shown or sold; what was ordered is still to be served. For staff. Raises NotFound, StatusNotChangeable, Required."""
    return _set(vendor_id, VendorStatus.SUSPENDED, reason, actor)


def vendor_reopen(*, vendor_id: int, reason: str, actor: Actor) -> Vendor:
    """It sells again, after a suspension or a closure. For staff. Raises NotFound, StatusNotChangeable, Required."""
    return _set(vendor_id, VendorStatus.ACTIVE, reason, actor)


def vendor_close(*, vendor_id: int, reason: str, actor: Actor) -> Vendor:
    """It leaves the market; its people may look back. By an owner or staff, when nobody waits for anything any more.

    No order can slip in meanwhile: one that is being placed waits for the lock, then finds the enterprise closed.
    Raises NotFound, HasOpenWork, StatusNotChangeable, Required.
    """
    ensure_acts_for(vendor_id, actor, Ability.MANAGE_ACCOUNT, MANAGE_VENDORS)
    return _set(vendor_id, VendorStatus.CLOSED, reason, actor)


@transaction.atomic
def _set(vendor_id: int, to: VendorStatus, reason: str, actor: Actor) -> Vendor:
    vendor = vendor_for_update(vendor_id)
    if to == VendorStatus.CLOSED:
        ensure_acts_for(vendor_id, actor, Ability.MANAGE_ACCOUNT, MANAGE_VENDORS)
    ensure_may_become(vendor.status, to)
    words = text_clean(reason, field="reason", longest=500, is_required=True)
    if to == VendorStatus.CLOSED:
        work = open_work(vendor.pk)
        if not work.is_nothing:
            raise HasOpenWork("id", orders=work.order_count, withdrawals=work.withdrawal_count)
    change = VendorStatusChange.objects.create(
        vendor=vendor, from_status=vendor.status, to_status=to, reason=words, actor_id=actor.user_id
    )
    vendor.status = to
    vendor.save(update_fields=["status", "updated_at"])
    audit.record(
        actor=actor,
        action="vendors.status_set",
        subject_type="Vendor",
        subject_id=vendor.pk,
        status=str(to),
        reason=words,
    )
    outbox.publish(VendorStatusChanged(vendor_id=vendor.pk, status=str(to), change_id=change.pk))
    catalogue_version.bump()
    return vendor


@transaction.atomic
def vendor_trust_set(*, vendor_id: int, is_trusted: bool, reason: str, actor: Actor) -> Vendor:
    """Whether changes of its listings pass without review. For staff. Raises NotFound, Required."""
    vendor = vendor_for_update(vendor_id)
    words = text_clean(reason, field="reason", longest=500, is_required=True)
    if vendor.is_trusted != is_trusted:
        vendor.is_trusted = is_trusted
        vendor.save(update_fields=["is_trusted", "updated_at"])
        audit.record(
            actor=actor,
            action="vendors.trust_set",
            subject_type="Vendor",
            subject_id=vendor.pk,
            is_trusted=is_trusted,
            reason=words,
        )
    return vendor
