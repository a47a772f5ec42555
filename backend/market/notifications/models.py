"""Mails to be sent and what became of them.

A row holds ids and no words: what a mail says is read and written when it goes out. Do NOT keep a token or a rendered text here.
"""

from __future__ import annotations

import uuid

from django.db import models

from market.accounts.models import User
from market.notifications.enums import MailStatus
from market.orders.models import Order


class Mail(models.Model):
    """One mail to one address. It goes out once: see ``services/mail_claim.py`` for how."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False, help_text="also its Message-ID")
    kind = models.CharField(max_length=40, help_text="a MailKind; new ones need no migration")
    event_key = models.CharField(
        max_length=200, blank=True, default="", help_text="names the event; empty where the same may happen again"
    )
    recipient = models.EmailField()
    language = models.CharField(max_length=2, default="ko")
    order = models.ForeignKey(Order, null=True, blank=True, on_delete=models.CASCADE, related_name="mails")
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.CASCADE, related_name="mails")
    params = models.JSONField(default=dict, help_text="ids and where links lead; never a secret")
    told = models.JSONField(default=dict, help_text="what it said that later mails need not say again")
    status = models.CharField(max_length=10, choices=MailStatus.choices, default=MailStatus.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(help_text="when to try next; pushed ahead while a worker holds it")
    created_at = models.DateTimeField()
    handed_at = models.DateTimeField(null=True, blank=True, help_text="when it was last given to the mail server")
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["event_key", "recipient"], name="mail_once_per_event", condition=~models.Q(event_key="")
            ),
            models.UniqueConstraint(
                fields=["kind", "recipient"],
                name="mail_one_waiting_request",
                condition=models.Q(event_key="", status="waiting"),
            ),
            # Who is invited may have no account yet.
            models.CheckConstraint(
                condition=(models.Q(order__isnull=False) ^ models.Q(user__isnull=False))
                | models.Q(order__isnull=True, user__isnull=True, kind__in=["member_invited", "agency_member_invited"]),
                name="mail_has_one_subject",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="sent") | models.Q(sent_at__isnull=False), name="mail_sent_has_its_time"
            ),
            models.CheckConstraint(
                condition=~models.Q(status="sending") | models.Q(handed_at__isnull=False),
                name="mail_sending_has_its_time",
            ),
            models.CheckConstraint(condition=models.Q(language__in=["ko", "en"]), name="mail_language_is_ours"),
        ]
        indexes = [
            models.Index(fields=["due_at", "created_at"], name="mail_due", condition=models.Q(status="waiting")),
            models.Index(fields=["handed_at"], name="mail_in_flight", condition=models.Q(status="sending")),
            models.Index(fields=["created_at"], name="mail_created"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
