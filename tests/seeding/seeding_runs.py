"""Running the command."""

from __future__ import annotations

import datetime as dt
import io

from django.core.management import call_command

AS_OF = dt.date(2026, 11, 20)


def run_seed(*arguments: str) -> str:
    """What ``manage.py seed`` prints."""
    out = io.StringIO()
    call_command("seed", *arguments, stdout=out)
    return out.getvalue()
