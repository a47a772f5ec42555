"""By which rules an agency buys on a day (기관 구매 기준). Who decides about a purchase asks here, never the rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from market.agencies.models import Agency, AgencyPolicy, AgencyRegime, Law
from market.agencies.models.policies import DEFAULT_HOLD_DAYS
from market.core.errors import NotFound

LAW_OF_REGIME = {AgencyRegime.LOCAL.value: Law.LOCAL, AgencyRegime.STATE.value: Law.STATE}
"""An agency with rules of its own names its base law in its policy; until it does, it is that of local governments."""


@dataclass(frozen=True, kw_only=True)
class Policy:
    """The rules of one agency on one day. Amounts in won; None: the law's own (for ``direct_order_up_to``: any amount).

    ``quote_omit_below``, ``one_quote_up_to``, ``comparison_from`` and ``split_warning_from`` are compared with the price without VAT,
    ``direct_order_up_to`` with what is paid. ``policy_id`` None: the agency has set nothing for that day.
    """

    agency_id: int
    regime: str
    law: Law
    quote_omit_below: Decimal | None = None
    one_quote_up_to: Decimal | None = None
    comparison_from: Decimal | None = None
    split_warning_from: Decimal | None = None
    direct_order_up_to: Decimal | None = None
    hold_days: int = DEFAULT_HOLD_DAYS
    policy_id: int | None = None
    effective_from: dt.date | None = None
    effective_until: dt.date | None = None

    @property
    def may_widen(self) -> bool:
        """Whether own limits may lie above the law's: only with rules of the agency's own."""
        return self.regime == AgencyRegime.OWN_RULES

    def orders_directly(self, total: Decimal) -> bool:
        """Whether a purchase of so much (won, VAT included) needs no request (품의)."""
        return self.direct_order_up_to is None or (self.direct_order_up_to > 0 and total <= self.direct_order_up_to)


def policy_rows(agency_ids: Iterable[int]) -> QuerySet[AgencyPolicy]:
    """Every policy these agencies ever set, the latest first."""
    return AgencyPolicy.objects.filter(agency_id__in=list(agency_ids)).order_by("agency_id", "-effective_from")


def policy_on(agency_id: int, day: dt.date) -> Policy:
    """The rules of that Seoul day. Raises NotFound for an agency that does not exist."""
    found = policies_on([agency_id], day).get(agency_id)
    if found is None:
        raise NotFound("agency")
    return found


def policies_on(agency_ids: Iterable[int], day: dt.date) -> dict[int, Policy]:
    """As ``policy_on`` for several agencies in two statements."""
    regimes = dict(Agency.objects.filter(pk__in=list(agency_ids)).values_list("pk", "regime"))
    rows: dict[int, AgencyPolicy] = {}
    for row in policy_rows(regimes).filter(effective_from__lte=day):
        rows.setdefault(row.agency_id, row)  # the latest that has begun
    return {agency_id: _policy(agency_id, regime, rows.get(agency_id), day) for agency_id, regime in regimes.items()}


def _policy(agency_id: int, regime: str, row: AgencyPolicy | None, day: dt.date) -> Policy:
    if row is None or (row.effective_until is not None and row.effective_until < day):
        return Policy(agency_id=agency_id, regime=regime, law=LAW_OF_REGIME.get(regime, Law.LOCAL))
    return policy_of(row, regime)


def policy_of(row: AgencyPolicy, regime: str) -> Policy:
    """One row as rules."""
    return Policy(
        agency_id=row.agency_id,
        regime=regime,
        law=Law(row.law),
        quote_omit_below=row.quote_omit_below,
        one_quote_up_to=row.one_quote_up_to,
        comparison_from=row.comparison_from,
        split_warning_from=row.split_warning_from,
        direct_order_up_to=row.direct_order_up_to,
        hold_days=row.hold_days,
        policy_id=row.pk,
        effective_from=row.effective_from,
        effective_until=row.effective_until,
    )
