"""The launcher's commands, run by the environment's own Python after `entry` made it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from launcher import messages, state, stripe
from launcher.checks import CheckRun
from launcher.console import Console
from launcher.entry import LOCK_VARIABLE, STEPS, guarded
from launcher.market import DATABASE, DEMO_ACCOUNTS, DEMO_PASSWORD, Market, Place
from launcher.postgres import Postgres
from launcher.process import StopRequest, Supervisor
from launcher.redis import Redis
from launcher.storefront import Storefront

RUNNING_NOTE = state.STATE / "running.json"
SIZES = ("full", "small", "million")


def main(arguments: list[str]) -> int:
    command, *rest = arguments
    keep_lock_open()
    console = Console()
    stop_request = StopRequest().listen()
    supervisor = Supervisor(stop_request)
    commands: dict[str, Callable[[], int]] = {
        "run": lambda: run_market(console, stop_request, supervisor),
        "seed": lambda: manage(["seed", "--size", seed_size(), *rest], console, stop_request, supervisor),
        "manage": lambda: manage(rest, console, stop_request, supervisor),
    }
    default = CheckRun(console, stop_request, supervisor).command(command)
    work = commands.get(command, default)

    def with_clean_stop() -> int:
        try:
            return work()
        finally:
            supervisor.announce(console)
            supervisor.stop_all()

    return guarded(with_clean_stop, console)


def keep_lock_open() -> None:
    """The lock taken before exec is ours now; children must not hold it after us."""
    number = os.environ.pop(LOCK_VARIABLE, "")
    if number.isdecimal():
        os.set_inheritable(int(number), False)


def seed_size() -> str:
    size = os.environ.get("IEUM_SEED_SIZE", "").strip() or "full"
    if size not in SIZES:
        raise messages.Stop(
            f"IEUM_SEED_SIZE의 값 {size!r}은(는) {', '.join(SIZES)} 가운데 하나가 아닙니다.",
            f"IEUM_SEED_SIZE is {size!r}, which is none of {', '.join(SIZES)}.",
        )
    return size


def own_place() -> Place:
    return Place(
        name="market",
        folder=state.STATE,
        host=os.environ.get("IEUM_HOST", "").strip() or "127.0.0.1",
        api_port=state.port_from("IEUM_API_PORT", 8000),
        storefront_port=state.port_from("IEUM_STOREFRONT_PORT", 3000),
    )


def run_market(console: Console, stop_request: StopRequest, supervisor: Supervisor) -> int:
    console.total, console.number = STEPS["run"], 1  # the first step, the Python packages, is behind us
    place, size = own_place(), seed_size()
    market = Market(place, console, stop_request, supervisor)
    storefront = Storefront(console, stop_request)
    market.start_database()
    market.start_redis()
    market.migrate()
    market.seed(size)
    storefront.ensure_packages()
    storefront.ensure_build()
    market.start_services(storefront)
    remember_running(market.env)
    try:
        welcome(console, place)
        supervisor.watch()
    finally:
        RUNNING_NOTE.unlink(missing_ok=True)
    supervisor.announce(console)
    supervisor.stop_all()
    console.line("모두 중지했습니다 · Everything is stopped")
    return 0


def remember_running(env: dict[str, str]) -> None:
    """So that `make manage` and `make seed` reach the market while it runs. Holds Redis's password: owner only."""
    RUNNING_NOTE.unlink(missing_ok=True)
    RUNNING_NOTE.touch(mode=0o600)
    names = ("DATABASE_URL", "REDIS_URL", *stripe.SETTINGS)
    with RUNNING_NOTE.open("w", encoding="utf-8") as note:
        note.write(state.note_text({name: env[name] for name in names if name in env}))


def welcome(console: Console, place: Place) -> None:
    shown = "localhost" if place.host in ("127.0.0.1", "0.0.0.0", "::", "::1") else place.host
    shop, api = f"http://{shown}:{place.storefront_port}", f"http://{shown}:{place.api_port}"
    console.line()
    console.line("이음이 열렸습니다 · The market is open")
    console.line(f"  가치소비(시민) · citizens     {shop}/")
    console.line(f"  함께누리(공공) · agencies     {shop}/public")
    console.line(f"  GraphQL                       {api}/graphql/")
    console.line(f"  보냈을 메일 · mails           {api}/mailbox/")
    console.line()
    console.line("견본 계정 · sample accounts")
    for account in DEMO_ACCOUNTS:
        console.line(f"  {account}@ieum.example")
    if os.environ.get("IEUM_DEMO_PASSWORD"):
        console.line("  비밀번호 · password: IEUM_DEMO_PASSWORD")
    else:
        console.line(f"  비밀번호 · password: {DEMO_PASSWORD}")
    if stripe.is_wanted():
        console.line()
        console.line("결제는 테스트 모드(Stripe 에뮬레이터)예요 · payments run in test mode (Stripe emulator)")
        console.line("  시험 카드 · test card: 4242 4242 4242 4242")
    console.line()
    console.line("Ctrl-C로 멈춥니다 · Ctrl-C stops it")


def manage(arguments: list[str], console: Console, stop_request: StopRequest, supervisor: Supervisor) -> int:
    """Django's command line, on the running market or on its servers started for the moment."""
    if "DATABASE_URL" in os.environ:
        return call_manage(arguments, dict(os.environ))
    lock = state.Lock(state.STATE / "run.lock")
    if not lock.take():
        note = state.note_read(RUNNING_NOTE)
        if not note:
            raise messages.Stop(
                "이음이 아직 준비 중입니다. 준비가 끝난 뒤 다시 실행해 주세요.",
                "The market is still being set up; run this again when it is open.",
            )
        return call_manage(arguments, {**os.environ, **note})
    postgres = Postgres(state.STATE / "postgres")
    postgres.start(supervisor, console, DATABASE)
    redis = Redis(state.STATE / "redis")
    redis.start(supervisor, console)
    console.erase()
    return call_manage(arguments, {**os.environ, "DATABASE_URL": postgres.url(DATABASE), "REDIS_URL": redis.url()})


def call_manage(arguments: list[str], env: dict[str, str]) -> int:
    env.setdefault("IEUM_DEMO_PASSWORD", DEMO_PASSWORD)
    command = [str(state.PYTHON), str(Path("manage.py")), *arguments]
    return subprocess.run(command, check=False, cwd=state.BACKEND, env=env).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
