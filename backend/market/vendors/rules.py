"""Pure rules about enterprises: their numbers, where they can be reached, and the course of an application."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import phonenumbers

from market.vendors.errors import (
    AlreadyDecided,
    ApplicationNotEditable,
    BusinessNumberInvalid,
    RegistryClosed,
    RegistrySuspended,
    RegistryUnchecked,
    RegistryUnknown,
)

# Check digit of a 사업자등록번호 (domain facts 5.1): weights of the first nine digits, and the ninth once more by 5 / 10.
NUMBER_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
NUMBER_SHAPE = re.compile(r"^\d{10}$", re.ASCII)
POSTAL_CODE_SHAPE = re.compile(r"^\d{5}$", re.ASCII)  # 국가기초구역번호, 도로명주소법 시행령 §33
ACCOUNT_SHAPE = re.compile(r"^\d{10,16}$", re.ASCII)
# Without the leading 0: 15xx, 16xx and 18xx services, or area (2, 31, 10, 70, 504 …), exchange and the last four.
PHONE_SHAPE = re.compile(r"^(1[568]\d{6})$|^(2|50\d|[1-8]\d)(\d{3,4})(\d{4})$", re.ASCII)
# 제2024-서울구로-0123호; older offices write it otherwise, so whatever names a year and a number in this way is believed.
MAIL_ORDER_SHAPE = re.compile(r"^제?\s*\d{4}\s*-\s*[가-힣A-Za-z ]{1,20}\s*-\s*\d{1,6}\s*호?$")


def digits_of(text: str) -> str:
    """Only the digits 0 to 9, whatever somebody put between them."""
    return "".join(character for character in text if character in "0123456789")


def check_digit(first_nine: str) -> int:
    """The tenth digit that belongs to the first nine of a business number."""
    digits = [int(character) for character in first_nine]
    total = sum(digit * weight for digit, weight in zip(digits, NUMBER_WEIGHTS, strict=True)) + digits[8] * 5 // 10
    return (10 - total % 10) % 10


def is_business_number(number: str) -> bool:
    """Whether ten digits end on their check digit."""
    return bool(NUMBER_SHAPE.match(number)) and int(number[9]) == check_digit(number[:9])


def business_number_clean(text: str, *, field: str = "businessNumber") -> str:
    """Ten digits of a number written with or without hyphens. Raises BusinessNumberInvalid."""
    number = re.sub(r"[\s\-\u2010-\u2015]", "", text)
    if not is_business_number(number):
        raise BusinessNumberInvalid(field)
    return number


def format_business_number(number: str) -> str:
    """``NNN-NN-NNNNN``; what is not ten digits stays as it is."""
    return f"{number[:3]}-{number[3:5]}-{number[5:]}" if NUMBER_SHAPE.match(number) else number


def is_mail_order_number(text: str) -> bool:
    """Whether a 통신판매업 신고번호 looks like one: 제YYYY-지역-번호호."""
    return bool(MAIL_ORDER_SHAPE.match(text.strip()))


def is_postal_code(text: str) -> bool:
    return bool(POSTAL_CODE_SHAPE.match(text))


def is_account_number(digits: str) -> bool:
    return bool(ACCOUNT_SHAPE.match(digits))


def format_phone(raw: str) -> str | None:
    """A Korean number with hyphens (02-000-0000, 010-0000-0000, 1588-0000), or None when it is none.

    +82 becomes the leading 0. Sample and service numbers are possible without being assigned.
    """
    try:
        number = phonenumbers.parse(raw, "KR")
    except phonenumbers.NumberParseException:
        return None
    if number.country_code != 82 or number.extension or not phonenumbers.is_possible_number(number):
        return None
    shape = PHONE_SHAPE.match(str(number.national_number) if number.national_number else "")
    if shape is None:
        return None
    service, *parts = shape.groups()
    return f"{service[:4]}-{service[4:]}" if service else f"0{'-'.join(filter(None, parts))}"


# The course of an application, by the values of models.ApplicationStatus.
EDITABLE = frozenset({"draft", "returned"})
OPEN = frozenset({"draft", "submitted", "returned"})
NEXT: dict[str, frozenset[str]] = {
    "draft": frozenset({"submitted", "withdrawn"}),
    "submitted": frozenset({"returned", "approved", "declined", "withdrawn"}),
    "returned": frozenset({"submitted", "withdrawn"}),
    "approved": frozenset(),
    "declined": frozenset(),
    "withdrawn": frozenset(),
}


def ensure_editable(status: str) -> None:
    """Only a draft, or what was sent back, is changed and sent. Raises ApplicationNotEditable."""
    if status not in EDITABLE:
        raise ApplicationNotEditable("id")


def ensure_may_become(status: str, to: str) -> None:
    """Raises AlreadyDecided where the course of an application does not lead from the one to the other."""
    if to not in NEXT[status]:
        raise AlreadyDecided("id")


@dataclass(frozen=True, kw_only=True)
class RegistryState:
    """What the tax service said of a number, and when; kept as JSON with the application.

    ``code``: active (계속), suspended (휴업), closed (폐업), unregistered, asking (the question is under way) or unanswered.
    ``matches``: whether opening day and representative are the registered ones; None when it was not asked or not answered.
    ``attempts`` without an answer, and ``ask_at``, when it is asked again.
    """

    code: str
    number: str
    text: str = ""
    source: str = ""
    tax_type: str = ""
    ended_on: str = ""
    matches: bool | None = None
    checked_at: str = ""
    attempts: int = 0
    ask_at: str = ""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def registry_state_of(kept: Mapping[str, Any] | None, number: str) -> RegistryState | None:
    """The kept answer, if it speaks of this number."""
    if not kept or kept.get("number") != number:
        return None
    return RegistryState(**{name: kept[name] for name in RegistryState.__dataclass_fields__ if name in kept})


FIRST_PAUSE, LONGEST_PAUSE = dt.timedelta(minutes=1), dt.timedelta(hours=6)


def pause_after(attempts: int) -> dt.timedelta:
    """How long to wait after so many questions without an answer: twice as long each time, up to six hours."""
    return min(FIRST_PAUSE * 2 ** min(attempts, 12), LONGEST_PAUSE)


def ensure_registered(state: RegistryState | None) -> None:
    """An enterprise that is closed or not registered cannot apply; without an answer it may. Raises RegistryClosed, RegistryUnknown."""
    if state is not None and state.code == "closed":
        raise RegistryClosed("businessNumber")
    if state is not None and state.code == "unregistered":
        raise RegistryUnknown("businessNumber")


def ensure_may_be_approved(state: RegistryState | None, *, accepts_unchecked: bool) -> None:
    """Only who is in business sells. Raises RegistryClosed, RegistryUnknown, RegistrySuspended, and RegistryUnchecked where nobody
    answered and the reviewer has not said that the paper will do."""
    ensure_registered(state)
    if state is not None and state.code == "suspended":
        raise RegistrySuspended("businessNumber")
    if (state is None or state.code != "active") and not accepts_unchecked:
        raise RegistryUnchecked("acceptUnchecked")
