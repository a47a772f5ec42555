"""What delivery costs, how it is taxed, and when a method is offered. Pure.

Each vendor ships for itself. A method with a price in its channel charges that price for each vendor's parcel (docs/adr/0014); with a
method without one each vendor charges by its own terms, which are in won:

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


TERMS_CURRENCY = "KRW"  # of the vendors' own terms; a channel in another currency needs listed prices


@dataclass(frozen=True, slots=True)
class PostalRange:
    """Postcodes from ``start`` to ``end``; from ``start`` upwards where the end is empty."""

    start: str
    end: str
    inclusion: str

    def holds(self, code: str) -> bool:
        start, end = postal_key(self.start), postal_key(self.end)
        return start <= code and (not end or code <= end)


@dataclass(frozen=True, slots=True)
class MethodTerms:
    """When a method is offered. ``out_of_reach``: variants that none of its zone's warehouses keep."""

    limits: str
    minimum_price: Decimal | None = None
    maximum_price: Decimal | None = None
    minimum_grams: int | None = None
    maximum_grams: int | None = None
    postal_codes: tuple[PostalRange, ...] = ()
    excluded_products: frozenset[int] = frozenset()
    out_of_reach: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Consignment:
    """What is to travel where: the price of all goods after discounts, the weight of what is shipped."""

    postal_code: str
    price: Decimal
    grams: int
    product_ids: frozenset[int]
    shipped_variant_ids: frozenset[int]


def postal_key(code: str) -> str:
    """A postcode as it is compared: without blanks and hyphens, in capitals."""
    return "".join(code.split()).replace("-", "").upper()


def is_offered(terms: MethodTerms, goods: Consignment) -> bool:
    """Whether the method takes these goods there. A method looks at the price or at the weight, never at both, as in Saleor."""
    if terms.excluded_products & goods.product_ids or terms.out_of_reach & goods.shipped_variant_ids:
        return False
    if terms.limits == "weight":
        is_within = _is_between(terms.minimum_grams, goods.grams, terms.maximum_grams)
    else:
        is_within = _is_between(terms.minimum_price, goods.price, terms.maximum_price)
    return is_within and goes_to(terms.postal_codes, goods.postal_code)


def goes_to(ranges: Iterable[PostalRange], postal_code: str) -> bool:
    """No excluding range holds the postcode, and one of the including ones does where there are any."""
    code = postal_key(postal_code)
    including = []
    for one in ranges:
        if one.inclusion == "include":
            including.append(one)
        elif one.holds(code):
            return False
    return not including or any(one.holds(code) for one in including)


def _is_between(least: Decimal | int | None, value: Decimal | int, most: Decimal | int | None) -> bool:
    return (least is None or value >= least) and (most is None or value <= most)


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
