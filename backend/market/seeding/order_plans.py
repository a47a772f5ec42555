"""Orders as the generator thinks of them: light, and recomputed at will until the sums are right."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from market.core.tax import TaxKind
from market.seeding.people import BuyerPlan
from market.seeding.products import ProductPlan, VariantPlan
from market.seeding.terms import REMOTE, terms_of
from market.shipping.rules import calculate_delivery_charge, delivery_tax_kind


@dataclass(slots=True)
class LinePlan:
    product: ProductPlan
    variant: VariantPlan
    undiscounted: int
    unit: int
    quantity: int
    campaign_id: int | None = None

    @property
    def total(self) -> int:
        return self.unit * self.quantity

    @property
    def least(self) -> int:
        return max(self.product.base["lead"]["minimum"], 1)

    @property
    def is_shipped(self) -> bool:
        return not self.product.base["service"]

    @property
    def tax_kind(self) -> str:
        return self.product.base["tax"].lower()


@dataclass(slots=True)
class OrderPlan:
    """``fate``: four numbers drawn with the order; what becomes of it as time passes follows from them and from the day of the seed."""

    at: dt.datetime
    channel: str
    buyer: BuyerPlan
    lines: list[LinePlan]
    fate: tuple[float, float, float, float]
    must_stand: bool = False
    story: str = ""
    number: int = 0
    _total: int = field(default=-1)

    def parts(self) -> dict[int, list[LinePlan]]:
        """The lines of each enterprise, in the order in which the enterprises first come."""
        parts: dict[int, list[LinePlan]] = {}
        for line in self.lines:
            parts.setdefault(line.product.vendor_id, []).append(line)
        return parts

    def delivery(self, lines: list[LinePlan]) -> int:
        """What the enterprise of these lines charges for delivery."""
        shipped = [line.total for line in lines if line.is_shipped]
        return int(
            calculate_delivery_charge(
                terms_of(lines[0].product.listing.vendor),
                sum(shipped) if shipped else None,  # type: ignore[arg-type]
                is_remote=REMOTE.contains(self.buyer.address.postal_code),
            )
        )

    @property
    def total(self) -> int:
        if self._total < 0:
            self._total = sum(
                sum(line.total for line in lines) + self.delivery(lines) for lines in self.parts().values()
            )
        return self._total

    def changed(self) -> None:
        self._total = -1


def net_of(gross: int, tax_kind: str) -> int:
    """The supply amount, rounded half-up to the won, as ``core.tax.split_gross`` does; in whole numbers, because of the many calls."""
    return (gross * 20 + 11) // 22 if tax_kind == TaxKind.TAXABLE else gross


def delivery_kind(lines: list[LinePlan]) -> str:
    return delivery_tax_kind(line.tax_kind for line in lines if line.is_shipped).value
