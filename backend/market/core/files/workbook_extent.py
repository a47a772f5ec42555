"""How far the cells of a workbook lie apart, told before it is unpacked into a grid: one filled cell in the last corner of a sheet
makes a grid of seventeen thousand million cells, which ends the process that asks for it."""

from __future__ import annotations

import re
import zipfile
from xml.parsers import expat

CHUNK = 1_000_000
MOST_CELLS = 2_000_000  # of the grid from the first corner to the last filled cell; a full workbook of ours has 300,000
MOST_ELEMENTS = 5_000_000  # cells written down, filled or not
SHEET_MARK = b"sheetData"  # no part without it has cells
PLACE = re.compile(r"([A-Za-z]{1,7})([0-9]{1,10})")


class TooScattered(ValueError):
    """The grid would have more than MOST_CELLS cells."""


def ensure_compact(archive: zipfile.ZipFile) -> None:
    """Raises TooScattered, and ValueError for a sheet that is no XML."""
    for part in archive.infolist():
        if _is_sheet(archive, part):
            try:
                _Extent().measure(archive, part)
            except expat.ExpatError as error:
                raise ValueError(str(error)) from error


def _is_sheet(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    with archive.open(part) as content:
        before = b""
        while chunk := content.read(CHUNK):
            if SHEET_MARK in before + chunk:
                return True
            before = chunk[-len(SHEET_MARK) :]
    return False


class _Extent:
    """The last filled row and column of one sheet, read as a stream."""

    def __init__(self) -> None:
        self.row = self.column = self.last_row = self.last_column = self.elements = 0

    def measure(self, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.StartDoctypeDeclHandler = self._doctype
        with archive.open(part) as content:
            while chunk := content.read(CHUNK):
                parser.Parse(chunk)
        parser.Parse(b"", True)

    def _doctype(self, *_given: object) -> None:
        raise ValueError("sheets have no document type")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "row":
            place = attributes.get("r", "")
            self.row = int(place[:10]) if place.isascii() and place.isdigit() else self.row + 1
            self.column = 0
        elif tag == "c":
            self._cell(attributes.get("r"))
        elif tag in ("v", "is"):
            self.last_row, self.last_column = max(self.last_row, self.row), max(self.last_column, self.column)
            if self.last_row * self.last_column > MOST_CELLS:
                raise TooScattered

    def _cell(self, place: str | None) -> None:
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise TooScattered
        if place is None:
            self.column += 1
            return
        found = PLACE.fullmatch(place)
        if found is None:
            raise ValueError("a cell without a place")
        self.row, self.column = int(found[2]), 0
        for letter in found[1].upper():
            self.column = self.column * 26 + ord(letter) - 64
