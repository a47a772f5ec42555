"""What a pasted or uploaded list of codes says."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from market.baskets.rules import LONGEST_CODE, CodeFault, CodeRow, read_text
from market.baskets.workbook import read_file
from market.core.files.errors import WorkbookUnreadable


def said(text: str) -> list[tuple[str, int]]:
    return [(row.code, row.quantity) for row in read_text(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A-1\t3", [("A-1", 3)]),
        ("A-1,3", [("A-1", 3)]),
        ("A-1, 1,000", [("A-1", 1000)]),
        ("A-1 ; 12개", [("A-1", 12)]),
        ("A-1   7", [("A-1", 7)]),
        ("A-1", [("A-1", 1)]),
        ("A-1 12 박스", [("A-1 12 박스", 1)]),
        ("rice cake 5", [("rice cake", 5)]),
        ("A-1\t2.0\nA-2\t5ea\n\n  \n", [("A-1", 2), ("A-2", 5)]),
        ("상품코드\t수량\nA-1\t3", [("A-1", 3)]),
        ("품번,품명,수량\nA-1,가위,3", [("A-1", 3)]),
        ("번호\t상품 코드\t품명\t주문 수량\n1\tA-1\t가위\t3", [("A-1", 3)]),
        ("SKU\nA-1\nA-2", [("A-1", 1), ("A-2", 1)]),
        ("A-1 3\nB 1\na-1 4", [("A-1", 7), ("B", 1)]),
    ],
)
def test_lines_as_offices_paste_them(text: str, expected: list[tuple[str, int]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("quantity", ["0", "-3", "3.5", "10000", "많이", "٣", "1e3", "999999999999"])
def test_no_quantity_is_guessed(quantity: str) -> None:
    assert read_text(f"A-1\t{quantity}") == [CodeRow(1, "A-1", 0, CodeFault.BAD_QUANTITY)]


def test_a_line_without_a_code_is_told() -> None:
    assert read_text("A-1\t1\n\t5") == [CodeRow(1, "A-1", 1), CodeRow(2, "", 5, CodeFault.NO_CODE)]


def test_an_endless_code_is_cut() -> None:
    assert read_text("x" * 5_000)[0].code == "x" * LONGEST_CODE


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for row in read_text(text):
        assert (row.fault is None) == (1 <= row.quantity <= 9_999 and bool(row.code)) or row.fault is CodeFault.NO_CODE


def sheet(*rows: list[object]) -> bytes:
    file, book = io.BytesIO(), openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def test_a_workbook_is_followed_by_its_heads() -> None:
    rows = read_file(
        sheet(["새솔시청 구매 목록"], ["연번", "품명", "상품코드", "수량"], [1, "가위", "A-1", 3], [2, "풀", 1234, 2.0])
    )
    assert [(row.number, row.code, row.quantity, row.fault) for row in rows][-2:] == [
        (3, "A-1", 3, None),
        (4, "1234", 2, None),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_csv_as_excel_writes_it_in_korea(encoding: str) -> None:
    content = '상품코드,품명,수량\r\nA-1,"가위, 큰 것","1,000"\r\n'.encode(encoding)
    assert [(row.code, row.quantity) for row in read_file(content)] == [("A-1", 1000)]


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 250_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04broken", b"\xff\xfe\x00\x01", b"\x00" * 10, b"a,1\n" * 300_000, b"a,1\n" * 2_001, bomb()],
    ids=["cut", "no text", "nothing", "long", "rows", "bomb"],
)
def test_what_is_no_list_is_refused(content: bytes) -> None:
    with pytest.raises(WorkbookUnreadable):
        read_file(content)


def test_a_giant_field_is_refused_not_swallowed() -> None:
    with pytest.raises(WorkbookUnreadable):
        read_file(b'"' + b"a" * 200_000)
