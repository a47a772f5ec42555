"""Bank statements as Korean banks write them, read into lines. Pure: bytes in, lines and problems out.

CSV in UTF-8, UTF-16 or CP949 and XLSX. Column names differ from bank to bank, so a table of synonyms finds the columns, and a few lines of
heading above them are passed over. Formulas are never worked out: a cell that holds one is a problem.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from market.core.clock import SEOUL
from market.payments.errors import StatementUnreadable

MOST_BYTES = 5_000_000
MOST_UNPACKED = 60_000_000  # of a workbook: it is a ZIP file
MOST_ROWS = 20_000
MOST_COLUMNS = 60
HEADING_LINES = 30  # where the line with the column names is looked for
MOST_PROBLEMS = 200
LONGEST_TEXT = 100
LONGEST_FACT = 80  # of what a pattern is held against: a name of a column, a date, an amount
LONGEST_MEMO = 300
MOST_DIGITS = 13  # of an amount in won

COLUMNS: dict[str, tuple[str, ...]] = {
    "date": (
        "거래일시", "거래일자", "거래일", "입금일시", "입금일자", "입금일", "처리일시", "일시", "일자", "날짜",
        "date", "datetime", "transactiondate", "bookingdate",
    ),
    "time": ("거래시간", "거래시각", "시간", "시각", "time"),
    "deposit": (
        "입금액", "입금금액", "입금", "맡기신금액", "받으신금액", "들어온금액", "입금원", "deposit", "credit", "deposits", "depositamount",
    ),
    "withdrawal": ("출금액", "출금금액", "출금", "찾으신금액", "보내신금액", "지급액", "나간금액", "withdrawal", "debit"),
    "amount": ("거래금액", "금액", "amount"),
    "direction": ("구분", "입출금구분", "거래구분", "입출금", "type"),
    "depositor": (
        "보낸분", "보낸분/받는분", "보내는분", "보낸사람", "입금자", "입금자명", "입금인", "의뢰인", "의뢰인/수취인", "의뢰인/수취인명",
        "기재내용", "내용", "거래내용", "적요", "sender", "payer", "description",
    ),
    "memo": ("메모", "비고", "통장메모", "받는통장메모", "내통장표시", "거래기록사항", "송금메모", "memo", "note", "reference"),
    "balance": ("잔액", "거래후잔액", "거래후잔고", "남은금액", "balance"),
}  # fmt: skip
SUMMARY_WORDS = ("합계", "총계", "소계", "누계", "total")
INCOMING, OUTGOING = ("입금", "대체입금", "deposit", "credit"), ("출금", "지급", "withdrawal", "debit")
DATE = re.compile(
    r"^(\d{4})\s*(?:[-./]|년)?\s*(\d{1,2})\s*(?:[-./]|월)?\s*(\d{1,2})\s*[일.]?(?:\s*(?:\([월화수목금토일]\))?[T\s]*(\d{1,2}):?(\d{2})(?::?(\d{2}))?)?$"
)
TIME = re.compile(r"^(\d{1,2}):?(\d{2})(?::?(\d{2}))?$")
AMOUNT = re.compile(r"^[₩￦\\]?([+-]?\d{1,3}(?:,\d{3})+|[+-]?\d+)(?:\.0{1,4})?원?$")


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Money that came in. ``row`` is the line of the file, from 1; ``amount`` in won; ``booked_at`` carries Seoul's zone."""

    row: int
    booked_at: dt.datetime
    depositor: str
    amount: Decimal
    memo: str = ""
    balance: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that cannot be taken over; ``column`` as the file names it."""

    row: int
    column: str
    words_ko: str
    words_en: str


@dataclass(slots=True)
class Statement:
    lines: list[StatementLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    withdrawals: int = 0


class _Bad(Exception):
    """A cell that cannot be read."""

    def __init__(self, column: str, words_ko: str, words_en: str) -> None:
        super().__init__(words_en)
        self.column, self.words_ko, self.words_en = column, words_ko, words_en


def statement_read(content: bytes, *, now: dt.datetime) -> Statement:
    """The incoming money of a statement. Raises StatementUnreadable when it is no statement at all; bad lines are ``problems``."""
    if not content.strip():
        raise StatementUnreadable("file", "빈 파일이에요.", "The file is empty.")
    if len(content) > MOST_BYTES:
        raise StatementUnreadable(
            "file",
            f"파일이 너무 커요. {MOST_BYTES // 1_000_000} MB까지 올릴 수 있어요.",
            f"The file is too large: at most {MOST_BYTES // 1_000_000} MB.",
        )
    rows = _xlsx_rows(content) if content[:4] == b"PK\x03\x04" else _csv_rows(content)
    statement = Statement()
    columns: dict[str, tuple[int, str]] = {}
    for number, cells in rows:
        if number > MOST_ROWS:
            raise StatementUnreadable(
                "file",
                f"줄이 너무 많아요. {MOST_ROWS:,}줄까지 읽을 수 있어요. 기간을 나누어 올려 주세요.",
                f"Too many lines: at most {MOST_ROWS:,}. Please upload shorter periods.",
            )
        if columns:
            _take(number, cells, columns, statement, now)
        elif number <= HEADING_LINES:
            columns = _columns_of(cells)
    if not columns:
        raise StatementUnreadable(
            "file",
            "열 이름을 찾지 못했어요. 거래일시와 입금액 열이 있어야 해요.",
            "No column names were found: a date (거래일시) and a deposit (입금액) column are needed.",
        )
    return statement


def _csv_rows(content: bytes) -> Iterator[tuple[int, Sequence[Any]]]:
    text = _decoded(content)
    first = next((line for line in text.splitlines()[:HEADING_LINES] if _columns_of(re.split(r"[,\t;|]", line))), "")
    delimiter = max(",\t;|", key=first.count) if first else ","
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1):
            yield number, cells[:MOST_COLUMNS]
    except csv.Error as error:
        raise StatementUnreadable("file", "CSV 형식이 아니에요.", "This is not a CSV file.") from error


def _decoded(content: bytes) -> str:
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" or content[:200].lstrip().lower().startswith((b"<", b"%pdf")):
        raise StatementUnreadable(
            "file",
            "읽을 수 없는 형식이에요. 엑셀에서 .xlsx나 CSV로 다시 저장해 올려 주세요.",
            "This format cannot be read. Save it as .xlsx or CSV and upload that.",
        )
    encodings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp949")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise StatementUnreadable(
        "file", "글자를 읽을 수 없어요. UTF-8이나 CP949로 저장해 주세요.", "The text is neither UTF-8 nor CP949."
    )


def _xlsx_rows(content: bytes) -> Iterator[tuple[int, Sequence[Any]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise StatementUnreadable("file", "파일이 너무 커요.", "The file is too large.")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS + 1), start=1):
            yield number, [_Formula if cell.data_type == "f" else cell.value for cell in cells]
    except (
        InvalidFileException, zipfile.BadZipFile, ParseError, KeyError, IndexError, ValueError, TypeError, AttributeError,
        OSError, EOFError, NotImplementedError, RuntimeError, OverflowError, zlib.error,
    ) as error:  # fmt: skip
        raise StatementUnreadable("file", "엑셀 파일을 읽을 수 없어요.", "The Excel file cannot be read.") from error


_Formula = object()  # stands for a cell with a formula


def _columns_of(cells: Sequence[Any]) -> dict[str, tuple[int, str]]:
    """Which column holds what, if this is the line with the names. Where several could hold one thing, the first synonym wins."""
    names = [_plain_name(cell) for cell in cells]
    found: dict[str, tuple[int, str]] = {}
    for kind, synonyms in COLUMNS.items():
        for synonym in synonyms:
            if synonym in names:
                place = names.index(synonym)
                found[kind] = (place, str(cells[place]).strip()[:40])
                break
    knows_amount = "deposit" in found or "amount" in found
    return found if "date" in found and knows_amount else {}


def _is_header(cells: Sequence[Any], columns: dict[str, tuple[int, str]]) -> bool:
    place, name = columns["date"]
    return place < len(cells) and isinstance(cells[place], str) and cells[place].strip() == name


def _plain_name(cell: Any) -> str:
    text = unicodedata.normalize("NFKC", cell.strip()[:LONGEST_FACT]) if isinstance(cell, str) else ""
    return re.sub(r"\(.*?\)|\[.*?\]|[\s:*]", "", text).lower()


def _take(
    number: int, cells: Sequence[Any], columns: dict[str, tuple[int, str]], statement: Statement, now: dt.datetime
) -> None:
    if all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells):
        return
    if any(_plain_name(cell).startswith(SUMMARY_WORDS) for cell in cells[:2]) or _is_header(cells, columns):
        return  # sums below, or the names once more on the next printed page
    try:
        amount = _incoming(cells, columns)
        if amount is None:
            statement.withdrawals += 1
            return
        booked_at = _booked_at(cells, columns, now)
        statement.lines.append(
            StatementLine(
                row=number,
                booked_at=booked_at,
                depositor=_text(_cell(cells, columns, "depositor"))[:LONGEST_TEXT],
                amount=amount,
                memo=_memo(cells, columns),
                balance=_balance(cells, columns),
            )
        )
    except _Bad as bad:
        if len(statement.problems) < MOST_PROBLEMS:
            statement.problems.append(Problem(number, bad.column, bad.words_ko, bad.words_en))


def _cell(cells: Sequence[Any], columns: dict[str, tuple[int, str]], kind: str) -> Any:
    if kind not in columns:
        return None
    place, name = columns[kind]
    value = cells[place] if place < len(cells) else None
    if value is _Formula or (isinstance(value, str) and value.lstrip().startswith("=")):
        raise _Bad(name, "수식이 들어 있어요. 값으로 바꿔 주세요.", "The cell holds a formula; put its value there.")
    return value


def _incoming(cells: Sequence[Any], columns: dict[str, tuple[int, str]]) -> Decimal | None:
    """The amount that came in; None for money that went out."""
    kind = "deposit" if "deposit" in columns else "amount"
    name = columns[kind][1]
    amount = _amount(_cell(cells, columns, kind), name)
    if kind == "amount":
        direction = _plain_name(_text(_cell(cells, columns, "direction")))
        if direction.startswith(OUTGOING) or (amount is not None and amount < 0):
            return None
    if (
        kind == "deposit"
        and not amount
        and _amount(_cell(cells, columns, "withdrawal"), columns.get("withdrawal", (0, ""))[1])
    ):
        return None
    if amount is None or amount == 0:
        if kind == "deposit":
            return None
        raise _Bad(name, "금액이 비어 있어요.", "The amount is missing.")
    if amount < 0:
        raise _Bad(
            name,
            "음수 입금이에요. 은행의 입금 취소인지 확인해 주세요.",
            "A negative deposit: perhaps the bank took it back.",
        )
    return amount


def _amount(value: Any, name: str) -> Decimal | None:
    if value is None or (isinstance(value, str) and value.strip() in ("", "-")):
        return None
    if isinstance(value, bool):
        raise _Bad(name, "금액이 아니에요.", "Not an amount.")
    text = unicodedata.normalize("NFKC", str(value)).replace(" ", "").replace("\u00a0", "")
    matched = AMOUNT.match(text) if len(text) <= LONGEST_FACT else None
    if matched is None:
        raise _Bad(name, f"금액이 아니에요: {text[:20]}", f"Not an amount in won: {text[:20]}")
    try:
        amount = Decimal(matched.group(1).replace(",", ""))
    except InvalidOperation as error:
        raise _Bad(name, "금액이 아니에요.", "Not an amount.") from error
    if len(str(abs(amount))) > MOST_DIGITS:
        raise _Bad(name, "금액이 너무 커요.", "The amount is too large.")
    return amount


def _balance(cells: Sequence[Any], columns: dict[str, tuple[int, str]]) -> Decimal | None:
    return _amount(_cell(cells, columns, "balance"), columns["balance"][1]) if "balance" in columns else None


def _booked_at(cells: Sequence[Any], columns: dict[str, tuple[int, str]], now: dt.datetime) -> dt.datetime:
    value, name = _cell(cells, columns, "date"), columns["date"][1]
    moment = value if isinstance(value, dt.datetime) else _parsed_date(value, name)
    if moment.time() == dt.time(0) and "time" in columns:
        moment = dt.datetime.combine(moment.date(), _time(_cell(cells, columns, "time"), columns["time"][1]))
    booked_at = moment.replace(tzinfo=SEOUL, microsecond=0)
    if booked_at > now + dt.timedelta(days=1) or booked_at.year < 2000:
        raise _Bad(name, f"날짜를 확인해 주세요: {booked_at:%Y-%m-%d}", f"Please check the date: {booked_at:%Y-%m-%d}")
    return booked_at


def _parsed_date(value: Any, name: str) -> dt.datetime:
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time())
    text = unicodedata.normalize("NFKC", "" if value is None else str(value)).strip()
    matched = DATE.match(text) if len(text) <= LONGEST_FACT else None
    try:
        if matched is None:
            raise ValueError
        year, month, day, *clock = matched.groups()
        hour, minute, second = (int(part or 0) for part in clock)
        return dt.datetime(int(year), int(month), int(day), hour, minute, second, tzinfo=SEOUL)
    except ValueError as error:
        raise _Bad(
            name, f"날짜를 읽을 수 없어요: {text[:20] or '빈칸'}", f"Not a date: {text[:20] or 'empty'}"
        ) from error


def _time(value: Any, name: str) -> dt.time:
    if isinstance(value, dt.datetime):
        return value.time()
    if isinstance(value, dt.time):
        return value
    text = "" if value is None else str(value).strip()
    matched = TIME.match(text) if len(text) <= LONGEST_FACT else None
    try:
        if not text:
            return dt.time()
        if matched is None:
            raise ValueError
        hour, minute, second = (int(part or 0) for part in matched.groups())
        return dt.time(hour, minute, second)
    except ValueError as error:
        raise _Bad(name, f"시각을 읽을 수 없어요: {text[:20]}", f"Not a time: {text[:20]}") from error


def _memo(cells: Sequence[Any], columns: dict[str, tuple[int, str]]) -> str:
    """The memo, and whatever else the bank wrote in words: a reference may stand in any of these columns."""
    used = {place for kind, (place, _) in columns.items() if kind != "memo"}
    own = columns["memo"][0] if "memo" in columns else -1
    places = [own] * (own >= 0) + [place for place in range(len(cells)) if place not in used and place != own]
    texts = [_text(cells[place]) for place in places if place < len(cells) and isinstance(cells[place], str)]
    return " · ".join(text for text in texts if text and not text.startswith("="))[:LONGEST_MEMO]


def _text(value: Any) -> str:
    """One line of clean text."""
    if value is None or value is _Formula:
        return ""
    return re.sub(r"\s+", " ", "".join(mark for mark in str(value) if mark.isprintable() or mark.isspace())).strip()
