"""Staff decide about a certificate: it counts, it goes back, or it counts no longer."""

from __future__ import annotations

from django.db import transaction

from market.core import clock, outbox
from market.core.actor import Actor
from market.vendors.certificate_errors import CertificateEnded
from market.vendors.certificate_rules import ensure_transition
from market.vendors.events import CertificateRejected, CertificateRevoked, CertificateVerified
from market.vendors.models import Certificate, CertificateStatus
from market.vendors.services.certificate_status_set import (
    certificate_locked,
    certificate_status_set,
    ensure_checker,
    reason_of,
)


def certificate_verify(*, certificate_id: int, actor: Actor) -> Certificate:
    """From now on it counts, through its last day: badge, facet and legal routes at once.

    Raises NotFound, PermissionDenied, OwnCertificate, CertificateNotDecidable, CertificateEnded.
    """
    with transaction.atomic():
        certificate = certificate_locked(certificate_id)
        ensure_checker(certificate, actor)
        ensure_transition(certificate.status, CertificateStatus.VERIFIED)
        today = clock.today()
        if certificate.valid_until is not None and certificate.valid_until < today:
            raise CertificateEnded("id")
        certificate_status_set(
            certificate=certificate,
            to=CertificateStatus.VERIFIED,
            actor=actor,
            values={"checked_by_id": actor.user_id, "checked_on": today, "decision_note": ""},
        )
        outbox.publish(CertificateVerified(vendor_id=certificate.vendor_id, certificate_id=certificate.pk))
    return certificate


def certificate_reject(*, certificate_id: int, reason: str, actor: Actor) -> Certificate:
    """Send it back with what is wrong. Raises as ``certificate_verify``, and Required or InvalidInput for the reason."""
    note = reason_of(reason)
    with transaction.atomic():
        certificate = certificate_locked(certificate_id)
        ensure_checker(certificate, actor)
        certificate_status_set(
            certificate=certificate, to=CertificateStatus.REJECTED, actor=actor, values={"decision_note": note}
        )
        outbox.publish(CertificateRejected(vendor_id=certificate.vendor_id, certificate_id=certificate.pk))
    return certificate


def certificate_revoke(*, certificate_id: int, reason: str, actor: Actor) -> Certificate:
    """From this moment it counts no longer; on the days before today it did. Raises as ``certificate_reject``."""
    note = reason_of(reason)
    with transaction.atomic():
        certificate = certificate_locked(certificate_id)
        ensure_checker(certificate, actor)
        certificate_status_set(
            certificate=certificate,
            to=CertificateStatus.REVOKED,
            actor=actor,
            values={"decision_note": note, "revoked_on": clock.today()},
        )
        outbox.publish(CertificateRevoked(vendor_id=certificate.vendor_id, certificate_id=certificate.pk))
    return certificate
