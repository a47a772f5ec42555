"""When a mail is tried again, in which language it speaks, and what its words may hold. Pure."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

MAX_ATTEMPTS = 10  # with the pauses below: about eight and a half hours
FIRST_PAUSE = dt.timedelta(seconds=30)
LEASE = dt.timedelta(minutes=5)  # so long a worker may take from claiming a mail to handing it over
POSTPONEMENT = dt.timedelta(seconds=30)
LONGEST_PIECE = 200  # letters of one text that a person has typed

# Written right to left, or not written at all: such letters can make a text look like another.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


def pause_after(attempts: int) -> dt.timedelta:
    """How long to wait after so many failed attempts: 30 seconds, doubled each time."""
    return FIRST_PAUSE * 2 ** max(attempts - 1, 0)


def is_worth_another_try(attempts: int) -> bool:
    return attempts < MAX_ATTEMPTS


def language_of(code: str) -> str:
    """English for any English, else Korean, the language of the market."""
    return "en" if code.lower().replace("_", "-").split("-")[0] == "en" else "ko"


def option_told(option: str, product: str) -> str:
    """The name of a variant where it says something: nothing for the only one of a product. The storefront asks the same."""
    return "" if option in (product, "기본") or option.lower() == "standard" else option


def one_line(text: str, longest: int = LONGEST_PIECE) -> str:
    """The text as one line that shows what it holds: no breaks, no control or invisible characters, not endless."""
    seen = "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
    line = " ".join(_UNSEEN.sub("", seen).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
