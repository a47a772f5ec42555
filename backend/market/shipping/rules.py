"""What delivery costs and how it is taxed. Pure.

Each vendor ships for itself and charges for itself:

- nothing that needs shipping: no charge;
- otherwise the vendor's fee, waived from the vendor's threshold on (the sum of its shipped goods, VAT included);
- to a remote area (제주·도서산간) the vendor's surcharge on top, also where the fee is waived: the carrier charges it in any case.

All charges include VAT. **Tax of the charge**: delivery accompanies the goods (부가가치세법 §14①). A charge for goods that are all
exempt is therefore exempt like them (§26②); in every other case the vendor's delivery is a service at the standard rate. A mixed
parcel is taxed: splitting the charge by goods would understate VAT where the law leaves doubt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from market.core.tax import TaxKind


@dataclass(frozen=True, slots=True)
class DeliveryTerms:
    """A vendor's own terms, in the currency of the checkout."""

    fee: Decimal
    free_from: Decimal | None
    remote_area_surcharge: Decimal


def calculate_delivery_charge(terms: DeliveryTerms, shipped_goods: Decimal | None, *, is_remote: bool) -> Decimal:
    """The charge for goods worth ``shipped_goods`` (gross); None: nothing of this vendor needs shipping."""
    if shipped_goods is None:
        return Decimal(0)
    is_free = terms.free_from is not None and shipped_goods >= terms.free_from
    return (Decimal(0) if is_free else terms.fee) + (terms.remote_area_surcharge if is_remote else Decimal(0))


def calculate_amount_to_free_delivery(terms: DeliveryTerms, shipped_goods: Decimal | None) -> Decimal | None:
    """How much more must be bought until the fee falls away. None: nothing is shipped, or the fee never falls away."""
    if shipped_goods is None or terms.free_from is None:
        return None
    return max(terms.free_from - shipped_goods, Decimal(0))


def delivery_tax_kind(tax_kinds_of_goods: Iterable[str]) -> TaxKind:
    """The tax kind of a charge for goods of these kinds."""
    kinds = set(tax_kinds_of_goods)
    return TaxKind.EXEMPT if kinds == {TaxKind.EXEMPT} else TaxKind.TAXABLE
