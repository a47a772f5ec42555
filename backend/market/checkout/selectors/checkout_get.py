"""Reading checkouts."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from market.checkout.models import Checkout
from market.core.actor import Actor
from market.core.permissions import HANDLE_PAYMENTS, MANAGE_CHECKOUTS


def reachable(viewer: Actor) -> Q:
    """A user's checkout is theirs alone (and the staff's who manage checkouts); a guest's is reached by whoever knows its id."""
    if viewer.has_permission(MANAGE_CHECKOUTS, HANDLE_PAYMENTS):
        return Q()
    return Q(user=None) | Q(user=viewer.user_id) if viewer.is_authenticated else Q(user=None)


def checkout_list(*, viewer: Actor) -> QuerySet[Checkout]:
    """The checkouts the viewer may reach, with what every answer reads of them."""
    related = ("channel", "user", "shipping_address", "billing_address", "shipping_method")
    return Checkout.objects.select_related(*related).filter(reachable(viewer))


def checkout_get(*, checkout_id: UUID, viewer: Actor) -> Checkout | None:
    """The checkout under this id, None when there is none or it is somebody else's."""
    return checkout_list(viewer=viewer).filter(pk=checkout_id).first()
