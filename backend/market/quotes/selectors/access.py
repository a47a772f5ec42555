"""Who may answer for an enterprise."""

from __future__ import annotations

from market.core.actor import Actor
from market.core.errors import NotFound, PermissionDenied
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import (
    AUTHENTICATED_VENDOR_MEMBER,
    abilities_in,
    role_in,
    vendor_ids_with,
)

ANSWERING = (Ability.HANDLE_ORDERS, Ability.MANAGE_LISTINGS)  # any one of them


def vendor_ids_answering(viewer: Actor) -> list[int]:
    """The enterprises whose quotes the viewer reads and writes, by membership."""
    return sorted({pk for ability in ANSWERING for pk in vendor_ids_with(viewer, ability)})


def ensure_answers_for(vendor_id: int | None, viewer: Actor, *, field: str = "id") -> None:
    """Raises NotFound for another enterprise, as if it did not exist, PermissionDenied for a member who may do neither."""
    if vendor_id is None or role_in(vendor_id, viewer) is None:
        raise NotFound(field)
    if not abilities_in(vendor_id, viewer).intersection(ANSWERING):
        raise PermissionDenied(AUTHENTICATED_VENDOR_MEMBER)
