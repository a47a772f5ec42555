"""The only way in which a purchase moves a budget line."""

from __future__ import annotations

from decimal import Decimal

from django.db import connection, transaction

from market.agencies.errors import BudgetExceeded, BudgetLineClosed
from market.agencies.locks import budget_lines_for_update
from market.agencies.models import BudgetEntry, BudgetLine, BudgetUse
from market.core import clock
from market.core.actor import Actor
from market.core.errors import NotFound

ZERO = Decimal(0)
SUMS = ("held", "committed", "spent")


def budget_use_set(
    *,
    line_id: int,
    reference: str,
    actor: Actor,
    held: Decimal = ZERO,
    committed: Decimal = ZERO,
    spent: Decimal = ZERO,
    note: str = "",
    field: str = "budgetLine",
) -> BudgetLine:
    """Let the purchase ``reference`` use exactly so much of the line, in won with VAT: what is missing is added, what is too much freed.

    Called again with the same amounts it changes nothing. A purchase uses one line at a time: a use of another line under the same
    reference is freed first. Raises NotFound, BudgetLineClosed for more from a closed line, and BudgetExceeded when the line does not
    reach; then nothing is changed.
    """
    should = dict(zip(SUMS, (held, committed, spent), strict=True))
    with transaction.atomic():
        _one_at_a_time(reference)
        known = BudgetUse.objects.filter(reference=reference).values_list("line_id", flat=True).first()
        lines = {line.pk: line for line in budget_lines_for_update().filter(pk__in={line_id, known or line_id})}
        if line_id not in lines:
            raise NotFound(field)
        use = BudgetUse.objects.filter(reference=reference).first()  # read after the lock
        if use is not None and use.line_id != line_id:
            _move(lines[use.line_id], use, dict.fromkeys(SUMS, ZERO), actor, note, field)
            use.line_id = line_id
        _move(lines[line_id], use or BudgetUse(line_id=line_id, reference=reference), should, actor, note, field)
    return lines[line_id]


def _one_at_a_time(reference: str) -> None:
    """Two calls for one purchase wait for each other before either looks which line it uses."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"budget use {reference}"])


def _move(line: BudgetLine, use: BudgetUse, should: dict[str, Decimal], actor: Actor, note: str, field: str) -> None:
    deltas = {name: amount - getattr(use, name) for name, amount in should.items()}
    if not any(deltas.values()):
        return
    asked = sum(deltas.values(), ZERO)
    if asked > 0 and not line.is_active:
        raise BudgetLineClosed(field)
    if asked > line.available:
        raise BudgetExceeded(field, available=f"{line.available:,}", asked=f"{asked:,}")
    for name, delta in deltas.items():
        setattr(line, name, getattr(line, name) + delta)
        setattr(use, name, should[name])
    line.save(update_fields=[*SUMS, "updated_at"])
    use.save()
    BudgetEntry.objects.create(
        line=line, reference=use.reference, note=note, actor_id=actor.user_id, at=clock.now(), **deltas
    )
