"""The first member of staff of a new market."""

from __future__ import annotations

import os
from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from market.accounts.services.staff_create import staff_create
from market.core.actor import SYSTEM
from market.core.errors import DomainError, ManyErrors


class Command(BaseCommand):
    help = "Open an account with every permission. Asks for the password, or takes it from IEUM_STAFF_PASSWORD."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        password = os.environ.get("IEUM_STAFF_PASSWORD") or getpass("비밀번호 · password: ")
        try:
            user = staff_create(actor=SYSTEM, email=email, password=password)
        except ManyErrors as many:
            raise CommandError(
                " ".join(f"{error.message('ko')} {error.message('en')}" for error in many.errors)
            ) from many
        except DomainError as error:
            raise CommandError(f"{error.message('ko')} {error.message('en')}") from error
        self.stdout.write(f"{user.email}: 모든 권한을 가진 운영자 · a member of staff with every permission")
