"""Papers that enterprises hand in. Private: only members of the enterprise, the applicant and staff who vet may read them."""

from __future__ import annotations

import uuid

from django.db import models

from market.accounts.models import User
from market.vendors.models.applications import VendorApplication
from market.vendors.models.enterprises import Vendor


class DocumentKind(models.TextChoices):
    BUSINESS_REGISTRATION = "business_registration", "사업자등록증"
    BANKBOOK_COPY = "bankbook_copy", "통장 사본"
    CERTIFICATE = "certificate", "인증서"
    MAIL_ORDER_REGISTRATION = "mail_order_registration", "통신판매업 신고증"
    EVIDENCE = "evidence", "증빙 자료"


class VendorDocument(models.Model):
    """One paper as it was cleaned and stored (core/files); never changed, never replaced."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vendor = models.ForeignKey(Vendor, null=True, blank=True, on_delete=models.CASCADE, related_name="documents")
    application = models.ForeignKey(
        VendorApplication, null=True, blank=True, on_delete=models.CASCADE, related_name="documents"
    )
    kind = models.CharField(max_length=30, choices=DocumentKind.choices)
    file = models.CharField(max_length=200, help_text="key in the private storage")
    name = models.CharField(max_length=150, help_text="as the sender called it, cleaned")
    content_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField(help_text="bytes")
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["uploaded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(vendor__isnull=False) | models.Q(application__isnull=False),
                name="vendor_document_belongs",
            )
        ]

    def __str__(self) -> str:
        return self.name
