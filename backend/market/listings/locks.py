"""Rows of this room FOR UPDATE."""

from __future__ import annotations

from django.db.models import QuerySet

from market.core.locks import locked
from market.listings.models import ListingImport


def imports_for_update() -> QuerySet[ListingImport]:
    return locked(ListingImport.objects.all())
