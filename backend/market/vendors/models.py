"""Enterprises, their members, certificates and delivery terms.

Do NOT show a certificate that is not verified or has ended: ask ``selectors.certificates``. The badge 사회적기업 without a valid
certificate is an offence (사회적기업 육성법 §19, §23).
"""

from __future__ import annotations

from django.db import models

from market.accounts.models import User
from market.core.models import ModelWithMetadata, metadata_index


class District(models.Model):
    """A district (구) of Seoul or a town elsewhere, with its social-economy support centre."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60)
    is_seoul = models.BooleanField(default=True)
    support_centre_name = models.CharField(max_length=120, blank=True, default="")
    support_centre_phone = models.CharField(max_length=20, blank=True, default="")
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "code"]

    def __str__(self) -> str:
        return self.code


class CertificateKind(models.Model):
    """A kind of enterprise or proof by law, e.g. 사회적기업 or 취약계층 고용비율 확인서."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100)
    short_name = models.CharField(max_length=40)
    short_name_en = models.CharField(max_length=60)
    authority = models.CharField(max_length=120)
    authority_en = models.CharField(max_length=160, blank=True, default="")
    legal_basis = models.CharField(max_length=200)
    legal_basis_en = models.CharField(max_length=250, blank=True, default="")
    is_preliminary = models.BooleanField(default=False, help_text="예비: never shown with a seal")
    is_enterprise_kind = models.BooleanField(
        default=False, help_text="says what the enterprise is, not only what it has proved"
    )
    validity_months = models.PositiveSmallIntegerField(null=True, blank=True)
    effective_from = models.DateField()
    source = models.CharField(max_length=200)
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "code"]

    def __str__(self) -> str:
        return self.code


class VendorStatus(models.TextChoices):
    ACTIVE = "active", "영업 중"
    SUSPENDED = "suspended", "판매 중지"
    CLOSED = "closed", "퇴점"


class Vendor(ModelWithMetadata):
    """One enterprise that sells. Its seller identity is shown before any order (전자상거래법 §20)."""

    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True, default="")
    legal_name = models.CharField(max_length=160)
    representative = models.CharField(max_length=60)
    business_number = models.CharField(max_length=10, unique=True, help_text="사업자등록번호, ten digits")
    mail_order_number = models.CharField(max_length=60, blank=True, default="", help_text="통신판매업 신고번호")
    phone = models.CharField(max_length=20)
    email = models.EmailField()
    postal_code = models.CharField(max_length=5)
    address = models.CharField(max_length=250)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="vendors")
    introduction = models.TextField(blank=True, default="")
    introduction_en = models.TextField(blank=True, default="")
    founded_on = models.DateField(null=True, blank=True)
    member_count = models.PositiveIntegerField(null=True, blank=True, help_text="people who work there")
    status = models.CharField(max_length=10, choices=VendorStatus.choices, default=VendorStatus.ACTIVE)
    joined_at = models.DateTimeField()
    is_sample = models.BooleanField(default=False)
    artwork = models.CharField(
        max_length=100, blank=True, default="", help_text="motif/palette/variation of a drawing of ours"
    )
    updated_at = models.DateTimeField(auto_now=True)
    # Delivery terms (배송 조건): every vendor ships for itself.
    delivery_fee = models.DecimalField(max_digits=18, decimal_places=3, default=3000)
    free_delivery_from = models.DecimalField(max_digits=18, decimal_places=3, null=True, blank=True, default=50000)
    remote_area_surcharge = models.DecimalField(max_digits=18, decimal_places=3, default=3000)
    return_fee = models.DecimalField(max_digits=18, decimal_places=3, default=3000)
    dispatch_days = models.PositiveSmallIntegerField(default=2)
    carrier = models.CharField(max_length=60, default="택배")
    carrier_en = models.CharField(max_length=80, blank=True, default="parcel")

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(business_number__regex=r"^\d{10}$"), name="vendor_business_number_shape"
            ),
            models.CheckConstraint(condition=models.Q(postal_code__regex=r"^\d{5}$"), name="vendor_postal_code_shape"),
            models.CheckConstraint(
                condition=models.Q(delivery_fee__gte=0, remote_area_surcharge__gte=0, return_fee__gte=0),
                name="vendor_fees_not_negative",
            ),
        ]
        indexes = [
            models.Index(fields=["district", "status"], name="vendor_district"),
            models.Index(fields=["joined_at"], name="vendor_joined"),
            # Every list of goods leaves these out; there are few of them, however many enterprises sell.
            models.Index(fields=["id"], name="vendor_not_selling", condition=~models.Q(status="active")),
            metadata_index("vendor_metadata"),
        ]

    def __str__(self) -> str:
        return self.name


class VendorRole(models.TextChoices):
    OWNER = "owner", "대표"
    MANAGER = "manager", "관리자"
    CLERK = "clerk", "담당자"


class VendorMember(models.Model):
    vendor = models.ForeignKey(Vendor, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="vendor_memberships")
    role = models.CharField(max_length=10, choices=VendorRole.choices)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vendor", "user"], name="vendor_member_once")]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.vendor_id}"


class CertificateStatus(models.TextChoices):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    VERIFIED = "verified"
    REJECTED = "rejected"
    REVOKED = "revoked"


class Certificate(models.Model):
    """One proof of one enterprise. It counts from ``issued_on`` through ``valid_until`` (null: no end), if verified."""

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
            models.UniqueConstraint(fields=["vendor", "kind", "number"], name="certificate_once"),
        ]
        indexes = [
            models.Index(fields=["kind", "vendor"], name="certificate_counts", condition=models.Q(status="verified"))
        ]

    def __str__(self) -> str:
        return f"{self.kind_id} {self.number}"
