"""Budget lines as a workbook: read what an agency uploads, write what it downloads, in one shape."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from market.agencies.budget_rules import HELP, MOST_ROWS, NEEDED, SHEET, Column
from market.core.files.errors import WorkbookUnreadable
from market.core.files.workbooks import Head, workbook_cells, workbook_table

FIELD, HEAD_ROWS, MOST_COLUMNS, LONGEST_CELL = "file", 10, 60, 200
WIDTHS = {Column.PROJECT: 32, Column.NAME: 22, Column.DEPARTMENT: 20, Column.APPROPRIATED: 18}
BY_HEAD = {column.value: column for column in Column}


def read_budget_workbook(content: bytes) -> list[tuple[int, dict[str, str]]]:
    """The filled rows as (number in the sheet, {column code: text}). Raises WorkbookUnreadable."""
    rows = workbook_cells(content, sheet=SHEET, field=FIELD)
    head_at, columns = _heads(rows)
    found = []
    for number, cells in enumerate(rows[head_at + 1 :], head_at + 2):
        filled = {
            column.name: text[:LONGEST_CELL]
            for at, column in columns
            if at < len(cells) and (text := cells[at].strip())
        }
        if filled:
            found.append((number, filled))
        if len(found) > MOST_ROWS:
            raise WorkbookUnreadable(
                FIELD, f"한 번에 {MOST_ROWS:,}행까지 올릴 수 있어요.", f"At most {MOST_ROWS:,} rows at once."
            )
    if not found:
        raise WorkbookUnreadable(FIELD, "채워진 행이 없어요.", "No row is filled.")
    return found


def _heads(rows: Sequence[Sequence[str]]) -> tuple[int, list[tuple[int, Column]]]:
    """Where the heads stand (offices put a title above them) and which column is which."""
    for at, cells in enumerate(rows[:HEAD_ROWS]):
        heads = ["".join(cell.split()).rstrip("*") for cell in cells[:MOST_COLUMNS]]
        columns = [(place, BY_HEAD[head]) for place, head in enumerate(heads) if head in BY_HEAD]
        kinds = [column for _, column in columns]
        if len(set(kinds)) != len(kinds):
            raise WorkbookUnreadable(FIELD, "같은 제목의 열이 두 개 있어요.", "Two columns have the same head.")
        if all(column in kinds for column in (Column.YEAR, *NEEDED)):
            return at, columns
    raise WorkbookUnreadable(
        FIELD,
        "회계연도, 회계, 통계목코드, 통계목명, 예산현액 열이 모두 있어야 해요. 양식을 내려받아 써 주세요.",
        "The columns 회계연도, 회계, 통계목코드, 통계목명 and 예산현액 are all needed. Please use the template.",
    )


def write_budget_workbook(rows: Iterable[Sequence[Any]] = ()) -> bytes:
    """``rows`` in the order of ``Column``; none: the template."""
    heads = [Head(column.value, WIDTHS.get(column, 14), HELP[column]) for column in Column]
    return workbook_table(SHEET, heads, rows)
