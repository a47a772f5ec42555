"""Given attribute values as plain JSON, and back: what waits in a proposal is kept as it was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from market.core.clock import SEOUL


def plain_given(given: Mapping[str, Any]) -> dict[str, Any]:
    """One attribute's ``given`` (see ``attribute_values_take``) without its ``attribute_id``, dates as text."""
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in given.items()
        if name != "attribute_id" and value is not None
    }


def revived(payload: Mapping[str, Any]) -> dict[str, Any]:
    """What ``attribute_values_take`` reads."""
    given = dict(payload)
    if isinstance(given.get("date"), str):
        given["date"] = dt.date.fromisoformat(given["date"])
    if isinstance(given.get("date_time"), str):
        given["date_time"] = dt.datetime.fromisoformat(given["date_time"])
    return given


def moment_of(text: Any) -> dt.datetime | None:
    """An instant kept as text; one without a zone is Seoul's."""
    if text is None or isinstance(text, dt.datetime):
        return text
    moment = dt.datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=SEOUL)
