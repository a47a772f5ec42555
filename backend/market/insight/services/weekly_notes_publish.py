"""Ask for the week's notes."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from market.core import clock, outbox
from market.insight.events import WeeklyNoteDue
from market.insight.models import WeeklyNote
from market.insight.rules import week_of
from market.vendors.models import Vendor, VendorStatus


def weekly_notes_publish() -> int:
    """One event for each enterprise that sells and has people, about the week that ended. Repeating it does nothing. Returns how many."""
    week_start = week_of(clock.today()) - dt.timedelta(weeks=1)
    done = WeeklyNote.objects.filter(week_start=week_start).values("vendor_id")
    waiting = (
        Vendor.objects.filter(status=VendorStatus.ACTIVE, members__isnull=False, joined_at__lt=clock.now())
        .exclude(pk__in=done)
        .distinct()
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    count = 0
    for vendor_id in waiting:
        with transaction.atomic():
            _, is_new = WeeklyNote.objects.get_or_create(vendor_id=vendor_id, week_start=week_start)
            if is_new:
                outbox.publish(WeeklyNoteDue(vendor_id=vendor_id, week_start=week_start))
                count += 1
    return count
