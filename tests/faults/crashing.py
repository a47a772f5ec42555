"""Killing a process between any two of its steps.

A step is a call of, or a return from, a function of ours that serves, decides or speaks to a provider. The work runs in a forked child
that counts its steps and, at the chosen one, gets the signal that nothing can catch; what it had committed stays, all else is gone.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from types import FrameType

from django.db import connections

from market.core.locks import reset_lock_order

ROOMS = ("payments", "checkout", "orders", "promotions", "inventory", "core")
LAYERS = ("services", "flows", "gateways", "selectors")
FAILED = 17


def is_step(frame: FrameType) -> bool:
    """Whether the frame is of a function that reads, writes or speaks outside in one of the rooms on the way of money."""
    name = frame.f_globals.get("__name__", "")
    parts = name.split(".")
    if len(parts) < 3 or parts[0] != "market" or parts[1] not in ROOMS:
        return False
    return parts[2] in LAYERS or name == "market.core.outbox"


def steps_of(work: Callable[[], object]) -> int:
    """How many steps the work has, run to its end in this process."""
    return _run(work, kill_at=None)


def run_killed(work: Callable[[], object], at: int) -> bool:
    """Run the work in a child that is killed at this step. Returns whether it was killed (not: had ended before).

    Raises AssertionError when the work failed of its own.
    """
    connections.close_all()  # the child must not speak on our connections, nor close them for us
    child = os.fork()
    if child == 0:
        _in_child(work, at)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0, "the work failed before it could be killed"
    return False


def _in_child(work: Callable[[], object], at: int) -> None:
    code = FAILED
    try:
        _run(work, kill_at=at)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _run(work: Callable[[], object], *, kill_at: int | None) -> int:
    count = 0

    def watch(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        if event not in ("call", "return") or not is_step(frame):
            return
        count += 1
        if count == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    reset_lock_order()
    sys.setprofile(watch)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
