"""How the market speaks in a letter: Korean or English, to citizens or to agencies; money and time as Korea reads them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from market.core.clock import SEOUL
from market.core.money import quantize

WEEKDAYS = {"ko": "월화수목금토일", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Voice:
    """``voice(korean, english, formal)`` picks the words. Agencies are spoken to in 합니다체 where ``formal`` is given."""

    language: str
    is_public: bool = False

    @property
    def is_korean(self) -> bool:
        return self.language == "ko"

    def __call__(self, korean: str, english: str, formal: str = "") -> str:
        if not self.is_korean:
            return english
        return formal if formal and self.is_public else korean

    def named(self, korean: str, english: str) -> str:
        """A name that may lack its English."""
        return korean if self.is_korean or not english else english

    def money(self, amount: Decimal, currency: str = "KRW") -> str:
        """``12,000원``, ``₩12,000``; other currencies with their code."""
        number = f"{quantize(amount, currency):,}"
        if currency != "KRW":
            return f"{number} {currency}"
        return f"{number}원" if self.is_korean else f"₩{number}"

    def charge(self, amount: Decimal, currency: str = "KRW") -> str:
        """A charge that may be nothing."""
        return self.money(amount, currency) if amount else self("무료", "Free")

    def pieces(self, count: int) -> str:
        if self.is_korean:
            return f"{count:,}개"
        return f"{count:,} {'piece' if count == 1 else 'pieces'}"

    def day(self, moment: dt.datetime) -> str:
        """``2026년 11월 23일 (월)``, ``Mon 23 Nov 2026``, as Seoul sees the day."""
        at = moment.astimezone(SEOUL)
        weekday = WEEKDAYS[self.language][at.weekday()]
        if self.is_korean:
            return f"{at.year}년 {at.month}월 {at.day}일 ({weekday})"
        return f"{weekday} {at.day} {MONTHS[at.month - 1]} {at.year}"

    def moment(self, moment: dt.datetime) -> str:
        """The day with hours and minutes; English says whose time it is."""
        at = moment.astimezone(SEOUL)
        clock = f"{at:%H:%M}"
        return f"{self.day(moment)} {clock}" if self.is_korean else f"{self.day(moment)}, {clock} (Seoul)"

    def deadline(self, moment: dt.datetime) -> str:
        """Short, for where it stands large: ``11월 23일 (월) 14:00까지``."""
        at = moment.astimezone(SEOUL)
        weekday = WEEKDAYS[self.language][at.weekday()]
        if self.is_korean:
            return f"{at.month}월 {at.day}일 ({weekday}) {at:%H:%M}까지"
        return f"{weekday} {at.day} {MONTHS[at.month - 1]}, {at:%H:%M}"

    def span(self, seconds: int) -> str:
        """How long something is good: whole days, hours or minutes."""
        for size, korean, english in ((86_400, "일", "day"), (3_600, "시간", "hour")):
            if seconds >= size and seconds % size == 0:
                count = seconds // size
                return f"{count}{korean}" if self.is_korean else f"{count} {english}{'' if count == 1 else 's'}"
        minutes = max(seconds // 60, 1)
        return f"{minutes}분" if self.is_korean else f"{minutes} minute{'' if minutes == 1 else 's'}"
