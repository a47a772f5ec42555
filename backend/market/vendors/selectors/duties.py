"""Which duties of public bodies a purchase counts for on a day: the law's terms and the certificates that count that day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet

from market.core import clock
from market.vendors.models import Certificate, DutyScheme, DutyScope, DutyTerms, Vendor
from market.vendors.selectors.certificates import certificates_counting, vendors_certified


@dataclass(frozen=True)
class Duty:
    """What a duty asks on a day; shares are fractions, None where the law names none."""

    scheme: DutyScheme
    kinds: frozenset[str]
    scope: str
    denominator: str
    share: Decimal | None
    goods_share: Decimal | None
    services_share: Decimal | None
    works_share: Decimal | None
    article: str
    article_en: str
    effective_from: dt.date
    effective_until: dt.date | None


@dataclass(frozen=True)
class CountedDuty:
    """A duty that purchases from an enterprise count for, and the certificates by which they do."""

    duty: Duty
    certificates: tuple[Certificate, ...]

    @property
    def valid_until(self) -> dt.date | None:
        """The last day they count with what is held now; None: no end."""
        ends = [row.valid_until for row in self.certificates]
        return None if None in ends else max(end for end in ends if end is not None)

    @property
    def needs_item_check(self) -> bool:
        """Whether the papers speak of single items, or count for own products only: the buyer looks whether this item is one."""
        return self.duty.scope != DutyScope.SELLER or all(row.kind.is_per_item for row in self.certificates)


def duty_terms_on(day: dt.date) -> QuerySet[DutyTerms]:
    """The terms that hold on a day: at most one of each duty."""
    return DutyTerms.objects.filter(
        Q(effective_until__isnull=True) | Q(effective_until__gte=day), effective_from__lte=day
    )


def duties_on(day: dt.date) -> list[Duty]:
    """The duties of a day in their order: two statements."""
    rows = duty_terms_on(day)
    return [_duty(row) for row in rows.select_related("scheme").prefetch_related("kinds")]


def duties_of(vendor_ids: Sequence[int], duties: Sequence[Duty], day: dt.date) -> dict[int, list[CountedDuty]]:
    """What purchases from each enterprise count for on the day: one statement for all of them."""
    held: dict[int, list[Certificate]] = {vendor_id: [] for vendor_id in vendor_ids}
    for certificate in certificates_counting(vendor_ids, day):
        held[certificate.vendor_id].append(certificate)
    return {vendor_id: duties_by(rows, duties) for vendor_id, rows in held.items()}


def duties_by(certificates: Sequence[Certificate], duties: Iterable[Duty]) -> list[CountedDuty]:
    """What these certificates, which all count, make a purchase count for."""
    found = []
    for duty in duties:
        by = tuple(row for row in certificates if row.kind.code in duty.kinds)
        if by:
            found.append(CountedDuty(duty, by))
    return found


def vendors_counting_for(scheme_codes: Iterable[str]) -> QuerySet[Vendor, int]:
    """Ids of the selling vendors whose goods count for one of these duties today; a code that there is not finds none."""
    return vendors_certified(kinds_by_scheme(clock.today(), scheme_codes=set(scheme_codes)))


def kinds_by_scheme(day: dt.date, *, scheme_codes: set[str]) -> QuerySet[DutyTerms, str]:
    """Codes of the kinds of certificate that count for these duties on the day."""
    return duty_terms_on(day).filter(scheme__code__in=scheme_codes).order_by().values_list("kinds__code", flat=True)


def _duty(row: DutyTerms) -> Duty:
    return Duty(
        scheme=row.scheme,
        kinds=frozenset(kind.code for kind in row.kinds.all()),
        **{
            name: getattr(row, name)
            for name in (
                "scope", "denominator", "share", "goods_share", "services_share", "works_share", "article",
                "article_en", "effective_from", "effective_until",
            )
        },
    )  # fmt: skip
