"""Look after mails that did not go out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Count

from market.core.errors import DomainError
from market.notifications.models import Mail
from market.notifications.selectors.mails import stuck_mails
from market.notifications.services.mail_retry import mail_retry

SHOWN = 200


class Command(BaseCommand):
    help = "Count mails by status; --dead lists those a person has to look at, --retry ID puts one in line again."

    def add_arguments(self, parser: CommandParser) -> None:
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--dead", action="store_true", help="list what was given up or may not have gone out")
        choice.add_argument("--retry", type=UUID, metavar="ID", help="try this mail again")

    def handle(self, *args: Any, dead: bool, retry: UUID | None, **options: Any) -> None:
        if retry is not None:
            self._retry(retry)
        elif dead:
            self._list()
        else:
            for row in Mail.objects.order_by("status").values("status").annotate(count=Count("pk")):
                self.stdout.write(f"{row['status']:10}{row['count']:>8,}")

    def _list(self) -> None:
        """No names and no words: whoever may see the address looks it up by the order or the account."""
        for mail in stuck_mails()[:SHOWN]:
            about = f"order {mail.order_id}" if mail.order_id else f"user {mail.user_id}"
            self.stdout.write(
                f"{mail.pk}  {mail.created_at:%Y-%m-%d %H:%M}  {mail.status:8}{mail.kind}  {about}  {mail.error}"
            )

    def _retry(self, mail_id: UUID) -> None:
        try:
            mail = mail_retry(mail_id=mail_id)
        except DomainError as error:
            raise CommandError(f"{error.message('ko')} {error.message('en')}") from error
        self.stdout.write(f"{mail.pk}: 곧 다시 보내요 · will be tried again")
