"""Whole account numbers, for those who compare them with the bankbook."""

from __future__ import annotations

from collections.abc import Sequence

from market.core import audit
from market.core.actor import Actor
from market.core.permissions import MANAGE_VENDORS
from market.core.sealing import unseal
from market.vendors.models import ApplicationStatus, VendorApplication


def account_numbers_read(applications: Sequence[VendorApplication], *, actor: Actor) -> list[str | None]:
    """The number of each application that waits for this reviewer, None for all others; each reading is written down.

    Who read whose account, and when, has to be told (개인정보의 안전성 확보조치 기준 §8).
    """
    if not actor.has_permission(MANAGE_VENDORS):
        return [None] * len(applications)
    shown = {
        row.pk: unseal(row.sealed_number)
        for row in applications
        if row.status == ApplicationStatus.SUBMITTED and row.applicant_id != actor.user_id and row.sealed_number
    }
    if shown:
        audit.record_each(
            actor=actor,
            action="vendors.application_account_read",
            subject_type="VendorApplication",
            changes={pk: {} for pk in shown},
        )
    return [shown.get(row.pk) for row in applications]
