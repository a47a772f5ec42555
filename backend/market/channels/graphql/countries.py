"""Countries by code and name."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.languages import country_name, in_english


class CountryDisplay(graphene.ObjectType):
    """A country by code and name."""

    code = graphene.String(required=True, description="ISO 3166-1 alpha-2 code.")
    country = graphene.String(required=True, description="Its name.")


def country_display(code: str, info: Any) -> dict[str, str]:
    """The country, named in the language of the request."""
    return {"code": code, "country": country_name(code, "en" if in_english(info) else "ko")}
