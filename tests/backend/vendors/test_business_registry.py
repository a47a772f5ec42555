"""What the tax service is asked, and what its answers come to; what is answered where its key is not set."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from emulators.nts import NtsStub
from factories.applications import CLOSED, MISMATCHED, SILENT, SUSPENDED, UNREGISTERED, tax_service  # noqa: F401
from market.vendors.gateways.business_registry import RegistryAnswer, RegistryUnavailable, registry
from market.vendors.rules import business_number_clean

NUMBER, OPENED, PERSON = "1108141272", dt.date(2020, 3, 2), "한지우"
BASE = "/api/nts-businessman/v1"


def ask(number: str = NUMBER, *, opened_on: dt.date | None = None, representative: str = "") -> RegistryAnswer:
    return registry().ask(number, opened_on=opened_on, representative=representative)


def test_the_status_is_asked_by_number_under_the_key(tax_service: NtsStub) -> None:  # noqa: F811
    tax_service.register(NUMBER)
    answer = ask()
    assert (answer.code, answer.text, answer.source) == ("active", "계속사업자", "national_tax_service")
    assert answer.tax_type == "부가가치세 일반과세자"
    assert (answer.ended_on, answer.matches) == (None, None)
    ((path, query, body),) = tax_service.asked
    assert (path, query["serviceKey"], body) == (f"{BASE}/status", [tax_service.key], {"b_no": [NUMBER]})


def test_opening_day_and_representative_are_compared_where_both_are_known(tax_service: NtsStub) -> None:  # noqa: F811
    tax_service.register(NUMBER, opened="20200302", representative=PERSON)
    assert ask(opened_on=OPENED, representative=PERSON).matches is True
    path, _, body = tax_service.asked[-1]
    assert path == f"{BASE}/validate"
    assert body == {"businesses": [{"b_no": NUMBER, "start_dt": "20200302", "p_nm": PERSON}]}
    assert ask(opened_on=OPENED, representative="다른이").matches is False
    assert ask(opened_on=OPENED).matches is None


@pytest.mark.parametrize(
    ("code", "ended", "told"), [("02", "", ("suspended", None)), ("03", "20251231", ("closed", dt.date(2025, 12, 31)))]
)
def test_suspended_and_closed_businesses_are_told_apart(
    tax_service: NtsStub,  # noqa: F811
    code: str,
    ended: str,
    told: tuple[str, dt.date | None],
) -> None:
    tax_service.register(NUMBER, code, ended=ended)
    answer = ask()
    assert (answer.code, answer.ended_on) == told


def test_a_number_nobody_registered_is_told_in_the_services_words(tax_service: NtsStub) -> None:  # noqa: F811
    answer = ask()
    assert (answer.code, answer.text) == ("unregistered", "국세청에 등록되지 않은 사업자등록번호입니다.")


@pytest.mark.parametrize(
    ("answer", "calls"),
    [
        ((401, b'{"code": -4}'), 1),
        ((429, b"{}"), 1),
        ((200, b"<html>maintenance</html>"), 1),
        ((200, b'{"data": "nothing"}'), 1),
        ((200, json.dumps({"data": [{"b_no": "1234567891", "b_stt_cd": "01"}]}).encode()), 1),
        ((500, b"{}"), 3),
        ((503, b""), 3),
    ],
)
def test_what_is_no_answer_is_none(tax_service: NtsStub, answer: tuple[int, bytes], calls: int) -> None:  # noqa: F811
    tax_service.register(NUMBER)
    tax_service.break_next(*[answer] * 3)
    with pytest.raises(RegistryUnavailable):
        ask()
    assert len(tax_service.asked) == calls


def test_a_stumble_is_asked_again_at_once(tax_service: NtsStub) -> None:  # noqa: F811
    tax_service.register(NUMBER)
    tax_service.break_next((502, b""))
    assert ask().code == "active"
    assert len(tax_service.asked) == 2


def test_who_answers_too_late_has_not_answered(tax_service: NtsStub) -> None:  # noqa: F811
    tax_service.register(NUMBER)
    tax_service.answer_late(1.0)
    with pytest.raises(RegistryUnavailable):
        ask()
    assert len(tax_service.asked) == 1


def test_nobody_there_is_no_answer(settings: Any) -> None:
    settings.NTS_SERVICE_KEY, settings.NTS_API_BASE = "key", "http://127.0.0.1:9/none"
    with pytest.raises(RegistryUnavailable):
        ask()


def test_a_state_without_the_comparison_is_still_a_state(tax_service: NtsStub) -> None:  # noqa: F811
    tax_service.register(NUMBER, representative=PERSON)
    status = json.dumps({"data": [{"b_no": NUMBER, "b_stt_cd": "01", "b_stt": "계속사업자"}]}).encode()
    tax_service.break_next((200, status), (400, b"{}"))
    answer = ask(opened_on=OPENED, representative=PERSON)
    assert (answer.code, answer.matches) == ("active", None)


@pytest.mark.parametrize(
    ("number", "code", "matches"),
    [
        ("110-81-41272", "active", True),
        (SUSPENDED, "suspended", True),
        (CLOSED, "closed", True),
        (UNREGISTERED, "unregistered", None),
        (MISMATCHED, "active", False),
    ],
)
def test_without_a_key_the_answers_are_always_the_same(number: str, code: str, matches: bool | None) -> None:
    answers = [ask(business_number_clean(number), opened_on=OPENED, representative=PERSON) for _ in range(2)]
    assert answers[0] == answers[1]
    assert (answers[0].code, answers[0].matches, answers[0].source) == (code, matches, "offline")


def test_one_sample_number_never_answers() -> None:
    with pytest.raises(RegistryUnavailable):
        ask(business_number_clean(SILENT))
