"""The number that says whether an anonymous catalogue answer is still true."""

from __future__ import annotations

from django.db import connection

from market.core.models import CatalogueChange

# One row for all earlier ones, in one statement: the sum stays what it is for everybody who looks.
COMPACT = """
WITH gone AS (DELETE FROM core_cataloguechange RETURNING weight)
INSERT INTO core_cataloguechange (weight) SELECT sum(weight) FROM gone HAVING count(*) > 0
"""


def bump() -> None:
    """Everything answered before this transaction commits is stale. Call it in the transaction that changes the catalogue.

    It adds a row and locks none: a number that everybody raised would make transactions wait for each other, and crosswise at times.
    """
    CatalogueChange.objects.create()


def current() -> int:
    """The committed version, in one statement over a handful of rows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COALESCE(sum(weight), 0)::bigint FROM core_cataloguechange")
        return int(cursor.fetchone()[0])


def compact() -> None:
    """Put the rows together into one; the version does not change."""
    with connection.cursor() as cursor:
        cursor.execute(COMPACT)
