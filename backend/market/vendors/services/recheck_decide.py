"""Staff have looked at what changed."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from market.core import audit, catalogue_version, clock, outbox
from market.core.actor import Actor
from market.core.errors import NotFound
from market.vendors.errors import RecheckDecided
from market.vendors.events import VendorRecheckDecided
from market.vendors.locks import vendor_for_update
from market.vendors.models import Certificate, RecheckStatus, VendorRecheck
from market.vendors.services.certificate_verify import certificate_revoke
from market.vendors.services.profile_clean import text_clean


def recheck_decide(
    *, recheck_id: int, is_confirmed: bool, note: str, revoked_ids: Collection[int] = (), actor: Actor
) -> VendorRecheck:
    """Confirm what changed, or refuse with a note: what is missing, and which certificates end at once (docs/adr/0015).

    A refusal suspends nothing by itself: it revokes the certificates that are named, and asks for new ones by its note. For staff.
    Raises NotFound (also for a certificate of another enterprise), RecheckDecided, Required without a note to a refusal, and what
    ``certificate_revoke`` raises.
    """
    with transaction.atomic():
        vendor_id = VendorRecheck.objects.filter(pk=recheck_id).values_list("vendor_id", flat=True).first()
        if vendor_id is None:
            raise NotFound("id")
        vendor_for_update(vendor_id)
        recheck = VendorRecheck.objects.select_related("vendor").get(pk=recheck_id)
        if recheck.status != RecheckStatus.OPEN:
            raise RecheckDecided("id")
        recheck.note = text_clean(note, field="note", longest=500, is_required=not is_confirmed)
        revoked = [] if is_confirmed else sorted(set(revoked_ids))
        if Certificate.objects.filter(pk__in=revoked, vendor_id=vendor_id).count() != len(revoked):
            raise NotFound("certificates")
        for pk in revoked:
            certificate_revoke(certificate_id=pk, reason=recheck.note, actor=actor)
        recheck.status = RecheckStatus.CONFIRMED if is_confirmed else RecheckStatus.REFUSED
        recheck.decided_by_id, recheck.decided_at = actor.user_id, clock.now()
        recheck.save(update_fields=["note", "status", "decided_by", "decided_at"])
        audit.record(
            actor=actor,
            action="vendors.recheck_decide",
            subject_type="VendorRecheck",
            subject_id=recheck.pk,
            vendor=vendor_id,
            status=str(recheck.status),
            revoked=revoked,
        )
        outbox.publish(VendorRecheckDecided(vendor_id=vendor_id, recheck_id=recheck.pk))
        catalogue_version.bump()
    return recheck
