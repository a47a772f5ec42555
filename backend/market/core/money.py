"""Exact money. Every amount carries its currency; nothing here is ever a float."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CURRENCY_PLACES = {"KRW": 0, "JPY": 0, "USD": 2, "EUR": 2, "GBP": 2}
MAX_DIGITS, DECIMAL_PLACES = 18, 3  # of every amount column: numeric(18, 3), as Saleor stores it


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies met in one sum."""


def quantize(amount: Decimal | int, currency: str) -> Decimal:
    """The amount in the smallest unit of its currency, halves away from zero (KRW: whole won)."""
    places = CURRENCY_PLACES.get(currency, 2)
    return Decimal(amount).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in the unit of its currency (KRW: won), quantized to that currency's places."""

    amount: Decimal
    currency: str

    @staticmethod
    def of(amount: Decimal | int, currency: str) -> Money:
        return Money(quantize(amount, currency), currency)

    @staticmethod
    def zero(currency: str) -> Money:
        return Money.of(0, currency)

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency} do not add")

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.amount - other.amount, self.currency)

    def __mul__(self, factor: int) -> Money:
        return Money(self.amount * factor, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.amount < other.amount

    def __le__(self, other: Money) -> bool:
        self._same(other)
        return self.amount <= other.amount


@dataclass(frozen=True, slots=True)
class TaxedMoney:
    """A VAT-inclusive amount with its supply amount (공급가액, net) and VAT (세액, tax): net + tax = gross, always."""

    net: Money
    gross: Money

    @property
    def tax(self) -> Money:
        return self.gross - self.net

    @property
    def currency(self) -> str:
        return self.gross.currency

    @staticmethod
    def zero(currency: str) -> TaxedMoney:
        return TaxedMoney(Money.zero(currency), Money.zero(currency))

    def __add__(self, other: TaxedMoney) -> TaxedMoney:
        return TaxedMoney(self.net + other.net, self.gross + other.gross)


def allocate(total: int, weights: Sequence[int]) -> list[int]:
    """Split ``total`` minor units by ``weights``: whole units that sum to the total exactly.

    Largest remainder; ties go to the earlier line. All weights zero: equal shares. Raises ValueError for no weights or
    a negative one. A negative total is split like its positive twin.
    """
    if not weights or any(weight < 0 for weight in weights):
        raise ValueError("allocate needs weights, none of them negative")
    if total < 0:
        return [-part for part in allocate(-total, weights)]
    if sum(weights) == 0:
        weights = [1] * len(weights)
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts
