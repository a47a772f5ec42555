"""Purchase orders after they went out: accepted, changed, cancelled; stock, budget and papers follow to the won."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest

from factories.approval import Office, acting_for, approved, decide, goods, office, put_up, stand_in
from factories.checkout import anew
from factories.orders import CLERK, receive_money, send
from factories.procurement import agency_member
from factories.vendors import SellerFactory, member_of
from market.agencies.models import BudgetEntry
from market.agencies.permissions import AgencyAbility
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound, PermissionDenied, Required
from market.inventory.models import Stock
from market.orders.enums import DueReason, OrderStatus
from market.orders.errors import DispatchedAlready
from market.orders.models import Order
from market.orders.services.order_cancel import order_cancel
from market.orders.services.vendor_order_lines_cancel import vendor_order_lines_cancel
from market.papers.models import Paper
from market.procurement.enums import Decision, TrailAction
from market.procurement.errors import NoRealChange, PurchaseOrderStanding
from market.procurement.models import ChangeStatus, PurchaseOrder, PurchaseOrderStatus, PurchaseRequest, RequestStatus
from market.procurement.services.purchase_order_answer import purchase_order_accept, purchase_order_change_propose
from market.procurement.services.purchase_order_cancel import purchase_order_cancel
from market.procurement.services.purchase_order_change_decide import purchase_order_change_decide

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]
S = PurchaseOrderStatus


def seller_of(order: PurchaseOrder) -> Actor:
    """Somebody of the enterprise that got it."""
    user = member_of(order.vendor_order.vendor)
    return Actor(user_id=user.pk, email=user.email)


def ordered(at: Office, *, pieces: int = 4, price: int = 11_000) -> PurchaseOrder:
    approved(at, {goods(at, price=price, stock=20): pieces})
    return PurchaseOrder.objects.get()


def money(at: Office) -> tuple[object, object, object]:
    at.budget.refresh_from_db()
    return at.budget.held, at.budget.committed, at.budget.spent


def later(order: PurchaseOrder) -> dt.date:
    return order.deliver_by + dt.timedelta(days=5)


def test_accepting_agrees_the_day() -> None:
    order = ordered(office())
    clerk = seller_of(order)
    order = anew(purchase_order_accept, purchase_order_id=order.pk, actor=clerk)
    part = order.vendor_order
    part.refresh_from_db()
    assert (order.status, order.accepted_by_id) == (S.ACCEPTED, clerk.user_id)
    assert (part.agreed_on, part.due_reason) == (order.deliver_by, DueReason.AGREED)
    event = order.request.events.get(action=TrailAction.VENDOR_ACCEPTED)
    assert event.role == part.vendor.name
    assert anew(purchase_order_accept, purchase_order_id=order.pk, actor=clerk).accepted_at == order.accepted_at
    assert order.request.events.filter(action=TrailAction.VENDOR_ACCEPTED).count() == 1


def test_another_enterprise_finds_nothing() -> None:
    order = ordered(office())
    for stranger in (member_of(SellerFactory()), office().requester.user):
        actor = Actor(user_id=stranger.pk)
        with pytest.raises(NotFound):
            anew(purchase_order_accept, purchase_order_id=order.pk, actor=actor)
        with pytest.raises(NotFound):
            anew(
                purchase_order_change_propose,
                purchase_order_id=order.pk,
                reason="늦어요",
                actor=actor,
                deliver_by=later(order),
            )
    order.refresh_from_db()
    assert order.status == S.ISSUED


def proposed(order: PurchaseOrder, **given: object) -> PurchaseOrder:
    anew(
        purchase_order_change_propose,
        purchase_order_id=order.pk,
        reason="재료가 늦게 와요",
        actor=seller_of(order),
        **given,
    )
    order.refresh_from_db()
    return order


def answer(order: PurchaseOrder, actor: Actor, *, agrees: bool, note: str = "") -> PurchaseOrder:
    change = order.changes.get(status=ChangeStatus.PROPOSED)
    return anew(
        purchase_order_change_decide,
        purchase_order_id=order.pk,
        change_id=change.pk,
        agrees=agrees,
        note=note,
        actor=actor,
    )


def test_a_later_day_is_agreed_with_a_new_paper() -> None:
    at = office()
    order = ordered(at)
    day, old = later(order), order.paper
    order = proposed(order, deliver_by=day)
    assert order.status == S.CHANGE_PROPOSED
    order = answer(order, acting_for(at.requester), agrees=True)
    order.refresh_from_db()
    assert (order.status, order.deliver_by) == (S.ACCEPTED, day)
    assert order.vendor_order.agreed_on == day
    assert order.paper is not None
    assert old is not None
    assert (order.paper.replaces_id, order.paper.number) == (old.pk, f"{order.number}-2")
    assert order.paper.facts["notes"][0]["text"] == f"{day.year}년 {day.month}월 {day.day}일"
    assert money(at) == (0, 44_000, 0)


def test_fewer_pieces_are_agreed_and_their_money_is_free(run_outbox: Callable[[], int]) -> None:
    at = office()
    order = ordered(at, pieces=4, price=11_000)
    line = order.vendor_order.lines.get()
    order = proposed(order, pieces={line.pk: 3})
    order = answer(order, acting_for(at.requester), agrees=True)
    assert money(at) == (0, 33_000, 0)
    stock = Stock.objects.get(variant=line.variant)
    assert stock.quantity_allocated == 3
    assert order.paper is not None
    assert (order.paper.facts["total"], order.paper.facts["lines"][0]["quantity"]) == ("33000", "3")
    entries = BudgetEntry.objects.count()
    run_outbox()
    assert (BudgetEntry.objects.count(), Paper.objects.filter(kind="purchase_order").count()) == (entries, 2)
    assert money(at) == (0, 33_000, 0)


def test_refused_it_stays_as_it_was() -> None:
    at = office()
    order = ordered(at)
    clerk = seller_of(order)
    anew(purchase_order_accept, purchase_order_id=order.pk, actor=clerk)
    day = order.deliver_by
    order = proposed(order, deliver_by=later(order))
    with pytest.raises(Required):
        answer(order, acting_for(at.requester), agrees=False)
    order = answer(order, acting_for(at.requester), agrees=False, note="행사 날이라 미룰 수 없어요")
    assert (order.status, order.deliver_by) == (S.ACCEPTED, day)
    assert order.changes.get().status == ChangeStatus.REFUSED
    with pytest.raises(PurchaseOrderStanding):
        anew(
            purchase_order_change_decide,
            purchase_order_id=order.pk,
            change_id=order.changes.get().pk,
            agrees=True,
            actor=acting_for(at.requester),
        )


def test_who_answers_for_the_agency() -> None:
    at = office()
    order = proposed(ordered(at), deliver_by=None, pieces={ordered_line(at): 1})
    colleague = agency_member(at.agency, department=at.department)
    with pytest.raises(PermissionDenied):
        answer(order, acting_for(colleague), agrees=True)
    for stranger in (office().requester, agency_member(at.agency, AgencyAbility.REQUEST)):
        with pytest.raises(NotFound):
            answer(order, acting_for(stranger), agrees=True)
    stand_in(at.requester, colleague)
    assert answer(order, acting_for(colleague), agrees=True).status == S.ACCEPTED


def ordered_line(at: Office) -> UUID:
    return PurchaseOrder.objects.get(request__agency=at.agency).vendor_order.lines.get().pk


@pytest.mark.parametrize("what", ["earlier", "same", "more", "nothing", "foreign"])
def test_only_a_later_day_or_fewer_pieces(what: str) -> None:
    order = ordered(office())
    line = order.vendor_order.lines.get()
    given: dict[str, dict[str, object]] = {
        "earlier": {"deliver_by": order.deliver_by - dt.timedelta(days=1)},
        "same": {"deliver_by": order.deliver_by},
        "more": {"pieces": {line.pk: 5}},
        "nothing": {"pieces": {line.pk: 4}},
        "foreign": {"pieces": {order.pk: 1}},
    }
    with pytest.raises(NoRealChange):
        proposed(order, **given[what])
    assert not order.changes.exists()


def test_nothing_at_all_is_declined_not_proposed() -> None:
    order = ordered(office())
    with pytest.raises(InvalidInput):
        proposed(order, pieces={order.vendor_order.lines.get().pk: 0})


def test_a_further_proposal_takes_the_place_of_the_first() -> None:
    order = proposed(
        ordered(office()), deliver_by=None, pieces={PurchaseOrder.objects.get().vendor_order.lines.get().pk: 2}
    )
    order = proposed(order, deliver_by=later(order))
    assert [change.status for change in order.changes.all()] == [ChangeStatus.WITHDRAWN, ChangeStatus.PROPOSED]


def test_the_agency_cancels_and_everything_is_free(run_outbox: Callable[[], int]) -> None:
    at = office()
    first, second = goods(at, price=11_000, stock=9), goods(at, price=22_000, stock=9)
    request = approved(at, {first: 1, second: 2})
    one, two = PurchaseOrder.objects.order_by("number")
    anew(purchase_order_cancel, purchase_order_id=one.pk, reason="행사가 취소됐어요", actor=acting_for(at.requester))
    assert money(at) == (0, 44_000, 0)
    run_outbox()
    one.refresh_from_db()
    request.refresh_from_db()
    assert (one.status, one.canceled_reason, request.status) == (
        S.CANCELED,
        "행사가 취소됐어요",
        RequestStatus.APPROVED,
    )
    chief = agency_member(at.agency, AgencyAbility.ADMINISTER)
    anew(purchase_order_cancel, purchase_order_id=two.pk, reason="전부 취소해요", actor=acting_for(chief))
    run_outbox()
    request.refresh_from_db()
    assert money(at) == (0, 0, 0)
    assert (request.status, Order.objects.get().status) == (RequestStatus.CANCELED, OrderStatus.CANCELED)
    assert set(Stock.objects.values_list("quantity_allocated", flat=True)) == {0}
    assert request.events.filter(action=TrailAction.ORDER_CANCELED).count() == 2
    assert not request.events.filter(action=TrailAction.VENDOR_CANCELED).exists()


def test_who_cancels_for_the_agency() -> None:
    at = office()
    order = ordered(at)
    with pytest.raises(PermissionDenied):
        anew(purchase_order_cancel, purchase_order_id=order.pk, reason="취소", actor=acting_for(at.approvers[0]))
    with pytest.raises(Required):
        anew(purchase_order_cancel, purchase_order_id=order.pk, reason=" ", actor=acting_for(at.requester))
    with pytest.raises(NotFound):
        anew(purchase_order_cancel, purchase_order_id=order.pk, reason="취소", actor=acting_for(office().requester))
    assert money(at) == (0, 44_000, 0)


def test_what_was_sent_is_not_cancelled() -> None:
    at = office()
    order = ordered(at)
    send(Order.objects.get())
    with pytest.raises(DispatchedAlready):
        anew(purchase_order_cancel, purchase_order_id=order.pk, reason="취소", actor=acting_for(at.requester))
    assert money(at) == (0, 44_000, 0)


def test_the_enterprise_declines(run_outbox: Callable[[], int]) -> None:
    at = office()
    order = ordered(at)
    anew(
        vendor_order_lines_cancel,
        vendor_order_id=order.vendor_order_id,
        pieces=None,
        reason="재료가 없어요",
        actor=seller_of(order),
    )
    run_outbox()
    order.refresh_from_db()
    assert (order.status, order.canceled_reason) == (S.CANCELED, "재료가 없어요")
    assert PurchaseRequest.objects.get().status == RequestStatus.CANCELED
    assert money(at) == (0, 0, 0)


def test_the_enterprise_cancels_pieces_and_the_paper_follows(run_outbox: Callable[[], int]) -> None:
    at = office()
    order = ordered(at, pieces=4, price=11_000)
    line = order.vendor_order.lines.get()
    anew(
        vendor_order_lines_cancel,
        vendor_order_id=order.vendor_order_id,
        pieces=[(line.pk, 1)],
        reason="한 개가 깨졌어요",
        actor=seller_of(order),
    )
    run_outbox()
    order.refresh_from_db()
    assert order.paper is not None
    assert (order.status, order.paper.facts["total"], money(at)) == (S.ISSUED, "33000", (0, 33_000, 0))


def test_staff_cancel_the_whole_order(run_outbox: Callable[[], int]) -> None:
    at = office()
    ordered(at)
    anew(order_cancel, order_id=Order.objects.get().pk, actor=CLERK)
    run_outbox()
    assert money(at) == (0, 0, 0)
    assert (PurchaseOrder.objects.get().status, PurchaseRequest.objects.get().status) == (
        S.CANCELED,
        RequestStatus.CANCELED,
    )


def test_paid_is_spent(run_outbox: Callable[[], int]) -> None:
    at = office()
    ordered(at)
    receive_money(Order.objects.get())
    run_outbox()
    assert money(at) == (0, 0, 44_000)


def test_orders_of_others_are_none_of_its_business(run_outbox: Callable[[], int]) -> None:
    at = office()
    request = put_up(at)
    decide(request, at.approvers[0], Decision.REJECT, comment="사지 않아요")
    run_outbox()
    assert PurchaseRequest.objects.get().status == RequestStatus.REJECTED
    assert money(at) == (0, 0, 0)
