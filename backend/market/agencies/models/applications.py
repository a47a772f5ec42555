"""People who ask for an agency to be let in, or to be let into one that is here already."""

from __future__ import annotations

import uuid

from django.db import models

from market.accounts.models import User
from market.agencies.models.agencies import Agency, AgencyRegime
from market.agencies.models.policies import Law


class AgencyApplicationStatus(models.TextChoices):
    DRAFT = "draft", "작성 중"
    SUBMITTED = "submitted", "확인 중"
    RETURNED = "returned", "보완 요청"
    APPROVED = "approved", "승인"
    DECLINED = "declined", "거절"
    WITHDRAWN = "withdrawn", "취소함"


class AgencyApplication(models.Model):
    """One person's application for one agency (기관 등록 신청). It may be incomplete until it is submitted.

    ``joins``: that agency is here already, so its own administrators decide, and the applicant is never told so before they did.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    applicant = models.ForeignKey(User, on_delete=models.CASCADE, related_name="agency_applications")
    status = models.CharField(
        max_length=10, choices=AgencyApplicationStatus.choices, default=AgencyApplicationStatus.DRAFT
    )
    name = models.CharField(max_length=120, blank=True, default="")
    registration_number = models.CharField(max_length=10, blank=True, default="", help_text="고유번호, ten digits")
    regime = models.CharField(max_length=10, choices=AgencyRegime.choices, blank=True, default="")
    base_law = models.CharField(
        max_length=10, choices=Law.choices, blank=True, default="", help_text="of an agency with rules of its own"
    )
    official_email = models.EmailField(
        blank=True, default="", help_text="in lower case; its domain becomes the agency's"
    )
    official_proved_at = models.DateTimeField(
        null=True, blank=True, help_text="when its mailbox was shown to be theirs"
    )
    representative = models.CharField(max_length=60, blank=True, default="", help_text="기관장")
    phone = models.CharField(max_length=20, blank=True, default="")
    postal_code = models.CharField(max_length=5, blank=True, default="")
    address = models.CharField(max_length=250, blank=True, default="")
    department = models.CharField(max_length=80, blank=True, default="")
    job_title = models.CharField(max_length=60, blank=True, default="")
    paper_key = models.CharField(max_length=200, blank=True, default="", help_text="in the private storage")
    paper_name = models.CharField(max_length=150, blank=True, default="")
    paper_type = models.CharField(max_length=60, blank=True, default="")
    paper_size = models.PositiveIntegerField(default=0, help_text="bytes")
    created_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    review_note = models.TextField(blank=True, default="", help_text="what to mend, or why not; the applicant reads it")
    joins = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.SET_NULL, related_name="join_requests")
    agency = models.ForeignKey(
        Agency,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="applications",
        help_text="what became of it",
    )

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="approved") ^ models.Q(agency__isnull=True),
                name="agency_application_approved",
            ),
            models.CheckConstraint(
                condition=models.Q(registration_number="") | models.Q(registration_number__regex=r"^\d{10}$"),
                name="agency_application_number",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["draft", "withdrawn"]) | models.Q(submitted_at__isnull=False),
                name="agency_application_was_submitted",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["approved", "declined"]) ^ models.Q(decided_at__isnull=True),
                name="agency_application_decided_on_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["draft", "returned", "withdrawn"])
                | models.Q(official_proved_at__isnull=False),
                name="agency_application_sent_is_proved",
            ),
            models.UniqueConstraint(
                fields=["applicant", "registration_number"],
                condition=models.Q(status__in=["draft", "submitted", "returned"]),
                name="agency_application_once",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "submitted_at"], name="agency_application_waiting"),
            models.Index(fields=["registration_number"], name="agency_application_by_number"),
        ]

    def __str__(self) -> str:
        return f"{self.name or self.pk}: {self.status}"


class AgencyApplicationStep(models.Model):
    """What happened to an application, in order. Only ever added to."""

    application = models.ForeignKey(AgencyApplication, on_delete=models.CASCADE, related_name="steps")
    status = models.CharField(max_length=10, choices=AgencyApplicationStatus.choices)
    note = models.TextField(blank=True, default="")
    actor = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.application_id}: {self.status}"


class OfficialAddressProof(models.Model):
    """A link that was mailed to an official address, to show that its mailbox is the applicant's. Good once, for one address."""

    application = models.ForeignKey(AgencyApplication, on_delete=models.CASCADE, related_name="proofs")
    email = models.EmailField(help_text="in lower case")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"proof {self.pk} of {self.application_id}"
