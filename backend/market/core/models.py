"""What every room leans on: metadata columns, the outbox, the audit log, idempotency keys.

Do NOT update or delete audit entries; do NOT write an outbox row outside of the transaction it speaks about.
"""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models


class ModelWithMetadata(models.Model):
    """Saleor's public and private key–value metadata."""

    metadata = models.JSONField(default=dict, blank=True)
    private_metadata = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True


class OutboxEvent(models.Model):
    """One fact, written in the transaction that made it true; delivered to every handler afterwards."""

    topic = models.CharField(max_length=100)
    key = models.CharField(max_length=100, help_text="deliveries of one key keep their order")
    version = models.PositiveSmallIntegerField(default=1)
    payload = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)
    is_fanned_out = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["id"], name="outbox_waiting", condition=models.Q(is_fanned_out=False))]

    def __str__(self) -> str:
        return f"{self.topic} {self.key}"


class DeliveryStatus(models.TextChoices):
    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


class OutboxDelivery(models.Model):
    """One event for one handler: done exactly once, retried with growing pauses, dead after too many tries."""

    event = models.ForeignKey(OutboxEvent, on_delete=models.CASCADE, related_name="deliveries")
    handler = models.CharField(max_length=100)
    key = models.CharField(max_length=100)
    status = models.CharField(max_length=10, choices=DeliveryStatus.choices, default=DeliveryStatus.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    last_error = models.TextField(blank=True, default="")
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "handler"], name="outbox_once_per_handler")]
        indexes = [
            models.Index(fields=["due_at", "id"], name="delivery_waiting", condition=models.Q(status="waiting")),
            models.Index(
                fields=["handler", "key", "id"], name="delivery_key_order", condition=models.Q(status="waiting")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.handler} <- {self.event_id}"


class AuditEntry(models.Model):
    """Who did what to what, when and from where. Only ever added to; a database trigger refuses anything else."""

    at = models.DateTimeField(auto_now_add=True)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=254, blank=True, default="")
    ip_address = models.GenericIPAddressField(null=True)
    action = models.CharField(max_length=100)
    subject_type = models.CharField(max_length=50)
    subject_id = models.CharField(max_length=64)
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["subject_type", "subject_id", "-at"], name="audit_subject")]

    def __str__(self) -> str:
        return f"{self.action} {self.subject_type}:{self.subject_id}"


class IdempotencyKey(models.Model):
    """A caller's promise that two requests are one. The stored answer is given to every repetition."""

    caller = models.CharField(max_length=100)
    key = models.CharField(max_length=100)
    request_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)
    answer = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["caller", "key"], name="idempotency_once_per_caller")]

    def __str__(self) -> str:
        return f"{self.caller} {self.key}"


class CatalogueChange(models.Model):
    """One more time the catalogue has changed. Only ever added to, so that nobody waits for anybody; ``weight``: how many times, once
    earlier rows were put together. The version of the catalogue is the sum."""

    weight = models.BigIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(weight__gte=1), name="catalogue_change_counts")]

    def __str__(self) -> str:
        return str(self.weight)


def metadata_index(name: str) -> GinIndex:
    """The index that Saleor's metadata filters use."""
    return GinIndex(fields=["metadata"], name=name, opclasses=["jsonb_path_ops"])
