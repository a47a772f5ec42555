"""What enterprises have proved.

Do NOT show a certificate that is not verified or has ended: ask ``selectors.certificates``. The badge 사회적기업 without a valid
certificate is an offence (사회적기업 육성법 §19, §23).
"""

from __future__ import annotations

from django.db import models

from market.accounts.models import User
from market.vendors.models.documents import VendorDocument
from market.vendors.models.enterprises import CertificateKind, Vendor


class CertificateStatus(models.TextChoices):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    VERIFIED = "verified"
    REJECTED = "rejected"
    REVOKED = "revoked"
    WITHDRAWN = "withdrawn"


class Certificate(models.Model):
    """One proof of one enterprise. It counts from ``issued_on`` through ``valid_until`` (null: no end), if verified.

    A revoked one counted on the days before ``revoked_on``: what was bought then is judged by what was known then.
    """

    vendor = models.ForeignKey(Vendor, on_delete=models.CASCADE, related_name="certificates")
    kind = models.ForeignKey(CertificateKind, on_delete=models.PROTECT, related_name="certificates")
    number = models.CharField(max_length=60)
    authority = models.CharField(max_length=120)
    authority_en = models.CharField(max_length=160, blank=True, default="")
    issued_on = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=CertificateStatus.choices, default=CertificateStatus.DRAFT)
    checked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    checked_on = models.DateField(null=True, blank=True)
    item = models.CharField(
        max_length=200, blank=True, default="", help_text="what it is for, where a kind is per item"
    )
    file = models.ForeignKey(VendorDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    submitted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    revoked_on = models.DateField(null=True, blank=True, help_text="first day it did not count any more")
    replaces = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="renewals")
    decision_note = models.CharField(max_length=500, blank=True, default="", help_text="why it was refused or revoked")
    created_at = models.DateTimeField(auto_now_add=True, null=True)
    updated_at = models.DateTimeField(auto_now=True, null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True) | models.Q(valid_until__gte=models.F("issued_on")),
                name="certificate_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="verified") | models.Q(checked_on__isnull=False),
                name="certificate_verified_was_checked",
            ),
            models.CheckConstraint(
                condition=models.Q(status="revoked", revoked_on__isnull=False)
                | (~models.Q(status="revoked") & models.Q(revoked_on__isnull=True)),
                name="certificate_revoked_on_a_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=["rejected", "revoked"]) | ~models.Q(decision_note=""),
                name="certificate_refused_for_a_reason",
            ),
            models.UniqueConstraint(
                fields=["vendor", "kind", "number", "item", "issued_on"],
                name="certificate_in_play_once",
                condition=models.Q(status__in=["draft", "submitted", "verified"]),
            ),
            models.UniqueConstraint(
                fields=["replaces"], name="certificate_one_renewal_waits", condition=models.Q(status="submitted")
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "vendor"], name="certificate_counts", condition=models.Q(status="verified")),
            models.Index(fields=["valid_until"], name="certificate_ends", condition=models.Q(status="verified")),
            models.Index(fields=["submitted_at"], name="certificate_to_check", condition=models.Q(status="submitted")),
        ]

    def __str__(self) -> str:
        return f"{self.kind_id} {self.number}"


class CertificateReminder(models.Model):
    """The enterprise was told so many days before the end: once each."""

    certificate = models.ForeignKey(Certificate, on_delete=models.CASCADE, related_name="reminders")
    days_before = models.PositiveSmallIntegerField()
    valid_until = models.DateField(help_text="the end it spoke of: a renewed certificate is reminded of anew")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["certificate", "days_before", "valid_until"], name="certificate_reminded_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.certificate_id}: {self.days_before}"
