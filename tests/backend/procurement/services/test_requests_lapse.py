"""What befalls a request while it is in approval, and direct orders that need one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest

from factories.approval import acting_for, basket_of, decide, goods, office, put_up
from factories.checkout import anew
from market.agencies.models import AgencyPolicy, Law
from market.agencies.permissions import AgencyAbility
from market.campaigns.models import Campaign, CampaignProduct
from market.checkout.errors import ApprovalRequired, RequestAbilityNeeded
from market.checkout.models import Checkout
from market.checkout.services.checkout_complete import checkout_complete
from market.core import clock
from market.core.actor import Actor
from market.core.models import OutboxEvent
from market.core.permissions import MANAGE_VENDORS
from market.inventory.models import Stock
from market.orders.enums import OrderStatus
from market.orders.models import Order
from market.procurement.enums import TrailAction
from market.procurement.models import AgencyOrder, ApprovalStep, PurchaseRequest, RequestStatus
from market.procurement.services.request_submit import request_submit
from market.procurement.services.requests_lapse import approvals_remind, campaigns_ended_tell, requests_lapse
from market.vendors.services.vendor_status_set import vendor_reopen, vendor_suspend

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]
STAFF = Actor(user_id=None, is_staff=True, permissions=frozenset({MANAGE_VENDORS}))


def held_until(request: PurchaseRequest, moment: dt.datetime) -> None:
    PurchaseRequest.objects.filter(pk=request.pk).update(held_until=moment)


def told(topic: str) -> int:
    return OutboxEvent.objects.filter(topic=f"procurement.{topic}").count()


def test_it_lapses_once_and_everything_is_free() -> None:
    at = office()
    variant = goods(at, stock=5)
    request, other = put_up(at, {variant: 2}), put_up(at)
    assert requests_lapse() == 0
    held_until(request, clock.now())
    assert requests_lapse() == 1
    assert requests_lapse() == 0
    request.refresh_from_db()
    other.refresh_from_db()
    at.budget.refresh_from_db()
    assert (request.status, other.status) == (RequestStatus.LAPSED, RequestStatus.IN_APPROVAL)
    assert Order.objects.get(pk=request.order_id).status == OrderStatus.EXPIRED
    assert (Stock.objects.get(variant=variant).quantity_allocated, at.budget.held) == (0, 110_000)
    assert Checkout.objects.get(pk=request.checkout_token).lines.get().quantity == 2
    event = request.events.get(action=TrailAction.LAPSED)
    assert (event.actor_name, told("request_returned")) == ("이음", 1)
    again = anew(request_submit, request_id=request.pk, actor=acting_for(at.requester))
    assert (again.round, again.status) == (2, RequestStatus.IN_APPROVAL)


def test_a_campaign_that_ends_is_told_once_and_its_terms_stand() -> None:
    at = office()
    variant = goods(at, price=110_000, discounted=88_000)
    campaign = Campaign.objects.create(
        slug="autumn",
        title="가을 기획전",
        starts_at=clock.now() - dt.timedelta(days=3),
        ends_at=clock.now() + dt.timedelta(days=1),
    )
    campaign.channels.set([at.channel])
    CampaignProduct.objects.create(campaign=campaign, product=variant.product)
    request, plain = put_up(at, {variant: 1}), put_up(at)
    assert campaigns_ended_tell() == 0
    Campaign.objects.update(ends_at=clock.now() - dt.timedelta(minutes=1))
    assert (campaigns_ended_tell(), campaigns_ended_tell()) == (1, 0)
    assert told("request_campaign_ended") == 1
    plain.refresh_from_db()
    assert plain.campaign_ended_told_at is None
    request = decide(request, at.approvers[0])
    assert (request.status, request.total_gross) == (RequestStatus.APPROVED, 88_000)


def test_a_suspended_enterprise_sends_its_requests_back(run_outbox: Callable[[], int]) -> None:
    at = office()
    variant = goods(at, stock=5)
    request, other = put_up(at, {variant: 1, goods(at): 1}), put_up(at)
    vendor = variant.product.vendor
    anew(vendor_suspend, vendor_id=vendor.pk, reason="확인할 것이 있어요", actor=STAFF)
    run_outbox()
    run_outbox()  # the requests are looked at one by one, by events of their own
    request.refresh_from_db()
    other.refresh_from_db()
    at.budget.refresh_from_db()
    assert (request.status, other.status) == (RequestStatus.SENT_BACK, RequestStatus.IN_APPROVAL)
    assert (Stock.objects.get(variant=variant).quantity_allocated, at.budget.held) == (0, 110_000)
    event = request.events.get(action=TrailAction.VENDOR_STOPPED)
    assert (event.actor_name, vendor.name in event.comment) == ("이음", True)
    assert Checkout.objects.filter(pk=request.checkout_token).exists()


def test_one_that_sells_again_before_anybody_looked_sends_nothing_back(run_outbox: Callable[[], int]) -> None:
    at = office()
    variant = goods(at)
    request = put_up(at, {variant: 1})
    anew(vendor_suspend, vendor_id=variant.product.vendor_id, reason="확인", actor=STAFF)
    anew(vendor_reopen, vendor_id=variant.product.vendor_id, reason="괜찮아요", actor=STAFF)
    run_outbox()
    run_outbox()
    request.refresh_from_db()
    assert request.status == RequestStatus.IN_APPROVAL


def test_a_reminder_a_day_before_to_whose_turn_it_is_once() -> None:
    at = office(approvers=2)
    request = put_up(at)
    assert approvals_remind() == 0
    held_until(request, clock.now() + dt.timedelta(hours=23))
    PurchaseRequest.objects.update(submitted_at=clock.now() - dt.timedelta(days=6))
    assert (approvals_remind(), approvals_remind()) == (1, 0)
    assert ApprovalStep.objects.get(mailed_at__isnull=False).member_id == at.approvers[0].pk
    decide(request, at.approvers[0])
    assert approvals_remind() == 1
    assert told("approval_ends_soon") == 2


def test_held_for_one_day_the_reminder_waits_half_of_it() -> None:
    at = office()
    AgencyPolicy.objects.create(agency=at.agency, effective_from=dt.date(2020, 1, 1), law=Law.LOCAL, hold_days=1)
    put_up(at)
    assert approvals_remind() == 0
    PurchaseRequest.objects.update(
        submitted_at=clock.now() - dt.timedelta(hours=13), held_until=clock.now() + dt.timedelta(hours=11)
    )
    assert approvals_remind() == 1


@pytest.mark.parametrize(("limit", "is_ordered"), [(None, True), (110_000, True), (109_999, False), (0, False)])
def test_above_the_policys_limit_a_request_is_needed(limit: int | None, is_ordered: bool) -> None:
    at = office()
    AgencyPolicy.objects.create(
        agency=at.agency,
        effective_from=dt.date(2020, 1, 1),
        law=Law.LOCAL,
        direct_order_up_to=None if limit is None else Decimal(limit),
    )
    basket = basket_of(at, {goods(at, price=110_000): 1})
    if is_ordered:
        order = anew(checkout_complete, checkout_id=basket.pk, actor=acting_for(at.requester))
        noted = AgencyOrder.objects.get(order=order)
        assert (noted.agency_id, noted.request_id) == (at.agency.pk, None)
        return
    with pytest.raises(ApprovalRequired) as refused:
        anew(checkout_complete, checkout_id=basket.pk, actor=acting_for(at.requester))
    assert refused.value.params == {"limit": f"{limit:,}", "total": "110,000"}
    assert not Order.objects.exists()
    assert Checkout.objects.filter(pk=basket.pk).exists()
    assert not Stock.objects.filter(quantity_allocated__gt=0).exists()


def test_who_may_not_request_orders_nothing() -> None:
    at = office()
    basket = basket_of(at, {goods(at): 1})
    at.requester.abilities = [AgencyAbility.APPROVE.value]
    at.requester.save()
    with pytest.raises(RequestAbilityNeeded):
        anew(checkout_complete, checkout_id=basket.pk, actor=acting_for(at.requester))
    assert not Order.objects.exists()
