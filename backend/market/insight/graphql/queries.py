"""Reading what sells."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

import graphene
from graphql import GraphQLError

from market.core import clock
from market.core.global_ids import BadGlobalId, int_pk
from market.core.graphql.scalars import Date
from market.insight.graphql.types import VendorActivityReport, VendorInsight
from market.insight.rules import LONGEST_PERIOD, Period
from market.insight.selectors.access import vendor_figures_of
from market.insight.selectors.completeness import completeness_of
from market.insight.selectors.listing_figures import listing_figures, views_of
from market.insight.selectors.missed_searches import missed_searches
from market.insight.selectors.sales import sales_of, weeks_of
from market.insight.selectors.vendor_activity import VendorActivity, vendor_activity

WEEKS = 12
USUAL_DAYS = 30
ACTIVITY_DAYS = 90
MOST_DAYS = 730
EARLIEST, LATEST = dt.date(2000, 1, 1), dt.date(2200, 1, 1)


class InsightQueries:
    vendor_insight = graphene.Field(
        VendorInsight,
        vendor=graphene.ID(required=True, description="ID of the enterprise."),
        period_start=graphene.Argument(Date, description="First Seoul day; 30 days ago unless told."),
        period_end=graphene.Argument(Date, description="Last Seoul day; today unless told."),
        description="What an enterprise sold and why not more: for its members who see figures, and staff who read reports.",
    )
    vendor_activity = graphene.Field(
        VendorActivityReport,
        days=graphene.Int(default_value=ACTIVITY_DAYS, description="How many days to look back, 1 to 730."),
        required=True,
        description="Which of the listed enterprises sell, for staff who read reports.",
    )

    @staticmethod
    def resolve_vendor_insight(
        root: Any, info: Any, vendor: str, period_start: dt.date | None = None, period_end: dt.date | None = None
    ) -> dict[str, Any] | None:
        found = vendor_figures_of(vendor_id=_pk(vendor), viewer=info.context.actor)
        if found is None:
            return None
        period = _period(period_start, period_end)
        now, before, year_before = sales_of(found.pk, (period, period.before(), period.year_before()))
        return {
            "vendor": found,
            "sales": now,
            "before": before,
            "year_before": year_before,
            "views": partial(views_of, found.pk, period),
            "weeks": partial(weeks_of, found.pk, period.end, WEEKS),
            "listings": partial(listing_figures, found.pk, period),
            "missed_searches": partial(missed_searches, found.pk),
            "completeness": partial(completeness_of, found.pk),
        }

    @staticmethod
    def resolve_vendor_activity(root: Any, info: Any, days: int | None = None) -> VendorActivity:
        wanted = ACTIVITY_DAYS if days is None else days
        return vendor_activity(days=max(1, min(wanted, MOST_DAYS)), viewer=info.context.actor)


def _pk(global_id: str) -> int:
    """The key of an enterprise; one that no row has for what is no id of one."""
    try:
        return int_pk(global_id, "Vendor")
    except BadGlobalId:
        return 0


def _period(start: dt.date | None, end: dt.date | None) -> Period:
    last = end or clock.today()
    first = start or last - dt.timedelta(days=USUAL_DAYS - 1)
    if not EARLIEST <= first <= last <= LATEST or (last - first).days >= LONGEST_PERIOD:
        raise GraphQLError("The period must end on or after the day it starts, and hold two years at most.")
    return Period(first, last)
