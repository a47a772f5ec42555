"""Orders of a guest join the account of the one who reads the guest's mail, and nobody else's."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from market.accounts.enums import TokenPurpose
from market.accounts.models import ClosedAccount, User
from market.accounts.selectors.closed_accounts import email_digest
from market.accounts.services.account_confirm import account_confirm
from market.accounts.services.account_tokens import account_token_create
from market.accounts.services.email_change import email_change_confirm
from market.accounts.services.password_reset import password_set
from market.core import clock
from market.core.actor import ANONYMOUS, Actor
from market.orders.models import Order
from market.orders.services.orders_join_user import orders_join_user

pytestmark = pytest.mark.django_db
EMAIL = "guest@ieum.example"


def guest_order(email: str = EMAIL, *, user: User | None = None) -> Order:
    channel = ChannelFactory()
    order = placed_order(channel, {variant_on_sale(channel): 1}, user=user)
    Order.objects.filter(pk=order.pk).update(user_email=email)
    return order


def join(user: User) -> int:
    return anew(orders_join_user, user_id=user.pk)


def test_only_orders_without_an_owner_and_of_this_address_join() -> None:
    user, other = UserFactory(email=EMAIL), UserFactory()
    mine = {guest_order(), guest_order("GUEST@ieum.example")}
    guest_order("another@ieum.example"), guest_order("xguest@ieum.example"), guest_order(user=other)
    assert join(user) == 2
    assert set(user.orders.all()) == mine
    assert other.orders.count() == 1
    assert join(user) == 0


@pytest.mark.parametrize("state", [{"is_confirmed": False}, {"is_active": False}])
def test_an_account_nobody_confirmed_never_sees_them(graphql: Any, state: dict[str, bool]) -> None:
    user = UserFactory(email=EMAIL, **state)
    order = guest_order()
    assert join(user) == 0
    order.refresh_from_db()
    assert order.user is None
    if user.is_active:
        answer = graphql("{ me { orders(first: 5) { totalCount } } }", user=user)
        assert answer["data"]["me"]["orders"]["totalCount"] == 0


def test_a_deleted_account_changes_nothing() -> None:
    order = guest_order()
    assert orders_join_user(user_id=999_999) == 0
    order.refresh_from_db()
    assert order.user is None


def test_orders_from_before_an_account_of_the_address_was_deleted_stay_alone() -> None:
    user, old, new = UserFactory(email=EMAIL), guest_order(), guest_order()
    closed_at = clock.now()
    ClosedAccount.objects.create(email_digest=email_digest(EMAIL), closed_at=closed_at)
    Order.objects.filter(pk=old.pk).update(created_at=closed_at - dt.timedelta(days=1))
    Order.objects.filter(pk=new.pk).update(created_at=closed_at + dt.timedelta(days=1))
    assert join(user) == 1
    assert user.orders.get() == new


def test_the_confirmation_brings_them(run_outbox: Any) -> None:
    user, order = UserFactory(email=EMAIL, is_confirmed=False), guest_order()
    token = account_token_create(user=user, purpose=TokenPurpose.CONFIRM_ACCOUNT)
    anew(account_confirm, actor=ANONYMOUS, email=EMAIL, token=token)
    anew(run_outbox)
    assert user.orders.get() == order


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_a_password_set_by_mail_brings_them(run_outbox: Any, is_confirmed: bool) -> None:
    user, order = UserFactory(email=EMAIL, is_confirmed=is_confirmed), guest_order()
    token = account_token_create(user=user, purpose=TokenPurpose.RESET_PASSWORD)
    anew(password_set, actor=ANONYMOUS, email=EMAIL, token=token, password="brand-new-horse-9")
    anew(run_outbox)
    assert user.orders.get() == order


def test_a_new_address_brings_its_orders(run_outbox: Any) -> None:
    user, order = UserFactory(), guest_order()
    change = user.email_changes.create(old_email=user.email, new_email=EMAIL)
    token = account_token_create(user=user, purpose=TokenPurpose.CHANGE_EMAIL, request_id=change.pk)
    anew(email_change_confirm, actor=Actor(user_id=user.pk), token=token)
    anew(run_outbox)
    assert user.orders.get() == order
