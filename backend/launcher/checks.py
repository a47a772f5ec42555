"""`make test` and its parts: every check in turn, each to its end, and one summary."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from launcher import messages
from launcher.browser import ensure_browser
from launcher.console import Console
from launcher.entry import STEPS
from launcher.market import DATABASE, Market, Place
from launcher.postgres import Postgres
from launcher.process import StopRequest, Supervisor, run_step
from launcher.redis import Redis
from launcher.state import BACKEND, LOGS, PROJECT, PYTHON, STATE, STOREFRONT, free_port, tail_of
from launcher.storefront import Storefront, node_environment, npm

TEST_FOLDER = STATE / "test"
HOME_OF_TESTS = STATE / "cache" / "tests"  # what tools leave in their working folder stays out of the sources
BENCH_FOLDER = STATE / "bench"
PERCENT = re.compile(r"\[\s*(\d+)%\]")
COUNTS = re.compile(r"^=* ?((?:\d+ [a-z]+(?:, )?)+) in [\d.]+s")
SKIPPED = re.compile(r"\b\d+ skipped\b")
WITH_MARKET = "journey or seeded"


@dataclass(frozen=True)
class Check:
    """One check. `command` is made late, because some need servers that an earlier one started."""

    korean: str
    english: str
    name: str
    command: Callable[[], list[str]]
    cwd: Path = BACKEND


@dataclass(frozen=True)
class Result:
    check: Check
    passed: bool
    seconds: float
    note: str


class CheckRun:
    """Runs checks one after the other and keeps what came of them."""

    def __init__(self, console: Console, stop_request: StopRequest, supervisor: Supervisor) -> None:
        self.console = console
        self.stop_request = stop_request
        self.supervisor = supervisor
        self.results: list[Result] = []
        self.env = tool_environment()
        self.chromium = ""

    def command(self, name: str) -> Callable[[], int]:
        groups: dict[str, list[Callable[[], None]]] = {
            "lint": [self.lint, self.imports],
            "types": [self.types],
            "storefront-check": [self.storefront],
            "backend-test": [self.servers, self.contracts, self.backend_tests],
            "test": [
                self.lint, self.types, self.imports, self.servers, self.contracts,
                self.storefront, self.browser, self.backend_tests, self.market_tests,
            ],
        }  # fmt: skip
        if name == "bench":
            return self.bench
        return lambda: self.all_of(groups[name], total=STEPS.get(name, 0))

    def all_of(self, parts: list[Callable[[], None]], total: int) -> int:
        self.console.total = total
        self.console.number = 1 if total else 0  # the Python packages were the first step
        for part in parts:
            part()
        return self.summary()

    def lint(self) -> None:
        # Paths in the configuration count from the folder ruff is called in, here the one that holds the tests too.
        first_party = "src = ['backend', 'tests', 'tests/launcher']"
        config = ["--config", str(BACKEND / "pyproject.toml"), "--config", first_party, *sources()]
        self.check("코드 규칙", "ruff check", "ruff", lambda: tool("ruff", "check", *config), PROJECT)
        shape = tool("ruff", "format", "--check", *config)
        self.check("코드 모양", "ruff format", "ruff-format", lambda: shape, PROJECT)

    def types(self) -> None:
        self.check(
            "자료형", "mypy", "mypy", lambda: tool("mypy", "-p", "market", "-p", "launcher", "-p", "stripe_emulator")
        )

    def imports(self) -> None:
        program = [str(PYTHON.parent / "lint-imports"), "--cache-dir", str(STATE / "cache" / "imports")]
        self.check("방의 순서", "lint-imports", "imports", lambda: program)

    def contracts(self) -> None:
        self.check("마이그레이션 완전성", "makemigrations --check", "makemigrations",
                   lambda: manage("makemigrations", "--check", "--dry-run"))  # fmt: skip
        self.check("스키마 최신", "export_schema --check", "schema", lambda: manage("export_schema", "--check"))

    def storefront(self) -> None:
        storefront = Storefront(self.console, self.stop_request)
        storefront.ensure_packages()
        self.check("스토어프런트 검사", "npm run check", "storefront", lambda: npm("run", "check"), STOREFRONT)

    def servers(self) -> None:
        """A cluster and a Redis of the tests' own, new each time, so that a running market is not disturbed."""
        self.console.step("시험용 서버 시작", "Servers for the tests")
        shutil.rmtree(TEST_FOLDER / "postgres", ignore_errors=True)
        postgres = Postgres(TEST_FOLDER / "postgres", durable=False, max_connections=200)
        postgres.start(self.supervisor, self.console, DATABASE)
        redis = Redis(TEST_FOLDER / "redis")
        redis.start(self.supervisor, self.console)
        self.env |= {
            "DATABASE_URL": postgres.url(DATABASE),
            "REDIS_URL": redis.socket_url(),
            "CELERY_BROKER_URL": redis.url(),
            "IEUM_STATE_DIR": str(TEST_FOLDER),
        }
        self.console.done()

    def backend_tests(self) -> None:
        arguments = ["-n", os.environ.get("IEUM_TEST_PROCESSES", "2"), "-m", f"not bench and not ({WITH_MARKET})"]
        self.check("시험", "pytest", "pytest", lambda: pytest(*arguments), HOME_OF_TESTS)

    def browser(self) -> None:
        """Before the tests of the backend: one of them asks the API from a page of another origin."""
        self.console.step("브라우저 준비", "Browser")
        self.chromium = ensure_browser(self.console, self.stop_request)
        self.console.done(self.chromium)

    def market_tests(self) -> None:
        """Stories in a browser, and questions to a market of full size."""
        market = self.market_at(TEST_FOLDER, "test", Storefront(self.console, self.stop_request))
        env = {**market.env, "IEUM_CHROMIUM": self.chromium}
        self.check("살아 있는 장터 시험", "pytest on a running market", "pytest-market",
                   lambda: pytest("-m", WITH_MARKET), HOME_OF_TESTS, env)  # fmt: skip

    def market_at(self, folder: Path, name: str, storefront: Storefront) -> Market:
        place = Place(name, folder, "127.0.0.1", free_port(), free_port(), durable=False)
        market = Market(place, self.console, self.stop_request, self.supervisor)
        market.env |= {key: value for key, value in self.env.items() if key not in ("DJANGO_SETTINGS_MODULE",)}
        market.migrate()
        market.seed(os.environ.get("IEUM_SEED_SIZE", "full"))
        storefront.ensure_build()
        market.start_services(storefront)
        return market

    def bench(self) -> int:
        """Measurements on servers of their own, printed as they come. Durable, as a real server is."""
        storefront = Storefront(self.console, self.stop_request)
        storefront.ensure_packages()
        postgres = Postgres(BENCH_FOLDER / "postgres")
        self.console.step("데이터베이스 시작", "PostgreSQL")
        postgres.start(self.supervisor, self.console, DATABASE)
        redis = Redis(BENCH_FOLDER / "redis")
        redis.start(self.supervisor, self.console)
        self.console.done()
        self.env |= {
            "DATABASE_URL": postgres.url(DATABASE),
            "REDIS_URL": redis.url(),
            "IEUM_STATE_DIR": str(BENCH_FOLDER),
        }
        market = self.market_at(BENCH_FOLDER, "bench", storefront)
        self.console.step("성능 측정", "Bench")
        return run_step(
            pytest("-m", "bench", "-s", "-q", "-o", "norecursedirs=node_modules", folder="bench"),
            log=LOGS / "bench.log", env=market.env, cwd=HOME_OF_TESTS,
            stop_request=self.stop_request, console=self.console, echo=True,
        )  # fmt: skip

    def check(
        self, korean: str, english: str, name: str, command: Callable[[], list[str]],
        cwd: Path = BACKEND, env: dict[str, str] | None = None,
    ) -> None:  # fmt: skip
        check = Check(korean, english, name, command, cwd)
        self.console.step(korean, english)
        log = LOGS / f"check-{name}.log"
        code = run_step(
            command(), log=log, env=env or self.env, cwd=cwd,
            stop_request=self.stop_request, console=self.console, status_of=percent_in,
        )  # fmt: skip
        lines = tail_of(log, 80)
        note = next((match[1] for line in reversed(lines) if (match := COUNTS.match(line))), "")
        passed = code == 0
        if passed and os.environ.get("CI") and SKIPPED.search(note):
            passed, note = False, f"{note} (CI에서는 건너뛸 수 없습니다 · nothing may be skipped in CI)"
        self.results.append(Result(check, passed, self.console.seconds(), note))
        if passed:
            self.console.done(note)
            return
        self.console.line(f"✗ {korean} · {english}  {note}  ({log})")
        for line in lines:
            self.console.line(f"    | {line}")

    def summary(self) -> int:
        self.console.line()
        for result in self.results:
            mark = "✓" if result.passed else "✗"
            title = f"{result.check.korean} · {result.check.english}"
            self.console.line(f"{mark} {result.seconds:7.1f} s  {title}  {result.note}".rstrip())
        failed = [result.check.english for result in self.results if not result.passed]
        self.supervisor.announce(self.console)
        self.supervisor.stop_all()
        if failed:
            raise messages.Stop(
                f"검사 {len(self.results)}개 가운데 {len(failed)}개가 실패했습니다: {', '.join(failed)}",
                f"{len(failed)} of {len(self.results)} checks failed: {', '.join(failed)}",
            )
        self.console.line(f"✓ 검사 {len(self.results)}개를 모두 통과했습니다 · all {len(self.results)} checks passed")
        return 0


def tool_environment() -> dict[str, str]:
    """Tools keep their caches in the state folder, not beside the sources."""
    cache = STATE / "cache"
    return node_environment() | {
        "PYTHONPATH": str(BACKEND),
        "PYTHONUNBUFFERED": "1",
        "DJANGO_SETTINGS_MODULE": "market.config.settings.test",
        "IEUM_STATE_DIR": str(TEST_FOLDER),
        "RUFF_CACHE_DIR": str(cache / "ruff"),
        "MYPY_CACHE_DIR": str(cache / "mypy"),
    }


def sources() -> list[str]:
    return [name for name in ("backend", "tests", "catalog-seeds") if (PROJECT / name).is_dir()]


def tool(name: str, *arguments: str) -> list[str]:
    return [str(PYTHON), "-m", name, *arguments]


def manage(*arguments: str) -> list[str]:
    return [str(PYTHON), "manage.py", *arguments]


def pytest(*arguments: str, folder: str = "") -> list[str]:
    config = ["-c", str(BACKEND / "pyproject.toml"), "-o", f"cache_dir={STATE / 'cache' / 'pytest'}"]
    HOME_OF_TESTS.mkdir(parents=True, exist_ok=True)
    return tool("pytest", *config, "--color=no", *arguments, str(PROJECT / "tests" / folder))


def percent_in(line: str) -> str | None:
    match = PERCENT.search(line)
    return f"{match[1]} %" if match else None
