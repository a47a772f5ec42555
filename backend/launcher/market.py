"""The running market: servers, data, storefront, and the processes that serve it."""

from __future__ import annotations

import os
import secrets
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from launcher import stripe
from launcher.console import Console
from launcher.postgres import Postgres
from launcher.process import Child, StopRequest, Supervisor, run_or_stop, run_step
from launcher.redis import Redis
from launcher.state import BACKEND, LOGS, PYTHON
from launcher.storefront import Storefront

DATABASE = "ieum"
DEMO_PASSWORD = "ieum-demo-2026"
DEMO_ACCOUNTS = ("citizen", "agency", "vendor", "staff")
READY_SECONDS = 90
FOR_STOREFRONT = ("IEUM_PUBLIC_API_URL", "IEUM_STOREFRONT_URL", "IEUM_SERVICE_TOKEN")


@dataclass(frozen=True)
class Place:
    """Where one market keeps its data and listens. The tests' market has a place of its own."""

    name: str
    folder: Path
    host: str
    api_port: int
    storefront_port: int
    durable: bool = True

    def log(self, what: str) -> Path:
        return LOGS / f"{self.name}-{what}.log"


class Market:
    """One market at one place. Steps in order; each is safe to repeat."""

    def __init__(self, place: Place, console: Console, stop_request: StopRequest, supervisor: Supervisor) -> None:
        self.place = place
        self.console = console
        self.stop_request = stop_request
        self.supervisor = supervisor
        self.env: dict[str, str] = {
            **os.environ,
            "IEUM_STATE_DIR": str(place.folder),
            "PYTHONUNBUFFERED": "1",
            "PYTHONPATH": str(BACKEND),
        }
        self.env.setdefault("IEUM_DEMO_PASSWORD", DEMO_PASSWORD)
        # The storefront calls from this machine and says for whom.
        self.env.setdefault("IEUM_TRUSTED_PROXIES", "127.0.0.0/8,::1/128")
        # The storefront hands in its counts under it; new with every start.
        self.env.setdefault("IEUM_SERVICE_TOKEN", secrets.token_urlsafe(32))
        self.env.setdefault("IEUM_PUBLIC_API_URL", f"http://localhost:{place.api_port}")
        self.env.setdefault("IEUM_STOREFRONT_URL", f"http://localhost:{place.storefront_port}")
        place.folder.mkdir(parents=True, exist_ok=True)

    def start_database(self) -> None:
        self.console.step("데이터베이스 시작", "PostgreSQL")
        if os.environ.get("DATABASE_URL"):
            self.console.done("DATABASE_URL의 서버를 씁니다 · using DATABASE_URL")
            return
        postgres = Postgres(self.place.folder / "postgres", durable=self.place.durable)
        postgres.start(self.supervisor, self.console, DATABASE)
        self.env |= {"DATABASE_URL": postgres.url(DATABASE)}
        self.console.done()

    def start_redis(self) -> None:
        self.console.step("레디스 시작", "Redis")
        if os.environ.get("REDIS_URL"):
            self.console.done("REDIS_URL의 서버를 씁니다 · using REDIS_URL")
            return
        redis = Redis(self.place.folder / "redis")
        redis.start(self.supervisor, self.console)
        self.env["REDIS_URL"] = redis.url()
        self.console.done()

    def migrate(self) -> None:
        self.console.step("표 만들기", "Migrating")
        self._manage("표 만들기(migrate)", "migrate", ["migrate", "--no-input", "--no-color"])
        self.console.done()

    def seed(self, size: str, *, always: bool = False) -> None:
        """Fill the market once. A seed that was killed is not marked as whole, so it runs again."""
        self.console.step("자료 넣기", f"Seeding ({size})")
        if not always and self.is_seeded(size):
            self.console.done("이미 있습니다 · already there")
            return
        self._manage("자료 넣기(seed)", "seed", ["seed", "--size", size])
        self.console.done()

    def is_seeded(self, size: str) -> bool:
        code = run_step(
            [str(PYTHON), "manage.py", "seed", "--check", "--size", size],
            log=self.place.log("seed-check"),
            env=self.env,
            cwd=BACKEND,
            stop_request=self.stop_request,
            console=self.console,
        )
        return code == 0

    def _manage(self, korean: str, name: str, arguments: list[str]) -> None:
        run_or_stop(
            korean,
            f"manage.py {name}",
            [str(PYTHON), "manage.py", *arguments],
            log=self.place.log(name),
            env=self.env,
            cwd=BACKEND,
            stop_request=self.stop_request,
            console=self.console,
            status_of=lambda line: line[:70] or None,
        )

    def start_services(self, storefront: Storefront) -> None:
        self.console.step("서비스 시작", "Starting the services")
        place = self.place
        self.start_stripe()
        api = self.supervisor.start(self.api())
        worker = self.supervisor.start(self.worker())
        self.supervisor.start(self.beat())
        shop = storefront.server(
            host=place.host, port=place.storefront_port, api_port=place.api_port, name=f"{place.name}-storefront"
        )
        shop.env |= {name: self.env[name] for name in FOR_STOREFRONT}
        shop.env.setdefault("IEUM_MAILBOX_URL", f"{self.env['IEUM_PUBLIC_API_URL']}/mailbox/")
        shop.env |= {name: self.env[name] for name in stripe.FOR_STOREFRONT if name in self.env}
        self.supervisor.start(shop)
        host = "127.0.0.1" if place.host in ("0.0.0.0", "::") else place.host
        api_answers = answers(f"http://{host}:{place.api_port}/health/")
        shop_answers = answers(f"http://{host}:{place.storefront_port}/healthz")
        self.supervisor.wait_for(api, api_answers, READY_SECONDS, self.console)
        self.supervisor.wait_for(shop, shop_answers, READY_SECONDS, self.console)
        self.supervisor.wait_for(worker, lambda: b" ready." in worker.log.read_bytes(), READY_SECONDS, self.console)
        self.console.done()

    def start_stripe(self) -> None:
        """Without keys, a stand-in for Stripe on this machine; with keys, nothing."""
        if not stripe.is_wanted():
            return
        emulator = stripe.StripeEmulator(self.place.folder / "stripe", self.place.host, self.place.api_port)
        child = self.supervisor.start(emulator.child(self.place.log("stripe"), self.env))
        self.supervisor.wait_for(child, answers(f"{emulator.url()}/emulator/health"), READY_SECONDS, self.console)
        self.env |= emulator.settings()

    def api(self) -> Child:
        program = [str(PYTHON), "-m", "granian", "--interface", "wsgi", "--host", self.place.host]
        program += ["--port", str(self.place.api_port), "--workers", self.env.get("IEUM_API_WORKERS", "2")]
        program += ["--blocking-threads", "1", "--backpressure", "64", "--respawn-failed-workers"]
        program += ["--workers-kill-timeout", "5", "market.config.wsgi:application"]
        return self._service("API", "api", program)

    def worker(self) -> Child:
        options = ["--concurrency", "1", "--loglevel", "INFO", "--without-gossip", "--without-mingle"]
        return self._service("Celery worker", "worker", celery("worker", *options))

    def beat(self) -> Child:
        schedule = str(self.place.folder / "celerybeat-schedule")
        return self._service("Celery beat", "beat", celery("beat", "--loglevel", "INFO", "--pidfile=", "-s", schedule))

    def _service(self, name: str, log: str, command: list[str]) -> Child:
        return Child(name=name, command=command, log=self.place.log(log), env=self.env, cwd=BACKEND)


def celery(*arguments: str) -> list[str]:
    return [str(PYTHON), "-m", "celery", "-A", "market.config.celery", *arguments]


def answers(url: str) -> Callable[[], bool]:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # our own servers, never through a proxy

    def ask() -> bool:
        try:
            with direct.open(url, timeout=2) as response:
                return bool(response.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    return ask
