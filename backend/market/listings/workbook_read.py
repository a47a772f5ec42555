"""Workbooks (XLSX) of listings, read into rows of texts by column."""

from __future__ import annotations

from collections.abc import Iterator

from market.core.files.errors import WorkbookUnreadable
from market.core.files.workbooks import workbook_cells
from market.listings.columns import BY_HEAD, SHEET
from market.listings.rules import MOST_ROWS

MOST_COLUMNS = 60
FIELD = "file"


def read_workbook(content: bytes) -> list[tuple[int, dict[str, str]]]:
    """The filled rows as (number in the sheet, {column code: text}). Raises WorkbookUnreadable."""
    return list(_rows(workbook_cells(content, sheet=SHEET, field=FIELD)))


def _rows(rows: list[list[str]]) -> Iterator[tuple[int, dict[str, str]]]:
    places = _heads(rows)
    head_at, columns = places
    count = 0
    for number, cells in enumerate(rows[head_at + 1 :], head_at + 2):
        filled = {code: text for at, code in columns if at < len(cells) and (text := cells[at])}
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


def _heads(rows: list[list[str]]) -> tuple[int, list[tuple[int, str]]]:
    """Where the heads stand (one of the first five rows) and which column is which."""
    for at, cells in enumerate(rows[:5]):
        heads = [cell.rstrip("*").strip() for cell in cells[:MOST_COLUMNS]]
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
