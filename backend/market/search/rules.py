"""How text becomes tokens, and words a question. The two sides must agree, so they stand side by side.

Korean has no reliable spaces: 쌀겨비누 and 쌀겨 비누 are one thing. So each Hangul run also stands as its overlapping pairs of syllables
(쌀겨, 겨비, 비누), and a searched run asks for its pairs. No dictionary and no extension of PostgreSQL is needed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MOST_WORDS = 12
MOST_LETTERS = 40
RUN = re.compile(r"[가-힣]+|[一-龥]+|[0-9a-zà-öø-ɏ]+")


@dataclass(frozen=True)
class Question:
    """Texts of two tsqueries: every word must be found (``strict``), or any piece of one (``loose``, also used to rank)."""

    strict: str
    loose: str


def question_of(words: str) -> Question | None:
    """The question that the words ask; none when they hold nothing to search by."""
    runs = RUN.findall(unicodedata.normalize("NFKC", words[:1000]).lower())[:MOST_WORDS]
    if not runs:
        return None
    runs = [run[:MOST_LETTERS] for run in runs]
    # A lone digit or letter says too little to be a reason of its own: "(1)" would find every pack of ten.
    telling = [run for run in runs if not _is_lone_sign(run)] or runs
    pieces = dict.fromkeys(piece for run in telling for piece in (_beginning(run), *pairs_of(run)))
    return Question(strict=" & ".join(_strict(run) for run in runs), loose=" | ".join(pieces))


def _strict(run: str) -> str:
    """The run itself or something that begins with it, or all of its pairs."""
    pairs = pairs_of(run)
    return f"({_beginning(run)} | ({' & '.join(pairs)}))" if len(pairs) > 1 else _beginning(run)


def _is_lone_sign(run: str) -> bool:
    return len(run) == 1 and not "가" <= run <= "힣"


def _beginning(run: str) -> str:
    """The run or a longer word that begins with it; a lone digit or letter stands for itself only."""
    return f"'{run}'" if _is_lone_sign(run) else f"'{run}':*"


def pairs_of(run: str) -> list[str]:
    """The overlapping pairs of syllables of a Hangul run, as lexemes of a tsquery."""
    if not "가" <= run[0] <= "힣":
        return []
    return [f"'{run[i : i + 2]}'" for i in range(len(run) - 1)]


def tokens_sql(text: str, *, with_pairs: bool, across_spaces: bool = False) -> str:
    """SQL of the tokens of a text expression, as text that ``to_tsvector('simple', …)`` splits at spaces.

    Pairs cost time, so long texts go without: their words are found by how they begin. ``across_spaces`` adds the pairs that
    bridge two words, so that what was written with spaces is found without.
    """
    plain = f"lower(normalize({text}, NFKC))"
    if not with_pairs:
        return plain
    clean = plain
    for pattern, into in (
        ("[^0-9a-zà-öø-ɏ가-힣一-龥]+", " "),
        ("([^가-힣 ])([가-힣])", r"\1 \2"),
        ("([가-힣])([^가-힣 ])", r"\1 \2"),
    ):
        clean = f"regexp_replace({clean}, '{pattern}', '{into}', 'g')"
    squeezed = f"regexp_replace({clean}, '([가-힣]) (?=[가-힣])', '\\1', 'g')" if across_spaces else clean
    first = f"regexp_replace({squeezed}, '([가-힣]{{2}})', '\\1 ', 'g')"
    shifted = f"regexp_replace({squeezed}, '(^|[^가-힣])[가-힣]', '\\1', 'g')"
    second = f"regexp_replace({shifted}, '([가-힣]{{2}})', '\\1 ', 'g')"
    return f"{clean} || ' ' || {first} || ' ' || {second}"
