"""The embedded cluster comes up from whatever an earlier start left behind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from launcher.console import Console
from launcher.postgres import Postgres
from launcher.process import StopRequest, Supervisor


@pytest.fixture
def supervisor() -> Iterator[Supervisor]:
    one = Supervisor(StopRequest())
    yield one
    one.stop_all()


def start(folder: Path, supervisor: Supervisor) -> Postgres:
    postgres = Postgres(folder, durable=False)
    postgres.start(supervisor, Console(), "ieum")
    return postgres


def answer(postgres: Postgres, statement: str) -> object:
    with psycopg.connect(postgres.url("ieum"), autocommit=True) as connection:
        row = connection.execute(statement).fetchone()  # type: ignore[call-overload]
        return row[0] if row else None


def test_stale_pid_of_a_stranger_and_a_half_made_cluster(tmp_path: Path, supervisor: Supervisor) -> None:
    folder = tmp_path / "postgres"
    half = folder / "data.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n", encoding="ascii")

    postgres = start(folder, supervisor)
    with psycopg.connect(postgres.url("ieum"), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    supervisor.stop_all()
    assert not (folder / "data" / "postmaster.pid").exists()

    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]) as stranger:
        try:
            lines = [str(stranger.pid), str(folder / "data"), "1", "5432", str(postgres.sockets), "", "1 1", "ready"]
            (folder / "data" / "postmaster.pid").write_text("\n".join(lines) + "\n", encoding="ascii")
            assert answer(start(folder, supervisor), "SELECT answer FROM kept") == 42
            assert stranger.poll() is None
        finally:
            stranger.kill()


def test_left_over_server_is_replaced(tmp_path: Path, supervisor: Supervisor) -> None:
    """A launcher that was killed may leave its server; the next start takes the cluster over."""
    earlier = Supervisor(StopRequest())
    start(tmp_path / "postgres", earlier)
    try:
        postgres = start(tmp_path / "postgres", supervisor)
        assert answer(postgres, "SELECT 1") == 1
        assert earlier.children[0].code() is not None
    finally:
        earlier.stop_all()


def test_path_too_long_for_a_socket(tmp_path: Path, supervisor: Supervisor) -> None:
    postgres = start(tmp_path / ("long-" * 25), supervisor)
    assert postgres.folder not in postgres.sockets.parents
    assert answer(postgres, "SELECT 1") == 1
    supervisor.stop_all()
    assert not postgres.sockets.exists()


def test_korean_sorts_by_its_alphabet_on_every_machine(tmp_path: Path, supervisor: Supervisor) -> None:
    postgres = start(tmp_path / "postgres", supervisor)
    statement = "SELECT string_agg(word, '' ORDER BY word) FROM unnest(ARRAY['하','나','가','다']) AS word"
    assert answer(postgres, statement) == "가나다하"
