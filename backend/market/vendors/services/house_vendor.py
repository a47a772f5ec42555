"""The market's own shop, made when something is first sold in its name."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings

from market.core import clock
from market.vendors.models import District, Vendor

ELSEWHERE = {"name": "그 밖의 지역", "name_en": "Elsewhere", "is_seoul": False, "sort_order": 999}


def house_vendor() -> Vendor:
    """The enterprise that stands for the market itself (settings HOUSE_VENDOR and OPERATOR). Two calls at once make one."""
    slug = settings.HOUSE_VENDOR["slug"]
    found = Vendor.objects.filter(slug=slug).first()
    return found or Vendor.objects.get_or_create(slug=slug, defaults=_facts())[0]


def _facts() -> dict[str, Any]:
    """What the settings say of it, and of the operator where they say nothing."""
    given, operator = settings.HOUSE_VENDOR, settings.OPERATOR
    postal_code, address = _place(str(operator["address"]))
    return {
        "name": given["name"] or settings.SHOP_NAME,
        "name_en": given["name_en"] or settings.SHOP_NAME_EN,
        "legal_name": given["legal_name"] or operator["name"],
        "representative": given["representative"] or operator["representative"],
        "business_number": re.sub(r"\D", "", given["business_number"] or operator["businessNumber"]),
        "mail_order_number": given["mail_order_number"] or operator["mailOrderNumber"],
        "phone": given["phone"] or operator["phone"],
        "email": given["email"] or operator["email"],
        "postal_code": given["postal_code"] or postal_code,
        "address": given["address"] or address,
        "district": _district(given["district"]),
        "is_trusted": True,
        "joined_at": clock.now(),
    }


def _place(text: str) -> tuple[str, str]:
    """Postal code and address of ``(03048) 서울특별시 …``."""
    found = re.match(r"\s*\((\d{5})\)\s*(.+)", text)
    return (found.group(1), found.group(2)) if found else ("00000", text)


def _district(code: str) -> District:
    named = District.objects.filter(code=code).first() if code else None
    first = named or District.objects.order_by("sort_order", "code").first()
    return first or District.objects.get_or_create(code="elsewhere", defaults=ELSEWHERE)[0]
