"""The legal product notice (전자상거래법 §13④, 상품정보제공고시): what a listing must state before it goes on sale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

LONGEST_VALUE = 1_000
OTHER_GOODS, OTHER_SERVICES = "ETC", "ETC_SERVICE"
# Marks of the Korean safety rules: safety certification and confirmation have a number; the supplier's own declaration and compliance
# with standards have none (전기생활용품안전법 §5, §15, §23, §28; 어린이제품법 §17, §22, §25).
KC_NUMBER = re.compile(r"[A-Z]{1,3}[0-9A-Z]{2,}[-0-9A-Z]*\d{2,}", re.IGNORECASE)
KC_WITHOUT_NUMBER = ("해당없음", "해당사항없음", "공급자적합성확인", "안전기준준수", "대상아님", "notapplicable")
# Referring to the description is custom, and allowed by field, but not for a safety mark.
REFERENCES = ("상세페이지참조", "상세설명참조", "상품상세참조", "상품상세설명참조", "seetheproductdescription")


@dataclass(frozen=True, slots=True)
class NoticeFlaw:
    """What is wrong with one fact of the notice: ``missing``, ``kc_number`` or ``too_long``."""

    code: str
    label: str
    label_en: str
    flaw: str


def _bare(text: str) -> str:
    return re.sub(r"[\s.,()]", "", text).lower()


def is_kc_statement(value: str) -> bool:
    """Whether it names a certificate's number, or says why there is none."""
    bare = _bare(value)
    return bool(KC_NUMBER.search(value)) or any(word in bare for word in KC_WITHOUT_NUMBER)


def notice_flaws(fields: Iterable[Mapping[str, Any]], values: Mapping[str, Any]) -> list[NoticeFlaw]:
    """What a notice of this type still lacks; empty when it may be shown. ``fields`` are the type's, ``values`` by their codes."""
    flaws = []
    for field in fields:
        value = str(values.get(field["code"]) or "").strip()
        flaw = ""
        if not value and field.get("required", True):
            flaw = "missing"
        elif len(value) > LONGEST_VALUE:
            flaw = "too_long"
        elif value and field.get("kind") == "kc" and not is_kc_statement(value):
            flaw = "kc_number"
        if flaw:
            flaws.append(NoticeFlaw(field["code"], field["label"], field.get("label_en", ""), flaw))
    return flaws


def fits_category(code: str, suggested: Iterable[str]) -> bool:
    """Whether a type may describe goods of a category: one of those suggested for it, or one of the two that describe anything else."""
    named = set(suggested)
    return not named or code in named or code in (OTHER_GOODS, OTHER_SERVICES)
