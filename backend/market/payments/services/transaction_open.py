"""Begin to pay: the intent is saved before any provider hears of it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID, uuid4

from django.db import transaction

from market.checkout.locks import checkouts_for_update
from market.checkout.selectors.checkout_get import reachable
from market.core import clock
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.money import Money
from market.orders.enums import PaymentMeans
from market.orders.locks import orders_for_update
from market.orders.models import Order
from market.orders.rules import ensure_payable
from market.payments.enums import FlowStrategy
from market.payments.errors import AmountInvalid, AmountTooSmall, GatewayUnknown, IdempotencyKeyReused, NothingToPay
from market.payments.locks import attempts_at, take_turn, transactions_for_update
from market.payments.models import TransactionItem
from market.payments.selectors.payable import Payable, may_pay, payable_of_checkout, payable_of_order
from market.payments.services.attempts_call_off import PARTIAL, call_off
from market.payments.services.funds_note import funds_note

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that can be taken for another


@dataclass(frozen=True, slots=True)
class PaymentWish:
    """How the buyer wants to pay. ``amount`` None: all that is left. Amounts in the currency of the checkout or order."""

    gateway: str
    gateway_name: str
    means: PaymentMeans
    currencies: tuple[str, ...]
    minimum: Decimal
    strategy: FlowStrategy = FlowStrategy.CHARGE
    amount: Decimal | None = None
    idempotency_key: str = ""
    has_reference: bool = False  # a transfer's sender writes a reference


@transaction.atomic
def transaction_open(*, type_name: str, pk: UUID, wish: PaymentWish, actor: Actor) -> tuple[TransactionItem, Payable]:
    """Save a new attempt to pay a checkout or order; open attempts before it are called off, so that only one can be carried out.

    The same idempotency key gives the same transaction; without a key an open attempt of the same kind and amount is gone on with.
    Raises NotFound, NothingToPay, AmountInvalid, AmountTooSmall, GatewayUnknown (currency), IdempotencyKeyReused, OrderNotPayable.
    """
    others = _locked_transactions(type_name, pk)
    payable = _locked_payable(type_name, pk, actor)
    known = next((row for row in others if wish.idempotency_key and row.idempotency_key == wish.idempotency_key), None)
    if known is not None:
        return _same(known, wish), payable
    if payable.owed.currency not in wish.currencies:
        raise GatewayUnknown("paymentGateway")
    amount = _amount(payable, wish)
    going_on = _going_on(others, wish, amount)
    if going_on is not None:
        return going_on, payable
    for other in others:
        if other.is_open:
            call_off(other, "superseded")
    item = _create(payable, wish, amount, actor)
    funds_note(items=[*others, item], actor=actor, means=wish.means)
    return item, payable


def _locked_transactions(type_name: str, pk: UUID) -> list[TransactionItem]:
    """All attempts to pay the thing, in the caller's turn and locked."""
    token, order_id = (pk, None) if type_name == "Checkout" else (_token_of_order(pk), pk)
    take_turn(checkout_token=token, order_id=order_id)
    return list(transactions_for_update(attempts_at(checkout_token=token, order_id=order_id)))


def _token_of_order(pk: UUID) -> UUID | None:
    return Order.objects.filter(pk=pk).values_list("checkout_token", flat=True).first()


def _locked_payable(type_name: str, pk: UUID, actor: Actor) -> Payable:
    if type_name == "Checkout":
        checkout = checkouts_for_update().filter(reachable(actor), pk=pk).first()
        if checkout is None:
            raise NotFound("id")
        return payable_of_checkout(checkout)
    order = orders_for_update().filter(pk=pk).first()
    if order is None or not may_pay(order, actor):
        raise NotFound("id")
    ensure_payable(order.status, order.charge_status)
    return payable_of_order(order)


def _same(known: TransactionItem, wish: PaymentWish) -> TransactionItem:
    """The transaction under the key, provided that it is asked for the same."""
    if known.gateway != wish.gateway or wish.amount not in (None, known.amount):
        raise IdempotencyKeyReused("idempotencyKey")
    return known


def _amount(payable: Payable, wish: PaymentWish) -> Decimal:
    remaining = payable.remaining.amount
    if remaining <= 0:
        raise NothingToPay("id")
    amount = remaining if wish.amount is None else Money.of(wish.amount, payable.owed.currency).amount
    if amount <= 0 or amount > remaining or amount != (remaining if wish.amount is None else wish.amount):
        raise AmountInvalid("amount", remaining=f"{remaining:,}")
    if amount < wish.minimum:
        raise AmountTooSmall("amount", minimum=f"{wish.minimum:,}")
    return amount


def _going_on(others: list[TransactionItem], wish: PaymentWish, amount: Decimal) -> TransactionItem | None:
    if wish.idempotency_key:
        return None
    for row in others:
        same = (row.gateway, row.means, row.strategy) == (wish.gateway, wish.means, wish.strategy)
        if row.is_open and same and row.amount == amount:
            return row
    return None


def _create(payable: Payable, wish: PaymentWish, amount: Decimal, actor: Actor) -> TransactionItem:
    token = uuid4()
    return TransactionItem.objects.create(
        token=token,
        gateway=wish.gateway,
        name=wish.gateway_name,
        checkout_token=payable.checkout_id,
        order_id=payable.order_id,
        user_id=payable.user_id or actor.user_id,
        idempotency_key=wish.idempotency_key or str(token),
        strategy=wish.strategy,
        means=wish.means,
        reference="".join(secrets.choice(LETTERS) for _ in range(6)) if wish.has_reference else "",
        currency=payable.owed.currency,
        amount=amount,
        data={PARTIAL: True} if amount < payable.remaining.amount else {},
        created_at=clock.now(),
    )
