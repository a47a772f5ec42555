"""What a pasted or uploaded list of codes says, and how a thing can be bought. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

MOST_LISTS, MOST_ITEMS, MOST_CODES = 300, 200, 300
LONGEST_TEXT = 30_000
LONGEST_CODE = 120
MOST_PIECES = 9_999
HEADS = frozenset(
    """상품코드 상품번호 품목코드 품번 물품코드 자재코드 코드 옵션코드 옵션번호 식별번호 재고관리코드
    sku code item itemcode productcode partno""".split()  # noqa: SIM905 - a list of words
)
QUANTITY_HEADS = frozenset("수량 개수 주문수량 구매수량 갯수 qty quantity count amount".split())  # noqa: SIM905
UNITS = re.compile(r"(?:개|ea|매|부|권|박스|box|세트|set|병|통|롤|자루|벌|식|명|인분)$", re.IGNORECASE)


class Standing(Enum):
    """Whether so many of a thing can be bought now."""

    BUYABLE = "buyable"
    LESS_STOCK = "less_stock"
    SOLD_OUT = "sold_out"
    BELOW_MINIMUM = "below_minimum"
    ABOVE_LIMIT = "above_limit"
    QUOTE_ONLY = "quote_only"
    ON_HOLIDAY = "on_holiday"
    GONE = "gone"


class CodeFault(Enum):
    """Why a line of a pasted list says nothing that can be bought."""

    NO_CODE = "no_code"
    BAD_QUANTITY = "bad_quantity"


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One line: its number, the code as typed, how many; the same code again adds up under the first."""

    number: int
    code: str
    quantity: int
    fault: CodeFault | None = None


def read_text(text: str) -> list[CodeRow]:
    """Lines "code<tab, comma, semicolon or space>quantity"; a quantity left out is one. Empty lines and heads are passed over."""
    return read_cells(
        (number, _parts(line)) for number, line in enumerate(text[:LONGEST_TEXT].splitlines(), 1) if line.strip()
    )


def _parts(line: str) -> list[str]:
    for mark in ("\t", ";"):
        if mark in line:
            return [part.strip() for part in line.split(mark)]
    if "," in line:
        # "A-1,1,000" says a thousand; "A-1,scissors,3" has three cells.
        code, _, rest = line.partition(",")
        cells = [part.strip() for part in line.split(",")]
        return [code.strip(), rest.strip()] if len(cells) < 3 or _quantity(rest) is not None else cells
    code, _, quantity = line.strip().rpartition(" ")
    if code and _quantity(quantity) is not None:
        return [code.strip(), quantity]
    return [line.strip()]


def read_cells(rows: Iterable[tuple[int, Sequence[str]]]) -> list[CodeRow]:
    """The same from the cells of a sheet. Where a row is a head, its columns are followed; before one it is the first and the second."""
    code_at, quantity_at = 0, 1
    found: dict[str, CodeRow] = {}
    faulty: list[CodeRow] = []
    for number, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        places = _head(cells)
        if places is not None:
            code_at, quantity_at = places
            continue
        code = cells[code_at].strip() if code_at < len(cells) else ""
        typed = cells[quantity_at].strip() if 0 <= quantity_at < len(cells) else ""
        quantity = _quantity(typed) if typed else 1
        if not code:
            faulty.append(CodeRow(number, "", quantity or 0, CodeFault.NO_CODE))
        elif quantity is None:
            faulty.append(CodeRow(number, code[:LONGEST_CODE], 0, CodeFault.BAD_QUANTITY))
        else:
            key = code[:LONGEST_CODE].casefold()
            first = found.get(key)
            found[key] = CodeRow(
                first.number if first else number,
                first.code if first else code[:LONGEST_CODE],
                min((first.quantity if first else 0) + quantity, MOST_PIECES),
            )
    return sorted([*found.values(), *faulty], key=lambda row: row.number)


def _head(cells: Sequence[str]) -> tuple[int, int] | None:
    words = [re.sub(r"[\s()*._-]", "", cell).casefold() for cell in cells]
    code_at = next((place for place, word in enumerate(words) if word in HEADS), None)
    quantity_at = next((place for place, word in enumerate(words) if word in QUANTITY_HEADS), None)
    if code_at is None:
        return None
    if quantity_at is None and len([word for word in words if word]) > 1 and not any(_is_word(word) for word in words):
        return None
    return code_at, -1 if quantity_at is None else quantity_at


def _is_word(word: str) -> bool:
    return word in HEADS or word in QUANTITY_HEADS


def _quantity(text: str) -> int | None:
    """Whole pieces, as people type them: "1,000", "3개", "12.0"; None for everything else and for none at all."""
    plain = UNITS.sub("", re.sub(r"[,\s]", "", text))
    found = re.fullmatch(r"([0-9]{1,6})(?:\.0+)?", plain)
    if found is None or not plain.isascii():
        return None
    pieces = int(found[1])
    return pieces if 1 <= pieces <= MOST_PIECES else None
