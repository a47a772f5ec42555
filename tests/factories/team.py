"""People of an enterprise as actors, for tests of who may do what there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from factories.accounts import UserFactory
from factories.vendors import SellerFactory, member_of
from market.accounts.models import User
from market.core.actor import Actor
from market.core.locks import reset_lock_order
from market.core.models import AuditEntry, OutboxEvent
from market.core.permissions import MANAGE_VENDORS
from market.vendors.models import Vendor, VendorMember, VendorRole

T = TypeVar("T")


def acting(user: User, *permissions: str) -> Actor:
    return Actor(
        user_id=user.pk,
        email=user.email,
        is_staff=bool(permissions),
        permissions=frozenset(permissions),
        ip_address="127.0.0.9",
    )


def owner_of(vendor: Vendor | None = None) -> tuple[Vendor, Actor]:
    """An enterprise with its owner."""
    selling = vendor or SellerFactory()
    return selling, acting(member_of(selling))


def clerk_of(vendor: Vendor) -> Actor:
    return acting(member_of(vendor, VendorRole.CLERK))


def manager_of(vendor: Vendor) -> Actor:
    return acting(member_of(vendor, VendorRole.MANAGER))


def desk_clerk() -> Actor:
    """Staff who manage enterprises."""
    return acting(UserFactory(is_staff=True), MANAGE_VENDORS)


def membership(vendor: Vendor, actor: Actor) -> VendorMember:
    return VendorMember.objects.get(vendor=vendor, user_id=actor.user_id)


def once(service: Callable[..., T], **arguments: object) -> T:
    """A call as a request makes it: with a clean record of locks."""
    reset_lock_order()
    return service(**arguments)


def told() -> list[str]:
    """Names of all events of the room so far, oldest first."""
    rows = OutboxEvent.objects.filter(topic__startswith="vendors.").order_by("id")
    return [topic.removeprefix("vendors.") for topic in rows.values_list("topic", flat=True)]


def noted() -> list[str]:
    """Actions in the audit log so far, oldest first."""
    rows = AuditEntry.objects.filter(action__startswith="vendors.").order_by("id")
    return [action.removeprefix("vendors.") for action in rows.values_list("action", flat=True)]
