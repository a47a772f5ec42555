"""In which language to write."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.checkout.models import Checkout
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.core.actor import Actor


def language_update(*, checkout_id: UUID, language_code: str, actor: Actor) -> Checkout:
    """Set the language of mails and papers. Raises NotFound."""
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        checkout.language_code = language_code
        return checkout_saved(checkout=checkout, fields=("language_code",))
