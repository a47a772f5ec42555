"""A withdrawal on its way: accepted, refused, called off, followed."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.orders import ask_back, sent_order
from factories.vendors import member_of
from market.core.actor import ANONYMOUS, Actor
from market.core.errors import DomainError, NotFound, Required
from market.core.models import AuditEntry, OutboxEvent
from market.orders.enums import WithdrawalStatus
from market.orders.errors import BuyerNotRecognised, WithdrawalStatusRefused
from market.orders.models import Order, OrderLine, Withdrawal
from market.orders.services.withdrawal_accept import withdrawal_accept
from market.orders.services.withdrawal_cancel import withdrawal_cancel
from market.orders.services.withdrawal_receive import withdrawal_receive
from market.orders.services.withdrawal_reject import withdrawal_reject
from market.orders.services.withdrawal_tracking_update import withdrawal_tracking_update
from market.vendors.models import VendorRole

pytestmark = pytest.mark.django_db
GUEST = {"actor": ANONYMOUS, "email": "guest@ieum.example"}


@pytest.fixture
def staff() -> Actor:
    return Actor(user_id=staff_with("MANAGE_ORDERS").pk, permissions=frozenset({"MANAGE_ORDERS"}))


@pytest.fixture
def wish() -> Withdrawal:
    """Two of three pieces, asked back."""
    channel = ChannelFactory()
    return ask_back(sent_order(channel, {variant_on_sale(channel): 3}), 2)


def assert_refused(error: type[Exception], service: Any, **given: Any) -> Any:
    before = rows()
    with pytest.raises(error) as caught, transaction.atomic():
        anew(service, **given)
    assert rows() == before
    return caught.value


def rows() -> Any:
    managers = (Order.objects, OrderLine.objects, Withdrawal.objects, OutboxEvent.objects)
    return [list(manager.order_by("pk").values()) for manager in managers]


def told(topic: str) -> int:
    return OutboxEvent.objects.filter(topic=f"orders.{topic}").count()


def test_accepting_expects_the_goods(wish: Withdrawal, staff: Actor) -> None:
    done = anew(withdrawal_accept, withdrawal_id=wish.pk, actor=staff)
    assert done.status == WithdrawalStatus.ACCEPTED
    assert done.accepted_at is not None
    assert (told("withdrawal_accepted"), OrderLine.objects.get().quantity_withdrawn) == (1, 2)
    assert AuditEntry.objects.get(action="orders.withdrawal_accepted").actor_id == staff.user_id
    assert_refused(WithdrawalStatusRefused, withdrawal_accept, withdrawal_id=wish.pk, actor=staff)


@pytest.mark.parametrize("is_accepted", [False, True])
def test_a_refusal_says_why_and_leaves_the_pieces_with_the_buyer(
    wish: Withdrawal, staff: Actor, is_accepted: bool
) -> None:
    if is_accepted:
        anew(withdrawal_accept, withdrawal_id=wish.pk, actor=staff)
    error = assert_refused(Required, withdrawal_reject, withdrawal_id=wish.pk, reason=" ", actor=staff)
    assert error.field == "reason"
    done = anew(withdrawal_reject, withdrawal_id=wish.pk, reason=" 사용한 흔적이 있어요 ", actor=staff)
    assert (done.status, done.rejection_reason) == (WithdrawalStatus.REJECTED, "사용한 흔적이 있어요")
    assert done.ended_at is not None
    assert (told("withdrawal_rejected"), OrderLine.objects.get().quantity_withdrawn) == (1, 0)
    for service in (withdrawal_accept, withdrawal_receive):
        assert_refused(WithdrawalStatusRefused, service, withdrawal_id=wish.pk, actor=staff)
    assert ask_back(wish.order, 3).number.endswith("-R2"), "the buyer may ask again"


def test_the_buyer_may_keep_the_goods(wish: Withdrawal, staff: Actor) -> None:
    done = anew(withdrawal_cancel, withdrawal_id=wish.pk, **GUEST)
    assert done.status == WithdrawalStatus.CANCELED
    assert (told("withdrawal_cancelled"), OrderLine.objects.get().quantity_withdrawn) == (1, 0)
    assert_refused(WithdrawalStatusRefused, withdrawal_cancel, withdrawal_id=wish.pk, **GUEST)
    assert_refused(WithdrawalStatusRefused, withdrawal_accept, withdrawal_id=wish.pk, actor=staff)


def test_what_is_back_is_not_called_off(wish: Withdrawal, staff: Actor) -> None:
    anew(withdrawal_accept, withdrawal_id=wish.pk, actor=staff)
    anew(withdrawal_receive, withdrawal_id=wish.pk, actor=staff)
    assert_refused(WithdrawalStatusRefused, withdrawal_cancel, withdrawal_id=wish.pk, **GUEST)
    assert_refused(WithdrawalStatusRefused, withdrawal_reject, withdrawal_id=wish.pk, reason="늦어요", actor=staff)
    assert_refused(
        WithdrawalStatusRefused, withdrawal_tracking_update, withdrawal_id=wish.pk, courier="cj", tracking_number="1", **GUEST
    )  # fmt: skip


def test_the_parcel_back_can_be_named(wish: Withdrawal) -> None:
    done = anew(withdrawal_tracking_update, withdrawal_id=wish.pk, courier="logen", tracking_number=" 55-66 ", **GUEST)
    wish.refresh_from_db()
    assert (done.courier, wish.courier, wish.tracking_number) == ("logen", "logen", "55-66")
    assert AuditEntry.objects.filter(action="orders.withdrawal_tracking").count() == 1


@pytest.mark.parametrize("service", [withdrawal_accept, withdrawal_receive, withdrawal_reject])
def test_only_the_enterprise_and_staff_who_manage_orders_act_for_the_seller(wish: Withdrawal, service: Any) -> None:
    """To everybody else there is no such withdrawal."""
    given: dict[str, Any] = {"withdrawal_id": wish.pk, **({"reason": "x"} if service is withdrawal_reject else {})}
    for actor in (
        ANONYMOUS,
        Actor(user_id=UserFactory().pk),
        Actor(user_id=member_of().pk),
        Actor(permissions=frozenset({"MANAGE_PRODUCTS"})),
    ):
        assert_refused(NotFound, service, actor=actor, **given)
    own = member_of(wish.vendor_order.vendor, VendorRole.CLERK)
    if service is withdrawal_receive:
        anew(withdrawal_accept, withdrawal_id=wish.pk, actor=Actor(user_id=own.pk))
    anew(service, actor=Actor(user_id=own.pk), **given)


def test_only_the_buyer_and_staff_act_for_the_buyer(wish: Withdrawal, staff: Actor) -> None:
    for actor, email in ((ANONYMOUS, ""), (ANONYMOUS, "x@ieum.example"), (Actor(user_id=UserFactory().pk), "")):
        stranger: dict[str, Any] = {"actor": actor, "email": email, "withdrawal_id": wish.pk}
        assert_refused(BuyerNotRecognised, withdrawal_cancel, **stranger)
        assert_refused(BuyerNotRecognised, withdrawal_tracking_update, courier="", tracking_number="1", **stranger)
    anew(withdrawal_cancel, withdrawal_id=wish.pk, actor=staff)


def test_nothing_there(wish: Withdrawal, staff: Actor) -> None:
    unknown = {"withdrawal_id": wish.order_id, "actor": staff}
    services: list[tuple[Any, dict[str, Any]]] = [
        (withdrawal_accept, {}),
        (withdrawal_receive, {}),
        (withdrawal_reject, {"reason": "x"}),
        (withdrawal_cancel, {}),
        (withdrawal_tracking_update, {"courier": "", "tracking_number": "1"}),
    ]
    for service, given in services:
        error: DomainError = assert_refused(NotFound, service, **unknown, **given)
        assert error.field == "id"
