"""A paid checkout becomes an order even if its buyer's browser never came back; where it cannot, the money goes back."""

from __future__ import annotations

import datetime as dt
import logging
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from market.checkout.models import Checkout
from market.checkout.services.checkout_complete import checkout_complete
from market.core import clock
from market.core.actor import Actor
from market.core.errors import DomainError, ManyErrors
from market.core.locks import reset_lock_order
from market.core.permissions import HANDLE_PAYMENTS
from market.core.sweeps import one_by_one
from market.payments.services.checkout_refund import checkout_refund

logger = logging.getLogger(__name__)
PAYMENTS = Actor(email="payments", is_staff=True, permissions=frozenset({HANDLE_PAYMENTS}))


def checkouts_finish(*, limit: int = 100) -> int:
    """Finish what is paid and rests for some minutes. Returns how many became orders. Safe in several workers at once."""
    rested = clock.now() - dt.timedelta(seconds=settings.PAID_CHECKOUT_COMPLETE_AFTER_SECONDS)
    paid = Checkout.objects.filter(Q(charged_amount__gt=0) | Q(authorized_amount__gt=0), updated_at__lt=rested)
    return one_by_one(checkout_finish, list(paid.order_by("updated_at").values_list("pk", flat=True)[:limit]))


def checkout_finish(checkout_id: UUID) -> bool:
    """Make the order if it can be made. A checkout that rests too long without becoming one is refunded."""
    reset_lock_order()
    checkout = Checkout.objects.filter(pk=checkout_id).first()
    if checkout is None:
        return False
    try:
        checkout_complete(checkout_id=checkout_id, actor=PAYMENTS)
    except (DomainError, ManyErrors) as fault:
        logger.warning("paid checkout %s cannot become an order: %s", checkout_id, fault)
        if checkout.updated_at < clock.now() - dt.timedelta(minutes=settings.PAID_CHECKOUT_MINUTES):
            reset_lock_order()
            checkout_refund(checkout_id=checkout_id, reason=f"{fault}", actor=PAYMENTS)
        return False
    return True
