"""Periodic work over many rows."""

from __future__ import annotations

import pytest
from celery import shared_task
from django.db import transaction

from market.config import celery  # noqa: F401 - connects its signals
from market.core.sweeps import one_by_one
from market.orders.locks import orders_for_update
from market.payments.locks import actions_for_update


@shared_task
def breaks_after_locking() -> None:
    with transaction.atomic():
        list(orders_for_update().all())
        raise ValueError("after the lock")


@shared_task
def locks_above() -> int:
    with transaction.atomic():
        return len(actions_for_update().all())


def test_one_that_fails_keeps_no_other_waiting(caplog: pytest.LogCaptureFixture) -> None:
    done: list[int] = []

    def work(key: int) -> bool:
        if key == 2:
            raise ValueError("poisoned")
        done.append(key)
        return True

    assert one_by_one(work, [1, 2, 3]) == 2
    assert done == [1, 3]
    assert "work of 2 failed" in caplog.text


@pytest.mark.django_db
def test_a_task_that_failed_leaves_no_lock_behind() -> None:
    breaks_after_locking.apply()
    assert locks_above.apply().get() == 0
