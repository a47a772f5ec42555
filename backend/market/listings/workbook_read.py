"""Workbooks (XLSX) as bytes, read into rows of texts. Bounds are checked before anything is unpacked; formulas are never evaluated."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine

from market.listings.columns import BY_HEAD, SHEET
from market.listings.errors import WorkbookUnreadable
from market.listings.rules import LONGEST_CELL, MOST_ROWS
from market.listings.workbook_extent import TooScattered, ensure_compact

LARGEST_FILE, LARGEST_UNPACKED, MOST_PARTS, MOST_COLUMNS = 15_000_000, 200_000_000, 300, 60
FIELD = "file"


def read_workbook(content: bytes) -> list[tuple[int, dict[str, str]]]:
    """The filled rows as (number in the sheet, {column code: text}). Raises WorkbookUnreadable."""
    _check_bounds(content)
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            names = book.sheet_names
            sheet = book.get_sheet_by_name(SHEET if SHEET in names else names[0])
            rows = sheet.to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, IndexError, ValueError, OSError) as error:
        raise _no_workbook() from error
    return list(_rows(rows))


def _check_bounds(content: bytes) -> None:
    if len(content) > LARGEST_FILE:
        raise WorkbookUnreadable(
            FIELD, f"파일이 너무 커요. {LARGEST_FILE // 1_000_000} MB까지예요.", "The file is too large."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
        raise _no_workbook() from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise WorkbookUnreadable(FIELD, "풀면 너무 커지는 파일이에요.", "Unpacked, the file is too large.")
    if any("vbaProject" in part.filename for part in parts):
        raise WorkbookUnreadable(FIELD, "매크로가 든 파일은 받지 않아요.", "Workbooks with macros are not taken.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            ensure_compact(archive)
    except TooScattered as error:
        raise WorkbookUnreadable(
            FIELD,
            "표에서 멀리 떨어진 칸이 채워져 있어요. 표 밖의 칸을 지우고 다시 올려 주세요.",
            "A cell far away from the table is filled. Please clear what lies outside of the table.",
        ) from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as error:
        raise _no_workbook() from error


def _no_workbook() -> WorkbookUnreadable:
    return WorkbookUnreadable(
        FIELD, "엑셀 파일(.xlsx)이 아니거나 깨진 파일이에요.", "This is no workbook (.xlsx), or a broken one."
    )


def _rows(rows: list[list[Any]]) -> Iterator[tuple[int, dict[str, str]]]:
    places = _heads(rows)
    head_at, columns = places
    count = 0
    for number, cells in enumerate(rows[head_at + 1 :], head_at + 2):
        filled = {code: text for at, code in columns if at < len(cells) and (text := _text(cells[at]))}
        if not filled:
            continue
        count += 1
        if count > MOST_ROWS:
            raise WorkbookUnreadable(
                FIELD, f"한 번에 {MOST_ROWS:,}행까지 올릴 수 있어요.", f"At most {MOST_ROWS:,} rows at once."
            )
        yield number, filled
    if count == 0:
        raise WorkbookUnreadable(FIELD, "채워진 행이 없어요. 첫 줄 아래에 상품을 적어 주세요.", "No row is filled.")


def _heads(rows: list[list[Any]]) -> tuple[int, list[tuple[int, str]]]:
    """Where the heads stand (one of the first five rows) and which column is which."""
    for at, cells in enumerate(rows[:5]):
        heads = [_text(cell).rstrip("*").strip() for cell in cells[:MOST_COLUMNS]]
        columns = [(place, BY_HEAD[head].code) for place, head in enumerate(heads) if head in BY_HEAD]
        codes = [code for _, code in columns]
        if "name" in codes or "product" in codes:
            if len(set(codes)) != len(codes):
                raise WorkbookUnreadable(FIELD, "같은 제목의 열이 두 개 있어요.", "Two columns have the same head.")
            return at, columns
    raise WorkbookUnreadable(
        FIELD,
        "‘상품명’이나 ‘상품번호’ 열이 없어요. 양식을 내려받아 써 주세요.",
        "There is no column ‘상품명’ or ‘상품번호’. Please use the template.",
    )


def _text(cell: Any) -> str:
    """What people see in the cell; whole numbers without a point."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime | date | time | timedelta):
        return str(cell)
    return str(cell)[: LONGEST_CELL + 1] if cell is not None else ""
