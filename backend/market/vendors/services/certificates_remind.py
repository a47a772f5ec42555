"""Tell enterprises 60, 30 and 7 days before a certificate ends."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from market.core import clock, outbox
from market.core.sweeps import one_by_one
from market.vendors.certificate_rules import REMIND_BEFORE, reminder_due
from market.vendors.events import CertificateEnding
from market.vendors.locks import certificates_for_update
from market.vendors.models import Certificate, CertificateReminder, CertificateStatus, VendorStatus


def certificates_remind() -> int:
    """Publish each reminder whose day has come, once; a missed day is made up for with the nearest one. Returns how many."""
    return one_by_one(_remind, list(_ending(clock.today()).order_by("valid_until", "pk").values_list("pk", flat=True)))


def _ending(today: dt.date) -> QuerySet[Certificate]:
    """Verified ones that end within the longest notice and are not renewed; nor is a renewal being checked."""
    later = Q(valid_until__isnull=True) | Q(valid_until__gt=OuterRef("valid_until"))
    renewals = Certificate.objects.filter(
        later,
        vendor=OuterRef("vendor"),
        kind=OuterRef("kind"),
        item=OuterRef("item"),
        status__in=[CertificateStatus.SUBMITTED, CertificateStatus.VERIFIED],
    )
    return Certificate.objects.filter(
        ~Exists(renewals),
        status=CertificateStatus.VERIFIED,
        valid_until__gte=today,
        valid_until__lte=today + dt.timedelta(days=max(REMIND_BEFORE)),
    ).exclude(vendor__status=VendorStatus.CLOSED)


def _remind(certificate_id: int) -> int:
    """One reminder for one certificate, unless it went out already."""
    with transaction.atomic():
        today = clock.today()
        certificate = certificates_for_update().filter(pk=certificate_id, status=CertificateStatus.VERIFIED).first()
        if certificate is None or certificate.valid_until is None:
            return 0
        due = reminder_due(certificate.valid_until, today)
        if due is None:
            return 0
        _, is_new = CertificateReminder.objects.get_or_create(
            certificate=certificate, days_before=due, valid_until=certificate.valid_until
        )
        if is_new:
            outbox.publish(
                CertificateEnding(vendor_id=certificate.vendor_id, certificate_id=certificate.pk, days_before=due)
            )
    return int(is_new)
