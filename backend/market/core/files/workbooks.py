"""Workbooks (XLSX) as bytes, read into rows of texts and written again. Bounds are checked before anything is unpacked; formulas are
never evaluated, and no text that is written becomes one."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine
import xlsxwriter

from market.core.files.errors import WorkbookUnreadable
from market.core.files.workbook_extent import TooScattered, ensure_compact

LARGEST_FILE, LARGEST_UNPACKED, MOST_PARTS = 15_000_000, 200_000_000, 300
LONGEST_TEXT = 20_001  # one letter more than any cell may have, so that a longer one is seen to be
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")


def workbook_cells(content: bytes, *, sheet: str = "", field: str = "file") -> list[list[str]]:
    """The cells of the sheet of this name, or of the first one, as people see them. Raises WorkbookUnreadable."""
    ensure_workbook(content, field=field)
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            names = book.sheet_names
            page = book.get_sheet_by_name(sheet if sheet in names else names[0])
            rows = page.to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, IndexError, ValueError, OSError) as error:
        raise _no_workbook(field) from error
    return [[cell_text(cell) for cell in row] for row in rows]


def ensure_workbook(content: bytes, *, field: str = "file") -> None:
    """Raises WorkbookUnreadable for what is none, is too large once unpacked, holds macros, or is scattered over a giant grid."""
    if len(content) > LARGEST_FILE:
        raise WorkbookUnreadable(
            field, f"파일이 너무 커요. {LARGEST_FILE // 1_000_000} MB까지예요.", "The file is too large."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
        raise _no_workbook(field) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise WorkbookUnreadable(field, "풀면 너무 커지는 파일이에요.", "Unpacked, the file is too large.")
    if any("vbaProject" in part.filename for part in parts):
        raise WorkbookUnreadable(field, "매크로가 든 파일은 받지 않아요.", "Workbooks with macros are not taken.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            ensure_compact(archive)
    except TooScattered as error:
        raise WorkbookUnreadable(
            field,
            "표에서 멀리 떨어진 칸이 채워져 있어요. 표 밖의 칸을 지우고 다시 올려 주세요.",
            "A cell far away from the table is filled. Please clear what lies outside of the table.",
        ) from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as error:
        raise _no_workbook(field) from error


def _no_workbook(field: str) -> WorkbookUnreadable:
    return WorkbookUnreadable(
        field, "엑셀 파일(.xlsx)이 아니거나 깨진 파일이에요.", "This is no workbook (.xlsx), or a broken one."
    )


def cell_text(cell: Any) -> str:
    """What people see in the cell; whole numbers without a point."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime | date | time | timedelta):
        return str(cell)
    return str(cell)[:LONGEST_TEXT] if cell is not None else ""


@dataclass(frozen=True, slots=True)
class Head:
    """A column to write: its title, how wide it is, and what to know about it."""

    title: str
    width: int = 16
    help: str = ""


def workbook_table(sheet: str, heads: Sequence[Head], rows: Iterable[Sequence[Any]]) -> bytes:
    """A workbook of one table. Whole numbers are written as numbers, everything else as a text: no cell is a formula."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    styles: Mapping[str, Any] = {
        "head": book.add_format({"bold": True, "bg_color": "#EEF2F7", "border": 1, "valign": "vcenter"}),
        "text": book.add_format({"num_format": "@"}),
        "quoted": book.add_format({"num_format": "@", "quote_prefix": True}),
        "number": book.add_format({"num_format": "#,##0"}),
    }
    page = book.add_worksheet(sheet)
    page.freeze_panes(1, 0)
    for place, head in enumerate(heads):
        page.set_column(place, place, head.width)
        page.write_string(0, place, head.title, styles["head"])
        if head.help:
            page.write_comment(0, place, head.help)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, int):
                page.write_number(number, place, value, styles["number"])
            elif value:
                text = str(value)
                page.write_string(
                    number, place, text, styles["quoted" if text.startswith(FORMULA_BEGINNINGS) else "text"]
                )
    book.close()
    return file.getvalue()
