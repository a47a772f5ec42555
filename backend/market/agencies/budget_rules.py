"""What a row of a budget workbook says, and what it would do to the lines that are there. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

SHEET = "예산"
MOST_ROWS = 2_000
MOST_WON = 10**15
YEARS = range(2000, 2101)


class Column(Enum):
    """The columns by their code; the value is the head in the sheet."""

    YEAR = "회계연도"
    DEPARTMENT = "부서"
    ACCOUNT = "회계"
    PROJECT = "세부사업"
    CODE = "통계목코드"
    NAME = "통계목명"
    APPROPRIATED = "예산현액"


LONGEST = {Column.DEPARTMENT: 80, Column.ACCOUNT: 60, Column.PROJECT: 120, Column.CODE: 20, Column.NAME: 80}
NEEDED = (Column.ACCOUNT, Column.CODE, Column.NAME, Column.APPROPRIATED)
HELP = {
    Column.YEAR: "네 자리 숫자. 올릴 때 고른 연도와 같아야 해요.",
    Column.DEPARTMENT: "기관에 등록된 부서 이름. 빈칸은 기관 전체가 함께 쓰는 과목이에요.",
    Column.ACCOUNT: "예: 일반회계",
    Column.PROJECT: "세부사업 이름. 없으면 빈칸.",
    Column.CODE: "편성목-통계목. 예: 201-01",
    Column.NAME: "예: 사무관리비",
    Column.APPROPRIATED: "원 단위 숫자. 이미 쓴 금액보다 작을 수 없어요.",
}
Text = tuple[str, str]
LineKey = tuple[int | None, str, str, str]  # department, account, project, code


@dataclass(frozen=True, slots=True)
class LineWish:
    """A line as a row wants it."""

    department_id: int | None
    account: str
    project: str
    code: str
    name: str
    appropriated: int

    @property
    def key(self) -> LineKey:
        return (self.department_id, self.account, self.project, self.code)


@dataclass(frozen=True, slots=True)
class LineNow:
    """A line as it stands; ``used`` is held, committed and spent together."""

    pk: int
    name: str
    appropriated: int
    used: int
    is_active: bool


class Outcome(Enum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row, what it would do, and why not. ``line`` is the line it is about, where there is one."""

    number: int
    cells: Mapping[str, str]
    outcome: Outcome
    wish: LineWish | None = None
    line: LineNow | None = None
    problems: Sequence[Text] = field(default_factory=tuple)


def plan_rows(
    rows: Sequence[tuple[int, Mapping[str, str]]],
    *,
    year: int,
    departments: Mapping[str, int],
    lines: Mapping[LineKey, LineNow],
) -> list[PlannedRow]:
    """What each row would do. ``departments``: ids of those in use, by name. A line that stands twice in the file is wrong from the second on."""
    seen: dict[LineKey, int] = {}
    planned = []
    for number, cells in rows:
        wish, problems = read_row(cells, year=year, departments=departments)
        line = lines.get(wish.key) if wish is not None else None
        if wish is not None:
            first = seen.setdefault(wish.key, number)
            if first != number:
                problems.append(
                    (f"{first}행과 같은 과목이에요. 한 줄만 남겨 주세요.", f"The same line stands in row {first}.")
                )
        if wish is not None and line is not None and wish.appropriated < line.used:
            problems.append(
                (
                    f"이미 쓰기로 한 {line.used:,}원보다 작아요.",
                    f"Less than the {line.used:,} won that are held, ordered or paid.",
                )
            )
        planned.append(
            PlannedRow(number, cells, _outcome(wish, line, problems), wish if not problems else None, line, problems)
        )
    return planned


def _outcome(wish: LineWish | None, line: LineNow | None, problems: Sequence[Text]) -> Outcome:
    if problems or wish is None:
        return Outcome.WRONG
    if line is None:
        return Outcome.NEW
    is_same = line.is_active and line.name == wish.name and line.appropriated == wish.appropriated
    return Outcome.UNCHANGED if is_same else Outcome.CHANGED


def read_row(
    cells: Mapping[str, str], *, year: int, departments: Mapping[str, int]
) -> tuple[LineWish | None, list[Text]]:
    """The row's line, or None with what is wrong; a line may come with problems as well."""
    texts = {column: " ".join(cells.get(column.name, "").split()) for column in Column}
    problems = [problem for column in Column if (problem := _fault(column, texts[column], year)) is not None]
    department = texts[Column.DEPARTMENT]
    if department and department not in departments and len(department) <= LONGEST[Column.DEPARTMENT]:
        problems.append(
            (f"‘{department}’ 부서가 기관에 없어요.", f"There is no department “{department}” in the agency.")
        )
    if problems:
        return None, problems
    amount = won_of(texts[Column.APPROPRIATED])
    assert amount is not None
    return (
        LineWish(
            department_id=departments[department] if department else None,
            account=texts[Column.ACCOUNT],
            project=texts[Column.PROJECT],
            code=texts[Column.CODE],
            name=texts[Column.NAME],
            appropriated=amount,
        ),
        problems,
    )


def _fault(column: Column, text: str, year: int) -> Text | None:
    head = column.value
    if not text:
        needed = column in NEEDED or column is Column.YEAR
        return (f"‘{head}’이(가) 비어 있어요.", f"“{head}” is empty.") if needed else None
    longest = LONGEST.get(column)
    if longest is not None and len(text) > longest:
        return (f"‘{head}’은(는) {longest}자까지예요.", f"“{head}” may have {longest} letters.")
    if column is Column.YEAR and text != str(year):
        return (f"회계연도가 {year}이 아니에요.", f"The fiscal year is not {year}.")
    if column is Column.APPROPRIATED and won_of(text) is None:
        return ("‘예산현액’은 0 이상의 원 단위 숫자로 적어 주세요.", "“예산현액” must be whole won, 0 or more.")
    return None


def won_of(text: str) -> int | None:
    """Whole won from what people type: "48,000,000", "48000000.0", "48,000,000원"; None for everything else."""
    plain = re.sub(r"[,\s]", "", text).removesuffix("원")
    found = re.fullmatch(r"([0-9]{1,15})(?:\.0+)?", plain)
    if found is None or not plain.isascii():
        return None
    return int(found[1])
