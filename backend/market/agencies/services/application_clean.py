"""What applicants write, made fit to be kept. Nothing is required here: a draft may be incomplete."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from market.accounts.services.email_clean import email_clean
from market.agencies.errors import PublicMailRefused
from market.agencies.models import AgencyRegime, Law
from market.agencies.rules import agency_number_clean, domain_of, is_domain
from market.agencies.selectors.mail_domains import is_public_mail
from market.agencies.services.text_clean import line_clean
from market.core.errors import DomainError, InvalidInput, ManyErrors
from market.vendors.rules import format_phone, is_postal_code

Columns = dict[str, Any]


def application_clean(given: Mapping[str, Any]) -> Columns:
    """The columns to set for what was given, by names of input fields in snake case; None leaves a field as it is.

    Raises ManyErrors with every fault at once.
    """
    columns: Columns = {}
    errors: list[DomainError] = []
    for name, value in given.items():
        try:
            if value is not None:
                columns.update(CLEANERS[name](value))
        except DomainError as error:
            errors.append(error)
    if errors:
        raise ManyErrors(errors)
    return columns


def official_email_clean(text: str, *, field: str = "officialEmail") -> str:
    """An address of a domain that not everybody can have a mailbox at. Raises InvalidInput, PublicMailRefused."""
    address = email_clean(text, field=field)
    domain = domain_of(address)
    if not is_domain(domain):
        raise InvalidInput(field, "메일 주소의 도메인을 다시 봐 주세요.", "Please check the domain of the address.")
    if is_public_mail(domain):
        raise PublicMailRefused(field, domain=domain)
    return address


def phone_clean(value: str, *, field: str = "phone") -> str:
    """A Korean number with hyphens, or blank. Raises InvalidInput."""
    if not value.strip():
        return ""
    written = format_phone(value[:40])
    if written is None:
        raise InvalidInput(
            field,
            "전화번호가 아니에요. 02-000-0000처럼 적어 주세요.",
            "This is no Korean phone number, e.g. 02-000-0000.",
        )
    return written


def postal_code_clean(value: str, *, field: str = "postalCode") -> str:
    code = value.strip()
    if code and not is_postal_code(code):
        raise InvalidInput(field, "우편번호는 숫자 다섯 자리예요.", "A postcode has five digits.")
    return code


def _text(column: str, field: str, longest: int) -> Callable[[str], Columns]:
    return lambda value: {column: line_clean(value, field=field, longest=longest)}


def _number(value: str) -> Columns:
    return {"registration_number": agency_number_clean(value) if value.strip() else ""}


def _official(value: str) -> Columns:
    return {"official_email": official_email_clean(value) if value.strip() else ""}


CLEANERS: dict[str, Callable[[Any], Columns]] = {
    "registration_number": _number,
    "name": _text("name", "name", 120),
    "regime": lambda value: {"regime": AgencyRegime(value)},
    "base_law": lambda value: {"base_law": Law(value)},
    "official_email": _official,
    "representative": _text("representative", "representative", 60),
    "phone": lambda value: {"phone": phone_clean(value)},
    "postal_code": lambda value: {"postal_code": postal_code_clean(value)},
    "address": _text("address", "address", 250),
    "department": _text("department", "department", 80),
    "job_title": _text("job_title", "jobTitle", 60),
}
