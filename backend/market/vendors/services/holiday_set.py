"""Holidays (휴무): goods stay visible and cannot be bought."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from market.core import audit, catalogue_version, clock, outbox
from market.core.actor import Actor
from market.vendors.events import VendorHolidaySet
from market.vendors.locks import vendor_for_update
from market.vendors.models import Vendor
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for
from market.vendors.services.profile_clean import text_clean
from market.vendors.states import ensure_holiday


def holiday_set(*, vendor_id: int, starts_on: dt.date, ends_on: dt.date, note: str, actor: Actor) -> Vendor:
    """Enter or move the holidays, Seoul days, the last one included. What was ordered before keeps its deadline.

    Raises NotFound, InvalidInput.
    """
    ensure_acts_for(vendor_id, actor, Ability.MANAGE_PROFILE)
    words = text_clean(note, field="note", longest=200)
    with transaction.atomic():
        vendor = vendor_for_update(vendor_id)
        ensure_acts_for(vendor_id, actor, Ability.MANAGE_PROFILE)
        ensure_holiday(starts_on, ends_on, today=clock.today(), kept_first=vendor.holiday_from)
        _set(vendor, starts_on, ends_on, words, actor)
    return vendor


def holiday_clear(*, vendor_id: int, actor: Actor) -> Vendor:
    """Call the holidays off, or end them today; goods can be bought at once. Without holidays it changes nothing. Raises NotFound."""
    ensure_acts_for(vendor_id, actor, Ability.MANAGE_PROFILE)
    with transaction.atomic():
        vendor = vendor_for_update(vendor_id)
        ensure_acts_for(vendor_id, actor, Ability.MANAGE_PROFILE)
        if vendor.holiday_from is not None:
            _set(vendor, None, None, "", actor)
    return vendor


def _set(vendor: Vendor, first: dt.date | None, last: dt.date | None, note: str, actor: Actor) -> None:
    vendor.holiday_from, vendor.holiday_until, vendor.holiday_note = first, last, note
    vendor.save(update_fields=["holiday_from", "holiday_until", "holiday_note", "updated_at"])
    outbox.publish(VendorHolidaySet(vendor_id=vendor.pk))
    audit.record(
        actor=actor,
        action="vendors.holiday_set" if first else "vendors.holiday_clear",
        subject_type="Vendor",
        subject_id=vendor.pk,
        first=str(first),
        last=str(last),
    )
    catalogue_version.bump()
