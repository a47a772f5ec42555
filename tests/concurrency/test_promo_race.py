"""The last use of a code, and one gift card in several orders, on real connections: exactly as many win as may."""

from __future__ import annotations

import functools
import threading
import uuid
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from factories.channels import ChannelFactory
from factories.checkout import anew, ready_checkout
from factories.inventory import variant_on_sale
from factories.promotions import gift_card_of, voucher_in
from factories.vendors import SellerFactory
from market.checkout.services import promotions_use
from market.checkout.services.checkout_complete import checkout_complete
from market.checkout.services.promo_code_add import promo_code_add
from market.core.actor import ANONYMOUS
from market.core.errors import ManyErrors
from market.inventory.models import Stock
from market.orders.models import Order
from market.promotions.errors import GiftCardNotApplicable, UsedByCustomer, VoucherNotApplicable
from market.promotions.models import GiftCard, GiftCardUse, VoucherCode, VoucherUse
from market.promotions.services.gift_card_refund import gift_card_refund
from market.promotions.services.gift_cards_use import gift_cards_use
from market.promotions.services.voucher_use import voucher_release, voucher_use

SHOPPERS = 12
Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]


def complete(checkout_id: UUID) -> Order:
    return checkout_complete(checkout_id=checkout_id, actor=ANONYMOUS)


def shoppers(count: int, code: str, price: int = 20_000) -> list[Callable[[], Order]]:
    """Completions of checkouts that all use this code."""
    channel = ChannelFactory()
    variant = variant_on_sale(channel, price=price, stock=1_000, vendor=SellerFactory(delivery_fee=0))
    tasks = []
    for _ in range(count):
        checkout = ready_checkout(channel, {variant: 1})
        anew(promo_code_add, checkout_id=checkout.pk, promo_code=code, actor=ANONYMOUS)
        tasks.append(functools.partial(complete, checkout.pk))
    return tasks


def refused(answer: Any, kind: type[Exception]) -> bool:
    """Whether somebody was told that the code is used up, before or under the lock."""
    if isinstance(answer, ManyErrors):
        return all(isinstance(error, kind) for error in answer.errors)
    return isinstance(answer, kind)


def test_the_last_uses_of_a_code_go_to_exactly_so_many(race: Race) -> None:
    voucher_in(ChannelFactory(), "FEW", 1_000, usage_limit=3)
    answers = race(shoppers(SHOPPERS, "FEW"))
    assert sum(isinstance(answer, Order) for answer in answers) == 3
    assert sum(refused(answer, VoucherNotApplicable) for answer in answers) == SHOPPERS - 3
    assert VoucherCode.objects.get().used == VoucherUse.objects.count() == Order.objects.count() == 3
    assert Stock.objects.get().quantity_allocated == 3  # who lost the code has lost nothing else


def test_a_customer_with_many_tabs_uses_it_once(race: Race) -> None:
    voucher_in(ChannelFactory(), "FIRST", 1_000, apply_once_per_customer=True)
    answers = race(shoppers(6, "FIRST"))
    assert sum(isinstance(answer, Order) for answer in answers) == 1
    assert sum(refused(answer, UsedByCustomer) for answer in answers) == 5
    assert VoucherCode.objects.get().used == 1


def test_one_gift_card_pays_one_of_several_orders(race: Race) -> None:
    _, code = gift_card_of(20_000)
    answers = race(shoppers(6, code))
    assert sum(isinstance(answer, Order) for answer in answers) == 1
    assert GiftCard.objects.get().current_balance == 0
    assert GiftCardUse.objects.get().amount == 20_000
    assert Stock.objects.get().quantity_allocated == 1


def naive_voucher_use(barrier: threading.Barrier) -> Callable[..., None]:
    """What a careless developer writes: read, compare in Python, write back."""

    def use(*, code_id: int, order_id: UUID, email: str) -> None:
        code = VoucherCode.objects.get(pk=code_id)
        barrier.wait(timeout=30)
        if code.usage_limit is not None and code.used >= code.usage_limit:
            raise VoucherNotApplicable
        code.used += 1
        code.save()

    return use


def naive_cards_use(barrier: threading.Barrier) -> Callable[..., None]:
    def use(*, amounts: dict[int, Decimal], **rest: Any) -> None:
        for pk, amount in amounts.items():
            card = GiftCard.objects.get(pk=pk)
            barrier.wait(timeout=30)
            if card.current_balance < amount:
                raise GiftCardNotApplicable
            card.current_balance -= amount
            card.save()

    return use


def test_negative_control_a_naive_count_lets_two_win(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same race with read-then-write in place of the lock must let too many through, or the tests above prove nothing."""
    voucher_in(ChannelFactory(), "ONE", 1_000, usage_limit=1)
    tasks = shoppers(2, "ONE")
    monkeypatch.setattr(promotions_use, "voucher_use", naive_voucher_use(threading.Barrier(2)))
    assert sum(isinstance(answer, Order) for answer in race(tasks)) == 2


def test_negative_control_a_naive_payment_spends_a_card_twice(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    _, code = gift_card_of(20_000)
    tasks = shoppers(2, code)
    monkeypatch.setattr(promotions_use, "gift_cards_use", naive_cards_use(threading.Barrier(2)))
    assert sum(isinstance(answer, Order) for answer in race(tasks)) == 2
    assert GiftCard.objects.get().current_balance == 0, "20,000 won paid 40,000"


def test_cards_named_in_opposite_order_do_not_block_each_other(race: Race) -> None:
    cards = [gift_card_of(100_000)[0].pk for _ in range(2)]

    def pay(order: list[int]) -> None:
        gift_cards_use(
            amounts={pk: Decimal(1_000) for pk in order}, order_id=uuid.uuid4(), currency="KRW", email="me@ieum.example", user_id=None
        )  # fmt: skip

    answers = race([functools.partial(pay, cards[::step]) for step in (1, -1) * 10])
    assert answers == [None] * 20
    assert set(GiftCard.objects.values_list("current_balance", flat=True)) == {80_000}


def test_giving_back_at_once_gives_back_once(race: Race) -> None:
    voucher = voucher_in(ChannelFactory(), "BACK", 1_000, usage_limit=5)
    card, _ = gift_card_of(10_000)
    kept, order_id = uuid.uuid4(), uuid.uuid4()
    for key in (kept, order_id):
        anew(voucher_use, code_id=voucher.codes.get().pk, order_id=key, email="")
    anew(
        gift_cards_use, amounts={card.pk: Decimal(4_000)}, order_id=order_id, currency="KRW", email="me@ieum.example", user_id=None
    )  # fmt: skip
    assert sorted(race([functools.partial(voucher_release, order_id=order_id)] * 4)) == [False, False, False, True]
    assert race([functools.partial(gift_card_refund, order_id=order_id, key="end")] * 4) == [Decimal(4_000)] * 4
    assert (VoucherCode.objects.get().used, GiftCard.objects.get().current_balance) == (1, 10_000)
