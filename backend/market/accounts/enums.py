"""Closed lists of accounts."""

from __future__ import annotations

from enum import StrEnum


class TokenPurpose(StrEnum):
    """What the token of a mail is good for, and nothing else."""

    CONFIRM_ACCOUNT = "confirm-account"
    RESET_PASSWORD = "reset-password"  # noqa: S105 - a name, no secret
    CHANGE_EMAIL = "change-email"
    DELETE_ACCOUNT = "delete-account"
