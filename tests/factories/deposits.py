"""Bank statements and deposits for tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from market.core import clock
from market.core.actor import SYSTEM, Actor
from market.core.locks import reset_lock_order
from market.orders.models import Order
from market.payments.models import BankDeposit, DepositBatch, TransactionItem
from market.payments.services.deposit_batch import deposit_batch_create, deposit_batch_run, deposit_batch_start

HEADER = "거래일시,보낸분,입금액,출금액,메모"
Line = tuple[str, int] | tuple[str, int, str]


def statement(*lines: Line) -> bytes:
    """A CSV as a bank gives it: money that came in today, one minute apart, from these senders."""
    day = clock.now().astimezone(clock.SEOUL).strftime("%Y.%m.%d")
    rows = [
        f"{day} 00:{minute:02}:00,{line[0]},{line[1]},,{line[2] if len(line) > 2 else ''}"
        for minute, line in enumerate(lines)
    ]
    return "\n".join([HEADER, *rows]).encode()


def uploaded(*lines: Line, actor: Actor = SYSTEM) -> DepositBatch:
    """The statement as a preview."""
    return anew(deposit_batch_create, content=statement(*lines), file_name="입금.csv", actor=actor)


def applied(*lines: Line, actor: Actor = SYSTEM) -> DepositBatch:
    """The statement taken over."""
    batch = uploaded(*lines, actor=actor)
    anew(deposit_batch_start, batch_id=batch.pk, actor=actor)
    deposit_batch_run(batch_id=batch.pk, limit=1_000)
    reset_lock_order()
    batch.refresh_from_db()
    return batch


def deposited(name: str, amount: int) -> BankDeposit:
    """One line of a statement that nothing here awaits."""
    applied((name, amount))
    return BankDeposit.objects.get(depositor=name)


def order_by_transfer(
    channel: Any, run_outbox: Callable[[], int], *, price: int = 13_000, **options: Any
) -> tuple[Order, TransactionItem]:
    """An order that waits for a transfer, and its transaction."""
    order = placed_order(channel, {variant_on_sale(channel, price=price): 1}, **options)
    reset_lock_order()
    run_outbox()
    reset_lock_order()
    return order, TransactionItem.objects.get(order=order)
