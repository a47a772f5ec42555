"""Terms of a purchase order that the law sets, by the day of the order (계약일).

Rows, not literals: a new decree adds a row. Sources: 지방계약법 시행규칙 §75 and 시행령 §90③ (text of 2026); 국가계약법 시행규칙 §75.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class DelayTerms:
    """What a day of delay costs of the contract's amount, and where it ends."""

    effective_from: dt.date
    law: str
    goods_per_day: Decimal
    services_per_day: Decimal
    cap: Decimal
    article: str

    def per_day(self, buys: frozenset[str]) -> Decimal:
        """A part with services in it goes by the rate of services."""
        return self.services_per_day if "services" in buys else self.goods_per_day


DELAY_TERMS = (
    DelayTerms(
        dt.date(2018, 7, 24), "local", Decimal("0.0008"), Decimal("0.0013"), Decimal("0.30"),
        "지방계약법 시행규칙 제75조",
    ),
    DelayTerms(
        dt.date(2017, 12, 28), "state", Decimal("0.00075"), Decimal("0.00125"), Decimal("0.30"),
        "국가계약법 시행규칙 제75조",
    ),
)  # fmt: skip
PAYMENT_DAYS = {"local": (5, "지방계약법 시행령 제67조"), "state": (5, "국가계약법 시행령 제58조")}


def delay_terms(law: str, on: dt.date) -> DelayTerms:
    """The terms of the day; the earliest known before their first day."""
    rows = sorted((row for row in DELAY_TERMS if row.law == law), key=lambda row: row.effective_from)
    in_force = [row for row in rows if row.effective_from <= on]
    return in_force[-1] if in_force else rows[0]
