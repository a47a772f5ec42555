"""``manage.py seed``: fill an empty market with sample data of the wanted size."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import ProgrammingError

from market.core import clock
from market.seeding.market_seed import seed
from market.seeding.sizes import SIZES, Size
from market.seeding.sources import SeedSourceError
from market.seeding.state import is_complete, obstacle


class Command(BaseCommand):
    help = "Fill an empty market with sample data: always the same for the same day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--size", choices=sorted(SIZES), default="full")
        parser.add_argument("--as-of", type=dt.date.fromisoformat, default=None, help="the day the market has reached")
        parser.add_argument("--check", action="store_true", help="only say whether this size is there and whole")

    def handle(self, *args: Any, **options: Any) -> None:
        size, as_of = SIZES[options["size"]], options["as_of"] or clock.today()
        if self._is_complete(size):
            self._say(f"seeded: {size.name} is there and whole; nothing to do")
            return
        if options["check"]:
            self._say(f"seeded: {size.name} is not there")
            sys.exit(1)
        if reason := obstacle(size):
            raise CommandError(reason)
        try:
            seed(size, as_of, self._say)
        except SeedSourceError as error:
            raise CommandError(str(error)) from error

    def _is_complete(self, size: Size) -> bool:
        try:
            return is_complete(size)
        except ProgrammingError as error:
            raise CommandError("The tables are not there yet: run manage.py migrate first.") from error

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
