"""What accounts must ask of rooms above them. They fill the port in their ``apps.py``."""

from __future__ import annotations

from typing import Protocol

from market.core.actor import Actor


class OwnershipGuard(Protocol):
    """Who may not leave, because an organisation would be left with nobody. Filled by vendors and agencies."""

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


class MembershipKeeper(Protocol):
    """Where somebody belongs to something that outlives the account. Filled by agencies."""

    def memberships_end(self, *, user_id: int, actor: Actor) -> int:
        """End them in the transaction that deletes the account; called before the account is locked. Returns how many ended."""


_keepers: list[MembershipKeeper] = []


def register_membership_keeper(keeper: MembershipKeeper) -> None:
    """Let this room part with somebody before the account is deleted."""
    if keeper not in _keepers:
        _keepers.append(keeper)


def memberships_end(*, user_id: int, actor: Actor) -> int:
    """Everywhere. Returns how many ended."""
    return sum(keeper.memberships_end(user_id=user_id, actor=actor) for keeper in _keepers)
