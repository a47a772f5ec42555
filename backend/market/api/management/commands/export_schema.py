"""Write the schema to backend/schema.graphql, or check that the file is current."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from graphql import print_schema

from market.api.schema import schema


class Command(BaseCommand):
    help = "Write schema.graphql; with --check only say whether it is current."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        path = Path(settings.BACKEND_DIR) / "schema.graphql"
        text = print_schema(schema()) + "\n"
        if not check:
            path.write_text(text, encoding="utf-8")
            self.stdout.write(f"{path.name}: {len(text.splitlines())} lines")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            raise CommandError("schema.graphql is out of date: run `python manage.py export_schema`.")
