"""Take in the law as data: how long kinds of certificate count, and which ways of buying they open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from market.core import catalogue_version
from market.vendors.models import BuyingRoute, CertificateKind, Regime

KIND_FIELDS = ("validity_months", "validity_days", "is_validity_maximum", "end_rule", "is_per_item", "register_url")


@dataclass(frozen=True)
class LawChanges:
    """How many rows are now as the files say, and how many rows the files do not name any more (they stay)."""

    kinds: int
    routes: int
    unnamed: int


class LawError(ValueError):
    """A file says what cannot be so."""


def law_load(*, kinds: Iterable[Mapping[str, Any]], routes: Iterable[Mapping[str, Any]]) -> LawChanges:
    """Bring both tables to what the files say. Safe to repeat; nothing is deleted. Raises LawError."""
    with transaction.atomic():
        known = {kind.code: kind for kind in CertificateKind.objects.all()}
        changed = [_kind(known[entry["code"]], entry) for entry in kinds if entry["code"] in known]
        kept = [_route(entry, known, place) for place, entry in enumerate(routes)]
        unnamed = BuyingRoute.objects.exclude(pk__in=kept).count()
        catalogue_version.bump()
    return LawChanges(len(changed), len(kept), unnamed)


def _kind(kind: CertificateKind, entry: Mapping[str, Any]) -> CertificateKind:
    for name in KIND_FIELDS:
        setattr(kind, name, entry.get(name))
    kind.register_url = entry.get("register_url") or ""
    kind.save(update_fields=KIND_FIELDS)
    return kind


def _route(entry: Mapping[str, Any], known: Mapping[str, CertificateKind], place: int) -> int:
    opening = [_known(code, known) for code in entry["kinds"]]
    companion = _known(entry["companion"], known) if entry.get("companion") else None
    values = {
        "effective_until": entry.get("effective_until"),
        "for_goods": entry.get("goods", True),
        "for_services": entry.get("services", True),
        "above": entry["above"],
        "up_to": entry["up_to"],
        "is_up_to_included": not entry.get("below", False),
        "quotes": entry["quotes"],
        "is_through_platform": entry.get("platform", False),
        "companion": companion,
        "own_production_from": entry.get("own_production_from"),
        "sort_order": place,
        **{
            name: entry[name]
            for name in ("contract_article", "contract_article_en", "quote_article", "quote_article_en", "source")
        },
    }
    row, _ = BuyingRoute.objects.update_or_create(
        regime=_regime(entry.get("regime", Regime.LOCAL)),
        code=entry["code"],
        effective_from=entry["effective_from"],
        defaults=values,
    )
    row.kinds.set(opening)
    return row.pk


def _regime(name: str) -> Regime:
    """Raises LawError for a law that is not there."""
    if name not in Regime.values:
        raise LawError(f"no law is called {name}; there are {', '.join(Regime.values)}")
    return Regime(name)


def _known(code: str, known: Mapping[str, CertificateKind]) -> CertificateKind:
    """Raises LawError for a kind that is not there, and for 예비: a designation opens nothing."""
    kind = known.get(code)
    if kind is None:
        raise LawError(f"no kind of certificate is called {code}")
    if kind.is_preliminary:
        raise LawError(f"{code} is a preliminary designation, which opens no way of buying")
    return kind
