"""The one place that moves a certificate from one state to another."""

from __future__ import annotations

from typing import Any

from market.core import audit, catalogue_version, clock
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound, PermissionDenied, Required
from market.core.permissions import MANAGE_VENDORS
from market.vendors.certificate_errors import OwnCertificate
from market.vendors.certificate_rules import ensure_transition
from market.vendors.locks import certificates_for_update
from market.vendors.models import Certificate, CertificateStatus
from market.vendors.selectors.certificate_desk import own_of

LONGEST_REASON = 500
# What an answer that anybody may read can show: it has to be answered anew from the moment of the commit.
SHOWN = {CertificateStatus.VERIFIED, CertificateStatus.REVOKED}


def certificate_locked(certificate_id: int) -> Certificate:
    """The certificate, read after its lock. Raises NotFound."""
    certificate = certificates_for_update().select_related("kind").filter(pk=certificate_id).first()
    if certificate is None:
        raise NotFound("id")
    return certificate


def certificate_status_set(
    *, certificate: Certificate, to: CertificateStatus, actor: Actor, values: dict[str, Any] | None = None
) -> None:
    """Set the state of a locked certificate, with its entry in the audit log. Raises CertificateNotDecidable."""
    ensure_transition(certificate.status, to)
    before = certificate.status
    certificate.status = to
    certificate.decided_by_id, certificate.decided_at = actor.user_id, clock.now()
    for name, value in (values or {}).items():
        setattr(certificate, name, value)
    certificate.save()
    if to in SHOWN:
        catalogue_version.bump()
    audit.record(
        actor=actor,
        action=f"vendors.certificate_{to}",
        subject_type="Certificate",
        subject_id=certificate.pk,
        vendor_id=certificate.vendor_id,
        kind=certificate.kind.code,
        was=str(before),
    )


def ensure_checker(certificate: Certificate, actor: Actor) -> None:
    """Staff check, and nobody what is one's own. Raises PermissionDenied, OwnCertificate."""
    if not actor.has_permission(MANAGE_VENDORS):
        raise PermissionDenied(MANAGE_VENDORS)
    if own_of([certificate], actor)[0]:
        raise OwnCertificate("id")


def reason_of(text: str) -> str:
    """A reason as it is stored and mailed. Raises Required, InvalidInput."""
    reason = " ".join(text.replace("\x00", "").split())
    if not reason:
        raise Required("reason")
    if len(reason) > LONGEST_REASON:
        raise InvalidInput("reason", f"{LONGEST_REASON}자까지 적을 수 있어요.", f"At most {LONGEST_REASON} characters.")
    return reason
