"""The weekly note: how the week went, and what would help most."""

from __future__ import annotations

import datetime as dt

from market.insight.rules import Period
from market.insight.selectors.completeness import completeness_of
from market.insight.selectors.listing_figures import listing_figures
from market.insight.selectors.missed_searches import missed_searches
from market.insight.selectors.sales import sales_of
from market.notifications.enums import MailKind
from market.notifications.flows.writers.registry import account_of, writes
from market.notifications.letters.insight import WeekFacts, weekly_note
from market.notifications.letters.letter import Letter, NothingToSay
from market.notifications.models import Mail
from market.vendors.models import VendorMember
from market.vendors.permissions import Ability, roles_with

BEST, MISSED = 3, 3


@writes(MailKind.WEEKLY_NOTE)
def _weekly_note(mail: Mail) -> Letter:
    _, voice = account_of(mail)
    membership = (
        VendorMember.objects.filter(
            vendor_id=mail.params["vendor_id"], user_id=mail.user_id or 0, role__in=roles_with(Ability.SEE_FIGURES)
        )
        .select_related("vendor")
        .first()
    )
    if membership is None:
        raise NothingToSay("the person does not work there any more")
    start = dt.date.fromisoformat(mail.params["week_start"])
    period = Period(start, start + dt.timedelta(days=6))
    now, before = sales_of(membership.vendor_id, (period, period.before()))
    listings = listing_figures(membership.vendor_id, period)
    return weekly_note(
        WeekFacts(
            vendor_name=voice.named(membership.vendor.name, membership.vendor.name_en),
            start=period.start,
            end=period.end,
            amount=now.amount.amount,
            amount_before=before.amount.amount,
            order_count=now.order_count,
            views=sum(listing.views for listing in listings),
            best=[(one.name, one.quantity, one.amount.amount) for one in listings[:BEST] if one.quantity > 0],
            completeness=completeness_of(membership.vendor_id),
            missed=missed_searches(membership.vendor_id, limit=MISSED),
        ),
        voice,
    )
