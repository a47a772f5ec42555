"""Take in the duties of public bodies (우선구매) as data: which certificates count, and how much must be bought."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction

from market.core import catalogue_version
from market.vendors.models import CertificateKind, DutyDenominator, DutyScheme, DutyScope, DutyTerms
from market.vendors.services.law_load import LawError

SCHEME_TEXTS = ("name", "name_en", "short_name", "short_name_en", "authority", "authority_en")
SHARES = {"total": "share", "goods": "goods_share", "services": "services_share", "works": "works_share"}


def duties_load(*, schemes: Iterable[Mapping[str, Any]]) -> int:
    """Bring duties and their terms to what the file says; returns how many terms it names. Safe to repeat; nothing is deleted.

    Raises LawError for terms whose days overlap, an unknown kind of certificate and a preliminary one, which counts for no duty.
    """
    with transaction.atomic():
        known = {kind.code: kind for kind in CertificateKind.objects.all()}
        count = 0
        for place, entry in enumerate(schemes):
            values = {name: entry[name] for name in SCHEME_TEXTS}
            scheme, _ = DutyScheme.objects.update_or_create(
                code=entry["code"], defaults={**values, "sort_order": place}
            )
            _ensure_one_a_day(entry["code"], entry["terms"])
            for terms in entry["terms"]:
                _terms(scheme, terms, known)
                count += 1
        catalogue_version.bump()
    return count


def _terms(scheme: DutyScheme, entry: Mapping[str, Any], known: Mapping[str, CertificateKind]) -> None:
    shares = entry.get("shares") or {}
    if unknown := set(shares) - set(SHARES):
        raise LawError(f"{scheme.code}: no share is called {', '.join(sorted(unknown))}")
    if not entry["kinds"]:
        raise LawError(f"{scheme.code}: no kind of certificate counts for it")
    kinds = [_counting(code, scheme.code, known) for code in entry["kinds"]]
    row, _ = DutyTerms.objects.update_or_create(
        scheme=scheme,
        effective_from=entry["effective_from"],
        defaults={
            "effective_until": entry.get("effective_until"),
            "scope": DutyScope(entry.get("scope", DutyScope.SELLER)),
            "denominator": entry.get("denominator", DutyDenominator.NONE),
            **{column: _fraction(shares.get(name)) for name, column in SHARES.items()},
            **{name: entry[name] for name in ("article", "article_en", "source")},
        },
    )
    row.kinds.set(kinds)


def _ensure_one_a_day(code: str, entries: Sequence[Mapping[str, Any]]) -> None:
    """On no day two terms hold. Raises LawError."""
    spans = sorted((entry["effective_from"], entry.get("effective_until") or dt.date.max) for entry in entries)
    for (_, until), (start, _) in itertools.pairwise(spans):
        if start <= until:
            raise LawError(f"{code}: two terms hold on {start}")


def _counting(code: str, scheme: str, known: Mapping[str, CertificateKind]) -> CertificateKind:
    kind = known.get(code)
    if kind is None:
        raise LawError(f"{scheme}: no kind of certificate is called {code}")
    if kind.is_preliminary:
        raise LawError(f"{scheme}: {code} is a preliminary designation, which counts for no duty")
    return kind


def _fraction(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))
