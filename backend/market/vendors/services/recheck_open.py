"""Certificates are to be looked at again, because what they bear on their face has changed."""

from __future__ import annotations

from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.vendors.events import VendorRecheckOpened
from market.vendors.models import RecheckStatus, Vendor, VendorRecheck

Changes = list[dict[str, str]]
UNDONE = "바꾼 것을 모두 되돌렸어요."


def recheck_open(*, vendor: Vendor, changes: Changes, actor: Actor) -> VendorRecheck:
    """Open a re-check of these changes, or join the one that is open; for whoever holds the enterprise's lock.

    What was changed back is taken out. Where nothing is left, the re-check ends as confirmed: all stands as it was checked.
    """
    found = VendorRecheck.objects.filter(vendor=vendor, status=RecheckStatus.OPEN).first()
    if found is None:
        made = VendorRecheck.objects.create(vendor=vendor, changes=changes, requested_by_id=actor.user_id)
        outbox.publish(VendorRecheckOpened(vendor_id=vendor.pk, recheck_id=made.pk))
    else:
        made = found
        made.changes = joined(made.changes, changes)
        if not made.changes:
            made.status, made.note, made.decided_at = RecheckStatus.CONFIRMED, UNDONE, clock.now()
        made.save(update_fields=["changes", "status", "note", "decided_at"])
    audit.record(
        actor=actor,
        action="vendors.recheck_open",
        subject_type="VendorRecheck",
        subject_id=made.pk,
        vendor=vendor.pk,
        fields=[change["field"] for change in changes],
    )
    return made


def joined(before: Changes, after: Changes) -> Changes:
    """From what was checked to what holds now, one entry a field."""
    together = {change["field"]: dict(change) for change in before}
    for change in after:
        kept = together.setdefault(change["field"], dict(change))
        kept["new"] = change["new"]
    return [change for change in together.values() if change["old"] != change["new"]]
