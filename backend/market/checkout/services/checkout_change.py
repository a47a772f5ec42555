"""The frame of every change to a checkout: lock, change, price afresh, remember what the buyer is told."""

from __future__ import annotations

from uuid import UUID

from market.checkout.events import CheckoutTotalChanged
from market.checkout.locks import checkouts_for_update
from market.checkout.models import Checkout
from market.checkout.selectors.checkout_get import reachable
from market.checkout.selectors.pricing import Pricing, pricing_get
from market.core import outbox
from market.core.actor import Actor
from market.core.errors import NotFound


def checkout_locked(*, checkout_id: UUID, actor: Actor) -> Checkout:
    """The checkout, locked and read after the lock. Raises NotFound where the actor may not reach it."""
    checkout = checkouts_for_update().filter(reachable(actor), pk=checkout_id).first()
    if checkout is None:
        raise NotFound("id")
    return checkout


def checkout_saved(*, checkout: Checkout, fields: tuple[str, ...] = (), pricing: Pricing | None = None) -> Checkout:
    """Save the changed fields of a locked checkout with the total that its answer will show; the pricing comes along with it."""
    checkout.pricing = pricing or pricing_get(checkout=checkout)  # type: ignore[attr-defined]
    total = checkout.pricing.total.gross.amount  # type: ignore[attr-defined]
    if checkout.payment_means and checkout.shown_total != total:
        outbox.publish(CheckoutTotalChanged(checkout_id=checkout.pk))  # an attempt to pay the old total must not go on
    checkout.shown_total = total
    checkout.save(update_fields=[*fields, "shown_total", "updated_at"])
    return checkout
