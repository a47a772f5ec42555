"""Enterprises, where they are, and on what terms they deliver."""

from __future__ import annotations

from django.db import models

from market.accounts.models import User
from market.core.banks import Bank
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


class EndRule(models.TextChoices):
    """Whether a certificate of a kind has a last day."""

    NONE = "none", "기한 없음"
    OPTIONAL = "optional", "적혀 있으면"
    REQUIRED = "required", "꼭 있음"


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
    validity_days = models.PositiveSmallIntegerField(null=True, blank=True, help_text="wins over months")
    is_validity_maximum = models.BooleanField(default=False, help_text="the law lets none count longer")
    end_rule = models.CharField(max_length=10, choices=EndRule.choices, default=EndRule.OPTIONAL)
    is_per_item = models.BooleanField(default=False, help_text="one certificate speaks of one item")
    register_url = models.URLField(blank=True, default="", help_text="where anybody can look the certificate up")
    effective_from = models.DateField()
    source = models.CharField(max_length=200)
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "code"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(end_rule="none")
                | models.Q(validity_months__isnull=True, validity_days__isnull=True),
                name="certificate_kind_without_end",
            ),
            models.CheckConstraint(
                condition=models.Q(is_validity_maximum=False)
                | models.Q(validity_months__gt=0)
                | models.Q(validity_days__gt=0),
                name="certificate_kind_maximum_is_given",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class VendorStatus(models.TextChoices):
    ACTIVE = "active", "영업 중"
    SUSPENDED = "suspended", "판매 중지"
    CLOSED = "closed", "퇴점"


class LegalForm(models.TextChoices):
    """Form of organisation (조직 형태). Its change asks for new certificates."""

    SOLE_TRADER = "sole_trader", "개인사업자"
    COMPANY = "company", "주식회사·유한회사"
    COOPERATIVE = "cooperative", "협동조합"
    SOCIAL_COOPERATIVE = "social_cooperative", "사회적협동조합"
    FARMING_CORPORATION = "farming_corporation", "영농·어업조합법인"
    NONPROFIT = "nonprofit", "사단·재단·사회복지법인"
    OTHER = "other", "그 밖의 단체"


class Vendor(ModelWithMetadata):
    """One enterprise that sells. Its seller identity is shown before any order (전자상거래법 §20)."""

    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True, default="")
    legal_name = models.CharField(max_length=160)
    legal_form = models.CharField(max_length=20, choices=LegalForm.choices, default=LegalForm.OTHER)
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
    is_trusted = models.BooleanField(default=False, help_text="changes of its listings pass without review")
    # Holiday mode (휴무): goods stay visible and cannot be bought from the first day through the last, Seoul days.
    holiday_from = models.DateField(null=True, blank=True)
    holiday_until = models.DateField(null=True, blank=True)
    holiday_note = models.CharField(max_length=200, blank=True, default="")
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
            models.CheckConstraint(
                condition=models.Q(holiday_from__isnull=True, holiday_until__isnull=True)
                | models.Q(holiday_from__lte=models.F("holiday_until")),
                name="vendor_holiday_is_a_range",
            ),
        ]
        indexes = [
            models.Index(fields=["district", "status"], name="vendor_district"),
            models.Index(fields=["joined_at"], name="vendor_joined"),
            # Every list of goods leaves these out; there are few of them, however many enterprises sell.
            models.Index(fields=["id"], name="vendor_not_selling", condition=~models.Q(status="active")),
            metadata_index("vendor_metadata"),
            models.Index(
                fields=["holiday_from"], name="vendor_holiday", condition=models.Q(holiday_from__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class VendorStatusChange(models.Model):
    """Each change of an enterprise's status, why, and by whom. Only ever added to."""

    vendor = models.ForeignKey(Vendor, on_delete=models.CASCADE, related_name="status_changes")
    from_status = models.CharField(max_length=10, choices=VendorStatus.choices)
    to_status = models.CharField(max_length=10, choices=VendorStatus.choices)
    reason = models.CharField(max_length=500)
    actor = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.vendor_id}: {self.to_status}"


class RecheckStatus(models.TextChoices):
    OPEN = "open", "확인 중"
    CONFIRMED = "confirmed", "확인함"
    REFUSED = "refused", "다시 확인 필요"


class VendorRecheck(models.Model):
    """Name, representative, place or form changed: the certificates have to be looked at again (재발급 대상)."""

    vendor = models.ForeignKey(Vendor, on_delete=models.CASCADE, related_name="rechecks")
    changes = models.JSONField(help_text="[{field, old, new}]")
    status = models.CharField(max_length=10, choices=RecheckStatus.choices, default=RecheckStatus.OPEN)
    note = models.CharField(max_length=500, blank=True, default="")
    requested_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["vendor"], condition=models.Q(status="open"), name="vendor_one_open_recheck"
            ),
            models.CheckConstraint(
                condition=models.Q(status="open") ^ models.Q(decided_at__isnull=False), name="recheck_decided_on_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vendor_id}: {self.status}"


class VendorBankAccount(models.Model):
    """Where the enterprise is paid. Number and holder are encrypted; a change adds a row and ends the one before."""

    vendor = models.ForeignKey(Vendor, on_delete=models.CASCADE, related_name="bank_accounts")
    bank = models.CharField(max_length=3, choices=Bank.choices)
    sealed_number = models.TextField(help_text="encrypted digits")
    sealed_holder = models.TextField(help_text="encrypted name")
    last_digits = models.CharField(max_length=4)
    bankbook_copy = models.ForeignKey(
        "vendors.VendorDocument", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    registered_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    checked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True, help_text="when staff compared it with the bankbook copy")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["vendor"], condition=models.Q(ended_at__isnull=True), name="vendor_one_bank_account"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_bank_display()} …{self.last_digits}"
