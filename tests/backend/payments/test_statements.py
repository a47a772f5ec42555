"""Bank statements of many shapes, read into lines."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.core.clock import SEOUL
from market.payments import statements
from market.payments.errors import StatementUnreadable
from market.payments.statements import Statement, statement_read

NOW = dt.datetime(2026, 11, 20, 15, 0, tzinfo=SEOUL)


def read(content: bytes | str, encoding: str = "utf-8") -> Statement:
    return statement_read(content if isinstance(content, bytes) else content.encode(encoding), now=NOW)


def workbook(*rows: tuple[Any, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_csv_with_a_heading_withdrawals_and_a_sum() -> None:
    found = read(
        "계좌번호,000-0000-0000-00\n조회기간,2026.11.01 ~ 2026.11.20\n\n"
        "거래일시,적요,기재내용,출금액,입금액,잔액,메모\n"
        '2026.11.19 10:03:22,타행이체,한지우KX3F9P,0,"13,000","1,013,000",\n'
        '2026-11-19 11:00:00,카드대금,하늘카드,"55,000",0,"958,000",\n'
        '2026/11/20 09:10,인터넷,윤보미,,"7,500원","965,500",고맙습니다\n'
        '합계,,,"55,000","20,500",,\n'
    )
    first, second = found.lines
    assert (first.row, first.booked_at, first.amount) == (
        5,
        dt.datetime(2026, 11, 19, 10, 3, 22, tzinfo=SEOUL),
        Decimal(13_000),
    )
    assert (first.depositor, first.memo, first.balance) == ("한지우KX3F9P", "타행이체", Decimal(1_013_000))
    assert (second.depositor, second.memo, second.amount) == ("윤보미", "고맙습니다 · 인터넷", Decimal(7_500))
    assert (found.withdrawals, found.problems) == (1, [])


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("거래일자,거래시간,보낸분/받는분,맡기신금액,찾으신금액", "2026.11.19,10:03:22,한지우,13000,"),
        ("입금일,입금자명,입금", "20261119100322,한지우,13000"),
        ("거래일시,구분,거래금액,거래 후 잔액,내용", "2026.11.19 10:03:22,입금,13000,90000,한지우"),
        ("거래 일시,의뢰인/수취인,입금액(원),출금액(원)", "2026-11-19 10:03:22,한지우,13000.00,0"),
        ("Date,Time,Description,Credit,Debit", "2026-11-19,10:03:22,한지우,13000,"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_column_names_encodings_and_delimiters_of_banks(header: str, line: str, encoding: str, delimiter: str) -> None:
    (found,) = read(f"{header}\r\n{line}\r\n".replace(",", delimiter), encoding).lines
    assert found.booked_at == dt.datetime(2026, 11, 19, 10, 3, 22, tzinfo=SEOUL)
    assert (found.depositor, found.amount) == ("한지우", Decimal(13_000))


def test_a_signed_amount_below_zero_went_out() -> None:
    found = read("거래일시,내용,거래금액\n2026-11-19,윤보미,-3000\n2026-11-19,한지우,3000\n")
    assert ([line.depositor for line in found.lines], found.withdrawals) == (["한지우"], 1)


def test_a_workbook_with_real_dates_and_numbers() -> None:
    content = workbook(
        ("입출금 거래내역",),
        ("거래일시", "보낸분", "입금액", "출금액", "송금메모"),
        (dt.datetime(2026, 11, 19, 10, 3, 22), "한지우", 13_000, None, "KX3F9P"),  # noqa: DTZ001 - as Excel keeps it
        (dt.datetime(2026, 11, 19, 12, 0), "카드", None, 5_000, None),  # noqa: DTZ001
    )
    found = read(content)
    (line,) = found.lines
    assert (line.booked_at, line.amount, line.memo) == (
        dt.datetime(2026, 11, 19, 10, 3, 22, tzinfo=SEOUL),
        Decimal(13_000),
        "KX3F9P",
    )
    assert found.withdrawals == 1


def test_formulas_are_problems_and_never_worked_out() -> None:
    content = workbook(("거래일시", "보낸분", "입금액"), ("2026-11-19", "한지우", "=1+1"), ("2026-11-19", "윤보미", 7))
    for found in (read(content), read('거래일시,보낸분,입금액\n2026-11-19,한지우,"=1+1"\n2026-11-19,윤보미,7\n')):
        assert [(row.row, row.column) for row in found.problems] == [(2, "입금액")]
        assert [line.depositor for line in found.lines] == ["윤보미"]
        assert "수식" in found.problems[0].words_ko
        assert "formula" in found.problems[0].words_en


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("어제,한지우,1000", "거래일시"),
        ("2026-13-40,한지우,1000", "거래일시"),
        (",한지우,1000", "거래일시"),
        ("2026-11-25,한지우,1000", "거래일시"),
        ("2026-11-19,한지우,천원", "입금액"),
        ('2026-11-19,한지우,"1,00,0"', "입금액"),
        ("2026-11-19,한지우,10.5", "입금액"),
        ("2026-11-19,한지우,-1000", "입금액"),
        ("2026-11-19,한지우,99999999999999", "입금액"),
    ],
)
def test_bad_lines_are_named_by_line_and_column_and_the_others_taken(line: str, column: str) -> None:
    found = read(f"거래일시,보낸분,입금액\n{line}\n2026-11-19,윤보미,5000\n")
    assert [(row.row, row.column) for row in found.problems] == [(2, column)]
    assert [one.depositor for one in found.lines] == ["윤보미"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n",
        "이름,전화\n한지우,1\n".encode(),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        b"<html><table><tr><td>1</td></tr></table>",
        b"%PDF-1.7",
        b"\xff\xff\xff\x81\x00",
        b"PK\x03\x04broken",
        b"a" * (statements.MOST_BYTES + 1),
        "거래일시,입금액\n".encode() + b"2026-11-19,1\n" * (statements.MOST_ROWS + 1),
    ],
    ids=["empty", "blank", "no columns", "old excel", "html", "pdf", "no text", "broken zip", "too large", "too long"],
)
def test_what_is_no_statement_is_refused_in_both_languages(content: bytes) -> None:
    with pytest.raises(StatementUnreadable) as refused:
        read(content)
    assert refused.value.field == "file"
    assert refused.value.message("ko") != refused.value.message("en")


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 61_000_000)
    assert len(out.getvalue()) < statements.MOST_BYTES
    monkeypatch.setattr(statements.openpyxl, "load_workbook", lambda *_, **__: pytest.fail("unpacked"))
    with pytest.raises(StatementUnreadable):
        read(out.getvalue())


names = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=40)


@given(
    st.lists(
        st.tuples(
            st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2026, 11, 19)),  # noqa: DTZ001 - a statement knows no zones
            names,
            st.integers(1, 10**12),
            st.booleans(),
        ),
        max_size=30,
    )
)
def test_what_a_bank_writes_is_what_is_read(rows: list[tuple[dt.datetime, str, int, bool]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["거래일시", "보낸분", "입금액", "출금액"])
    for at, name, amount, comes_in in rows:
        cell = f"{amount:,}"
        writer.writerow(
            [at.strftime("%Y.%m.%d %H:%M:%S"), f"가{name}", cell if comes_in else "", "" if comes_in else cell]
        )
    found = read(out.getvalue())
    incoming = [
        (at.replace(microsecond=0, tzinfo=SEOUL), Decimal(amount)) for at, _, amount, comes_in in rows if comes_in
    ]
    assert [(line.booked_at, line.amount) for line in found.lines] == incoming
    assert found.withdrawals == len(rows) - len(incoming)
    assert found.problems == []


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    for prefix in (b"", b"PK\x03\x04", "거래일시,입금액\n".encode()):
        try:
            found = statement_read(prefix + content, now=NOW)
        except StatementUnreadable:
            continue
        assert all(line.amount > 0 and line.row > 0 for line in found.lines)


def broken_in(content: bytes, *, encrypted: bool) -> bytes:
    """The workbook with a wrong byte in its packed parts, or as if it were under a password."""
    packed = bytearray(content)
    if encrypted:
        for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            place = packed.find(mark)
            while place >= 0:
                packed[place + flags] |= 1
                place = packed.find(mark, place + 4)
        return bytes(packed)
    sheet = packed.find(b"xl/worksheets/sheet1.xml") + len(b"xl/worksheets/sheet1.xml")
    packed[sheet : sheet + 40] = b"\xff" * 40
    return bytes(packed)


@pytest.mark.parametrize("encrypted", [True, False])
def test_a_workbook_under_a_password_or_damaged_is_unreadable(encrypted: bool) -> None:
    sound = workbook(("거래일시", "입금액"), ("2026-11-20 09:00", 5_000))
    assert len(read(sound).lines) == 1
    with pytest.raises(StatementUnreadable):
        read(broken_in(sound, encrypted=encrypted))


def test_cells_too_long_for_what_they_should_be_are_not_searched() -> None:
    """Patterns over cells of any length would take minutes for a few kilobytes of blanks or brackets."""
    wide = " " * 50_000
    found = read(
        f'{"(" * 50_000}\n거래일시,입금액,보낸분\n"2026{wide}-11-20",5000,윤보미\n2026-11-20,"{"0" * 100}7",윤보미\n'
    )
    assert (found.lines, [problem.row for problem in found.problems]) == ([], [3, 4])
