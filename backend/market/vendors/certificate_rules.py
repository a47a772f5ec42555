"""Pure rules of certificates: from which state to which, how long a kind may count, when to remind, what comes back."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from market.core.errors import InvalidInput, Required
from market.vendors.certificate_errors import CertificateNotDecidable

# By the values of models.CertificateStatus. What was refused or taken back stays as it is: a new paper is a new certificate.
TRANSITIONS: dict[str, frozenset[str]] = {
    "draft": frozenset({"submitted", "withdrawn"}),
    "submitted": frozenset({"verified", "rejected", "withdrawn"}),
    "verified": frozenset({"revoked"}),
    "rejected": frozenset(),
    "revoked": frozenset(),
    "withdrawn": frozenset(),
}
REMIND_BEFORE = (7, 30, 60)  # days before the end, the nearest first
EARLIEST = dt.date(1995, 1, 1)  # no law this market knows is older


@dataclass(frozen=True, kw_only=True)
class Validity:
    """How long certificates of a kind count: ``end`` is a value of EndRule; ``days`` wins over ``months``."""

    end: str
    days: int | None = None
    months: int | None = None
    is_maximum: bool = False

    def last_day(self, issued_on: dt.date) -> dt.date | None:
        """The last day by the law. The day of issue is not counted (민법 §157): 180 days from 24 March end on 20 September."""
        if self.days:
            return issued_on + dt.timedelta(days=self.days)
        return _months_later(issued_on, self.months) if self.months else None


def ensure_transition(status: str, to: str) -> None:
    """Raises CertificateNotDecidable."""
    if to not in TRANSITIONS[status]:
        raise CertificateNotDecidable("id", status=status)


def ensure_dates(issued_on: dt.date, valid_until: dt.date | None, validity: Validity, *, today: dt.date) -> None:
    """Dates as the law has them for the kind, and still worth checking today. Raises Required, InvalidInput."""
    if issued_on > today:
        raise InvalidInput("issuedOn", "발급일이 오늘보다 뒤예요.", "The day of issue lies in the future.")
    if issued_on < EARLIEST:
        raise InvalidInput("issuedOn", "발급일을 다시 확인해 주세요.", "Please check the day of issue.")
    if valid_until is None:
        if validity.end == "required":
            raise Required("validUntil")
        return
    if validity.end == "none":
        raise InvalidInput(
            "validUntil",
            "이 인증은 기한이 없어요. 칸을 비워 주세요.",
            "A certificate of this kind has no end. Please leave this empty.",
        )
    if valid_until < issued_on:
        raise InvalidInput("validUntil", "발급일보다 빠른 날이에요.", "This lies before the day of issue.")
    if valid_until < today:
        raise InvalidInput("validUntil", "이미 끝난 인증서예요.", "This certificate has ended already.")
    _ensure_within_law(issued_on, valid_until, validity)


def _ensure_within_law(issued_on: dt.date, valid_until: dt.date, validity: Validity) -> None:
    last = validity.last_day(issued_on)
    if last is not None and validity.is_maximum and valid_until > last:
        raise InvalidInput(
            "validUntil",
            f"법이 정한 기한은 {last.year}년 {last.month}월 {last.day}일까지예요.",
            f"By law it counts until {last.isoformat()} at the latest.",
        )


def _months_later(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or that month's last (민법 §160)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def reminder_due(valid_until: dt.date, today: dt.date) -> int | None:
    """Which reminder stands at: the nearest one whose day has come. One that was missed is not made up for by another."""
    left = (valid_until - today).days
    if left < 0:
        return None
    return next((days for days in REMIND_BEFORE if left <= days), None)
