"""The version of the catalogue grows with each change, whoever puts its rows together in between."""

from __future__ import annotations

import pytest
from django.db import connections

from market.core import catalogue_version
from market.core.models import CatalogueChange


@pytest.mark.django_db
def test_each_change_counts_and_compacting_changes_nothing() -> None:
    before = catalogue_version.current()
    for _ in range(3):
        catalogue_version.bump()
    assert catalogue_version.current() == before + 3
    catalogue_version.compact()
    assert (catalogue_version.current(), CatalogueChange.objects.count()) == (before + 3, 1)
    catalogue_version.bump()
    assert catalogue_version.current() == before + 4


@pytest.mark.django_db
def test_an_empty_table_is_version_nothing() -> None:
    CatalogueChange.objects.all().delete()
    catalogue_version.compact()
    assert (catalogue_version.current(), CatalogueChange.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_another_that_has_not_committed() -> None:
    """Two open transactions bump, in both orders: with one row to raise, the second would wait for the first."""
    first, second = connections["default"].copy(), connections["default"].copy()
    try:
        for connection in (first, second):
            connection.set_autocommit(False)
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '2s'")
                cursor.execute("INSERT INTO core_cataloguechange (weight) VALUES (1)")
        before = catalogue_version.current()
        second.commit()
        assert catalogue_version.current() == before + 1
        first.commit()
        assert catalogue_version.current() == before + 2
    finally:
        for connection in (first, second):
            connection.close()
