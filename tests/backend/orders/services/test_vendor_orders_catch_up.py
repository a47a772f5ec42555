"""Orders that were not placed here get their enterprises' side."""

from __future__ import annotations

import pytest

from factories.channels import ChannelFactory
from factories.inventory import variant_on_sale
from factories.orders import placed_order, receive_money, send
from market.core.models import OutboxEvent
from market.orders.models import VendorOrder
from market.orders.services.vendor_orders_catch_up import vendor_orders_catch_up

pytestmark = pytest.mark.django_db
BLANK = {"ready_at": None, "due_on": None, "due_reason": "", "promised_days": None}


def test_parts_become_ready_as_of_their_order() -> None:
    channel = ChannelFactory()
    goods = variant_on_sale(channel, dispatch_days=4)
    waiting, paid, sent = (placed_order(channel, {goods: 1}) for _ in range(3))
    receive_money(paid)
    receive_money(sent)
    send(sent)
    before = list(VendorOrder.objects.order_by("number").values_list("due_on", "due_reason", "promised_days"))
    VendorOrder.objects.update(**BLANK)
    told = OutboxEvent.objects.count()
    assert vendor_orders_catch_up() == 1
    assert vendor_orders_catch_up() == 0
    parts = {part.order_id: part for part in VendorOrder.objects.all()}
    assert parts[waiting.pk].ready_at is None
    assert parts[paid.pk].ready_at == parts[paid.pk].created_at
    assert (parts[paid.pk].due_on, parts[paid.pk].due_reason, parts[paid.pk].promised_days) == before[1]
    assert parts[sent.pk].ready_at is not None
    assert OutboxEvent.objects.count() == told
