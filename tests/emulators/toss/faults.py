"""What can go wrong between a merchant and Toss, as tests ask for it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

LONGEST_HOLD = 30.0  # seconds; no test hangs


@dataclass
class Faults:
    """By a part of the path: how many answers are lost after the call was carried out, which errors come next, and what is held up."""

    is_down: bool = False
    drops: dict[str, int] = field(default_factory=dict)
    holds: dict[str, threading.Event] = field(default_factory=dict)
    errors: dict[str, list[str]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def drops_answer(self, path: str) -> bool:
        with self.lock:
            for part, left in self.drops.items():
                if part in path and left > 0:
                    self.drops[part] = left - 1
                    return True
        return False

    def hold(self, path: str) -> None:
        """Stay until the test lets go."""
        for part, release in list(self.holds.items()):
            if part in path:
                release.wait(LONGEST_HOLD)

    def error_of(self, path: str) -> str | None:
        with self.lock:
            for part, codes in self.errors.items():
                if part in path and codes:
                    return codes.pop(0)
        return None
