"""The VAT rate that holds on a day."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from market.channels.models import TaxRate
from market.core.memo import kept_briefly


class NoTaxRate(LookupError):
    """No rate is stored for this country and day: the market must not guess one."""


def standard_rate(country: str, on: dt.date) -> Decimal:
    """The standard VAT rate of the country on the day (0.1 = 10 %). Raises NoTaxRate."""
    rates = TaxRate.objects.filter(country=country, effective_from__lte=on).order_by("-effective_from")
    rate = kept_briefly(("tax rate", country, on), rates.values_list("rate", flat=True).first)
    if rate is None:
        raise NoTaxRate(f"{country} on {on}")
    return rate
