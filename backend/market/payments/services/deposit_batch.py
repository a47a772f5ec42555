"""An uploaded statement: looked at first, then taken over line by line."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import OperationalError, transaction

from market.core import audit, clock
from market.core.actor import SYSTEM, Actor
from market.core.errors import DomainError, NotFound
from market.core.locks import reset_lock_order
from market.payments.enums import BatchStatus, DepositMatchKind
from market.payments.errors import BatchNotReady
from market.payments.locks import deposit_batches_for_update
from market.payments.matching import fingerprints
from market.payments.models import BankDeposit, DepositBatch
from market.payments.selectors.awaited import matches_of
from market.payments.services.deposit_match import deposit_link
from market.payments.statements import StatementLine, statement_read

logger = logging.getLogger(__name__)
PREVIEWS_KEPT = dt.timedelta(days=1)
CURRENCY = "KRW"


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A line of a preview."""

    row: int
    booked_at: dt.datetime
    depositor: str
    amount: Decimal
    memo: str
    balance: Decimal | None
    fingerprint: str

    @property
    def texts(self) -> tuple[str, str]:
        return self.depositor, self.memo


def deposit_batch_create(*, content: bytes, file_name: str, actor: Actor, account: str = "") -> DepositBatch:
    """Read a statement and keep its lines for a look; no deposit yet. ``account``: the operator's own unless given.

    Raises StatementUnreadable.
    """
    now = clock.now()
    statement = statement_read(content, now=now)
    account = account or settings.OPERATOR_BANK_ACCOUNT
    prints = fingerprints(account, statement.lines)
    return DepositBatch.objects.create(
        file_name=file_name[:200],
        account=account,
        rows=[_stored(line, mark) for line, mark in zip(statement.lines, prints, strict=True)],
        problems=[[row.row, row.column, row.words_ko, row.words_en] for row in statement.problems],
        row_count=len(statement.lines),
        withdrawal_count=statement.withdrawals,
        actor_id=actor.user_id,
        created_at=now,
    )


def _stored(line: StatementLine, mark: str) -> list[Any]:
    balance = None if line.balance is None else str(line.balance)
    return [line.row, line.booked_at.isoformat(), line.depositor, str(line.amount), line.memo, balance, mark]


def batch_lines(batch: DepositBatch) -> list[BatchLine]:
    """The lines of a batch that are not taken over yet, or were not when it was read."""
    return [_line(stored) for stored in batch.rows]


def _line(stored: Sequence[Any]) -> BatchLine:
    row, booked_at, depositor, amount, memo, balance, mark = stored
    moment = dt.datetime.fromisoformat(booked_at)
    return BatchLine(row, moment, depositor, Decimal(amount), memo, None if balance is None else Decimal(balance), mark)


@transaction.atomic
def deposit_batch_start(*, batch_id: UUID, actor: Actor) -> DepositBatch:
    """Let a preview be taken over. One that is being taken over stays so. Raises NotFound, BatchNotReady."""
    batch = deposit_batches_for_update().filter(pk=batch_id).first()
    if batch is None:
        raise NotFound("id")
    if batch.status == BatchStatus.DONE or batch.created_at < clock.now() - PREVIEWS_KEPT:
        raise BatchNotReady("id")
    if batch.status == BatchStatus.PREVIEW:
        batch.status = BatchStatus.APPLYING
        batch.save(update_fields=["status"])
        audit.record(
            actor=actor,
            action="payments.deposits_apply",
            subject_type="batch",
            subject_id=batch.pk,
            rows=batch.row_count,
        )
    return batch


def deposit_batch_run(*, batch_id: UUID, limit: int) -> int:
    """Take over up to ``limit`` lines, each in a transaction of its own. Returns how many. Safe to stop anywhere and to run twice at once."""
    batch = DepositBatch.objects.filter(pk=batch_id, status=BatchStatus.APPLYING).first()
    if batch is None:
        return 0
    lines, done = batch_lines(batch), 0
    while done < limit and _step(batch_id, lines):
        done += 1
    return done


def _step(batch_id: UUID, lines: Sequence[BatchLine]) -> bool:
    reset_lock_order()  # each line is a transaction of its own
    with transaction.atomic():
        batch = deposit_batches_for_update().defer("rows", "problems").get(pk=batch_id)
        if batch.status != BatchStatus.APPLYING:
            return False
        if batch.position < batch.row_count:
            _take_over(batch, lines[batch.position])
            batch.position += 1
        if batch.position >= batch.row_count:
            batch.status, batch.ended_at = BatchStatus.DONE, clock.now()
        batch.save(update_fields=["position", "added_count", "matched_count", "status", "ended_at"])
    return batch.status == BatchStatus.APPLYING


def _take_over(batch: DepositBatch, line: BatchLine) -> None:
    """The line becomes a deposit unless it is one; a certain match is reported on its transaction at once."""
    (found,) = matches_of([(line.texts, line.amount)])
    added = BankDeposit.objects.bulk_create(
        [
            BankDeposit(
                account=batch.account,
                booked_at=line.booked_at,
                depositor=line.depositor,
                memo=line.memo,
                amount=line.amount,
                currency=CURRENCY,
                balance=line.balance,
                fingerprint=line.fingerprint,
                found=found.kind,
                batch_id=batch.pk,
                created_at=clock.now(),
            )
        ],
        ignore_conflicts=True,
    )
    deposit = BankDeposit.objects.filter(fingerprint=line.fingerprint, batch_id=batch.pk, times_matched=0).first()
    if not added or deposit is None:
        return  # an earlier upload brought it
    batch.added_count += 1
    if found.kind == DepositMatchKind.CERTAIN:
        try:
            with transaction.atomic():
                deposit_link(deposit=deposit, token=found.tokens[0], actor=SYSTEM)
        except OperationalError:
            raise  # held rows: the line is taken over a little later
        except DomainError:
            return  # people decide
        except Exception:
            logger.exception("deposit %s could not be matched", deposit.pk)
            return  # people decide; the lines behind it are not kept waiting
        batch.matched_count += 1


def deposit_batches_waiting() -> list[UUID]:
    """Batches that are being taken over, the oldest first."""
    waiting = DepositBatch.objects.filter(status=BatchStatus.APPLYING).order_by("created_at")
    return list(waiting.values_list("pk", flat=True))


@transaction.atomic
def deposit_previews_forget() -> int:
    """Delete previews nobody applied within a day, and the lines of batches that are done: they name people. Returns how many."""
    old = deposit_batches_for_update().filter(status=BatchStatus.PREVIEW, created_at__lt=clock.now() - PREVIEWS_KEPT)
    deleted, _ = DepositBatch.objects.filter(pk__in=[batch.pk for batch in old]).delete()
    done = deposit_batches_for_update().filter(status=BatchStatus.DONE).exclude(rows=[])
    emptied = DepositBatch.objects.filter(pk__in=[batch.pk for batch in done]).update(rows=[])
    return deleted + emptied
