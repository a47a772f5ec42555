"""What a request will ask for, told before it is written."""

from __future__ import annotations

import pytest

from factories.channels import public_channel
from factories.checkout import open_checkout, ready_checkout
from factories.inventory import variant_on_sale
from factories.procurement import agency_buyer
from market.core.actor import Actor
from market.procurement.selectors.request_preview import request_preview

pytestmark = pytest.mark.django_db


def test_delivery_is_in_the_total_also_before_there_is_an_address() -> None:
    user, channel = agency_buyer(), public_channel()
    buyer = Actor(user_id=user.pk, email=user.email)
    goods = {variant_on_sale(channel, price=11_000): 1, variant_on_sale(channel, price=22_000): 1}
    bare, ready = open_checkout(channel, goods, actor=buyer), ready_checkout(channel, goods, actor=buyer)
    before, after = (request_preview(checkout_id=one.pk, viewer=buyer) for one in (bare, ready))
    assert before is not None
    assert after is not None
    assert before.total == after.total
    assert before.total.gross.amount > 33_000
