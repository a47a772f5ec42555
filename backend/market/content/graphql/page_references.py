"""Attributes that point at pages."""

from __future__ import annotations

from typing import Any

from market.catalog.graphql.assigned_attributes import reference_types
from market.catalog.selectors.view import View
from market.content.models import Page
from market.content.selectors.pages import pages_shown


def _pages(keys: list[int], view: View) -> dict[int, Any]:
    """Pages that shoppers see; those that are not published point nowhere, whoever looks."""
    return dict(Page.objects.filter(pages_shown()).in_bulk(keys))


# Reached through their interface only, so the schema must be told of them.
SCHEMA_TYPES = [*reference_types("Page", "market.content.graphql.page_types.Page", "reference_page_id", _pages)]
