"""Enums of the whole API, and how they are made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import graphene
from babel import localedata
from django.db import models
from django_countries import countries


def _described(description: str) -> Callable[[Any], str]:
    return lambda member: member.name.replace("_", " ").lower() if member else description


def enum_from_choices(name: str, choices: type[models.TextChoices], description: str) -> Any:
    """A GraphQL enum with a model's choices; names are the members' names."""
    return graphene.Enum(name, [(member.name, member.value) for member in choices], description=_described(description))


def error_code_enum(name: str, codes: str) -> Any:
    """The enum of an error type: upper-case names whose lower-case twins are the values that domain errors carry."""
    return graphene.Enum(
        name, [(code, code.lower()) for code in codes.split()], description=_described(f"Codes of {name}.")
    )


class OrderDirection(graphene.Enum):
    """Which way to sort."""

    ASC = ""
    DESC = "-"


class ThumbnailFormatEnum(graphene.Enum):
    """Formats of pictures."""

    ORIGINAL = "original"
    AVIF = "avif"
    WEBP = "webp"


CountryCode = graphene.Enum(
    "CountryCode",
    [(code, code) for code in sorted({*dict(countries), "EU", "XK"})],
    description=_described("ISO 3166-1 alpha-2 country codes."),
)
LanguageCodeEnum = graphene.Enum(
    "LanguageCodeEnum",
    [
        (code.replace("-", "_").upper(), code.replace("_", "-").lower())
        for code in sorted(localedata.locale_identifiers())
        if code != "root"
    ],
    description=_described("Language and locale codes."),
)

_POLICIES = {
    "IGNORE_FAILED": "Save what is possible within a row.",
    "REJECT_EVERYTHING": "Reject all rows if there is an error in any of them.",
    "REJECT_FAILED_ROWS": "Reject rows with errors.",
}


def _policy_words(member: Any) -> str:
    return _POLICIES[member.name] if member is not None else "What becomes of the others when a row is wrong."


ErrorPolicyEnum = graphene.Enum(
    "ErrorPolicyEnum", [(name, name.lower()) for name in _POLICIES], description=_policy_words
)
