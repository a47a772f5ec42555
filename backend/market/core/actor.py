"""Who asks. Every request has exactly one actor; selectors and services take it and nothing else of the request."""

from __future__ import annotations

from dataclasses import dataclass, field

from market.core.errors import PermissionDenied


@dataclass(frozen=True, slots=True)
class Actor:
    """The one on whose behalf something happens.

    ``permissions`` are Saleor permission names (``MANAGE_ORDERS``); ``vendor_ids`` and ``agency_ids`` the organisations the
    user is an active member of, filled in by the rooms that know them.
    """

    user_id: int | None = None
    email: str = ""
    is_staff: bool = False
    permissions: frozenset[str] = field(default_factory=frozenset)
    language: str = "ko"
    ip_address: str = ""

    @property
    def is_authenticated(self) -> bool:
        return self.user_id is not None

    @property
    def signed_in_id(self) -> int:
        """The user's key. Raises PermissionDenied when nobody is signed in."""
        if self.user_id is None:
            raise PermissionDenied("AUTHENTICATED_USER")
        return self.user_id

    def has_permission(self, *names: str) -> bool:
        """Whether the actor holds one of the named permissions."""
        return bool(self.permissions.intersection(names))


ANONYMOUS = Actor()
SYSTEM = Actor(email="system", is_staff=True)
