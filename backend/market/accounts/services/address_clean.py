"""Checking and tidying an address before it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from market.accounts.models import Address
from market.accounts.rules import ADDRESS_FIELDS, foreign_address_faults, korean_address_faults, phone_digits
from market.accounts.services.metadata_clean import metadata_clean
from market.core.errors import DomainError, InvalidInput, ManyErrors, Required

COLUMNS = (
    "first_name", "last_name", "company_name", "street_address_1", "street_address_2", "city", "city_area", "postal_code", "country",
    "country_area", "phone",
)  # fmt: skip
CAMEL = {
    "first_name": "firstName", "last_name": "lastName", "company_name": "companyName", "street_address_1": "streetAddress1",
    "street_address_2": "streetAddress2", "city_area": "cityArea", "postal_code": "postalCode", "country_area": "countryArea",
}  # fmt: skip


LENGTHS = {field.name: field.max_length for field in Address._meta.concrete_fields}


@dataclass(frozen=True)
class AddressChecks:
    """Which checks to run; Saleor's CheckoutAddressValidationRules."""

    required_fields: bool = True
    fields_format: bool = True
    normalization: bool = True


def address_clean(
    *, values: dict[str, Any], checks: AddressChecks | None = None, phone_required: bool = False
) -> Address:
    """An unsaved address of checked, tidied values. Raises ManyErrors with one error a field (required, invalid)."""
    checks = checks or AddressChecks()
    given = {column: str(values.get(column) or "") for column in COLUMNS}
    errors = _length_errors(given)
    if not given["country"]:
        raise ManyErrors([Required("country"), *errors])
    check = korean_address_faults if given["country"] == "KR" else foreign_address_faults
    tidy, faults = check(given)
    for column, code in faults.items():
        if checks.required_fields if code == "required" else checks.fields_format:
            errors.append(_fault(column, code, given["country"]))
    phone = phone_digits(given["phone"], given["country"])
    if phone is None and checks.fields_format:
        errors.append(
            InvalidInput(
                "phone", "전화번호를 다시 봐 주세요. 010-0000-0000처럼 적어 주세요.", "This is not a phone number."
            )
        )
    if phone_required and not given["phone"].strip() and checks.required_fields:
        errors.append(Required("phone"))
    if errors:
        raise ManyErrors(errors)
    address = Address(**{**given, **({column: tidy[column] for column in COLUMNS} if checks.normalization else {})})
    address.phone = phone if phone is not None else given["phone"][:30]
    address.metadata = metadata_clean(given=values.get("metadata"))
    return address


def _length_errors(given: dict[str, str]) -> list[DomainError]:
    errors: list[DomainError] = []
    for column, text in given.items():
        limit = LENGTHS[column]
        if limit is not None and len(text) > limit and column != "phone":
            errors.append(
                InvalidInput(
                    CAMEL.get(column, column), f"{limit}자까지 적을 수 있어요.", f"At most {limit} characters."
                )
            )
        if "\x00" in text:
            errors.append(
                InvalidInput(
                    CAMEL.get(column, column), "쓸 수 없는 글자가 있어요.", "Holds a character that cannot be stored."
                )
            )
    return errors


def _fault(column: str, code: str, country: str) -> DomainError:
    field = ADDRESS_FIELDS.get(column, ("", CAMEL.get(column, column)))[1]
    if code == "required":
        return Required(field)
    if column == "postal_code" and country == "KR":
        return InvalidInput(field, "우편번호는 숫자 다섯 자리예요.", "This value is not valid for the address.")
    if column == "country_area" and country == "KR":
        return InvalidInput(
            field, "시·도를 다시 골라 주세요. 서울특별시처럼 적어요.", "This value is not valid for the address."
        )
    return InvalidInput(field, "이 주소에 맞지 않는 값이에요.", "This value is not valid for the address.")
