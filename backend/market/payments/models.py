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
from market.core.banks import Bank
from market.core.models import ModelWithMetadata
from market.orders.enums import PaymentMeans
from market.orders.models import Order
from market.payments.enums import (
    ActionStatus,
    BatchStatus,
    DepositMatchKind,
    DepositStatus,
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


class BookComparison(models.Model):
    """One comparison of a provider's books with ours, and how it went."""

    gateway = models.CharField(max_length=100)
    since = models.DateTimeField()
    until = models.DateTimeField()
    checked = models.PositiveIntegerField(default=0, help_text="payments looked at")
    healed = models.PositiveIntegerField(default=0, help_text="of them, brought up to date here")
    standing = models.PositiveIntegerField(default=0, help_text="differences that stand afterwards")
    error = models.CharField(max_length=512, blank=True, default="", help_text="why it could not be finished")
    ended_at = models.DateTimeField()

    class Meta:
        ordering = ["-ended_at", "-id"]

    def __str__(self) -> str:
        return f"{self.gateway} {self.ended_at:%Y-%m-%d %H:%M}"


class DepositBatch(models.Model):
    """An uploaded bank statement. Its lines stand in ``rows`` until they are deposits; a preview that nobody applies is deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file_name = models.CharField(max_length=200, blank=True, default="")
    account = models.CharField(max_length=40, help_text="the operator's account, digits and hyphens")
    status = models.CharField(max_length=10, choices=BatchStatus.choices, default=BatchStatus.PREVIEW)
    rows = models.JSONField(default=list, help_text="lines not yet taken over; empty when done")
    problems = models.JSONField(default=list, help_text="lines that could not be read: row, column, words")
    row_count = models.PositiveIntegerField(default=0)
    position = models.PositiveIntegerField(default=0, help_text="how many lines are taken over")
    added_count = models.PositiveIntegerField(default=0, help_text="lines that were new")
    matched_count = models.PositiveIntegerField(default=0, help_text="of them, matched for certain")
    withdrawal_count = models.PositiveIntegerField(default=0, help_text="lines of money going out, left aside")
    actor_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(position__lte=models.F("row_count")), name="deposit_batch_position_within"
            ),
            models.CheckConstraint(
                condition=models.Q(matched_count__lte=models.F("added_count"), added_count__lte=models.F("position")),
                name="deposit_batch_counts_fit",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.status})"


class BankDeposit(models.Model):
    """A line of the operator's bank statement: money came in. The same line uploaded twice is one deposit (``fingerprint``).

    What the bank wrote is never changed. A match is a CHARGE_SUCCESS of a transaction; undoing it adds the opposite (README).
    """

    account = models.CharField(max_length=40)
    booked_at = models.DateTimeField()
    depositor = models.CharField(max_length=100, blank=True, default="", help_text="as the statement names it")
    memo = models.CharField(max_length=300, blank=True, default="")
    amount = models.DecimalField(**MONEY)
    currency = models.CharField(max_length=3)
    balance = models.DecimalField(**MONEY, null=True, blank=True)
    fingerprint = models.CharField(max_length=64, unique=True)
    status = models.CharField(max_length=10, choices=DepositStatus.choices, default=DepositStatus.UNMATCHED)
    found = models.CharField(
        max_length=10,
        choices=DepositMatchKind.choices,
        default=DepositMatchKind.NONE,
        help_text="what the rule said when it came",
    )
    transaction = models.ForeignKey(
        TransactionItem, null=True, blank=True, on_delete=models.PROTECT, related_name="deposits"
    )
    event = models.OneToOneField(
        TransactionEvent, null=True, blank=True, on_delete=models.PROTECT, related_name="deposit"
    )
    times_matched = models.PositiveSmallIntegerField(default=0, help_text="each match has a reference of its own")
    ignored_reason = models.CharField(max_length=200, blank=True, default="")
    decided_by_id = models.BigIntegerField(null=True, help_text="who matched or ignored it; none: the rule")
    decided_at = models.DateTimeField(null=True, blank=True)
    batch = models.ForeignKey(DepositBatch, null=True, blank=True, on_delete=models.SET_NULL, related_name="deposits")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-booked_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="bank_deposit_amount_positive"),
            models.CheckConstraint(
                condition=models.Q(status="matched", transaction__isnull=False, event__isnull=False)
                | ~models.Q(status="matched") & models.Q(transaction__isnull=True, event__isnull=True),
                name="bank_deposit_match_is_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(status="ignored") ^ models.Q(ignored_reason=""), name="bank_deposit_ignored_why"
            ),
        ]
        indexes = [
            models.Index(fields=["status", "booked_at"], name="bank_deposit_status"),
            models.Index(fields=["transaction"], name="bank_deposit_transaction"),
        ]

    def __str__(self) -> str:
        return f"{self.booked_at:%Y-%m-%d} {self.amount}"


class RefundAccount(models.Model):
    """Where a buyer wants the money back. Number and holder are encrypted; the row is deleted some time after the refund."""

    order = models.OneToOneField(Order, on_delete=models.PROTECT, related_name="refund_account")
    bank = models.CharField(max_length=3, choices=Bank.choices)
    sealed_number = models.TextField(help_text="encrypted digits")
    sealed_holder = models.TextField(help_text="encrypted name")
    last_digits = models.CharField(max_length=4, help_text="what the buyer is shown again")
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["-set_at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_bank_display()} …{self.last_digits}"
