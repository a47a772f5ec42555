"""The register of businesses: the national tax service's public API (data.go.kr 15081808), and an offline stand-in for it.

Never called inside a transaction: it waits for the network. Only reads, so each call may be repeated.
"""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass
from typing import Any, Protocol

import httpx
from django.conf import settings
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential

logger = logging.getLogger(__name__)
logging.getLogger("httpx").setLevel(logging.WARNING)  # it would note every address, and the key stands in ours
TAX_SERVICE, OFFLINE = "national_tax_service", "offline"
CODES = {"01": "active", "02": "suspended", "03": "closed"}  # b_stt_cd: 계속, 휴업, 폐업
TEXTS = {
    "active": "계속사업자",
    "suspended": "휴업자",
    "closed": "폐업자",
    "unregistered": "국세청에 등록되지 않은 사업자등록번호입니다.",
}


@dataclass(frozen=True, kw_only=True)
class RegistryAnswer:
    """What the register says of one number. ``code``: active, suspended, closed or unregistered.

    ``matches``: whether opening day and representative are the registered ones; None where it was not asked or not answered.
    """

    code: str
    text: str
    source: str
    tax_type: str = ""
    ended_on: dt.date | None = None
    matches: bool | None = None


class RegistryUnavailable(Exception):
    """No usable answer; the same question may be answered later."""


class BusinessRegistry(Protocol):
    """Who can say whether a business is in business."""

    def ask(self, number: str, *, opened_on: dt.date | None, representative: str) -> RegistryAnswer:
        """The state of the number, and whether opening day and representative are right where both are given.

        Raises RegistryUnavailable.
        """
        ...


def registry() -> BusinessRegistry:
    """The tax service where its key is set, the offline answers otherwise."""
    if settings.NTS_SERVICE_KEY:
        return TaxService(
            base=settings.NTS_API_BASE, key=settings.NTS_SERVICE_KEY, timeout=settings.NTS_TIMEOUT_SECONDS
        )
    return OfflineRegistry()


class _Again(RegistryUnavailable):
    """Worth another try at once: the connection broke, or the service stumbled."""


class TaxService:
    """``/status`` for the state, ``/validate`` for opening day and representative. A hundred numbers a call at most; we ask one."""

    def __init__(self, *, base: str, key: str, timeout: float) -> None:
        self._base, self._key, self._timeout = base, key, timeout

    def ask(self, number: str, *, opened_on: dt.date | None, representative: str) -> RegistryAnswer:
        found = self._row("/status", {"b_no": [number]}, number)
        code = CODES.get(str(found.get("b_stt_cd") or ""))
        if code is None:
            return RegistryAnswer(
                code="unregistered", text=str(found.get("tax_type") or TEXTS["unregistered"]), source=TAX_SERVICE
            )
        return RegistryAnswer(
            code=code,
            text=str(found.get("b_stt") or TEXTS[code]),
            source=TAX_SERVICE,
            tax_type=str(found.get("tax_type") or ""),
            ended_on=_day(found.get("end_dt")),
            matches=self._matches(number, opened_on, representative),
        )

    def _matches(self, number: str, opened_on: dt.date | None, representative: str) -> bool | None:
        """The state is worth more than this: without an answer it is left open."""
        if opened_on is None or not representative:
            return None
        business = {"b_no": number, "start_dt": opened_on.strftime("%Y%m%d"), "p_nm": representative}
        try:
            found = self._row("/validate", {"businesses": [business]}, number)
        except RegistryUnavailable:
            return None
        return {"01": True, "02": False}.get(str(found.get("valid") or ""))

    def _row(self, path: str, body: dict[str, Any], number: str) -> dict[str, Any]:
        content = self._post(path, body)
        rows = content.get("data") if isinstance(content, dict) else None
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, dict) and row.get("b_no") == number:
                return row
        raise RegistryUnavailable("the answer does not speak of the number")

    @retry(
        retry=retry_if_exception_type(_Again),
        stop=stop_after_attempt(3),
        wait=wait_exponential(multiplier=0.1, max=0.5),
        reraise=True,
    )
    def _post(self, path: str, body: dict[str, Any]) -> Any:
        params = {"serviceKey": self._key, "returnType": "JSON"}
        try:
            answer = httpx.post(f"{self._base}{path}", params=params, json=body, timeout=self._timeout)
        except httpx.TimeoutException as error:
            raise RegistryUnavailable(f"no answer in time: {type(error).__name__}") from error
        except httpx.TransportError as error:
            raise _Again(f"cannot be reached: {type(error).__name__}") from error
        if answer.status_code >= 500:
            raise _Again(f"answered {answer.status_code}")
        if not answer.is_success:  # a wrong key, too many calls: the operator's business, never the applicant's
            logger.error("the tax service refuses: %s", answer.status_code)
            raise RegistryUnavailable(f"refused with {answer.status_code}")
        try:
            return answer.json()
        except ValueError as error:
            raise RegistryUnavailable("answered without JSON") from error


def _day(text: Any) -> dt.date | None:
    try:
        return dt.datetime.strptime(str(text or ""), "%Y%m%d").replace(tzinfo=dt.UTC).date()
    except ValueError:
        return None


class OfflineRegistry:
    """Answers without a network, always alike: every number is in business but these, which are there to be tried.

    999-00-00020 휴업 · 999-00-00035 폐업 · 999-00-00049 not registered · 999-00-00054 no answer · 999-00-00068 other opening day.
    """

    SAMPLES = {"9990000020": "suspended", "9990000035": "closed", "9990000049": "unregistered"}
    SILENT, MISMATCHED = "9990000054", "9990000068"
    CLOSED_ON = dt.date(2025, 12, 31)

    def ask(self, number: str, *, opened_on: dt.date | None, representative: str) -> RegistryAnswer:
        if number == self.SILENT:
            raise RegistryUnavailable("the sample number that never answers")
        code = self.SAMPLES.get(number, "active")
        is_asked = opened_on is not None and bool(representative) and code != "unregistered"
        return RegistryAnswer(
            code=code,
            text=TEXTS[code],
            source=OFFLINE,
            tax_type="부가가치세 일반과세자" if code == "active" else "",
            ended_on=self.CLOSED_ON if code == "closed" else None,
            matches=number != self.MISMATCHED if is_asked else None,
        )
