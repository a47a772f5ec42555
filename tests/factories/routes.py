"""The law as rows and certificates in every state, for rules that need no database."""

from __future__ import annotations

import datetime as dt
import functools
from decimal import Decimal
from typing import Any

from market.seeding.sources import source
from market.vendors.buying_route_rules import Held, RouteRule
from market.vendors.models import Certificate, CertificateStatus
from market.vendors.selectors.certificates import counts_on

DAY = dt.timedelta(days=1)
MILLION = 1_000_000
GOODS, SERVICES = frozenset({"goods"}), frozenset({"services"})
COMPANION = "VULNERABLE_RATIO"
# How a certificate stands on a day: (status, issued so many days later, ends so many days later, revoked so many days later)
STANDING: dict[str, tuple[str, int, int | None, int | None]] = {
    "": (CertificateStatus.VERIFIED, -100, 100, None),
    "last day": (CertificateStatus.VERIFIED, -100, 0, None),
    "first day": (CertificateStatus.VERIFIED, 0, None, None),
    "expired yesterday": (CertificateStatus.VERIFIED, -100, -1, None),
    "from tomorrow": (CertificateStatus.VERIFIED, 1, 100, None),
    "revoked": (CertificateStatus.REVOKED, -100, 100, 0),
    "revoked tomorrow": (CertificateStatus.REVOKED, -100, 100, 1),
    "waiting": (CertificateStatus.SUBMITTED, -100, 100, None),
}


@functools.cache
def law_of(on: dt.date, regime: str = "local") -> tuple[RouteRule, ...]:
    """The market's own file of the law on a day, as ``route_rules`` reads it from the database."""
    return tuple(
        _rule(entry)
        for entry in source("buying_routes.yaml")
        if entry.get("regime", "local") == regime
        and entry["effective_from"] <= on <= (entry.get("effective_until") or dt.date.max)
    )


def _rule(entry: dict[str, Any]) -> RouteRule:
    kept = ("contract_article", "contract_article_en", "quote_article", "quote_article_en")
    own, up_to = entry.get("own_production_from"), entry["up_to"]
    return RouteRule(
        code=entry["code"],
        regime=entry.get("regime", "local"),
        buys=frozenset(kind for kind in ("goods", "services") if entry.get(kind, True)),
        above=Decimal(entry["above"]),
        up_to=None if up_to is None else Decimal(up_to),
        is_up_to_included=not entry.get("below", False),
        quotes=entry["quotes"],
        is_through_platform=entry.get("platform", False),
        kinds=frozenset(entry["kinds"]),
        companion=entry.get("companion"),
        own_production_from=None if own is None else Decimal(own),
        **{name: entry[name] for name in kept},
    )


def certificate_on(on: dt.date, standing: str = "") -> Certificate:
    """One that stands so on the day; not saved."""
    status, issued, ends, revoked = STANDING[standing]
    return Certificate(
        status=status,
        issued_on=on + issued * DAY,
        valid_until=None if ends is None else on + ends * DAY,
        revoked_on=None if revoked is None else on + revoked * DAY,
    )


def held_on(on: dt.date, *named: str) -> list[Held]:
    """What counts of certificates named "KIND" or "KIND: standing"."""
    held: list[Held] = []
    for number, name in enumerate(named, start=1):
        kind, _, standing = name.partition(": ")
        certificate = certificate_on(on, standing)
        if counts_on(certificate, on):
            held.append(Held(number, kind, certificate.valid_until))
    return held
