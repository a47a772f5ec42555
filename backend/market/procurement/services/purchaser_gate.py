"""Checkout's question: may this person buy in a channel for agencies, and for whom?"""

from __future__ import annotations

from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.memberships import membership_to_buy_with
from market.agencies.selectors.policies import policy_on
from market.channels.models import Channel
from market.checkout.errors import ApprovalRequired, PurchaserRefused, RequestAbilityNeeded
from market.core import clock
from market.core.actor import Actor
from market.orders.models import Order
from market.procurement.models import AgencyOrder


class AgencyGate:
    """Only active members of an active agency who may request buy in a public channel; the order is noted for their agency and department.

    What costs more than the agency's policy lets members order directly (품의 없이) needs an approved request; no policy, no limit.
    """

    def may_purchase(self, actor: Actor, channel: Channel) -> str:
        membership = membership_to_buy_with(actor.user_id)
        if membership is None:
            raise PurchaserRefused("channel")
        if AgencyAbility.REQUEST.value not in membership.abilities:
            raise RequestAbilityNeeded("channel")
        return membership.agency.name

    def on_order_created(self, order: Order, actor: Actor) -> None:
        """Raises ApprovalRequired for an order above the policy's limit, which is undone with it."""
        membership = membership_to_buy_with(actor.user_id)
        if membership is None:
            raise PurchaserRefused("channel")
        policy, total = policy_on(membership.agency_id, clock.today()), order.total_gross + order.gift_cards_gross
        if not policy.orders_directly(total):
            raise ApprovalRequired("totalPrice", limit=f"{policy.direct_order_up_to:,}", total=f"{total:,.0f}")
        AgencyOrder.objects.create(order=order, agency_id=membership.agency_id, department_id=membership.department_id)
