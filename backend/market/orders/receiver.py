"""Who receives an order, as far as the enterprise that sends it may know. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import phonenumbers

from market.orders.rules import mask_text


class Place(Protocol):
    """What is read of an address."""

    first_name: str
    last_name: str
    company_name: str
    street_address_1: str
    street_address_2: str
    city: str
    city_area: str
    country_area: str
    postal_code: str
    phone: str


@dataclass(frozen=True, slots=True)
class Receiver:
    """As Korea writes it: family name first, the place from the large to the small."""

    name: str
    organization: str
    phone: str
    postal_code: str
    address: str
    is_masked: bool


def person_name(place: Place) -> str:
    names = (place.first_name, place.last_name)
    return " ".join(names).strip() if "".join(names).isascii() else f"{place.last_name}{place.first_name}"


def phone_text(phone: str) -> str:
    """A Korean number as Korea writes it; another with its country."""
    try:
        number = phonenumbers.parse(phone, "KR")
    except phonenumbers.NumberParseException:
        return phone
    is_korean = number.country_code == 82
    shape = phonenumbers.PhoneNumberFormat.NATIONAL if is_korean else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, shape)


def receiver_of(place: Place | None, *, is_masked: bool) -> Receiver | None:
    """Who receives it at this address; none where nothing is sent. Masked: the first letter of the name and the town, as strangers see an order."""
    if place is None:
        return None
    town = " ".join(part for part in (place.country_area, place.city) if part)
    street = " ".join(part for part in (place.city_area, place.street_address_1, place.street_address_2) if part)
    if is_masked:
        return Receiver(mask_text(person_name(place)), mask_text(place.company_name), "", "", town, True)
    return Receiver(
        person_name(place),
        place.company_name,
        phone_text(place.phone),
        place.postal_code,
        " ".join((town, street)).strip(),
        False,
    )
