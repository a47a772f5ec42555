"""What differs between a provider's books and ours. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from market.payments.enums import DifferenceKind
from market.payments.ports import PaymentState
from market.payments.rules import OPEN_STATUSES, EventFacts, amounts_of, events_expected

Kind = DifferenceKind


@dataclass(frozen=True, slots=True)
class Standing:
    """What our books say of a payment: the amounts as stored, in its currency."""

    strategy: str
    is_open: bool
    is_being_called_off: bool
    charged: Decimal
    refunded: Decimal
    charged_back: Decimal
    authorized: Decimal


@dataclass(frozen=True, slots=True)
class DifferenceFound:
    """One difference; ``here`` and ``there`` in words that both sides of the desk understand."""

    kind: DifferenceKind
    here: str = ""
    there: str = ""


def differences_between(state: PaymentState, standing: Standing) -> list[DifferenceFound]:
    """Where a provider's state and our standing disagree. Amounts are compared gross: what came in, and what went back."""
    theirs = amounts_of(cast("list[EventFacts]", events_expected(state, standing.strategy)))
    found: list[DifferenceFound] = []
    here = standing.charged + standing.refunded + standing.charged_back
    if here != state.charged:
        found.append(DifferenceFound(Kind.CHARGED_DIFFERS, _won(here), _won(state.charged)))
    if standing.refunded != theirs.refunded_value:
        found.append(DifferenceFound(Kind.REFUNDED_DIFFERS, _won(standing.refunded), _won(theirs.refunded_value)))
    is_open = state.status in OPEN_STATUSES
    if standing.authorized != theirs.authorized_value:
        there = f"{state.status.value} {_won(theirs.authorized_value)}"
        found.append(DifferenceFound(Kind.STATUS_DIFFERS, f"authorized {_won(standing.authorized)}", there))
    elif is_open != standing.is_open and not standing.is_being_called_off:
        found.append(DifferenceFound(Kind.STATUS_DIFFERS, "open" if standing.is_open else "ended", state.status.value))
    return found


def _won(amount: Decimal) -> str:
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,}"
