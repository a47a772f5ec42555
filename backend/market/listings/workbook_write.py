"""The workbook as enterprises download it: an empty template, or everything they have. Every text is written as a text: no cell is a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter

from market.listings.columns import (
    BY_QUOTATION,
    COLUMNS,
    DIRECT,
    HELP_SHEET,
    LIST_SHEET,
    NOTICE_SHEET,
    SHEET,
    TAXES,
    Column,
)
from market.listings.rules import MOST_ROWS, Lists

FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")
HELP = (
    "한 행이 옵션 하나예요. 옵션이 여럿이면 상품명을 같게 하고 바로 아래 행에 이어서 적으세요. 상품 내용은 첫 행 것만 봐요.",
    "별표(*)가 붙은 열은 새 상품에 꼭 있어야 해요.",
    "내려받은 파일을 고쳐서 다시 올리면 상품번호와 옵션번호로 찾아 바뀐 칸만 고쳐요. 빈칸은 그대로 둔다는 뜻이에요.",
    "파는 중인 상품의 이름, 설명, 값 올리기는 심사를 거쳐요. 재고, 발송일, 값 내리기는 바로 바뀌어요.",
    f"한 번에 {MOST_ROWS:,}행까지 올릴 수 있어요. 올리기 전에 무엇이 바뀌는지 먼저 보여 드려요.",
    "사진은 상품 화면에서 올려 주세요.",
)


def write_workbook(lists: Lists, rows: Iterable[Mapping[str, Any]] = ()) -> bytes:
    """``rows`` by column code; texts as texts, numbers as numbers."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    styles = _styles(book)
    sheet = book.add_worksheet(SHEET)
    _help(book, styles)
    _notices(book, styles, lists)
    ranges = _lists(book, lists)
    _head(sheet, styles, ranges)
    for number, row in enumerate(rows, 1):
        for place, column in enumerate(COLUMNS):
            _cell(sheet, number, place, row.get(column.code), styles)
    book.close()
    return file.getvalue()


def _styles(book: Any) -> dict[str, Any]:
    return {
        "head": book.add_format({"bold": True, "bg_color": "#F1ECEC", "border": 1, "text_wrap": True, "valign": "vcenter"}),
        "needed": book.add_format({"bold": True, "bg_color": "#FBE3EA", "border": 1, "text_wrap": True, "valign": "vcenter"}),
        "text": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        # As if an apostrophe had been typed before it: it stays a text when somebody edits the cell.
        "quoted": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "quote_prefix": True}),
        "number": book.add_format({"num_format": "#,##0", "valign": "top"}),
        "plain": book.add_format({"text_wrap": True, "valign": "top"}),
    }  # fmt: skip


def _cell(sheet: Any, row: int, place: int, value: Any, styles: Mapping[str, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, int):
        sheet.write_number(row, place, value, styles["number"])
    else:
        text = str(value)
        sheet.write_string(row, place, text, styles["quoted" if text.startswith(FORMULA_BEGINNINGS) else "text"])


def _head(sheet: Any, styles: Mapping[str, Any], ranges: Mapping[str, str]) -> None:
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 3)
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, _title(column), styles["needed" if column.is_needed else "head"])
        if column.help:
            sheet.write_comment(0, place, column.help)
        if column.choices:
            sheet.data_validation(1, place, MOST_ROWS, place, _chosen(ranges[column.choices]))
        elif column.is_number:
            sheet.data_validation(1, place, MOST_ROWS, place, _whole())


def _title(column: Column) -> str:
    return f"{column.head}*" if column.is_needed else column.head


def _chosen(source: str) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": source,
        "error_title": "목록에서 골라 주세요",
        "error_message": "목록에 있는 값만 쓸 수 있어요.",
    }


def _whole() -> dict[str, Any]:
    return {
        "validate": "integer", "criteria": ">=", "value": 0,
        "error_title": "숫자만", "error_message": "0 이상의 숫자로 적어 주세요.",
    }  # fmt: skip


def _lists(book: Any, lists: Lists) -> dict[str, str]:
    """The choices on a sheet of their own; returns the range of each list."""
    sheet = book.add_worksheet(LIST_SHEET)
    sheet.hide()
    columns: dict[str, Sequence[str]] = {
        "categories": list(lists.categories),
        "kinds": list(lists.kinds),
        "sales": [DIRECT, BY_QUOTATION],
        "taxes": list(TAXES),
    }
    ranges = {}
    for place, (name, choices) in enumerate(columns.items()):
        for number, choice in enumerate(choices):
            sheet.write_string(number, place, choice)
        letter = chr(ord("A") + place)
        ranges[name] = f"='{LIST_SHEET}'!${letter}$1:${letter}${max(len(choices), 1)}"
    return ranges


def _help(book: Any, styles: Mapping[str, Any]) -> None:
    sheet = book.add_worksheet(HELP_SHEET)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 90)
    for number, text in enumerate(HELP):
        sheet.write_number(number, 0, number + 1)
        sheet.write_string(number, 1, text, styles["plain"])
    for number, column in enumerate(COLUMNS, len(HELP) + 1):
        sheet.write_string(number, 0, _title(column), styles["head"])
        sheet.write_string(number, 1, column.help, styles["plain"])


def _notices(book: Any, styles: Mapping[str, Any], lists: Lists) -> None:
    sheet = book.add_worksheet(NOTICE_SHEET)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, "상품 종류", styles["head"])
    sheet.write_string(0, 1, "고시 내용에 적을 항목 (한 줄에 하나씩 ‘항목: 내용’)", styles["head"])
    for number, (name, kind) in enumerate(lists.kinds.items(), 1):
        sheet.write_string(number, 0, name, styles["plain"])
        sheet.write_string(number, 1, "\n".join(f"{field['label']}: " for field in kind.notice_fields), styles["plain"])
