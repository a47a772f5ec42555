"""What the payment side knows of a checkout's money."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.checkout.locks import checkouts_for_update
from market.checkout.models import Checkout
from market.orders.enums import PaymentMeans


@transaction.atomic
def checkout_funds_set(
    *, checkout_id: UUID, charged: Decimal, authorized: Decimal, means: PaymentMeans | None = None
) -> Checkout | None:
    """Note how much of a checkout is received and promised; both are sums over all its transactions, in the channel's currency.

    ``means`` is set when a new attempt to pay begins. Returns None when the checkout is gone (it became an order, or lapsed).
    """
    checkout = checkouts_for_update().filter(pk=checkout_id).first()
    if checkout is None:
        return None
    checkout.charged_amount, checkout.authorized_amount = charged, authorized
    changed = ["charged_amount", "authorized_amount", "updated_at"]
    if means is not None:
        checkout.payment_means = means
        changed.append("payment_means")
    checkout.save(update_fields=changed)
    return checkout
