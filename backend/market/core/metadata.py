"""Metadata that clients write on their own account and addresses."""

from __future__ import annotations

from collections.abc import Mapping

from market.core.errors import InvalidInput, Required

MOST_ENTRIES, LONGEST_KEY, LONGEST_VALUE = 100, 256, 32_768


def metadata_clean(*, kept: Mapping[str, str] | None = None, given: Mapping[str, str] | None) -> dict[str, str]:
    """What is kept with what is given laid over it. Raises Required for an empty key, InvalidInput for what cannot be stored."""
    given = given or {}
    if any(not key.strip() for key in given):
        raise Required("metadata")
    together = {**(kept or {}), **given}
    too_long = any(len(key) > LONGEST_KEY or len(value) > LONGEST_VALUE for key, value in given.items())
    if too_long or len(together) > MOST_ENTRIES or any("\x00" in text for entry in given.items() for text in entry):
        raise InvalidInput("metadata", "저장할 수 없는 메타데이터예요.", "This metadata cannot be stored.")
    return together
