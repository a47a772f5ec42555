"""Transfers that may come in, as the matching of deposits wants them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from market.accounts.models import Address
from market.checkout.models import Checkout
from market.orders.enums import PaymentMeans
from market.orders.models import Order
from market.payments.matching import Awaited, Found, Reading, match, plain, reading_of
from market.payments.models import TransactionItem

ZERO = Decimal(0)
PEOPLE = ("billing_address", "shipping_address", "user")


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays, by which names, and under which order number, if there is one already."""

    names: tuple[str, ...]
    order: Order | None = None


def awaited_amount(item: TransactionItem, order: Order | None = None) -> Decimal:
    """What may still come in on a transfer; all of it on one that ended without money, because people pay late.

    Of an order a part of which was cancelled only the rest is awaited.
    """
    if item.charge_pending_value > 0 and order is not None:
        left = order.total_gross - order.total_granted - order.total_charged
        return max(min(item.charge_pending_value, left), ZERO)
    if item.charge_pending_value > 0:
        return item.charge_pending_value
    return item.amount if item.charged_value + item.refunded_value == 0 else ZERO


def matches_of(deposits: Sequence[tuple[Sequence[str], Decimal]]) -> list[Found]:
    """What each deposit (its texts, its amount in won) is for; in a fixed number of statements."""
    readings = [reading_of(texts, settings.SHOP_NAME) for texts, _ in deposits]
    awaited = _awaited(readings, {amount for _, amount in deposits})
    by_reference = {one.reference: one for one in awaited if one.reference}
    by_number = {one.order_number: one for one in awaited if one.order_number is not None}
    by_amount: dict[Decimal, list[Awaited]] = {}
    for one in awaited:
        by_amount.setdefault(one.amount, []).append(one)
    found = []
    for reading, (_, amount) in zip(readings, deposits, strict=True):
        near = [by_reference[piece] for piece in by_reference.keys() & reading.references]
        near += [by_number[number] for number in by_number.keys() & reading.numbers]
        few = {one.token: one for one in [*near, *by_amount.get(amount, [])]}
        found.append(match(reading, amount, list(few.values())))
    return found


def _awaited(readings: Sequence[Reading], amounts: set[Decimal]) -> list[Awaited]:
    pieces = frozenset[str]().union(*(reading.references for reading in readings))
    numbers = frozenset[int]().union(*(reading.numbers for reading in readings))
    orders = Order.objects.filter(number__in=numbers)
    transfers = TransactionItem.objects.filter(means=PaymentMeans.BANK_TRANSFER, currency="KRW")
    named = Q(reference__in=pieces)
    named |= Q(order__in=orders) | Q(
        checkout_token__in=orders.filter(checkout_token__isnull=False).values("checkout_token")
    )
    items = list(
        transfers.filter(named | Q(is_open=True, charge_pending_value__in=amounts)).order_by("is_open", "created_at")
    )
    payers = payers_of(items)
    chosen = {payer.order.pk: item.pk for item in items if (payer := payers[item.pk]).order is not None}
    return [
        Awaited(
            token=item.pk,
            reference=item.reference,
            order_number=order.number if (order := payers[item.pk].order) and chosen[order.pk] == item.pk else None,
            amount=awaited_amount(item, payers[item.pk].order),
            plain_names=tuple(plain(name) for name in payers[item.pk].names),
        )
        for item in items
    ]


def payers_of(items: Iterable[TransactionItem]) -> Mapping[UUID, Payer]:
    """Who pays each transaction, from its order or its checkout; in two statements."""
    items = list(items)
    tokens = {item.checkout_token for item in items if item.checkout_token}
    found = Order.objects.select_related(*PEOPLE).filter(
        Q(pk__in={item.order_id for item in items if item.order_id}) | Q(checkout_token__in=tokens)
    )
    orders: dict[UUID, Order] = {}
    for order in found:
        orders[order.pk] = order
        if order.checkout_token:
            orders[order.checkout_token] = order
    checkouts = Checkout.objects.select_related(*PEOPLE).in_bulk(tokens - orders.keys())
    payers: dict[UUID, Payer] = {}
    for item in items:
        mine = orders.get(item.order_id or item.pk) or orders.get(item.checkout_token or item.pk)
        checkout = checkouts.get(item.checkout_token or item.pk)
        payers[item.pk] = Payer(_names(mine or checkout), mine)
    return payers


def _names(payable: Order | Checkout | None) -> tuple[str, ...]:
    if payable is None:
        return ()
    names = [_name(payable.billing_address), _name(payable.shipping_address)]
    if payable.user is not None:
        names.append(f"{payable.user.last_name}{payable.user.first_name}")
    names.append(getattr(payable, "buyer_organization", ""))
    return tuple(dict.fromkeys(name for name in names if name.strip()))


def _name(address: Address | None) -> str:
    return f"{address.last_name}{address.first_name}" if address else ""
