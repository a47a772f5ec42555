"""Whom to write to."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.checkout.models import Checkout
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.checkout.services.email_check import email_check
from market.core.actor import Actor


def email_update(*, checkout_id: UUID, email: str, actor: Actor) -> Checkout:
    """Set the e-mail address. Raises NotFound, Required, InvalidInput."""
    tidy = email_check(email)
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        checkout.email = tidy
        return checkout_saved(checkout=checkout, fields=("email",))
