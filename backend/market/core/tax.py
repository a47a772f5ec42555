"""Splitting a VAT-inclusive amount into supply amount and VAT.

The law fixes the share (부가가치세법 §29⑦: supply = gross × 100/110) but no rounding. The market's one rule: the supply amount is
rounded half-up to the won and VAT is what remains, so the two always sum to what was paid (docs/adr/0006).
"""

from __future__ import annotations

from decimal import Decimal

from django.db import models

from market.core.money import Money, TaxedMoney


class TaxKind(models.TextChoices):
    TAXABLE = "taxable", "과세"
    ZERO_RATED = "zero_rated", "영세율"
    EXEMPT = "exempt", "면세"


def rate_of(tax_kind: str, standard_rate: Decimal) -> Decimal:
    """The VAT rate (0.1 = 10 %) that applies to a line of this kind."""
    return standard_rate if tax_kind == TaxKind.TAXABLE else Decimal(0)


def split_gross(gross: Money, rate: Decimal) -> TaxedMoney:
    """Supply amount and VAT of a VAT-inclusive amount; ``rate`` is 0.1 for 10 %."""
    if rate == 0:
        return TaxedMoney(gross, gross)
    return TaxedMoney(Money.of(gross.amount / (1 + rate), gross.currency), gross)
