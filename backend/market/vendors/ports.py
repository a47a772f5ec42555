"""What enterprises must ask of rooms above them. They fill the ports in their ``apps.py``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, kw_only=True)
class OpenItem:
    """Something an enterprise still owes somebody."""

    number: str
    status: str
    since: dt.datetime


@dataclass(frozen=True, kw_only=True)
class OpenWork:
    """What is under way at one enterprise. The lists hold the oldest, at most LISTED; the counts are whole."""

    live_products: int
    order_count: int
    withdrawal_count: int
    orders: tuple[OpenItem, ...]
    withdrawals: tuple[OpenItem, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether nobody waits for the enterprise any more. Goods on sale are no obstacle: they vanish."""
        return not self.order_count and not self.withdrawal_count


LISTED = 50


class WorkBook(Protocol):
    """Knows what an enterprise has promised. Filled by orders."""

    def open_work(self, vendor_id: int) -> OpenWork:
        """What is open at this moment. Who has locked the enterprise's row can rely on it until the end of the transaction."""


class NoWorkBook(LookupError):
    """No room offered to say what is open: nothing may be closed then."""


_books: list[WorkBook] = []


def register_work_book(book: WorkBook) -> None:
    """The last one set counts."""
    _books[:] = [book]


def open_work(vendor_id: int) -> OpenWork:
    if not _books:
        raise NoWorkBook
    return _books[0].open_work(vendor_id)
