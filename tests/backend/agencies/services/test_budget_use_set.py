"""The only way in which a purchase moves a budget line: exact, once, never beyond what there is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories.applications import actor_of
from factories.budgets import budget_line
from factories.procurement import agency_member
from market.agencies.errors import BudgetExceeded, BudgetLineClosed
from market.agencies.models import BudgetEntry, BudgetLine, BudgetUse
from market.agencies.selectors.budget_audit import budget_audit
from market.agencies.services.budget_line_save import budget_line_update
from market.agencies.services.budget_use_set import budget_use_set
from market.core.actor import SYSTEM
from market.core.errors import NotFound
from market.core.locks import reset_lock_order

pytestmark = pytest.mark.django_db


def use(line: BudgetLine, reference: str = "request:1", **amounts: int) -> BudgetLine:
    sums: dict[str, Any] = {name: Decimal(amount) for name, amount in amounts.items()}
    return budget_use_set(line_id=line.pk, reference=reference, actor=SYSTEM, **sums)


def sums(line: BudgetLine) -> tuple[int, int, int, int]:
    line.refresh_from_db()
    return int(line.held), int(line.committed), int(line.spent), int(line.available)


def test_a_purchase_is_held_then_ordered_then_paid() -> None:
    line = budget_line(amount=1_000)
    use(line, held=700)
    assert sums(line) == (700, 0, 0, 300)
    use(line, committed=650)
    assert sums(line) == (0, 650, 0, 350)
    use(line, spent=650)
    assert sums(line) == (0, 0, 650, 350)
    use(line)
    assert sums(line) == (0, 0, 0, 1_000)
    assert budget_audit() == []


def test_twice_is_once() -> None:
    line = budget_line(amount=1_000)
    use(line, held=700)
    entries = BudgetEntry.objects.count()
    use(line, held=700)
    assert sums(line) == (700, 0, 0, 300)
    assert BudgetEntry.objects.count() == entries


def test_all_but_a_won_is_taken_and_a_won_more_is_not() -> None:
    line = budget_line(amount=1_000)
    use(line, "request:other", held=1)
    with pytest.raises(BudgetExceeded) as refused:
        use(line, held=1_000)
    assert refused.value.params == {"available": "999", "asked": "1,000"}
    assert sums(line) == (1, 0, 0, 999)
    assert not BudgetUse.objects.filter(reference="request:1").exists()
    use(line, held=999)
    assert sums(line) == (1_000, 0, 0, 0)


def test_what_a_purchase_has_already_counts_for_it() -> None:
    """Ordering for less or the same needs nothing more, even on a full line."""
    line = budget_line(amount=1_000)
    use(line, held=1_000)
    use(line, committed=1_000)
    assert sums(line) == (0, 1_000, 0, 0)
    with pytest.raises(BudgetExceeded):
        use(line, committed=1_001)


def test_it_moves_between_lines() -> None:
    member = agency_member()
    old, new = budget_line(member, 1_000), budget_line(member, 500)
    use(old, held=400)
    use(new, held=300)
    assert (sums(old), sums(new)) == ((0, 0, 0, 1_000), (300, 0, 0, 200))
    assert BudgetUse.objects.get().line_id == new.pk
    assert budget_audit() == []


def test_a_move_to_a_line_that_does_not_reach_leaves_the_old_one() -> None:
    member = agency_member()
    old, new = budget_line(member, 1_000), budget_line(member, 100)
    use(old, held=400)
    with pytest.raises(BudgetExceeded):
        use(new, held=400)
    assert (sums(old), sums(new)) == ((400, 0, 0, 600), (0, 0, 0, 100))
    assert budget_audit() == []


def test_a_closed_line_ends_what_was_begun_and_begins_nothing() -> None:
    member = agency_member()
    line = budget_line(member, 1_000)
    use(line, held=400)
    budget_line_update(line_id=line.pk, actor=actor_of(member.user), is_active=False)
    use(line, committed=380)
    assert sums(line) == (0, 380, 0, 620)
    for amounts in ({"committed": 381}, {"committed": 380, "held": 1}):
        with pytest.raises(BudgetLineClosed):
            use(line, **amounts)
    with pytest.raises(BudgetLineClosed):
        use(line, "request:2", held=1)
    assert sums(line) == (0, 380, 0, 620)


def test_a_line_that_is_not_there() -> None:
    with pytest.raises(NotFound):
        budget_use_set(line_id=0, reference="request:1", actor=SYSTEM, held=Decimal(1))
    assert not BudgetUse.objects.exists()


def test_the_database_holds_the_limit_and_the_past() -> None:
    line = budget_line(amount=1_000)
    use(line, held=400)
    with pytest.raises(IntegrityError), transaction.atomic():
        BudgetLine.objects.filter(pk=line.pk).update(spent=601)
    with pytest.raises(DatabaseError), transaction.atomic():
        BudgetEntry.objects.update(held=0)


def test_the_audit_finds_what_was_bent() -> None:
    line = budget_line(amount=1_000)
    use(line, held=400)
    BudgetLine.objects.filter(pk=line.pk).update(held=399)
    found = [(one.line_id, one.column, one.source, one.line, one.other) for one in budget_audit()]
    assert found == [
        (line.pk, "held", "entries", Decimal(399), Decimal(400)),
        (line.pk, "held", "uses", Decimal(399), Decimal(400)),
    ]
    assert budget_audit(agency_id=line.agency_id + 1) == []


STEPS = st.lists(
    st.tuples(
        st.integers(0, 2), st.integers(0, 3), st.sampled_from(["held", "committed", "spent"]), st.integers(0, 700)
    ),
    max_size=15,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, cuts=st.lists(st.integers(0, 1_200), max_size=3))
def test_whatever_happens_the_books_agree(steps: list[tuple[int, int, str, int]], cuts: list[int]) -> None:
    """Sums of uses = sums of the line = sums of its entries, and never more than was appropriated."""
    with transaction.atomic():
        reset_lock_order()
        member = agency_member()
        lines = [budget_line(member, 1_000) for _ in range(3)]
        for at, purchase, column, amount in steps:
            try:
                with transaction.atomic():
                    use(lines[at], f"request:{purchase}", **{column: amount})
            except BudgetExceeded:
                pass
        for line, cut in zip(lines, cuts, strict=False):
            now = BudgetLine.objects.get(pk=line.pk)
            if cut >= now.held + now.committed + now.spent:
                budget_line_update(line_id=line.pk, actor=actor_of(member.user), appropriated=Decimal(cut))
        assert budget_audit() == []
        for line in BudgetLine.objects.all():
            assert 0 <= line.held + line.committed + line.spent <= line.appropriated
        transaction.set_rollback(True)
