"""The VAT rate that holds on a day.

The market sells from Korea. To a country whose rate it does not know it exports, and exports carry no Korean VAT (부가가치세법 §21: 영세율).
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from market.channels.models import TaxRate
from market.core.memo import kept_briefly

HOME_COUNTRY = "KR"


class NoTaxRate(LookupError):
    """No rate is stored for this country and day: the market must not guess one."""


def standard_rate(country: str, on: dt.date) -> Decimal:
    """The standard VAT rate of the country on the day (0.1 = 10 %); 0 abroad unless one is stored. Raises NoTaxRate for Korea without one."""
    rates = TaxRate.objects.filter(country=country, effective_from__lte=on).order_by("-effective_from")
    rate = kept_briefly(("tax rate", country, on), rates.values_list("rate", flat=True).first)
    if rate is None and country != HOME_COUNTRY:
        return Decimal(0)
    if rate is None:
        raise NoTaxRate(f"{country} on {on}")
    return rate
