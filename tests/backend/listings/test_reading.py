"""What is a workbook, and what its rows say."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.workbooks import SOAP, workbook
from market.core.files.errors import WorkbookUnreadable
from market.listings.columns import COLUMNS
from market.listings.rules import MOST_ROWS, Kind, Lists, described, group_rows, notice_of, read_row
from market.listings.workbook_read import read_workbook
from market.listings.workbook_write import write_workbook

FIELDS = ({"code": "model", "label": "품명·모델"}, {"code": "maker", "label": "제조자(수입자)"})
LISTS = Lists(categories={"생활 > 비누": 7}, kinds={"기타 재화": Kind(1, 2, "ETC", FIELDS)})


def test_rows_are_found_by_their_heads_and_kept_with_their_numbers() -> None:
    rows = read_workbook(workbook(SOAP, {}, {**SOAP, "name": "다른 비누"}))
    assert [(number, cells["name"], cells["citizen_price"]) for number, cells in rows] == [
        (2, "쌀겨 비누", "12000"),
        (4, "다른 비누", "12000"),
    ]


def test_columns_may_be_moved_and_left_out() -> None:
    file = io.BytesIO()
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["아무 말", "재고", "상품명*"])
    page.append(["무시", 3, "비누"])
    book.save(file)
    assert read_workbook(file.getvalue()) == [(2, {"stock": "3", "name": "비누"})]


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 250_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04broken",
        "상품명,재고\n비누,3".encode(),
        b"<html><script>alert(1)</script>",
        bomb(),
        workbook(SOAP, heads=["아무 말"] * len(COLUMNS)),
        workbook(SOAP, heads=["상품명"] * len(COLUMNS)),
        workbook(),
    ],
    ids=["empty", "cut", "csv", "html", "bomb", "no heads", "one head twice", "no rows"],
)
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(WorkbookUnreadable):
        read_workbook(content)


def with_cells(markup: str) -> bytes:
    """A good workbook with more written into its sheet."""
    good, file = zipfile.ZipFile(io.BytesIO(workbook(SOAP))), io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in good.namelist():
            part = good.read(name)
            if name.startswith("xl/worksheets/"):
                part = part.replace(b"</sheetData>", markup.encode() + b"</sheetData>")
            archive.writestr(name, part)
    return file.getvalue()


@pytest.mark.parametrize(
    "markup",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576"><c r="zzz1048576" t="inlineStr"><is><t>x</t></is></c></row>',
        '<row r="1000000">' + "<c/>" * 100 + "<c><v>1</v></c></row>",
        "<row/>" * 100_000 + "<row>" + "<c><v>1</v></c>" * 50 + "</row>",
    ],
    ids=["last corner", "beyond it", "places counted", "rows counted"],
)
def test_a_filled_cell_far_away_is_refused_before_a_grid_is_made(markup: str) -> None:
    with pytest.raises(WorkbookUnreadable) as refused:
        read_workbook(with_cells(markup))
    assert "far away" in refused.value.message("en")


def test_empty_cells_far_away_do_no_harm() -> None:
    rows = read_workbook(with_cells('<row r="1048576"><c r="XFD1048576" s="0"/></row>'))
    assert [cells["name"] for _, cells in rows] == [SOAP["name"]]


@pytest.mark.parametrize("markup", ["<row>", '<row><c r="1A"><v>1</v></c></row>', '<row r="2"><c r="\x01"/></row>'])
def test_a_sheet_that_is_broken_is_refused(markup: str) -> None:
    with pytest.raises(WorkbookUnreadable):
        read_workbook(with_cells(markup))


def test_macros_and_too_many_rows_are_refused() -> None:
    with_macros = io.BytesIO(workbook(SOAP))
    with zipfile.ZipFile(with_macros, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    with pytest.raises(WorkbookUnreadable, match="invalid"):
        read_workbook(with_macros.getvalue())
    with pytest.raises(WorkbookUnreadable):
        read_workbook(workbook(*[SOAP] * (MOST_ROWS + 1)))


@pytest.mark.parametrize(
    ("code", "text", "value", "problem"),
    [
        ("stock", "1,200", 1200, None),
        ("stock", "30.0", 30, None),
        ("citizen_price", "12,000원", 12000, None),
        ("stock", "3.5", None, "not_a_number"),
        ("stock", "많음", None, "not_a_number"),
        ("stock", "-1", None, "out_of_bounds"),
        ("citizen_price", "99999999999", None, "out_of_bounds"),
        ("minimum", "0", None, "out_of_bounds"),
        ("category", "생활 > 비누", "생활 > 비누", None),
        ("category", "비누", None, "not_a_choice"),
        ("kind", "옷", None, "not_a_choice"),
        ("tax", "과세", "과세", None),
        ("tax", "10%", None, "not_a_choice"),
        ("sale", "견적으로만", "견적으로만", None),
        ("name", "가" * 251, None, "too_long"),
        ("description", "가" * 20_001, None, "too_long"),
        ("name", "비누\x00\x07", "비누", None),
        ("name", "=SUM(A1)", "=SUM(A1)", None),
    ],
)
def test_each_cell_is_checked(code: str, text: str, value: Any, problem: str | None) -> None:
    row = read_row(2, {code: text}, LISTS)
    assert row.values.get(code) == value
    assert [(one.column, one.code) for one in row.problems] == ([(code, problem)] if problem else [])
    assert all(one.ko and one.en for one in row.problems)


@given(st.dictionaries(st.sampled_from([column.code for column in COLUMNS]), st.text(max_size=50)))
def test_no_cell_breaks_the_reading(cells: dict[str, str]) -> None:
    row = read_row(2, cells, LISTS)
    assert {problem.column for problem in row.problems}.isdisjoint(row.values)


def test_rows_of_one_product_stand_together() -> None:
    rows = [
        read_row(number, cells, LISTS)
        for number, cells in enumerate(
            [
                {"name": "가"},
                {"name": "가"},
                {"name": "나"},
                {"product": "5"},
                {"product": "5", "name": "나"},
                {"name": "나"},
            ],
            2,
        )
    ]
    assert [[row.number for row in group] for group in group_rows(rows)] == [[2, 3], [4], [5, 6], [7]]


def test_facts_of_the_notice_are_read_line_by_line() -> None:
    row = read_row(2, {"notice": "품명 모델: 비누 1호\n제조자(수입자)： 두손공방: 서울\n\n"}, LISTS)
    assert notice_of(row, LISTS.kinds["기타 재화"]) == {"model": "비누 1호", "maker": "두손공방: 서울"}
    assert row.problems == []
    wrong = read_row(2, {"notice": "색깔: 하양"}, LISTS)
    assert notice_of(wrong, LISTS.kinds["기타 재화"]) == {}
    assert [(one.column, one.code) for one in wrong.problems] == [("notice", "notice_unknown")]


def test_texts_become_paragraphs_that_hold_no_markup() -> None:
    blocks = described("첫 줄 <b>굵게</b>\n\n둘째 & 셋째")["blocks"]
    assert [block["data"]["text"] for block in blocks] == ["첫 줄 &lt;b&gt;굵게&lt;/b&gt;", "둘째 &amp; 셋째"]


@pytest.mark.parametrize("text", ["=1+1", "+82", "-5", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'])
def test_no_text_becomes_a_formula(text: str) -> None:
    content = write_workbook(LISTS, [{"name": text, "stock": 3}])
    book = openpyxl.load_workbook(io.BytesIO(content))
    cell = book["상품"].cell(row=2, column=[column.code for column in COLUMNS].index("name") + 1)
    assert cell.data_type in ("s", "inlineStr")
    assert cell.quotePrefix
    assert read_workbook(content)[0][1]["name"].strip() == text.strip()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_the_template_offers_its_choices() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(LISTS)))
    sheet = book["상품"]
    assert [cell.value for cell in sheet[1]] == [
        f"{column.head}*" if column.is_needed else column.head for column in COLUMNS
    ]
    chosen = {
        str(rule.sqref).split(":")[0]: rule.formula1
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    assert len(chosen) == 4
    assert book["목록"].sheet_state == "hidden"
    assert book["목록"]["A1"].value == "생활 > 비누"
    assert "품명·모델" in book["고시 항목"]["B2"].value
