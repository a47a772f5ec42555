"""What insight tells the other rooms."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from market.core.events import Event


@dataclass(frozen=True, kw_only=True)
class WeeklyNoteDue(Event):
    """A week is over (``week_start``: its Monday, a Seoul date): the people of the enterprise hear how it went."""

    topic: ClassVar[str] = "insight.weekly_note_due"
    vendor_id: int
    week_start: dt.date

    @property
    def key(self) -> str:
        return f"vendor:{self.vendor_id}"
