"""What the rows of a workbook say. Pure: cells in, products with their variants and problems out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from market.listings.columns import BY_CODE, BY_QUOTATION, COLUMNS, DIRECT, TAXES

MOST_ROWS, LONGEST_CELL = 5_000, 20_000
HIGHEST_PRICE, MOST_PIECES, MOST_DAYS, MOST_GRAMS, MOST_MINIMUM = 1_000_000_000, 1_000_000, 365, 2**31 - 1, 9_999
LONGEST = {"name": 250, "summary": 300, "option": 255, "sku": 255, "origin": 60}
_NUMBER = re.compile(r"-?\d[\d,]*(\.0+)?")
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a cell, in both languages."""

    column: str
    code: str
    ko: str
    en: str

    def plain(self) -> dict[str, str]:
        return {"column": self.column, "code": self.code, "ko": self.ko, "en": self.en}


@dataclass(frozen=True)
class Lists:
    """What may be chosen: category path -> id; kind's name -> (product type id, notice type code, its fields)."""

    categories: Mapping[str, int]
    kinds: Mapping[str, Kind]


@dataclass(frozen=True, slots=True)
class Kind:
    product_type_id: int
    notice_type_id: int
    notice_code: str
    notice_fields: tuple[Mapping[str, Any], ...]


@dataclass
class Row:
    """A row that was read: values by column code, only of cells that are filled; numbers are whole."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    group: int = 0

    def fault(self, column: str, code: str, ko: str, en: str) -> None:
        self.problems.append(Problem(column, code, ko, en))


def read_row(number: int, cells: Mapping[str, str], lists: Lists) -> Row:
    """The values of a row, each checked by itself."""
    row = Row(number)
    for column in COLUMNS:
        text = _UNWANTED.sub("", cells.get(column.code, "")).strip()
        if not text:
            continue
        if len(text) > LONGEST_CELL:
            row.fault(column.code, "too_long", "너무 길어요.", "Too long.")
        elif column.is_number:
            _number(row, column.code, text)
        else:
            _text(row, column.code, text, lists)
    return row


BOUNDS = {
    "product": (1, 2**62), "variant": (1, 2**62), "citizen_price": (0, HIGHEST_PRICE), "public_price": (0, HIGHEST_PRICE),
    "stock": (0, MOST_PIECES), "minimum": (1, MOST_MINIMUM), "dispatch": (0, MOST_DAYS), "weight": (0, MOST_GRAMS),
}  # fmt: skip


def _number(row: Row, code: str, text: str) -> None:
    bare = text.replace("원", "").strip()
    if not _NUMBER.fullmatch(bare):
        row.fault(code, "not_a_number", f"숫자로 적어 주세요: ‘{text[:30]}’", f"Not a number: ‘{text[:30]}’")
        return
    value = int(bare.split(".")[0].replace(",", ""))
    least, most = BOUNDS[code]
    if not least <= value <= most:
        row.fault(code, "out_of_bounds", f"{least:,}부터 {most:,}까지예요.", f"From {least:,} to {most:,}.")
        return
    row.values[code] = value


def _text(row: Row, code: str, text: str, lists: Lists) -> None:
    longest = LONGEST.get(code)
    if longest is not None and len(text) > longest:
        row.fault(
            code, "too_long", f"{longest}자까지 쓸 수 있어요. 지금 {len(text)}자예요.", f"At most {longest} letters."
        )
    elif code == "category":
        _choice(row, code, text, lists.categories)
    elif code == "kind":
        _choice(row, code, text, lists.kinds)
    elif code == "tax":
        _choice(row, code, text, TAXES)
    elif code == "sale":
        _choice(row, code, text, {DIRECT: False, BY_QUOTATION: True})
    else:
        row.values[code] = text


def _choice(row: Row, code: str, text: str, choices: Mapping[str, Any]) -> None:
    if text in choices:
        row.values[code] = text
        return
    row.fault(code, "not_a_choice", f"목록에 없는 값이에요: ‘{text[:40]}’", f"Not in the list: ‘{text[:40]}’")


def group_rows(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of one product stand together: the same product number, or, of new ones, the same name directly below each other."""
    groups: list[list[Row]] = []
    for row in rows:
        last = groups[-1] if groups else None
        if last and _belongs(row, last[0]):
            last.append(row)
        else:
            groups.append([row])
    for group in groups:
        for row in group:
            row.group = group[0].number
    return groups


def _belongs(row: Row, head: Row) -> bool:
    number = row.values.get("product")
    if number is not None or head.values.get("product") is not None:
        return number is not None and number == head.values.get("product")
    name = row.values.get("name")
    return name is not None and name == head.values.get("name")


def notice_of(row: Row, kind: Kind | None) -> dict[str, str]:
    """The facts of the legal notice, one ``label: value`` a line, by the codes of the kind's fields."""
    text = row.values.get("notice")
    if not text:
        return {}
    if kind is None:
        return {}
    labels = {_bare(field["label"]): field["code"] for field in kind.notice_fields}
    found: dict[str, str] = {}
    for line in text.splitlines():
        if not line.strip():
            continue
        label, colon, value = line.replace("：", ":", 1).partition(":")
        code = labels.get(_bare(label))
        if not colon or code is None:
            known = ", ".join(field["label"] for field in kind.notice_fields)
            row.fault(
                "notice",
                "notice_unknown",
                f"‘{label.strip()[:30]}’ 항목이 없어요. 쓸 수 있는 항목: {known}",
                f"No such fact: ‘{label.strip()[:30]}’.",
            )
        elif value.strip():
            found[code] = value.strip()
    return found


def _bare(label: str) -> str:
    return re.sub(r"[\s·/()\[\].,]", "", label)


def check_new(group: Sequence[Row]) -> None:
    """What a new product must say in its first row, and what its options must not say twice."""
    head = group[0]
    for code in ("name", "category", "kind", "tax"):
        if code not in head.values and not any(problem.column == code for problem in head.problems):
            column = BY_CODE[code]
            head.fault(code, "required", f"{column.head}을(를) 적어 주세요.", f"{column.head_en} is required.")
    for row in group:
        if "variant" in row.values:
            row.fault(
                "variant",
                "variant_unknown",
                "새 상품에는 옵션번호를 쓸 수 없어요.",
                "A new product has no variant number.",
            )
    _once(group, "option", "같은 옵션명이 두 번 있어요.", "This option is there twice.", counts_empty=len(group) > 1)


def _once(group: Sequence[Row], code: str, ko: str, en: str, *, counts_empty: bool) -> None:
    seen: set[Any] = set()
    for row in group:
        value = row.values.get(code)
        if value is None and not counts_empty:
            continue
        if value in seen:
            row.fault(code, "twice", ko, en)
        seen.add(value)


def check_once_in_file(rows: Iterable[Row], code: str, ko: str, en: str) -> None:
    """A value that no two rows may share."""
    seen: dict[Any, int] = {}
    for row in rows:
        value = row.values.get(code)
        if value is None:
            continue
        if value in seen:
            row.fault(code, "twice", f"{ko} ({seen[value]}행)", f"{en} (row {seen[value]})")
        else:
            seen[value] = row.number


def described(text: str) -> dict[str, Any]:
    """Plain text as a document of the editor: a paragraph a line."""
    escaped = (
        line.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for line in text.splitlines()
    )
    return {
        "version": "2.22.2",
        "blocks": [
            {"id": f"p{number}", "type": "paragraph", "data": {"text": line}}
            for number, line in enumerate(escaped, 1)
            if line
        ],
    }
