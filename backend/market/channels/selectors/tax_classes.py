"""The three tax classes of Korean VAT, as Saleor's clients name them. They are built in: law makes them, not a shop."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from market.channels.models import TaxRate
from market.core.memo import kept_briefly
from market.core.tax import TaxKind, rate_of

NAMES_EN = {TaxKind.TAXABLE: "Taxable", TaxKind.EXEMPT: "VAT exempt", TaxKind.ZERO_RATED: "Zero-rated"}


@dataclass(frozen=True, slots=True)
class TaxClass:
    """One kind of VAT as something with an id. It keeps no metadata: nobody may change what the law says."""

    kind: TaxKind
    metadata: dict[str, str] = field(default_factory=dict)
    private_metadata: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.kind.label

    @property
    def name_en(self) -> str:
        return NAMES_EN[self.kind]


def tax_class_list() -> list[TaxClass]:
    """All of them: taxable, exempt, zero-rated (과세, 면세, 영세율)."""
    return [TaxClass(kind) for kind in NAMES_EN]


def tax_class_of(tax_kind: str) -> TaxClass:
    """The class of a tax kind that is stored with a product or a line."""
    return TaxClass(TaxKind(tax_kind))


def tax_class_rates(on: dt.date) -> list[tuple[str, Decimal]]:
    """The standard rate of every country for which the market knows one on the day (0.1 = 10 %), by country."""
    newest = TaxRate.objects.filter(effective_from__lte=on).order_by("country", "-effective_from").distinct("country")
    return kept_briefly(("tax rates", on), lambda: list(newest.values_list("country", "rate")))


def class_rate(tax_class: TaxClass, standard_rate: Decimal) -> Decimal:
    """The rate of the class where this is the standard rate."""
    return rate_of(tax_class.kind, standard_rate)
