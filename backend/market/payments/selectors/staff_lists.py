"""Lists for the staff who handle payments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from market.core import clock
from market.orders.enums import PaymentMeans
from market.orders.models import Order
from market.orders.selectors.order_get import WITH
from market.payments.enums import DepositStatus, TransactionEventType
from market.payments.matching import Found
from market.payments.models import BankDeposit, DepositBatch, TransactionEvent, TransactionItem
from market.payments.selectors.awaited import matches_of
from market.payments.selectors.book_standing import actions_dead, differences_open, messages_dead
from market.payments.selectors.refunds_to_send import refunds_to_send, send_by
from market.payments.selectors.transaction_get import transactions_of_orders

MOST_DIGITS = 18
AT_ONCE = 500  # lines of a statement looked up in one round: statements stay of a size


@dataclass(frozen=True, slots=True)
class Tally:
    """How many, and how much in won."""

    count: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Overview:
    """The desk of those who handle payments, now. Amounts in won, today in Seoul."""

    received_today: Tally
    refunded_today: Tally
    awaited: Tally
    unmatched: Tally
    refunds: Tally
    refunds_late: int
    differences: int
    dead_actions: int
    dead_messages: int


def overview(by_hand: Sequence[str]) -> Overview:
    """What stands open. ``by_hand``: the gateways whose refunds people send."""
    start = clock.seoul_day_start(clock.today())
    today = TransactionEvent.objects.filter(created_at__gte=start, currency="KRW")
    awaited = TransactionItem.objects.filter(is_open=True, means=PaymentMeans.BANK_TRANSFER, charge_pending_value__gt=0)
    refunds = list(refunds_to_send(by_hand).values_list("amount", "created_at"))
    return Overview(
        received_today=_tally(today.filter(type=TransactionEventType.CHARGE_SUCCESS), "amount"),
        refunded_today=_tally(today.filter(type=TransactionEventType.REFUND_SUCCESS), "amount"),
        awaited=_tally(awaited, "charge_pending_value"),
        unmatched=_tally(BankDeposit.objects.filter(status=DepositStatus.UNMATCHED), "amount"),
        refunds=Tally(len(refunds), sum((amount for amount, _ in refunds), Decimal(0))),
        refunds_late=sum(send_by(asked) < clock.today() for _, asked in refunds),
        differences=differences_open().count(),
        dead_actions=actions_dead().count(),
        dead_messages=messages_dead().count(),
    )


def _tally(rows: QuerySet[BankDeposit] | QuerySet[TransactionItem] | QuerySet[TransactionEvent], column: str) -> Tally:
    found = rows.order_by().aggregate(count=Count("pk"), amount=Sum(column))
    return Tally(found["count"], found["amount"] or Decimal(0))


def transaction_list() -> QuerySet[TransactionItem]:
    return TransactionItem.objects.all()


def is_about(words: str) -> Q:
    """Transactions that a few words point at: an order's number, a transfer's or the provider's reference, or an e-mail address."""
    words = words.strip().replace("\x00", "")
    condition = Q(reference__iexact=words) | Q(psp_reference__iexact=words)
    orders = Q(user_email__iexact=words)
    if words.isascii() and words.isdigit() and len(words) <= MOST_DIGITS:
        orders |= Q(number=int(words))
    found = Order.objects.filter(orders)
    tokens = found.filter(checkout_token__isnull=False).values("checkout_token")
    return condition | Q(order__in=found) | Q(checkout_token__in=tokens)


def awaited_in(amounts: Iterable[Decimal]) -> QuerySet[TransactionItem]:
    """Open transfers that wait for one of these amounts, the oldest first."""
    return TransactionItem.objects.filter(
        is_open=True, means=PaymentMeans.BANK_TRANSFER, charge_pending_value__in=list(amounts)
    ).order_by("created_at")


def deposit_list() -> QuerySet[BankDeposit]:
    return BankDeposit.objects.select_related("transaction", "event")


def suggestions_of(deposits: Sequence[BankDeposit]) -> list[list[TransactionItem]]:
    """Which transactions each open deposit may be for, the likeliest first; in a fixed number of statements."""
    waiting = [row for row in deposits if row.status == DepositStatus.UNMATCHED]
    found = matches_of([((row.depositor, row.memo), row.amount) for row in waiting]) if waiting else []
    items = TransactionItem.objects.in_bulk([token for one in found for token in one.tokens])
    likely = {row.pk: one.tokens for row, one in zip(waiting, found, strict=True)}
    return [[items[token] for token in likely.get(row.pk, ()) if token in items] for row in deposits]


def batch_found(texts: Sequence[tuple[Sequence[str], Decimal]]) -> tuple[list[Found], dict[UUID, TransactionItem]]:
    """What the lines of a statement would be matched with, and those transactions."""
    found = [one for start in range(0, len(texts), AT_ONCE) for one in matches_of(texts[start : start + AT_ONCE])]
    return found, TransactionItem.objects.in_bulk({token for one in found for token in one.tokens})


def known_fingerprints(fingerprints: Iterable[str]) -> set[str]:
    """Which of these lines are deposits already."""
    known = BankDeposit.objects.filter(fingerprint__in=list(fingerprints))
    return set(known.values_list("fingerprint", flat=True))


def batch_get(batch_id: UUID) -> DepositBatch | None:
    return DepositBatch.objects.filter(pk=batch_id).first()


def batch_list(since: dt.timedelta) -> QuerySet[DepositBatch]:
    """Statements uploaded lately, the newest first."""
    return DepositBatch.objects.filter(created_at__gte=clock.now() - since).order_by("-created_at", "-id")


def orders_of_transactions(items: Iterable[TransactionItem]) -> list[Order | None]:
    """The order each transaction is for, or became; in one statement."""
    items = list(items)
    tokens = {item.checkout_token for item in items if item.checkout_token}
    keys = {item.order_id for item in items if item.order_id}
    found: dict[UUID, Order] = {}
    for order in Order.objects.select_related(*WITH).filter(Q(pk__in=keys) | Q(checkout_token__in=tokens)):
        found[order.pk] = order
        if order.checkout_token:
            found[order.checkout_token] = order
    return [found.get(item.order_id or item.pk) or found.get(item.checkout_token or item.pk) for item in items]


def order_of_number(number: str) -> UUID | None:
    """The order under the number that people know it by."""
    digits = number.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS):
        return None
    return Order.objects.filter(number=int(digits)).values_list("pk", flat=True).first()


def deposits_of(tokens: Iterable[UUID]) -> QuerySet[BankDeposit]:
    return deposit_list().filter(transaction__in=list(tokens)).order_by("booked_at", "pk")


def references_of_orders(orders: Iterable[Order]) -> dict[UUID, str]:
    """What the sender of each order's transfer should write: the reference of the transfer that is open, or came last."""
    orders = list(orders)
    by_token: dict[UUID | None, UUID] = {order.checkout_token: order.pk for order in orders if order.checkout_token}
    found: dict[UUID, str] = {}
    for item in transactions_of_orders(orders).exclude(reference="").order_by("is_open", "created_at"):
        key = item.order_id or by_token.get(item.checkout_token)
        if key is not None:
            found[key] = item.reference
    return found
