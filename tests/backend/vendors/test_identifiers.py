"""Numbers and places of enterprises as papers have them. No database."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from market.vendors.errors import (
    AlreadyDecided,
    ApplicationNotEditable,
    BusinessNumberInvalid,
    RegistryClosed,
    RegistrySuspended,
    RegistryUnchecked,
    RegistryUnknown,
)
from market.vendors.rules import (
    EDITABLE,
    LONGEST_PAUSE,
    NEXT,
    RegistryState,
    business_number_clean,
    check_digit,
    ensure_editable,
    ensure_may_be_approved,
    ensure_may_become,
    ensure_registered,
    format_business_number,
    format_phone,
    is_business_number,
    is_mail_order_number,
    is_postal_code,
    pause_after,
    registry_state_of,
)

NINE = st.text("0123456789", min_size=9, max_size=9)
# Published samples, recomputed by hand (domain facts 5.1).
GOOD = ["110-81-41272", "123-45-67891", "505-81-24020", "120-81-47521", "220-81-62517", "124-81-00998"]


@pytest.mark.parametrize("number", GOOD)
def test_known_numbers_hold(number: str) -> None:
    assert format_business_number(business_number_clean(number)) == number


@pytest.mark.parametrize(
    "text", ["123-45-67890", "", "110-81-4127", "110-81-412720", "１１０-81-41272", "110/81/41272", "abc", "٠" * 10]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(BusinessNumberInvalid) as refused:
        business_number_clean(text)
    assert (refused.value.code, refused.value.field) == ("business_number_invalid", "businessNumber")


@given(NINE)
def test_nine_digits_have_exactly_one_check_digit(nine: str) -> None:
    assert [last for last in range(10) if is_business_number(f"{nine}{last}")] == [check_digit(nine)]


@given(NINE, st.integers(0, 7), st.integers(1, 9))
def test_one_mistyped_digit_is_noticed(nine: str, place: int, shift: int) -> None:
    """The weights 1, 3 and 7 have inverses modulo ten; the ninth digit is weighed twice and is left out here."""
    number = f"{nine}{check_digit(nine)}"
    wrong = f"{number[:place]}{(int(number[place]) + shift) % 10}{number[place + 1 :]}"
    assert not is_business_number(wrong)


@given(NINE, st.lists(st.sampled_from(["-", " ", "\u2013"]), max_size=4))
def test_hyphens_and_blanks_change_nothing(nine: str, between: list[str]) -> None:
    number = f"{nine}{check_digit(nine)}"
    written = "".join(f"{digit}{between[index] if index < len(between) else ''}" for index, digit in enumerate(number))
    assert business_number_clean(written) == number


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        assert is_business_number(business_number_clean(text))
    except BusinessNumberInvalid:
        assert True


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("0212345678", "02-1234-5678"),
        ("02 000 0000", "02-000-0000"),
        ("+82 10-1234-5678", "010-1234-5678"),
        ("01000000000", "010-0000-0000"),
        ("070.0000.0000", "070-0000-0000"),
        ("05041234567", "0504-123-4567"),
        ("15880000", "1588-0000"),
        ("031-000-0000", "031-000-0000"),
        ("0000000000", None),
        ("+1 202 555 0100", None),
        ("02-12", None),
        ("전화 없음", None),
        ("010-0000-0000 ext. 5", None),
    ],
)
def test_phones_are_written_with_hyphens(raw: str, written: str | None) -> None:
    assert format_phone(raw) == written


@given(st.sampled_from(["02", "031", "064", "010", "070", "0505"]), st.integers(100, 9999), st.integers(0, 9999))
def test_a_written_phone_stays_as_it_is(area: str, exchange: int, last: int) -> None:
    written = format_phone(f"{area}{exchange}{last:04d}")
    assume(written is not None)
    assert written == f"{area}-{exchange}-{last:04d}"
    assert format_phone(written) == written


@pytest.mark.parametrize(
    ("text", "is_usual"),
    [
        ("제2024-서울구로-0123호", True),
        ("2019-경기성남 분당-12345", True),
        ("구로 제1234호", False),
        ("없음", False),
        ("", False),
    ],
)
def test_mail_order_numbers_have_a_usual_shape(text: str, is_usual: bool) -> None:
    assert is_mail_order_number(text) == is_usual


@pytest.mark.parametrize(
    ("code", "is_one"), [("08274", True), ("8274", False), ("082740", False), ("０８２７４", False)]
)
def test_a_postcode_has_five_digits(code: str, is_one: bool) -> None:
    assert is_postal_code(code) == is_one


def test_only_what_is_open_leads_somewhere() -> None:
    ends = {status for status, following in NEXT.items() if not following}
    assert ends == {"approved", "declined", "withdrawn"}
    for status in NEXT:
        for to in NEXT:
            if to in NEXT[status]:
                assert ensure_may_become(status, to) is None
            else:
                with pytest.raises(AlreadyDecided):
                    ensure_may_become(status, to)


@pytest.mark.parametrize("status", sorted(NEXT))
def test_only_drafts_and_what_was_sent_back_are_edited(status: str) -> None:
    if status in EDITABLE:
        assert ensure_editable(status) is None
    else:
        with pytest.raises(ApplicationNotEditable):
            ensure_editable(status)


def state(code: str) -> RegistryState:
    return RegistryState(code=code, number="1108141272")


@pytest.mark.parametrize(
    ("code", "to_apply", "to_approve", "with_paper"),
    [
        ("active", None, None, None),
        ("suspended", None, RegistrySuspended, RegistrySuspended),
        ("closed", RegistryClosed, RegistryClosed, RegistryClosed),
        ("unregistered", RegistryUnknown, RegistryUnknown, RegistryUnknown),
        ("unanswered", None, RegistryUnchecked, None),
        ("asking", None, RegistryUnchecked, None),
        (None, None, RegistryUnchecked, None),
    ],
)
def test_what_the_tax_service_says_decides_who_may_come(
    code: str | None, to_apply: type | None, to_approve: type | None, with_paper: type | None
) -> None:
    known = state(code) if code else None
    answers = []
    for ask in (
        lambda: ensure_registered(known),
        lambda: ensure_may_be_approved(known, accepts_unchecked=False),
        lambda: ensure_may_be_approved(known, accepts_unchecked=True),
    ):
        try:
            ask()
            answers.append(None)
        except Exception as error:
            answers.append(type(error))
    assert answers == [to_apply, to_approve, with_paper]


def test_an_answer_belongs_to_its_number() -> None:
    kept = state("active").to_json()
    assert registry_state_of(kept, "1108141272") == state("active")
    assert registry_state_of(kept, "1234567891") is None
    assert registry_state_of({**kept, "unknown": 1}, "1108141272") == state("active")


@given(st.integers(0, 200))
def test_pauses_grow_to_six_hours(attempts: int) -> None:
    assert dt.timedelta(minutes=1) <= pause_after(attempts) <= pause_after(attempts + 1) <= LONGEST_PAUSE
