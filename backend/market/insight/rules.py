"""Words that may be kept, periods that are compared, and which goods a missed search is near to. Pure."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST_WORDS = 60
LONGEST_PERIOD = 731  # days
# What looks like a person's: an address, or a number long enough for a phone, an account or a person.
_PERSONAL = re.compile(r"@|(?:\d[\s.-]?){7,}|https?:|www\.")
_WORD = re.compile(r"\w+")


def clean_words(text: str) -> str | None:
    """The words as they are counted: one form, small letters, single spaces. None for what is none or could name somebody."""
    seen = unicodedata.normalize("NFC", text).lower()
    seen = "".join(letter if letter.isprintable() else " " for letter in seen)
    words = " ".join(seen.split())
    if not _WORD.search(words) or len(words) > LONGEST_WORDS or _PERSONAL.search(words):
        return None
    return words


@dataclass(frozen=True, slots=True)
class Period:
    """Seoul days, both included."""

    start: dt.date
    end: dt.date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def before(self) -> Period:
        """The period of the same length that ends the day before."""
        return Period(self.start - dt.timedelta(days=self.days), self.start - dt.timedelta(days=1))

    def year_before(self) -> Period:
        """The same weekdays 52 weeks ago."""
        return Period(self.start - dt.timedelta(weeks=52), self.end - dt.timedelta(weeks=52))


def week_of(day: dt.date) -> dt.date:
    """The Monday of the day's week."""
    return day - dt.timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class Near:
    """How near a listing comes to what was searched: the words it has and those it lacks."""

    index: int
    found: tuple[str, ...]
    lacking: tuple[str, ...]


def nearest(words: str, texts: Sequence[str]) -> Near | None:
    """The text that holds most of the words, one at least; among equals the first. None where no text holds any.

    A word of two letters or more also counts as found when the text holds it inside another word: Korean words grow at their ends.
    """
    asked = [word for word in words.split() if len(word) >= 2]
    best: Near | None = None
    for index, text in enumerate(texts):
        found = tuple(word for word in asked if word in text)
        if found and (best is None or len(found) > len(best.found)):
            best = Near(index, found, tuple(word for word in asked if word not in found))
    return best


def share(part: int, whole: int) -> float | None:
    """A part of a whole, to four places; None of nothing."""
    return round(part / whole, 4) if whole else None


def growth(now: int, before: int) -> float | None:
    """How much more than before: 0.18 for 18 %. None where there was nothing to compare with."""
    return round(now / before - 1, 4) if before else None


def total(values: Iterable[int]) -> int:
    return sum(values, 0)
