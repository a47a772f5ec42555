"""Workbooks for tests, as Excel would save them, and what the market needs to take them in."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

from market.catalog.models import Category, NoticeType, ProductType
from market.listings.columns import BY_CODE, SHEET

SOAP: dict[str, Any] = {
    "name": "쌀겨 비누",
    "category": "생활 > 비누",
    "kind": "기타 재화",
    "tax": "과세",
    "citizen_price": 12_000,
    "stock": 30,
}


def workbook(*rows: Mapping[str, Any], heads: Sequence[str] | None = None, sheet: str = SHEET) -> bytes:
    """A sheet with these rows by column code; numbers as numbers, texts as texts."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    page = book.add_worksheet(sheet)
    codes = list(BY_CODE)
    for place, head in enumerate(heads or [BY_CODE[code].head for code in codes]):
        page.write_string(0, place, head)
    for number, row in enumerate(rows, 1):
        for code, value in row.items():
            if isinstance(value, int):
                page.write_number(number, codes.index(code), value)
            else:
                page.write_string(number, codes.index(code), value)
    book.close()
    return file.getvalue()


def kinds_and_categories() -> Category:
    """What a workbook may choose: one branch with a leaf, and one kind."""
    living = Category.objects.create(name="생활", slug="living")
    soap = Category.objects.create(name="비누", slug="soap", parent=living, level=1)
    for row, path in ((living, [living.pk]), (soap, [living.pk, soap.pk])):
        row.path = path
        row.save(update_fields=["path"])
    NoticeType.objects.create(
        code="ETC", name="기타 재화", name_en="Other goods",
        fields=[{"code": "model", "label": "품명·모델", "label_en": "Model"}, {"code": "maker", "label": "제조자(수입자)", "label_en": "Maker"}],
    )  # fmt: skip
    ProductType.objects.create(name="기타 재화", slug="etc")
    return soap
