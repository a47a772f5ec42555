"""Requests for quotes (견적요청, RFQ) to one or more enterprises."""

from __future__ import annotations

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models

from market.accounts.models import User
from market.agencies.models import Agency, AgencyMember, Department
from market.catalog.models import ProductVariant
from market.vendors.models import Vendor


class QuoteRequestStatus(models.TextChoices):
    DRAFT = "draft", "작성 중"
    OPEN = "open", "답을 받는 중"
    CLOSED = "closed", "마감"  # by the deadline, or because everybody answered
    CHOSEN = "chosen", "선정"
    CANCELED = "canceled", "취소"


class QuoteRequest(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=40, unique=True, null=True, blank=True, help_text="given when it is sent")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="quote_requests")
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="quote_requests"
    )
    requester = models.ForeignKey(AgencyMember, on_delete=models.PROTECT, related_name="quote_requests")
    title = models.CharField(max_length=150)
    specification = models.TextField(blank=True, default="", help_text="규격·과업 내용")
    delivery_place = models.CharField(max_length=250, blank=True, default="")
    delivery_by = models.DateField(null=True, blank=True)
    reply_by = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=QuoteRequestStatus.choices, default=QuoteRequestStatus.DRAFT)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True, help_text="from then on the agency sees the answers")
    reminded_of = models.DateTimeField(null=True, blank=True, help_text="the deadline whose eve was told of")
    canceled_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="draft")
                | models.Q(status="canceled")
                | models.Q(
                    number__isnull=False, sent_at__isnull=False, reply_by__isnull=False, delivery_by__isnull=False
                ),
                name="quote_request_sent_is_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(sent_at__isnull=True) | models.Q(reply_by__gt=models.F("sent_at")),
                name="quote_request_deadline_after_sending",
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "status", "reply_by"], name="quote_request_of_agency"),
            models.Index(fields=["reply_by"], name="quote_request_open", condition=models.Q(status="open")),
        ]

    def __str__(self) -> str:
        return self.number or str(self.pk)


class QuoteRequestItem(models.Model):
    request = models.ForeignKey(QuoteRequest, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=150, help_text="품명")
    specification = models.CharField(max_length=500, blank=True, default="", help_text="규격")
    unit = models.CharField(max_length=20, default="개", help_text="단위")
    quantity = models.PositiveIntegerField()
    variant = models.ForeignKey(
        ProductVariant, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="where it began"
    )

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "position"], name="quote_request_item_place", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="quote_request_item_has_pieces"),
        ]

    def __str__(self) -> str:
        return f"{self.name} x {self.quantity}"


class QuoteAttachment(models.Model):
    """A file of the request (for all invited) or of an enterprise's answer (for the agency), as it was cleaned and stored."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(QuoteRequest, on_delete=models.CASCADE, related_name="attachments")
    invitation = models.ForeignKey(
        "QuoteInvitation",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="attachments",
        help_text="null: of the request",
    )
    key = models.CharField(max_length=200, unique=True, help_text="in the private storage")
    name = models.CharField(max_length=150)
    content_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField(help_text="bytes")
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["uploaded_at", "id"]

    def __str__(self) -> str:
        return self.name


class InvitationStatus(models.TextChoices):
    INVITED = "invited", "보냄"
    SEEN = "seen", "읽음"
    ANSWERED = "answered", "답함"
    DECLINED = "declined", "사양"


class QuoteInvitation(models.Model):
    """One enterprise that is asked. ``token`` names it to that enterprise: the primary key would tell how many were asked."""

    token = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    request = models.ForeignKey(QuoteRequest, on_delete=models.CASCADE, related_name="invitations")
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="quote_invitations")
    status = models.CharField(max_length=10, choices=InvitationStatus.choices, default=InvitationStatus.INVITED)
    seen_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True, help_text="the latest answer or the refusal")
    decline_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["request", "vendor"], name="quote_invitation_once")]
        indexes = [models.Index(fields=["vendor", "status"], name="quote_invitation_of_vendor")]

    def __str__(self) -> str:
        return f"{self.vendor_id} for {self.request_id}"


class QuoteQuestion(models.Model):
    """A question and its answer, read by everybody who was asked; the others do not learn who asked."""

    request = models.ForeignKey(QuoteRequest, on_delete=models.CASCADE, related_name="questions")
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="+")
    question = models.TextField()
    asked_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    answer = models.TextField(blank=True, default="")
    answered_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
                name="quote_question_answer_has_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk} on {self.request_id}"
