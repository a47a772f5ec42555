"""A word to the vendors."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.checkout.models import Checkout
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.core.actor import Actor
from market.core.errors import InvalidInput

LONGEST_NOTE = 1_000


def note_update(*, checkout_id: UUID, note: str, actor: Actor) -> Checkout:
    """Set the buyer's note. Raises NotFound, InvalidInput."""
    if len(note) > LONGEST_NOTE or "\x00" in note:
        raise InvalidInput(
            "customerNote", f"{LONGEST_NOTE}자까지 적을 수 있어요.", f"At most {LONGEST_NOTE} characters."
        )
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        checkout.note = note.strip()
        return checkout_saved(checkout=checkout, fields=("note",))
