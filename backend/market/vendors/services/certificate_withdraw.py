"""The enterprise takes back what it handed in before anybody decided."""

from __future__ import annotations

from django.db import transaction

from market.core.actor import Actor
from market.vendors.models import Certificate, CertificateStatus
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for
from market.vendors.services.certificate_status_set import certificate_locked, certificate_status_set


def certificate_withdraw(*, certificate_id: int, actor: Actor) -> Certificate:
    """Raises NotFound, PermissionDenied, CertificateNotDecidable once it was decided about."""
    owner = Certificate.objects.filter(pk=certificate_id).values_list("vendor_id", flat=True).first()
    ensure_acts_for(owner, actor, Ability.MANAGE_CERTIFICATES)
    with transaction.atomic():
        certificate = certificate_locked(certificate_id)
        certificate_status_set(certificate=certificate, to=CertificateStatus.WITHDRAWN, actor=actor)
    return certificate
