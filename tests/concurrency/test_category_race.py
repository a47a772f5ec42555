"""Branches of the category tree moved at once, on real connections: never a cycle, and every path is right."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

from factories.catalog import CategoryFactory
from market.catalog import locks
from market.catalog.models import Category
from market.catalog.services import category_save
from market.catalog.services.category_save import category_create, category_move
from market.core.actor import SYSTEM
from market.core.errors import InvalidInput

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]


def ensure_tree_is_right() -> None:
    """Every path ends in the row itself and goes through its parent's."""
    rows = {row.pk: row for row in Category.objects.all()}
    for row in rows.values():
        above = list(rows[row.parent_id].path) if row.parent_id else []
        assert list(row.path) == [*above, row.pk], row.slug
        assert row.level == len(above), row.slug


def move(category: Category, parent: Category) -> Category:
    return category_move(actor=SYSTEM, category_id=category.pk, parent_id=parent.pk)


def swap_many(race: Race, pairs: int) -> list[Any]:
    """In each pair, each is moved below the other at once."""
    tasks = []
    for _ in range(pairs):
        one, two = CategoryFactory(), CategoryFactory()
        tasks += [functools.partial(move, one, two), functools.partial(move, two, one)]
    return race(tasks)


def test_two_that_go_below_each_other_make_no_cycle(race: Race) -> None:
    answers = swap_many(race, pairs=6)
    assert sum(isinstance(answer, Category) for answer in answers) == 6
    assert sum(isinstance(answer, InvalidInput) for answer in answers) == 6
    ensure_tree_is_right()


def test_a_category_made_below_a_moving_branch_lands_where_the_branch_went(race: Race) -> None:
    branch, home = CategoryFactory(), CategoryFactory()
    made = [
        functools.partial(category_create, actor=SYSTEM, values={"name": f"New {number}"}, parent_id=branch.pk)
        for number in range(5)
    ]
    answers = race([*made, functools.partial(move, branch, home), *made])
    assert all(isinstance(answer, Category) for answer in answers), answers
    assert Category.objects.filter(path__contains=[home.pk, branch.pk]).count() == 11
    ensure_tree_is_right()


def test_without_the_lock_the_race_would_be_lost(race: Race, monkeypatch: Any) -> None:
    """The negative control: read without a lock and wait for the other, and both go below each other."""
    import threading

    barrier = threading.Barrier(2, timeout=20)

    def unlocked() -> Any:
        rows = list(Category.objects.order_by("pk"))
        barrier.wait()
        return rows

    assert category_save.category_tree_for_update is locks.category_tree_for_update
    monkeypatch.setattr(category_save, "category_tree_for_update", unlocked)
    one, two = CategoryFactory(), CategoryFactory()
    answers = race([functools.partial(move, one, two), functools.partial(move, two, one)])
    assert all(isinstance(answer, Category) for answer in answers), answers
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.parent_id, two.parent_id) == (two.pk, one.pk)
