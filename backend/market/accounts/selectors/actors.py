"""Turning a user into the actor of a request."""

from __future__ import annotations

from market.accounts.models import StaffGroup, User
from market.core.actor import Actor


def actor_of(user: User, *, language: str, ip_address: str = "") -> Actor:
    """The user as an actor, with the permissions of the staff groups (none for customers)."""
    permissions: set[str] = set()
    if user.is_staff:
        for names in StaffGroup.objects.filter(users=user).values_list("permissions", flat=True):
            permissions.update(names)
    return Actor(
        user_id=user.pk,
        email=user.email,
        is_staff=user.is_staff,
        permissions=frozenset(permissions),
        language=language,
        ip_address=ip_address,
    )
