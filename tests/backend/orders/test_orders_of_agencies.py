"""What an agency buys is nobody else's business, also for who knows the order's UUID."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory, public_channel
from factories.inventory import variant_on_sale
from factories.orders import placed_order
from factories.procurement import agency_buyer
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_ORDERS

pytestmark = pytest.mark.django_db
ORDER = "query Order($id: ID!) { order(id: $id) { number total { gross { amount } } } }"


@pytest.fixture
def buyer() -> Any:
    return agency_buyer()


@pytest.fixture
def order(buyer: Any) -> Any:
    channel = public_channel()
    return placed_order(channel, {variant_on_sale(channel): 1}, user=buyer)


def read(graphql: Any, order: Any, user: Any) -> Any:
    return graphql(ORDER, {"id": to_global_id("Order", order.pk)}, user=user)["data"]["order"]


def test_its_buyer_and_staff_read_it(graphql: Any, order: Any, buyer: Any) -> None:
    for user in (buyer, staff_with(MANAGE_ORDERS)):
        assert read(graphql, order, user)["number"] == str(order.number)


def test_nobody_else_learns_its_price(graphql: Any, order: Any) -> None:
    for user in (None, UserFactory(), agency_buyer(), staff_with()):
        assert read(graphql, order, user) is None


def test_a_citizens_order_is_read_by_its_uuid(graphql: Any) -> None:
    channel = ChannelFactory()
    order = placed_order(channel, {variant_on_sale(channel): 1}, user=UserFactory())
    assert read(graphql, order, None)["number"] == str(order.number)
