"""Money that is being given back pays for nothing any more."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.payments import StripeShop
from market.checkout.models import Checkout
from market.checkout.services.checkout_complete import checkout_complete
from market.core import clock
from market.core.actor import ANONYMOUS, SYSTEM
from market.core.errors import ManyErrors
from market.core.models import AuditEntry
from market.orders.models import Order
from market.payments.enums import TransactionAction
from market.payments.flows.checkout_finish import checkouts_finish
from market.payments.models import ProviderAction, TransactionItem
from market.payments.services.action_ask import action_ask

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def variant() -> Any:
    return variant_on_sale(ChannelFactory(), price=12_000, stock=20)


@pytest.fixture
def checkout(variant: Any) -> Checkout:
    listing = variant.channel_listings.get()
    return ready_checkout(listing.channel, {variant: 1})


def rested(**age: int) -> None:
    Checkout.objects.update(updated_at=clock.now() - dt.timedelta(**age))


def test_a_checkout_whose_refund_is_on_its_way_becomes_no_order(
    stripe_shop: StripeShop, checkout: Checkout, variant: Any
) -> None:
    item = stripe_shop.paid(checkout)
    variant.stocks.update(quantity=0)
    rested(hours=1)
    checkouts_finish()
    assert ProviderAction.objects.get().amount == item.amount
    variant.stocks.update(quantity=20)  # and in that moment there are goods again
    with pytest.raises(ManyErrors) as refused:
        anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    assert [error.code for error in refused.value.errors] == ["checkout_not_fully_paid"]
    rested(hours=1)
    assert checkouts_finish() == 0
    assert AuditEntry.objects.filter(action="payments.checkout_refund").count() == 1
    stripe_shop.send()
    assert not Order.objects.exists()
    stripe_shop.assert_books_agree()
    again = stripe_shop.paid(checkout)
    assert again.amount == item.amount
    anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    stripe_shop.assert_books_agree()


def test_staff_give_back_what_a_checkout_holds(stripe_shop: StripeShop, checkout: Checkout) -> None:
    item = stripe_shop.paid(checkout)
    anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=None, actor=SYSTEM)
    checkout.refresh_from_db()
    assert checkout.charged_amount == 0
    with pytest.raises(ManyErrors):
        anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    stripe_shop.send()
    assert TransactionItem.objects.get().refunded_value == item.amount
    stripe_shop.assert_books_agree()
