"""A list of codes that was uploaded: a workbook (XLSX) or comma-separated text, in UTF-8 or as Excel writes it in Korea."""

from __future__ import annotations

import csv
import io

from market.baskets.rules import MOST_CODES, CodeRow, read_cells
from market.core.files.errors import WorkbookUnreadable
from market.core.files.workbooks import workbook_cells

LARGEST_TEXT_FILE, MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 1_000_000, 2_000, 30, 300
ZIP = b"PK\x03\x04"
FIELD = "file"


def read_file(content: bytes) -> list[CodeRow]:
    """Its codes and quantities. Raises WorkbookUnreadable."""
    rows = workbook_cells(content, field=FIELD) if content.startswith(ZIP) else _text_cells(content)
    if len(rows) > MOST_ROWS:
        raise WorkbookUnreadable(
            FIELD, f"한 번에 {MOST_CODES}줄까지 올릴 수 있어요.", f"At most {MOST_CODES} rows at once."
        )
    return read_cells(
        (number, [cell[:LONGEST_CELL] for cell in cells[:MOST_COLUMNS]]) for number, cells in enumerate(rows, 1)
    )


def _text_cells(content: bytes) -> list[list[str]]:
    if len(content) > LARGEST_TEXT_FILE:
        raise WorkbookUnreadable(FIELD, "파일이 너무 커요. CSV는 1 MB까지예요.", "A CSV file may have 1 MB.")
    text = _decoded(content)
    mark = next((mark for mark in ("\t", ";") if mark in text.split("\n", 1)[0]), ",")
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as error:
        raise _no_list() from error


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp949"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise _no_list()


def _no_list() -> WorkbookUnreadable:
    return WorkbookUnreadable(
        FIELD, "엑셀(.xlsx)이나 CSV 파일이 아니에요.", "This is neither a workbook (.xlsx) nor a CSV file."
    )
