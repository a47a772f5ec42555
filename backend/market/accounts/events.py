"""What accounts tell the other rooms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from market.core.events import Event


@dataclass(frozen=True, kw_only=True)
class AccountRegistered(Event):
    """Somebody opened an account."""

    topic: ClassVar[str] = "accounts.account_registered"
    user_id: int

    @property
    def key(self) -> str:
        return f"user:{self.user_id}"
