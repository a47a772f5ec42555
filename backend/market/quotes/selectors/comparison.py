"""Answers beside each other (비교견적)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from market.core import clock
from market.quotes.models import InvitationStatus, Quote, QuoteLine, QuoteRequest, QuoteRequestItem
from market.quotes.rules import SharedTraits, is_lowest, is_opened
from market.quotes.selectors.independence import shared_between
from market.quotes.selectors.quotes import standing_answers
from market.vendors.models import Certificate, Vendor, VendorStatus
from market.vendors.selectors.certificates import certificates_counting, without_outrun
from market.vendors.selectors.duties import CountedDuty, duties_of, duties_on


@dataclass(frozen=True)
class ComparedQuote:
    """One answer. ``is_lowest``: none that can be chosen is cheaper; ``can_be_chosen``: it stands today and its enterprise sells."""

    quote: Quote
    lines: tuple[QuoteLine, ...]
    is_lowest: bool
    can_be_chosen: bool
    certificates: tuple[Certificate, ...]
    duties: tuple[CountedDuty, ...]
    above_lowest: Decimal


@dataclass(frozen=True)
class SharedPair:
    """Two enterprises that quoted and may not be independent."""

    first: Vendor
    second: Vendor
    traits: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """Enterprises × items, cheapest first."""

    request: QuoteRequest
    items: tuple[QuoteRequestItem, ...]
    quotes: tuple[ComparedQuote, ...]
    declined: tuple[Vendor, ...]
    warnings: tuple[SharedPair, ...]


def comparison_of(request: QuoteRequest) -> Comparison | None:
    """The answers to a request the caller may read, once they are open; None while they are sealed. A fixed number of statements."""
    if not is_opened(request, clock.now()):
        return None
    today = clock.today()
    quotes = list(standing_answers(request.pk).prefetch_related("lines"))
    vendors = {quote.vendor_id: quote.vendor for quote in quotes}
    held: dict[int, list[Certificate]] = {pk: [] for pk in vendors}
    for certificate in certificates_counting(vendors, today):
        held[certificate.vendor_id].append(certificate)
    duties = duties_of(list(vendors), duties_on(today), today)
    choosable = [quote for quote in quotes if can_be_chosen(quote)]
    least = min((quote.total_gross for quote in choosable), default=Decimal(0))
    return Comparison(
        request=request,
        items=tuple(request.items.all()),
        quotes=tuple(
            ComparedQuote(
                quote=quote,
                lines=tuple(quote.lines.all()),
                is_lowest=quote in choosable and is_lowest(quote, choosable),
                can_be_chosen=quote in choosable,
                certificates=tuple(without_outrun(held[quote.vendor_id], today)),
                duties=tuple(duties[quote.vendor_id]),
                above_lowest=quote.total_gross - least,
            )
            for quote in quotes
        ),
        declined=tuple(_declined(request)),
        warnings=tuple(_named(shared_between(vendors), vendors)),
    )


def can_be_chosen(quote: Quote) -> bool:
    """Standing, within its validity, of an enterprise that sells."""
    return (
        quote.replaced_at is None
        and quote.withdrawn_at is None
        and quote.valid_until >= clock.today()
        and quote.vendor.status == VendorStatus.ACTIVE
    )


def _declined(request: QuoteRequest) -> list[Vendor]:
    rows = request.invitations.filter(status=InvitationStatus.DECLINED).select_related("vendor")
    return [row.vendor for row in rows]


def _named(pairs: Sequence[SharedTraits], vendors: dict[int, Vendor]) -> list[SharedPair]:
    return [SharedPair(vendors[pair.first_id], vendors[pair.second_id], pair.traits) for pair in pairs]
