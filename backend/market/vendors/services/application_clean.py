"""What applicants write, made fit to be kept. Nothing is required here: a draft may be incomplete."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from market.core import clock
from market.core.banks import Bank
from market.core.errors import DomainError, InvalidInput, ManyErrors
from market.core.sealing import seal
from market.vendors.errors import BusinessNumberTaken
from market.vendors.models import CertificateKind, District, LegalForm
from market.vendors.rules import business_number_clean, digits_of, format_phone, is_account_number, is_postal_code
from market.vendors.selectors.applications import is_number_taken

Columns = dict[str, Any]
FIRST_DAY = dt.date(1900, 1, 1)
LONGEST_INTRODUCTION = 2_000


def application_clean(given: Mapping[str, Any]) -> Columns:
    """The columns to set for what was given, by names of input fields in snake case. None takes a date away and leaves other fields as they are.

    Raises ManyErrors with every fault at once.
    """
    columns: Columns = {}
    errors: list[DomainError] = []
    for name, value in given.items():
        try:
            if value is not None:
                columns.update(CLEANERS[name](value))
            elif name in DATES:
                columns[name] = None
        except DomainError as error:
            errors.append(error)
    if errors:
        raise ManyErrors(errors)
    return columns


UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")  # control and direction marks


def _text(column: str, field: str, longest: int, *, has_lines: bool = False) -> Callable[[str], Columns]:
    def clean(value: str) -> Columns:
        text = value.replace("\r\n", "\n").strip() if has_lines else " ".join(value.split())
        if UNWRITABLE.search(text):
            raise InvalidInput(field, "쓸 수 없는 글자가 들어 있어요.", "It holds characters that cannot be used.")
        if len(text) > longest:
            raise InvalidInput(field, f"{longest}자까지 쓸 수 있어요.", f"At most {longest} characters.")
        return {column: text}

    return clean


def _number(value: str) -> Columns:
    if not value.strip():
        return {"business_number": ""}
    number = business_number_clean(value)
    if is_number_taken(number):
        raise BusinessNumberTaken("businessNumber")
    return {"business_number": number}


def _phone(value: str) -> Columns:
    if not value.strip():
        return {"phone": ""}
    written = format_phone(value[:40])
    if written is None:
        raise InvalidInput(
            "phone",
            "전화번호가 아니에요. 02-000-0000처럼 적어 주세요.",
            "This is no Korean phone number, e.g. 02-000-0000.",
        )
    return {"phone": written}


def _email(value: str) -> Columns:
    email = value.strip()
    try:
        if email:
            validate_email(email)
    except ValidationError as error:
        raise InvalidInput("email", "이메일 주소가 아니에요.", "This is no e-mail address.") from error
    if len(email) > 254:
        raise InvalidInput("email", "이메일 주소가 너무 길어요.", "The e-mail address is too long.")
    return {"email": email}


def _postal_code(value: str) -> Columns:
    code = value.strip()
    if code and not is_postal_code(code):
        raise InvalidInput("postalCode", "우편번호는 숫자 다섯 자리예요.", "A postcode has five digits.")
    return {"postal_code": code}


def _opened_on(value: dt.date) -> Columns:
    if not FIRST_DAY <= value <= clock.today():
        raise InvalidInput("openedOn", "개업일은 오늘까지의 날짜예요.", "The opening day cannot be in the future.")
    return {"opened_on": value}


def _issued_on(value: dt.date) -> Columns:
    if not FIRST_DAY <= value <= clock.today():
        raise InvalidInput(
            "certificateIssuedOn", "발급일은 오늘까지의 날짜예요.", "It cannot have been issued in the future."
        )
    return {"certificate_issued_on": value}


def _valid_until(value: dt.date) -> Columns:
    if value < clock.today():
        raise InvalidInput("certificateValidUntil", "이미 끝난 인증서예요.", "This certificate has ended.")
    return {"certificate_valid_until": value}


def _kind(code: str) -> Columns:
    if not code:
        return {"kind_id": None}
    kind = CertificateKind.objects.filter(code=code.replace("\x00", ""), is_enterprise_kind=True).first()
    if kind is None:
        raise InvalidInput("kind", "기업 유형을 골라 주세요.", "Please choose a kind of enterprise.")
    return {"kind_id": kind.pk}


def _district(code: str) -> Columns:
    if not code:
        return {"district_id": None}
    district = District.objects.filter(code=code.replace("\x00", "")).first()
    if district is None:
        raise InvalidInput("district", "지역을 골라 주세요.", "Please choose a district.")
    return {"district_id": district.pk}


def _account_number(value: str) -> Columns:
    """Blank keeps the one there is: it is never shown whole, so a form cannot send it back."""
    if not value.strip():
        return {}
    digits = digits_of(value)
    if not is_account_number(digits) or value.strip().strip("0123456789- ") != "":
        raise InvalidInput("accountNumber", "계좌번호는 숫자 10~16자리예요.", "An account number has 10 to 16 digits.")
    return {"sealed_number": seal(digits), "last_digits": digits[-4:]}


def _account_holder(value: str) -> Columns:
    columns = _text("sealed_holder", "accountHolder", 60)(value)
    return {"sealed_holder": seal(columns["sealed_holder"])} if columns["sealed_holder"] else {}


DATES = frozenset({"opened_on", "certificate_issued_on", "certificate_valid_until"})
CLEANERS: dict[str, Callable[[Any], Columns]] = {
    "business_number": _number,
    "name": _text("name", "name", 120),
    "legal_name": _text("legal_name", "legalName", 160),
    "legal_form": lambda value: {"legal_form": LegalForm(value)},
    "representative": _text("representative", "representative", 60),
    "opened_on": _opened_on,
    "kind": _kind,
    "certificate_number": _text("certificate_number", "certificateNumber", 60),
    "certificate_issued_on": _issued_on,
    "certificate_valid_until": _valid_until,
    "mail_order_number": _text("mail_order_number", "mailOrderNumber", 60),
    "mail_order_exemption": _text("mail_order_exemption", "mailOrderExemption", 200),
    "phone": _phone,
    "email": _email,
    "postal_code": _postal_code,
    "address": _text("address", "address", 250),
    "district": _district,
    "introduction": _text("introduction", "introduction", LONGEST_INTRODUCTION, has_lines=True),
    "bank": lambda value: {"bank": Bank(value)},
    "account_number": _account_number,
    "account_holder": _account_holder,
}
