"""Names that the law keeps for those who are certified. Pure.

Using 사회적기업, or a name alike, without certification is forbidden (사회적기업 육성법 §19, fine of up to 10 million won §23); so is
(사회적)협동조합 for who is none (협동조합 기본법 §3②). A designation as 예비 is no certification.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from market.vendors.errors import UnprovenClaim

PRELIMINARY = frozenset({"PRE_SOCIAL_REGIONAL", "PRE_SOCIAL_MINISTRY"})
CERTIFIED = frozenset({"SOCIAL_ENTERPRISE"})
# (what is written, by which one may be written by whom who holds one of these kinds); the longer name first, each found is taken out.
RULES: tuple[tuple[re.Pattern[str], str, frozenset[str]], ...] = (
    (re.compile(r"예비\w{0,6}?사회적기업"), "예비사회적기업", PRELIMINARY | CERTIFIED),
    (
        re.compile(r"(?:preliminary|precertified|prospective|pre)socialenterprises?"),
        "preliminary social enterprise",
        PRELIMINARY | CERTIFIED,
    ),
    (re.compile(r"사회적기업"), "사회적기업", CERTIFIED),
    (re.compile(r"socialenterprises?"), "social enterprise", CERTIFIED),
    (re.compile(r"사회적협동조합"), "사회적협동조합", frozenset({"SOCIAL_COOP"})),
    (re.compile(r"socialcooperatives?"), "social cooperative", frozenset({"SOCIAL_COOP"})),
)


def ensure_no_unproven_claim(text: str, *, held: Collection[str], field: str) -> None:
    """``held``: codes of the certificates that count today. Raises UnprovenClaim for the first name that none of them proves."""
    squeezed = _squeezed(text)
    for pattern, word, kinds in RULES:
        squeezed, found = pattern.subn("|", squeezed)
        if found and kinds.isdisjoint(held):
            raise UnprovenClaim(field, word=word)


def _squeezed(text: str) -> str:
    """Only letters and digits, composed and in lower case: spaces, points or hidden letters between syllables hide nothing."""
    whole = unicodedata.normalize("NFKC", text).lower()
    return "".join(letter for letter in whole if letter.isalnum())
