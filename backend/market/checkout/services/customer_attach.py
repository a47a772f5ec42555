"""Whose checkout it is."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.checkout.errors import HeldLinesStay
from market.checkout.models import Checkout
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.core.actor import Actor
from market.core.errors import PermissionDenied


def customer_attach(*, checkout_id: UUID, actor: Actor) -> Checkout:
    """Make a guest's checkout the actor's own; mails go to the actor from now on. Raises NotFound for somebody else's checkout."""
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        if checkout.user_id not in (None, actor.user_id):
            raise PermissionDenied
        checkout.user_id, checkout.email = actor.user_id, actor.email
        return checkout_saved(checkout=checkout, fields=("user", "email"))


def customer_detach(*, checkout_id: UUID, actor: Actor) -> Checkout:
    """Make the actor's checkout a guest's. Raises NotFound, PermissionDenied where it is a guest's already, HeldLinesStay."""
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        if checkout.user_id != actor.user_id:
            raise PermissionDenied
        if checkout.lines.filter(held_unit_price__isnull=False).exists():
            raise HeldLinesStay("id")
        checkout.user = None
        return checkout_saved(checkout=checkout, fields=("user",))
