"""What papers print of amounts. Pure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from market.core.money import Money, TaxedMoney
from market.core.tax import split_gross

DIGITS = "영일이삼사오육칠팔구"
SMALL, LARGE = ("", "십", "백", "천"), ("", "만", "억", "조", "경")
BLOCK = 10_000


def amount_in_words(won: int) -> str:
    """``일금 오백구십사만원정``; every digit is spelled, also the one before 십, 백 and 천, so that none can be added.

    As 행정업무의 운영 및 혁신에 관한 규정 시행규칙 §2④ writes amounts: 113,560 is 일십일만삼천오백육십. Raises ValueError below nothing.
    """
    if won < 0:
        raise ValueError("an amount in words is not negative")
    blocks, rest = [], won
    for large in LARGE:
        rest, block = divmod(rest, BLOCK)
        if block:
            blocks.append(_block(block) + large)
    if rest:
        raise ValueError("an amount in words has at most twenty digits")
    return f"일금 {''.join(reversed(blocks)) or '영'}원정"


def _block(number: int) -> str:
    words = []
    for place in range(4):
        digit = number // 10**place % 10
        if digit:
            words.append(DIGITS[digit] + SMALL[place])
    return "".join(reversed(words))


@dataclass(frozen=True, slots=True)
class SoldLine:
    """What of a line is left of the sale: pieces and amounts without those that the enterprise cancelled."""

    quantity: int
    amount: TaxedMoney


def sold_line(
    *,
    quantity: int,
    canceled: int,
    net: Decimal,
    gross: Decimal,
    tax_rate: Decimal,
    currency: str,
    cancelled_worth: Decimal,
) -> SoldLine:
    """The line as it was sold, less what was cancelled of it (its worth as it was granted); VAT of the rest by the one rule (ADR 0006)."""
    if not canceled:
        return SoldLine(quantity, TaxedMoney(Money.of(net, currency), Money.of(gross, currency)))
    return SoldLine(quantity - canceled, split_gross(Money.of(gross - cancelled_worth, currency), tax_rate))


def korean_day(day: dt.date) -> str:
    return f"{day.year}년 {day.month}월 {day.day}일"


def business_number_text(digits: str) -> str:
    """000-00-00000."""
    return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}" if len(digits) == 10 else digits
