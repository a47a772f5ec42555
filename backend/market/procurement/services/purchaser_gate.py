"""Checkout's question: may this person buy in a channel for agencies, and for whom?"""

from __future__ import annotations

from market.agencies.selectors.memberships import membership_to_buy_with
from market.channels.models import Channel
from market.checkout.errors import PurchaserRefused
from market.core.actor import Actor
from market.orders.models import Order
from market.procurement.models import AgencyOrder


class AgencyGate:
    """Only active members of an active agency buy in a public channel; the order is noted for their agency and department."""

    def may_purchase(self, actor: Actor, channel: Channel) -> str:
        membership = membership_to_buy_with(actor.user_id)
        if membership is None:
            raise PurchaserRefused("channel")
        return membership.agency.name

    def on_order_created(self, order: Order, actor: Actor) -> None:
        membership = membership_to_buy_with(actor.user_id)
        if membership is None:
            raise PurchaserRefused("channel")
        AgencyOrder.objects.create(order=order, agency_id=membership.agency_id, department_id=membership.department_id)
