"""The comparison of books: what providers say against what we say. It tells, and reads anew; it never moves money by itself."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from django.conf import settings

from market.core import clock
from market.core.actor import SYSTEM
from market.core.locks import reset_lock_order
from market.payments.book_rules import DifferenceFound, differences_between
from market.payments.enums import DifferenceKind
from market.payments.errors import ProviderRefused, ProviderUnavailable
from market.payments.gateways.registry import provider_named, remote_gateways
from market.payments.models import BookComparison, BookDifference, TransactionItem
from market.payments.ports import Handle, PaymentProvider, PaymentState
from market.payments.selectors.book_standing import differences_open, item_of, items_to_ask_about, standing_of
from market.payments.services.action_send import handle_of
from market.payments.services.differences_note import comparison_note, differences_note
from market.payments.services.transaction_sync import transaction_sync

logger = logging.getLogger(__name__)
JUST_BEGUN = dt.timedelta(minutes=2)  # what begins while we look is looked at next time
Thing = TypeVar("Thing")
_NOBODY, _ZERO = UUID(int=0), Decimal(0)


@dataclass(slots=True)
class _Run:
    """One comparison under way."""

    provider: PaymentProvider
    checked: int = 0
    healed: int = 0
    seen: set[str] = field(default_factory=set)
    fault: str = ""  # what went wrong with the last payment that could not be compared


def books_compare(
    *, since: dt.datetime | None = None, until: dt.datetime | None = None, gateways: Sequence[str] | None = None
) -> list[BookComparison]:
    """Compare with every provider that keeps books (or these): payments that began in this time, by default the last days.

    What differs is read anew and followed (``transaction_sync``); what still differs is noted for staff. A provider that cannot be
    reached is skipped with its error written down. Raises GatewayUnknown for a gateway that does not exist.
    """
    until = until or clock.now()
    since = since or until - dt.timedelta(days=settings.BOOKS_COMPARE_DAYS)
    wanted = remote_gateways() if gateways is None else gateways
    return [_compare(provider_named(gateway), since, until) for gateway in wanted]


def _compare(provider: PaymentProvider, since: dt.datetime, until: dt.datetime) -> BookComparison:
    run, error = _Run(provider), ""
    try:
        for state in provider.list_since(since, until):
            _apart(_examine, run, state)
        for item in items_to_ask_about(gateway=provider.id, since=since, until=until - JUST_BEGUN).iterator():
            if item.psp_reference not in run.seen:
                _apart(_ask, run, item)
        for difference in list(differences_open([provider.id])):
            if difference.psp_reference not in run.seen:
                _apart(_look_again, run, difference)
    except (ProviderUnavailable, ProviderRefused) as fault:
        logger.warning("books of %s: %s", provider.id, fault)
        error = str(fault)
    error = error or run.fault
    return comparison_note(
        gateway=provider.id, since=since, until=until, checked=run.checked, healed=run.healed, error=error
    )


def _apart(look: Callable[[_Run, Thing], None], run: _Run, thing: Thing) -> None:
    """Look at one payment; what is wrong with it is written down and keeps nobody from the next. Raises ProviderUnavailable."""
    reset_lock_order()
    try:
        look(run, thing)
    except ProviderUnavailable:
        raise
    except Exception as fault:
        logger.exception("books of %s: %s could not be compared", run.provider.id, thing)
        run.fault = f"{type(fault).__name__}: {fault}"


def _examine(run: _Run, state: PaymentState) -> None:
    """A payment of the provider's books against ours."""
    run.checked += 1
    run.seen.add(state.psp_reference)
    item = item_of(gateway=run.provider.id, psp_reference=state.psp_reference, token=state.transaction_token)
    if item is None:
        _note(run, state.psp_reference, None, state.currency, _missing_here(state))
        return
    if not item.psp_reference or differences_between(state, standing_of(item)):
        _follow(run, item, state)
    else:
        _note(run, state.psp_reference, item, state.currency, [])


def _follow(run: _Run, item: TransactionItem, listed: PaymentState) -> None:
    """They differ: the list may be older than what we know by now, so the payment is read alone, followed, and compared once more."""
    handle = handle_of(item)
    if not handle.psp_reference:
        handle = replace(handle, psp_reference=listed.psp_reference)
    state = run.provider.read(handle)
    reset_lock_order()
    item = transaction_sync(token=item.pk, state=state, actor=SYSTEM)
    found = differences_between(state, standing_of(item))
    run.healed += not found
    _note(run, state.psp_reference, item, state.currency, found)


def _ask(run: _Run, item: TransactionItem) -> None:
    """One of ours that the provider's list did not name."""
    run.checked += 1
    run.seen.add(item.psp_reference)
    try:
        state = run.provider.read(handle_of(item))
    except ProviderRefused:
        here = f"{item.charged_value:,.0f}" if item.charged_value else "open" if item.is_open else "ended"
        _note(run, item.psp_reference, item, item.currency, [DifferenceFound(DifferenceKind.MISSING_THERE, here)])
        return
    if differences_between(state, standing_of(item)):
        _follow(run, item, state)
    else:
        _note(run, item.psp_reference, item, item.currency, [])


def _look_again(run: _Run, difference: BookDifference) -> None:
    """A difference that stands since earlier, about a payment outside of the time looked at."""
    item = item_of(gateway=run.provider.id, psp_reference=difference.psp_reference, token=None)
    if item is not None:
        _ask(run, item)
        return
    nobody = Handle(difference.transaction_id or _NOBODY, difference.psp_reference, _ZERO, difference.currency, {})
    try:
        _examine(run, run.provider.read(nobody))
    except ProviderRefused:
        _note(run, difference.psp_reference, None, difference.currency, [])  # neither side knows it any more


def _missing_here(state: PaymentState) -> list[DifferenceFound]:
    """Only money counts: an attempt of somebody else's that brought nothing is no difference between books."""
    if state.charged <= 0 and state.authorized <= 0:
        return []
    there = f"{state.status.value} {max(state.charged, state.authorized):,.0f}"
    return [DifferenceFound(DifferenceKind.MISSING_HERE, there=there)]


def _note(
    run: _Run, psp_reference: str, item: TransactionItem | None, currency: str, found: list[DifferenceFound]
) -> None:
    reset_lock_order()
    differences_note(
        gateway=run.provider.id,
        psp_reference=psp_reference,
        token=item.pk if item else None,
        currency=currency,
        found=found,
    )
