"""What is answered about one enterprise's part of a basket: plain values that can be stored with a request and read again later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from enum import Enum
from typing import Any

from market.procurement.route_rules import Verdict


class RouteWarning(Enum):
    """What a buyer should look at; none of them forbids anything."""

    SPLIT_PURCHASE = "split_purchase"
    REPEATED_CATEGORY = "repeated_category"
    OWN_PRODUCTION = "own_production"
    CERTIFICATE_ENDS = "certificate_ends"
    COMPANION_MISSING = "companion_missing"


@dataclass(frozen=True, kw_only=True)
class RoutePaper:
    """A certificate the way rests on; ``item``: what it speaks of, where a kind is per item."""

    kind: str
    name: str
    name_en: str
    number: str
    valid_until: dt.date | None
    item: str = ""


@dataclass(frozen=True, kw_only=True)
class RouteNote:
    """One warning in words."""

    code: RouteWarning
    text: str
    text_en: str


@dataclass(frozen=True, kw_only=True)
class BetterWay:
    """What one certificate more would open. ``is_near``: the enterprise held one of the kinds, or lacks the companion only."""

    kinds: tuple[str, ...]
    verdict: Verdict
    quotes: int
    is_through_platform: bool
    is_companion: bool
    is_near: bool
    text: str
    text_en: str


@dataclass(frozen=True, kw_only=True)
class BasketRoute:
    """How one enterprise's part may be bought. ``amount``: won without VAT (추정가격); ``bought``: what the department had bought from
    it in the fiscal year before. Articles are empty for an open tender."""

    vendor_id: int
    vendor_name: str
    vendor_name_en: str
    law: str
    judged_on: dt.date
    fiscal_year: int
    amount: Decimal
    buys: tuple[str, ...]
    verdict: Verdict
    quotes: int
    is_through_platform: bool
    is_by_house: bool
    contract_article: str
    contract_article_en: str
    quote_article: str
    quote_article_en: str
    reason: str
    reason_en: str
    open_until: dt.date | None
    bought: Decimal
    papers: tuple[RoutePaper, ...] = ()
    notes: tuple[RouteNote, ...] = ()
    better: tuple[BetterWay, ...] = ()

    def has(self, warning: RouteWarning) -> bool:
        return any(note.code is warning for note in self.notes)

    def as_json(self) -> dict[str, Any]:
        """Values that JSON knows; ``from_json`` reads them again."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> BasketRoute:
        """An answer as it was stored; fields that it does not know any more are left out."""
        known = {field.name for field in fields(cls)}
        given = {name: value for name, value in stored.items() if name in known}
        papers = tuple(
            RoutePaper(**{**row, "valid_until": _day(row["valid_until"])}) for row in stored.get("papers", ())
        )
        notes = tuple(RouteNote(**{**row, "code": RouteWarning(row["code"])}) for row in stored.get("notes", ()))
        better = tuple(
            BetterWay(**{**row, "kinds": tuple(row["kinds"]), "verdict": Verdict(row["verdict"])})
            for row in stored.get("better", ())
        )
        return cls(
            **{
                **given,
                "judged_on": dt.date.fromisoformat(stored["judged_on"]),
                "open_until": _day(stored["open_until"]),
                "amount": Decimal(stored["amount"]),
                "bought": Decimal(stored["bought"]),
                "buys": tuple(stored["buys"]),
                "verdict": Verdict(stored["verdict"]),
                "papers": papers,
                "notes": notes,
                "better": better,
            }
        )


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)
