"""Enterprises that ask to sell here."""

from __future__ import annotations

import uuid

from django.db import models

from market.accounts.models import User
from market.core.banks import Bank
from market.vendors.models.enterprises import CertificateKind, District, LegalForm, Vendor


class ApplicationStatus(models.TextChoices):
    DRAFT = "draft", "작성 중"
    SUBMITTED = "submitted", "심사 중"
    RETURNED = "returned", "보완 요청"
    APPROVED = "approved", "승인"
    DECLINED = "declined", "거절"
    WITHDRAWN = "withdrawn", "취소함"


class VendorApplication(models.Model):
    """One person's application for one enterprise (입점 신청). It may be incomplete until it is submitted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    applicant = models.ForeignKey(User, on_delete=models.CASCADE, related_name="vendor_applications")
    status = models.CharField(max_length=10, choices=ApplicationStatus.choices, default=ApplicationStatus.DRAFT)
    business_number = models.CharField(max_length=10, blank=True, default="")
    name = models.CharField(max_length=120, blank=True, default="")
    legal_name = models.CharField(max_length=160, blank=True, default="")
    legal_form = models.CharField(max_length=20, choices=LegalForm.choices, blank=True, default="")
    representative = models.CharField(max_length=60, blank=True, default="")
    opened_on = models.DateField(null=True, blank=True, help_text="개업일, as the business registration has it")
    kind = models.ForeignKey(CertificateKind, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    certificate_number = models.CharField(
        max_length=60, blank=True, default="", help_text="as the paper has it, if any"
    )
    certificate_issued_on = models.DateField(null=True, blank=True)
    certificate_valid_until = models.DateField(null=True, blank=True)
    mail_order_number = models.CharField(max_length=60, blank=True, default="")
    mail_order_exemption = models.CharField(max_length=200, blank=True, default="", help_text="why none is needed")
    phone = models.CharField(max_length=20, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    postal_code = models.CharField(max_length=5, blank=True, default="")
    address = models.CharField(max_length=250, blank=True, default="")
    district = models.ForeignKey(District, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    introduction = models.TextField(blank=True, default="")
    bank = models.CharField(max_length=3, choices=Bank.choices, blank=True, default="")
    sealed_number = models.TextField(blank=True, default="", help_text="encrypted digits")
    sealed_holder = models.TextField(blank=True, default="", help_text="encrypted name")
    last_digits = models.CharField(max_length=4, blank=True, default="")
    agreed_at = models.DateTimeField(
        null=True, blank=True, help_text="when the applicant agreed to the terms of selling"
    )
    registry_state = models.JSONField(
        null=True, blank=True, help_text="what the tax service said, see rules.RegistryState"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    review_note = models.TextField(blank=True, default="", help_text="what to mend, or why not; the applicant reads it")
    review_points = models.JSONField(default=list, blank=True, help_text="what to mend, by field: [{field, reason}]")
    vendor = models.OneToOneField(
        Vendor,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="application",
        help_text="what became of it",
    )

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="approved") ^ models.Q(vendor__isnull=True),
                name="application_approved_is_vendor",
            ),
            models.CheckConstraint(
                condition=models.Q(business_number="") | models.Q(business_number__regex=r"^\d{10}$"),
                name="application_business_number",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["draft", "withdrawn"]) | models.Q(submitted_at__isnull=False),
                name="application_was_submitted",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["approved", "declined"]) ^ models.Q(decided_at__isnull=True),
                name="application_decided_on_a_day",
            ),
            # A draft and what is under review are one at a time for a person and a number.
            models.UniqueConstraint(
                fields=["applicant", "business_number"],
                condition=models.Q(status__in=["draft", "submitted", "returned"]),
                name="application_once",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "submitted_at"], name="application_waiting"),
            models.Index(fields=["business_number"], name="application_number"),
        ]

    def __str__(self) -> str:
        return f"{self.name or self.pk}: {self.status}"


class ApplicationStep(models.Model):
    """What happened to an application, in order. Only ever added to."""

    application = models.ForeignKey(VendorApplication, on_delete=models.CASCADE, related_name="steps")
    status = models.CharField(max_length=10, choices=ApplicationStatus.choices)
    note = models.TextField(blank=True, default="")
    points = models.JSONField(default=list, blank=True, help_text="what was to be mended then: [{field, reason}]")
    actor = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.application_id}: {self.status}"
