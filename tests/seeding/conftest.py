"""Markets for the tests: a small one in the database, and the full one as it is planned, before any row is written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction

sys.path.insert(0, str(Path(__file__).resolve().parent))  # for the two modules beside this one

from seeding_plan import FullPlan
from seeding_runs import AS_OF, run_seed


@pytest.fixture(scope="module")
def small_market(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """A small market for the tests of one module; nothing of it remains."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        run_seed("--size", "small", "--as-of", AS_OF.isoformat())
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def full_plan() -> FullPlan:
    return FullPlan(AS_OF)
