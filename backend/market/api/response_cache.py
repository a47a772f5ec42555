"""Anonymous catalogue answers, kept by document, variables, Seoul day and catalogue version (docs/adr/0007, 0016).

An answer is kept only when it was read by nobody in particular, has no errors, and every top-level field is one of the catalogue's.
The catalogue version is read from the database for each call, so a change is seen by the next request; prices and stock raise it too.
The day is part of the key: what a certificate opens ends with its last day, without anybody having to say so.
"""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from threading import Lock
from typing import Any

import orjson
from django.conf import settings

from market.core import clock

CATALOGUE_FIELDS = frozenset(
    """
    __typename shop channel channels category categories collection collections product products productVariant productVariants
    productFacets vendor vendors districts certificateKinds dutySchemes valueThemes story stories campaign campaigns page pages pageType
    pageTypes menu menus menuItem addressValidationRules
    """.split()  # noqa: SIM905 - a list of words is easier to read than fifty quotation marks
)

_answers: OrderedDict[str, tuple[float, int, bytes]] = OrderedDict()
_lock = Lock()


def key_of(text: str, variables: dict[str, Any] | None, operation_name: str | None, language: str) -> str:
    """The name of an answer: a new one with each Seoul day."""
    parts = orjson.dumps([text, variables or {}, operation_name, language, clock.today()], option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(parts).hexdigest()


def kept(key: str, version: int) -> bytes | None:
    """The answer kept under the key, if it is of this catalogue version and not too old."""
    with _lock:
        found = _answers.get(key)
        if found is None or found[1] != version or found[0] < time.monotonic():
            return None
        _answers.move_to_end(key)
        return found[2]


def keep(key: str, version: int, body: bytes) -> None:
    with _lock:
        _answers[key] = (time.monotonic() + settings.GRAPHQL_RESPONSE_CACHE_SECONDS, version, body)
        _answers.move_to_end(key)
        while len(_answers) > settings.GRAPHQL_RESPONSE_CACHE_SIZE:
            _answers.popitem(last=False)


def clear() -> None:
    with _lock:
        _answers.clear()


def may_be_kept(fields: list[str]) -> bool:
    return bool(fields) and CATALOGUE_FIELDS.issuperset(fields)
