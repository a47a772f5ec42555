"""Whatever staff, buyers, enterprises and banks do, and in whatever order: no payer is given back more than was taken from them."""

from __future__ import annotations

import contextlib
import random
from decimal import Decimal
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.orders import CLERK, take_back
from factories.payments import StripeShop
from factories.promotions import gift_card_of
from market.checkout.services.checkout_complete import checkout_complete
from market.checkout.services.promo_code_add import promo_code_add
from market.core.actor import ANONYMOUS, SYSTEM
from market.core.errors import DomainError, ManyErrors
from market.orders.enums import WithdrawalReason
from market.orders.models import Order, OrderLine
from market.orders.services.order_cancel import order_cancel
from market.orders.services.order_fulfill import order_fulfill
from market.orders.services.vendor_orders_cancel import vendor_orders_cancel
from market.orders.services.withdrawal_create import WithdrawalWish, withdrawal_create
from market.payments.enums import TransactionAction
from market.payments.models import TransactionItem
from market.payments.services.action_ask import action_ask
from market.promotions.models import GiftCardUse
from stripe_emulator.testing import DISPUTED

pytestmark = pytest.mark.django_db(transaction=True)
GIFT, STEPS = 9_000, 10


class Hands:
    """Everybody who may move money of one order, each choosing at random."""

    def __init__(self, shop: StripeShop, order: Order, dice: random.Random, run_outbox: Any) -> None:
        self.shop, self.order, self.dice, self.run_outbox = shop, order, dice, run_outbox

    def act(self) -> None:
        choice = self.dice.choice(
            [
                self.refund,
                self.cancel_part,
                self.cancel_all,
                self.dispatch,
                self.send_back,
                self.bank,
                self.post,
                self.post,
            ]
        )
        with contextlib.suppress(DomainError, ManyErrors):  # it may be refused
            choice()

    def refund(self) -> None:
        item = TransactionItem.objects.get()
        amount = self.dice.choice([None, Decimal(1_000), Decimal(self.dice.randint(1, 40_000))])
        anew(action_ask, token=item.pk, kind=TransactionAction.REFUND, amount=amount, actor=SYSTEM)

    def cancel_part(self) -> None:
        part = self.dice.choice(list(self.order.vendor_orders.order_by("number")))
        anew(vendor_orders_cancel, vendor_order_ids=[part.pk], actor=CLERK)

    def cancel_all(self) -> None:
        if self.dice.random() < 0.3:
            anew(order_cancel, order_id=self.order.pk, actor=SYSTEM)

    def dispatch(self) -> None:
        part = self.dice.choice(list(self.order.vendor_orders.order_by("number")))
        quantities = {line.pk: 1 for line in OrderLine.objects.filter(vendor_order=part)}
        anew(order_fulfill, order_id=self.order.pk, quantities=quantities, actor=SYSTEM)

    def send_back(self) -> None:
        line = self.dice.choice(list(OrderLine.objects.filter(order=self.order).order_by("sort_order")))
        reason = self.dice.choice([WithdrawalReason.FAULTY, WithdrawalReason.CHANGE_OF_MIND])
        wish = WithdrawalWish(quantities={line.pk: 1}, reason_kind=reason)
        take_back(anew(withdrawal_create, vendor_order_id=line.vendor_order_id, wish=wish, actor=CLERK))

    def bank(self) -> None:
        for dispute in self.shop.emulator.books()["disputes"]:
            if dispute["status"] not in ("won", "lost") and self.dice.random() < 0.5:
                self.shop.emulator.dispute_close(dispute["id"], self.dice.choice(["won", "lost"]))

    def post(self) -> None:
        """Whatever waits is delivered: events, requests to the provider, its messages."""
        anew(self.run_outbox)
        self.shop.send()
        self.shop.hear_all(newest_first=self.dice.random() < 0.5)


@pytest.mark.parametrize("seed", range(12))
def test_never_more_is_given_back_than_was_taken(stripe_shop: StripeShop, run_outbox: Any, seed: int) -> None:
    dice = random.Random(seed)
    channel = ChannelFactory()
    wanted = {variant_on_sale(channel, price=price, stock=9): 2 for price in (7_000, 12_500)}
    checkout = ready_checkout(channel, wanted)
    _, code = gift_card_of(GIFT)
    anew(promo_code_add, checkout_id=checkout.pk, promo_code=code, actor=ANONYMOUS)
    item = stripe_shop.begin(checkout)
    stripe_shop.confirm(item, **({"card": DISPUTED} if seed % 3 == 0 else {}))
    taken = stripe_shop.process(item).charged_value
    order = anew(checkout_complete, checkout_id=checkout.pk, actor=ANONYMOUS)
    hands = Hands(stripe_shop, order, dice, run_outbox)
    for _ in range(STEPS):
        hands.act()
    hands.post()
    hands.post()
    books, use = stripe_shop.emulator.books(), GiftCardUse.objects.get()
    given = sum(row["amount"] for row in books["refunds"] if row["status"] in ("succeeded", "pending"))
    lost = sum(row["amount"] for row in books["disputes"] if row["status"] == "lost")
    assert given <= taken
    assert given + lost <= taken
    assert 0 <= use.returned <= use.amount == GIFT
    assert use.gift_card.current_balance == use.returned
    item.refresh_from_db()
    order.refresh_from_db()
    assert order.total_granted <= order.total_gross == taken
    assert item.charged_value == taken - given - lost >= 0
    if not books["disputes"]:
        kept = Decimal(0) if order.status == "canceled" else order.total_gross - order.total_granted
        assert item.charged_value <= kept
    stripe_shop.assert_books_agree() if not lost else None
