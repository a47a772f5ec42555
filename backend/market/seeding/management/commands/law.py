"""``manage.py law``: take in what catalog-seeds says of kinds of certificate, ways of buying and duties, also in a market that is open."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from market.seeding.sources import SeedSourceError, source
from market.vendors.services.duties_load import duties_load
from market.vendors.services.law_load import LawError, law_load


class Command(BaseCommand):
    help = "Take in the law as the files say it: validity of certificates, ways of buying and duties with their dates. Safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = law_load(kinds=source("certificate_kinds.yaml"), routes=source("buying_routes.yaml"))
            duties = duties_load(schemes=source("duty_schemes.yaml"))
        except (LawError, SeedSourceError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{done.kinds} kinds of certificate, {done.routes} ways of buying, {duties} terms of duties")
        if done.unnamed:
            self.stdout.write(f"{done.unnamed} ways of buying are in the database and not in the file; they stay")
