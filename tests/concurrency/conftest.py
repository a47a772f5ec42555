"""Races need connections that really commit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from typing import Any

import pytest
from django.db import connections

from factories.certificates import law  # noqa: F401
from factories.payments import stripe_shop  # noqa: F401
from factories.stripe import stripe_client, stripe_emulator, stripe_emulator_process  # noqa: F401

AT_ONCE = 16


@pytest.fixture
def race(transactional_db: None) -> Callable[[Sequence[Callable[[], Any]]], list[Any]]:
    """Run callables in threads, so many at a time, each with its own connection; exceptions are answers, too."""

    def one(task: Callable[[], Any]) -> Any:
        try:
            return Context().run(task)
        except Exception as error:
            return error
        finally:
            connections.close_all()

    def run(tasks: Sequence[Callable[[], Any]]) -> list[Any]:
        with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
            return list(pool.map(one, tasks))

    return run
