"""The number that says whether an anonymous catalogue answer is still true."""

from __future__ import annotations

from django.db import connection
from django.db.models import F

from market.core.models import CatalogueVersion


def bump() -> None:
    """Everything answered before this transaction commits is stale. Call it in the transaction that changes the catalogue."""
    if not CatalogueVersion.objects.filter(pk=1).update(number=F("number") + 1):
        CatalogueVersion.objects.get_or_create(pk=1)


def current() -> int:
    """The committed version, in one index-only statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM core_catalogueversion WHERE id = 1")
        row = cursor.fetchone()
    return row[0] if row else 0
