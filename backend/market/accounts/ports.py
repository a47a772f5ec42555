"""What accounts must ask of rooms above them. They fill the port in their ``apps.py``."""

from __future__ import annotations

from typing import Protocol


class OwnershipGuard(Protocol):
    """Who may not leave, because an organisation would be left with nobody. Filled by vendors and procurement."""

    def organization_kept_by(self, user_id: int) -> str | None:
        """The name of an organisation that only this user is in charge of; None where there is none."""


_guards: list[OwnershipGuard] = []


def register_ownership_guard(guard: OwnershipGuard) -> None:
    """Ask this guard, too, before an account is deleted."""
    if guard not in _guards:
        _guards.append(guard)


def organization_kept_by(user_id: int) -> str | None:
    """The first organisation any guard names."""
    return next((name for guard in _guards if (name := guard.organization_kept_by(user_id))), None)
