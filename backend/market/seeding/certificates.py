"""The papers of each enterprise: most of them valid, some about to end, some ended."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from random import Random
from typing import Any

from market.core.clock import seoul_day_start
from market.seeding.copier import Copier
from market.seeding.draw import random_for
from market.seeding.reference import Reference
from market.seeding.sources import Entry, source
from market.seeding.vendors import MAIN_VENDOR, VendorPlan
from market.vendors.models import Certificate, CertificateStatus

SOON_SHARE, ENDED_SHARE, WAITING_SHARE = 0.06, 0.08, 0.02


def load_certificates(copier: Copier, plans: list[VendorPlan], reference: Reference, as_of: dt.date) -> None:
    kinds = {kind["code"]: kind for kind in source("certificate_kinds.yaml")}
    fields = (
        "vendor",
        "kind",
        "number",
        "authority",
        "authority_en",
        "issued_on",
        "valid_until",
        "status",
        "checked_on",
        "item",
        "submitted_at",
    )
    copier.copy(Certificate, fields, _rows(plans, kinds, reference, as_of))


def _rows(
    plans: list[VendorPlan], kinds: dict[str, Entry], reference: Reference, as_of: dt.date
) -> Iterator[tuple[Any, ...]]:
    random = random_for("certificates")
    items = _category_names()
    for plan in plans:
        for code in dict.fromkeys(plan.kinds):
            kind = kinds[code]
            issued, until = _dates(random, plan, kind, as_of)
            is_waiting = random.random() < WAITING_SHARE and code != plan.kinds[0]
            checked = min(issued + dt.timedelta(days=random.randint(1, 20)), as_of)
            status = CertificateStatus.SUBMITTED if is_waiting else CertificateStatus.VERIFIED
            yield (
                plan.id, reference.certificate_kinds[code], _number(random, kind, issued), kind["authority"],
                kind["authority_en"], issued, until, status, None if is_waiting else checked,
                items[plan.categories[0]] if kind["is_per_item"] else "", _handed_in(plan, as_of) if is_waiting else None,
            )  # fmt: skip


def _handed_in(plan: VendorPlan, as_of: dt.date) -> dt.datetime:
    """Some working days ago, in the morning."""
    return seoul_day_start(as_of - dt.timedelta(days=plan.id % 9)) + dt.timedelta(hours=8, minutes=plan.id % 60)


def _category_names() -> dict[str, str]:
    """Names of categories by their keys."""
    names: dict[str, str] = {}
    waiting = list(source("categories.yaml"))
    while waiting:
        entry = waiting.pop()
        names[entry["key"]] = entry["name"]
        waiting += entry.get("children", [])
    return names


def _dates(random: Random, plan: VendorPlan, kind: Entry, as_of: dt.date) -> tuple[dt.date, dt.date | None]:
    """When it was issued and until when it counts, never before its law."""
    first_day = _first_day(kind)
    days = kind.get("validity_days") or (kind["validity_months"] or 0) * 365 // 12
    if not days:
        earliest = max(first_day, dt.date(plan.founded, 12, 1))
        latest = max(plan.joined_at.date(), earliest)
        return earliest + dt.timedelta(days=random.randint(0, max((latest - earliest).days, 0))), None
    until = _end(random, days, as_of, is_calm=plan.name == MAIN_VENDOR)
    if plan.name == MAIN_VENDOR and kind["code"] == "VULNERABLE_RATIO":
        until = as_of + dt.timedelta(days=12)  # so that the demo's vendor centre has something to remind of
    issued = max(until - dt.timedelta(days=days), first_day)
    return min(issued, as_of), until


def _first_day(kind: Entry) -> dt.date:
    day = kind["effective_from"]
    return day if isinstance(day, dt.date) else dt.date.fromisoformat(str(day))


def _end(random: Random, days: int, as_of: dt.date, *, is_calm: bool) -> dt.date:
    """The last valid day: some past, some within two months, most later."""
    fate = 1.0 if is_calm else random.random()
    if fate < ENDED_SHARE:
        return as_of - dt.timedelta(days=random.randint(4, 170))
    if fate < ENDED_SHARE + SOON_SHARE:
        return as_of + dt.timedelta(days=random.randint(3, 60))
    return as_of + dt.timedelta(days=random.randint(61, max(days - 5, 62)))


def _number(random: Random, kind: Entry, issued: dt.date) -> str:
    """The kind's shape, filled; never all zeros."""
    shape = kind["number_pattern"].replace("{yyyy}", str(issued.year))
    return re.sub("#+", lambda found: f"{random.randint(1, 10 ** len(found[0]) - 1):0{len(found[0])}d}", shape)
