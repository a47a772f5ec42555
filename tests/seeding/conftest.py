"""Markets for the tests: a small one in the database, and the full one as it is planned, before any row is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))  # for the two modules beside this one

from seeding_plan import FullPlan
from seeding_runs import AS_OF, run_seed


@pytest.fixture
def small_market(db: None) -> None:
    """A small market in the test's own transaction."""
    run_seed("--size", "small", "--as-of", AS_OF.isoformat())


@pytest.fixture(scope="session")
def full_plan() -> FullPlan:
    return FullPlan(AS_OF)
