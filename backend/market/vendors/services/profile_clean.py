"""Checking what an enterprise writes about itself."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Any

from market.accounts.services.email_clean import email_clean
from market.core.errors import DomainError, InvalidInput, ManyErrors, Required
from market.vendors.models import District, LegalForm
from market.vendors.rules import format_phone, is_postal_code

# Name of the column: (input field, longest, whether it must say something, whether it may have lines).
TEXTS: dict[str, tuple[str, int, bool, bool]] = {
    "name": ("name", 120, True, False),
    "name_en": ("nameEn", 160, False, False),
    "legal_name": ("legalName", 160, True, False),
    "representative": ("representative", 60, True, False),
    "address": ("address", 250, True, False),
    "mail_order_number": ("mailOrderNumber", 60, False, False),
    "introduction": ("introduction", 3_000, False, True),
    "introduction_en": ("introductionEn", 3_000, False, True),
    "carrier": ("carrier", 60, True, False),
    "carrier_en": ("carrierEn", 80, False, False),
}
FEES = {
    "delivery_fee": "deliveryFee",
    "remote_area_surcharge": "remoteAreaSurcharge",
    "return_fee": "returnFee",
    "free_delivery_from": "freeDeliveryFrom",
}
MOST_FEE, MOST_FREE_FROM = Decimal(100_000), Decimal(10_000_000)
MOST_DISPATCH_DAYS = 30
# Texts that shoppers take for what the enterprise is.
CLAIMING_FIELDS = {
    name: TEXTS[name][0] for name in ("name", "name_en", "legal_name", "introduction", "introduction_en")
}


def profile_clean(values: dict[str, Any]) -> dict[str, Any]:
    """The given values by column, ready to be stored. Raises ManyErrors with every fault, each on its input field."""
    clean: dict[str, Any] = {}
    faults: list[DomainError] = []
    for name, value in values.items():
        try:
            clean[name] = _clean(name, value)
        except DomainError as fault:
            faults.append(fault)
    if faults:
        raise ManyErrors(faults)
    return clean


def _clean(name: str, value: Any) -> Any:
    if name in TEXTS:
        return _text(value, *TEXTS[name])
    if name in FEES:
        return _fee(name, value)
    return OTHERS[name](value)


def _text(value: str | None, field: str, longest: int, is_required: bool, has_lines: bool) -> str:
    text = unicodedata.normalize("NFC", (value or "").replace("\r\n", "\n")).strip()
    if is_required and not text:
        raise Required(field)
    if len(text) > longest:
        raise InvalidInput(field, f"{longest:,}자까지 적을 수 있어요.", f"At most {longest:,} letters, please.")
    allowed = "\n\t" if has_lines else ""
    if any(unicodedata.category(letter) in ("Cc", "Cs", "Co") and letter not in allowed for letter in text):
        raise InvalidInput(field, "쓸 수 없는 글자가 있어요.", "It holds letters that cannot be used.")
    return text


def text_clean(value: str | None, *, field: str, longest: int, is_required: bool = False) -> str:
    """One line or several of plain words. Raises Required, InvalidInput."""
    return _text(value, field, longest, is_required, True)


def _fee(name: str, value: Decimal | None) -> Decimal | None:
    """Whole won, VAT included; no amount for free delivery means that nothing is delivered free."""
    field, most = FEES[name], MOST_FREE_FROM if name == "free_delivery_from" else MOST_FEE
    if value is None:
        if name == "free_delivery_from":
            return None
        raise Required(field)
    amount = Decimal(value)
    if not amount.is_finite() or amount < 0 or amount > most or amount != amount.to_integral_value():
        raise InvalidInput(
            field, f"0원부터 {most:,}원까지, 원 단위로 적어 주세요.", f"Whole won from 0 to {most:,}, please."
        )
    return amount


def _phone(value: str | None) -> str:
    phone = format_phone((value or "").strip())
    if phone is None:
        raise InvalidInput(
            "phone", "전화번호가 맞지 않아요. 02-000-0000처럼 적어 주세요.", "Write a phone number such as 02-000-0000."
        )
    return phone


def _postal_code(value: str | None) -> str:
    code = (value or "").strip()
    if not is_postal_code(code):
        raise InvalidInput("postalCode", "우편번호는 숫자 다섯 자리예요.", "A postcode has five digits.")
    return code


def _district(value: str | None) -> District:
    found = District.objects.filter(code=(value or "").replace("\x00", "")).first()
    if found is None:
        raise InvalidInput("district", "목록에서 골라 주세요.", "Choose one of the list.")
    return found


def _legal_form(value: str | None) -> LegalForm:
    if not value:
        raise Required("legalForm")
    return LegalForm(value)


def _dispatch_days(value: int | None) -> int:
    if value is None or not 1 <= value <= MOST_DISPATCH_DAYS:
        raise InvalidInput(
            "dispatchDays",
            f"1일부터 {MOST_DISPATCH_DAYS}일까지 정할 수 있어요.",
            f"From 1 to {MOST_DISPATCH_DAYS} working days.",
        )
    return value


OTHERS: dict[str, Any] = {
    "phone": _phone,
    "email": lambda value: email_clean(value or ""),
    "postal_code": _postal_code,
    "district": _district,
    "legal_form": _legal_form,
    "dispatch_days": _dispatch_days,
}
