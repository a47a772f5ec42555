"""Put quoted goods into a checkout, at the prices that enterprises named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.conf import settings
from django.db import transaction

from market.checkout.errors import HeldPriceLapsed, TooManyLines, UnknownVariant, ZeroQuantity
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.rules import HeldLine, pieces_of
from market.checkout.selectors.offers import Offer, offers_get
from market.checkout.services.checkout_change import checkout_locked, checkout_saved
from market.core import clock
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, ManyErrors, NotFound, PermissionDenied
from market.core.money import quantize
from market.inventory.errors import InsufficientStock

FIELDS = (
    "variant_id", "quantity", "held_unit_price", "held_until", "held_delivery", "held_reference", "held_quote", "held_note", "metadata",
)  # fmt: skip


def lines_hold(*, checkout_id: UUID, lines: Sequence[HeldLine], actor: Actor) -> Checkout:
    """Put held lines into a checkout of the actor; one with the same reference takes the place of the one before. All or nothing.

    A guest's checkout becomes the actor's. For rooms above only: nobody names a price from outside. Raises NotFound, PermissionDenied for
    a guest, TooManyLines, InvalidInput for values no quote can have, and ManyErrors with ZeroQuantity, HeldPriceLapsed, UnknownVariant,
    the offers' refusals and InsufficientStock, by variant.
    """
    if not actor.is_authenticated:
        raise PermissionDenied
    with transaction.atomic():
        checkout = checkout_locked(checkout_id=checkout_id, actor=actor)
        if checkout.user_id not in (None, actor.user_id):
            raise NotFound("id")  # staff reach it, but it is not theirs
        _ensure_values(lines, checkout.channel.currency_code)
        references = {line.reference for line in lines}
        there = list(checkout.lines.order_by("created_at", "id"))
        kept = [row for row in there if row.held_reference not in references]
        if len(kept) + len(lines) > settings.CHECKOUT_LINE_LIMIT:
            raise TooManyLines("lines", limit=settings.CHECKOUT_LINE_LIMIT)
        _ensure_sold(lines, kept, offers_get(variant_ids=[line.variant_id for line in lines], channel=checkout.channel))
        _write(checkout, lines, {row.held_reference: row for row in there if row.is_held})
        checkout.user_id, checkout.email = actor.user_id, checkout.email or actor.email
        return checkout_saved(checkout=checkout, fields=("user", "email"))


def _ensure_values(lines: Sequence[HeldLine], currency: str) -> None:
    references = [line.reference for line in lines]
    if not all(references) or not all(line.quote for line in lines) or len(set(references)) != len(references):
        raise InvalidInput(
            "lines", "견적의 줄마다 서로 다른 이름이 있어야 해요.", "Each line needs a reference of its own."
        )
    amounts = [amount for line in lines for amount in (line.unit_price, line.delivery)]
    if any(amount < 0 or quantize(amount, currency) != amount for amount in amounts):
        raise InvalidInput("lines", "쓸 수 없는 금액이에요.", "This amount cannot be charged.")
    charges: dict[str, object] = {}
    if any(charges.setdefault(line.quote, line.delivery) != line.delivery for line in lines):
        raise InvalidInput("lines", "한 견적의 배송비는 하나여야 해요.", "A quote has one delivery charge.")


def _ensure_sold(lines: Sequence[HeldLine], kept: Sequence[CheckoutLine], offers: Mapping[int, Offer]) -> None:
    pieces = pieces_of(kept)
    for line in lines:
        pieces[line.variant_id] = pieces.get(line.variant_id, 0) + line.quantity
    faults = [fault for line in lines if (fault := _fault(line, offers.get(line.variant_id), pieces[line.variant_id]))]
    if faults:
        raise ManyErrors(faults)


def _fault(line: HeldLine, offer: Offer | None, pieces: int) -> DomainError | None:
    if offer is None:
        return UnknownVariant([line.variant_id])
    if line.quantity < 1:
        return ZeroQuantity([line.variant_id], "quantity")
    if line.until <= clock.now():
        return HeldPriceLapsed([line.variant_id])
    if offer.held_refusal is not None:
        return offer.held_refusal([line.variant_id])
    if offer.free is not None and pieces > offer.free:
        return InsufficientStock([line.variant_id], "quantity")
    return None


def _write(checkout: Checkout, lines: Sequence[HeldLine], there: Mapping[str, CheckoutLine]) -> None:
    changed: list[CheckoutLine] = []
    fresh: list[CheckoutLine] = []
    for line in lines:
        row = there.get(line.reference)
        (fresh if row is None else changed).append(_filled(row or CheckoutLine(checkout=checkout), line))
    if changed:
        CheckoutLine.objects.bulk_update(changed, [name.removesuffix("_id") for name in FIELDS])
    CheckoutLine.objects.bulk_create(fresh)


def _filled(row: CheckoutLine, line: HeldLine) -> CheckoutLine:
    values = (
        line.variant_id, line.quantity, line.unit_price, line.until, line.delivery, line.reference, line.quote, line.note,
        {**row.metadata, **line.metadata},
    )  # fmt: skip
    for name, value in zip(FIELDS, values, strict=True):
        setattr(row, name, value)
    return row
