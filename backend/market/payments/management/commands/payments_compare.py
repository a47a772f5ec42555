"""Compare the books with the providers now."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from market.core.clock import SEOUL
from market.payments.errors import GatewayUnknown
from market.payments.flows.books_compare import books_compare
from market.payments.selectors.book_standing import differences_open


class Command(BaseCommand):
    help = "Compare our payments with the providers' books. Ends with 1 while differences stand, with 2 when a provider cannot be asked."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--since", type=dt.date.fromisoformat, help="from this day in Seoul; a few days back unless given"
        )
        parser.add_argument("--gateway", action="append", help="only with this provider; may be repeated")

    def handle(self, *args: Any, since: dt.date | None, gateway: list[str] | None, **options: Any) -> None:
        start = dt.datetime.combine(since, dt.time(), tzinfo=SEOUL) if since else None
        try:
            runs = books_compare(since=start, gateways=gateway)
        except GatewayUnknown as error:
            raise CommandError(str(error), returncode=2) from error
        for run in runs:
            self.stdout.write(
                f"{run.gateway}: {run.checked} compared, {run.healed} brought up to date. {run.error}".strip()
            )
        standing = list(differences_open([run.gateway for run in runs]))
        if standing:
            self.stdout.write(f"\n{'kind':18}{'reference':32}{'here':>18}{'there':>28}  since")
        for row in standing:
            since_text = row.found_at.astimezone(SEOUL).strftime("%Y-%m-%d %H:%M")
            self.stdout.write(f"{row.kind:18}{row.psp_reference:32}{row.here:>18}{row.there:>28}  {since_text}")
        if any(run.error for run in runs):
            raise CommandError("not every provider could be asked", returncode=2)
        if standing:
            raise CommandError(f"{len(standing)} differences stand", returncode=1)
