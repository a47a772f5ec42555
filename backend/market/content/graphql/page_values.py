"""From inputs of pages and page types to what the services take."""

from __future__ import annotations

from typing import Any

from market.catalog.graphql.attribute_value_inputs import given_attributes
from market.core.graphql.mutations import pk_from_id

KEPT = ("slug", "title", "content", "is_published", "published_at", "seo")


def page_values(given: Any) -> dict[str, Any]:
    """What is given of a page. Raises InvalidId for an attribute's id that is none."""
    values = {name: given[name] for name in KEPT if name in given}
    if given.get("attributes"):
        values["attributes"] = given_attributes(given["attributes"])
    return values


def page_type_values(given: Any) -> dict[str, Any]:
    """What is given of a page type. Raises InvalidId for an attribute's id that is none."""
    values = {name: given[name] for name in ("name", "slug") if name in given}
    for name, field in (("add_attributes", "addAttributes"), ("remove_attributes", "removeAttributes")):
        if given.get(name):
            values[name] = [pk_from_id(key, "Attribute", field=field) for key in given[name]]
    return values
