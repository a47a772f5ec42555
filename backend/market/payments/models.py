"""Money on its way. A transaction is one attempt to pay with one provider; its amounts follow from its events.

Do NOT edit or delete an event: a correction is another event (a database trigger refuses anything else). Do NOT set the amounts of a
transaction but through ``services.transaction_recalculate``. A transaction belongs to a checkout (by its token, which the order keeps)
or to an order; nothing has to be rewritten when the one becomes the other.
"""

from __future__ import annotations

import uuid

from django.db import models

from market.accounts.models import User
from market.catalog.models import MONEY
from market.core.models import ModelWithMetadata
from market.orders.enums import PaymentMeans
from market.orders.models import Order
from market.payments.enums import (
    ActionStatus,
    DifferenceKind,
    FlowStrategy,
    ProviderEventStatus,
    TransactionAction,
    TransactionEventType,
)

AMOUNTS = (
    "authorized_value",
    "charged_value",
    "refunded_value",
    "canceled_value",
    "authorize_pending_value",
    "charge_pending_value",
    "refund_pending_value",
    "cancel_pending_value",
)


class TransactionItem(ModelWithMetadata):
    """One attempt to pay. ``charged_value`` is net of refunds, as in Saleor."""

    token = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gateway = models.CharField(max_length=100, help_text="id of the provider, e.g. saleor.app.payment.stripe")
    checkout_token = models.UUIDField(null=True, blank=True, help_text="also found in the order it became")
    order = models.ForeignKey(Order, null=True, blank=True, on_delete=models.PROTECT, related_name="transactions")
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    idempotency_key = models.CharField(max_length=512, help_text="the client's, or one of ours")
    strategy = models.CharField(max_length=16, choices=FlowStrategy.choices, default=FlowStrategy.CHARGE)
    means = models.CharField(max_length=20, choices=PaymentMeans.choices)
    name = models.CharField(max_length=100, blank=True, default="")
    message = models.CharField(max_length=512, blank=True, default="")
    psp_reference = models.CharField(max_length=255, blank=True, default="")
    external_url = models.URLField(max_length=500, blank=True, default="")
    reference = models.CharField(
        max_length=20, blank=True, default="", help_text="what a transfer's sender should write"
    )
    data = models.JSONField(default=dict, blank=True, help_text="what the provider needs to go on; never card data")
    method_details = models.JSONField(default=dict, blank=True, help_text="kind, brand, last digits, issuer")
    currency = models.CharField(max_length=3)
    amount = models.DecimalField(**MONEY, help_text="what it was opened for")
    authorized_value = models.DecimalField(**MONEY, default=0, db_default=0)
    charged_value = models.DecimalField(**MONEY, default=0, db_default=0)
    refunded_value = models.DecimalField(**MONEY, default=0, db_default=0)
    canceled_value = models.DecimalField(**MONEY, default=0, db_default=0)
    authorize_pending_value = models.DecimalField(**MONEY, default=0, db_default=0)
    charge_pending_value = models.DecimalField(**MONEY, default=0, db_default=0)
    refund_pending_value = models.DecimalField(**MONEY, default=0, db_default=0)
    cancel_pending_value = models.DecimalField(**MONEY, default=0, db_default=0)
    is_open = models.BooleanField(default=True, help_text="the shopper or the provider may still turn it into money")
    is_disputed = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    modified_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["created_at", "token"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(checkout_token__isnull=False) | models.Q(order__isnull=False),
                name="transaction_pays_something",
            ),
            models.CheckConstraint(
                condition=models.Q(**{f"{name}__gte": 0 for name in AMOUNTS}) & models.Q(amount__gt=0),
                name="transaction_amounts_not_negative",
            ),
            models.UniqueConstraint(
                fields=["gateway", "psp_reference"],
                condition=~models.Q(psp_reference=""),
                name="transaction_reference_once",
            ),
            models.UniqueConstraint(
                fields=["checkout_token", "idempotency_key"], name="transaction_key_once_per_checkout"
            ),
            models.UniqueConstraint(fields=["order", "idempotency_key"], name="transaction_key_once_per_order"),
            models.UniqueConstraint(
                fields=["reference"], condition=~models.Q(reference=""), name="transaction_transfer_reference_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["checkout_token"], name="transaction_checkout", condition=models.Q(checkout_token__isnull=False)
            ),
            models.Index(fields=["modified_at"], name="transaction_open", condition=models.Q(is_open=True)),
            models.Index(fields=["gateway", "created_at"], name="transaction_gateway"),
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.amount} {self.currency}"


class TransactionEvent(models.Model):
    """Something that happened to a transaction; only ever added. ``request_key`` joins a request with what came of it."""

    transaction = models.ForeignKey(TransactionItem, on_delete=models.PROTECT, related_name="events")
    type = models.CharField(max_length=32, choices=TransactionEventType.choices)
    amount = models.DecimalField(**MONEY)
    currency = models.CharField(max_length=3)
    psp_reference = models.CharField(max_length=255, blank=True, default="")
    request_key = models.UUIDField(null=True, blank=True)
    message = models.CharField(max_length=512, blank=True, default="")
    reason = models.CharField(max_length=500, blank=True, default="")
    external_url = models.URLField(max_length=500, blank=True, default="")
    actor_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="transaction_event_amount_not_negative"),
            models.UniqueConstraint(
                fields=["transaction", "type", "psp_reference"],
                condition=~models.Q(psp_reference=""),
                name="transaction_event_reference_once",
            ),
            models.UniqueConstraint(
                fields=["request_key", "type"],
                condition=models.Q(request_key__isnull=False),
                name="transaction_event_request_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.amount}"


class ProviderAction(models.Model):
    """Something to ask of a provider: saved first, sent after the commit, repeated under the same key until an answer is known."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False, help_text="the key of the call")
    transaction = models.ForeignKey(TransactionItem, on_delete=models.PROTECT, related_name="actions")
    kind = models.CharField(max_length=10, choices=TransactionAction.choices)
    amount = models.DecimalField(**MONEY)
    reason = models.CharField(max_length=500, blank=True, default="")
    status = models.CharField(max_length=10, choices=ActionStatus.choices, default=ActionStatus.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    last_error = models.CharField(max_length=512, blank=True, default="")
    actor_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [models.CheckConstraint(condition=models.Q(amount__gt=0), name="provider_action_amount_positive")]
        indexes = [
            models.Index(fields=["due_at"], name="provider_action_due", condition=models.Q(status="waiting")),
            models.Index(
                fields=["transaction"],
                name="provider_action_living",
                condition=models.Q(status__in=["waiting", "sent", "dead"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount} ({self.status})"


class ProviderEvent(models.Model):
    """A message of a provider as it came, stored before it is acted on; the provider's own id lets it in once."""

    gateway = models.CharField(max_length=100)
    event_id = models.CharField(max_length=255)
    type = models.CharField(max_length=100)
    psp_reference = models.CharField(max_length=255, blank=True, default="")
    payload = models.JSONField(default=dict)
    status = models.CharField(max_length=10, choices=ProviderEventStatus.choices, default=ProviderEventStatus.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    last_error = models.CharField(max_length=512, blank=True, default="")
    received_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["gateway", "event_id"], name="provider_event_once")]
        indexes = [models.Index(fields=["due_at"], name="provider_event_due", condition=models.Q(status="waiting"))]

    def __str__(self) -> str:
        return f"{self.gateway} {self.type} {self.event_id}"


class BookDifference(models.Model):
    """Where a provider's books and ours do not agree; open until they do, or until staff say why not."""

    gateway = models.CharField(max_length=100)
    kind = models.CharField(max_length=20, choices=DifferenceKind.choices)
    psp_reference = models.CharField(max_length=255)
    transaction = models.ForeignKey(
        TransactionItem, null=True, blank=True, on_delete=models.PROTECT, related_name="differences"
    )
    currency = models.CharField(max_length=3)
    here = models.CharField(max_length=100, blank=True, default="", help_text="what our books say")
    there = models.CharField(max_length=100, blank=True, default="", help_text="what the provider's books say")
    found_at = models.DateTimeField()
    seen_at = models.DateTimeField(help_text="when it was last found to stand")
    settled_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True, default="")
    settled_by_id = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["-found_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["gateway", "psp_reference", "kind"],
                condition=models.Q(settled_at__isnull=True),
                name="book_difference_open_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.psp_reference}"
