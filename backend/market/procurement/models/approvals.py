"""Approval lines (결재선): the agency's templates, and the steps of a request that was put up."""

from __future__ import annotations

from django.db import models

from market.agencies.models import Agency, AgencyMember, Department
from market.agencies.models.policies import WON
from market.procurement.models.requests import PurchaseRequest


class ApprovalTemplate(models.Model):
    """Who approves, by amount (VAT included, in won) and department. The most special one wins: department over agency, then the narrower range."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="approval_templates")
    department = models.ForeignKey(
        Department,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="approval_templates",
        help_text="null: all",
    )
    name = models.CharField(max_length=80)
    above = models.DecimalField(**WON, default=0, help_text="exclusive")
    up_to = models.DecimalField(**WON, null=True, blank=True, help_text="inclusive; null: no end")
    is_active = models.BooleanField(default=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["above", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(above__gte=0)
                & (models.Q(up_to__isnull=True) | models.Q(up_to__gt=models.F("above"))),
                name="approval_template_is_a_range",
            ),
            models.UniqueConstraint(
                fields=["agency", "department", "above"],
                condition=models.Q(is_active=True),
                nulls_distinct=False,
                name="approval_template_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ApprovalTemplateStep(models.Model):
    """Members of the same stage decide in parallel, all of them; stages follow one another."""

    template = models.ForeignKey(ApprovalTemplate, on_delete=models.CASCADE, related_name="steps")
    stage = models.PositiveSmallIntegerField(help_text="1 comes first")
    member = models.ForeignKey(AgencyMember, on_delete=models.PROTECT, related_name="template_steps")
    label = models.CharField(max_length=20, default="결재", help_text="검토, 협조, 결재, 재무관 …")

    class Meta:
        ordering = ["stage", "id"]
        constraints = [
            models.UniqueConstraint(fields=["template", "member"], name="approval_template_member_once"),
            models.CheckConstraint(condition=models.Q(stage__gte=1), name="approval_template_stage"),
        ]

    def __str__(self) -> str:
        return f"{self.stage}. {self.label}"


class StepStatus(models.TextChoices):
    WAITING = "waiting", "대기"
    APPROVED = "approved", "승인"
    SENT_BACK = "sent_back", "보완 요청"
    REJECTED = "rejected", "반려"
    ENDED = "ended", "끝남"  # the round ended before it was this step's turn, or before it decided


class ApprovalStep(models.Model):
    """One person's place in the approval of one round. Whose turn it is follows from the stages before."""

    request = models.ForeignKey(PurchaseRequest, on_delete=models.CASCADE, related_name="steps")
    round = models.PositiveSmallIntegerField()
    stage = models.PositiveSmallIntegerField()
    member = models.ForeignKey(AgencyMember, on_delete=models.PROTECT, related_name="approval_steps")
    label = models.CharField(max_length=20)
    status = models.CharField(max_length=10, choices=StepStatus.choices, default=StepStatus.WAITING)
    decided_by = models.ForeignKey(
        AgencyMember,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="a deputy, if not the member",
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    comment = models.TextField(blank=True, default="")
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["round", "stage", "id"]
        constraints = [
            models.UniqueConstraint(fields=["request", "round", "member"], name="approval_step_once"),
            models.CheckConstraint(
                condition=models.Q(
                    status__in=["approved", "sent_back", "rejected"], decided_by__isnull=False, decided_at__isnull=False
                )
                | models.Q(status__in=["waiting", "ended"], decided_at__isnull=True),
                name="approval_step_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=["sent_back", "rejected"]) | ~models.Q(comment=""),
                name="approval_step_refusal_has_comment",
            ),
        ]
        indexes = [models.Index(fields=["member", "status"], name="approval_step_of_member")]

    def __str__(self) -> str:
        return f"{self.stage}. {self.label} of {self.request_id}"
