"""Texts that are kept in Korean and in English."""

from __future__ import annotations

import functools
from typing import Any

import graphene
from babel import Locale

from market.core.graphql.enums import LanguageCodeEnum


def language_argument() -> Any:
    return graphene.Argument(LanguageCodeEnum, description="Language of the text; the request's unless told.")


def in_english(info: Any, language_code: Any = None) -> bool:
    """Whether English is wanted: by the argument, else by the request."""
    asked = str(getattr(language_code, "value", language_code) or info.context.language)
    return asked.lower().split("-")[0] == "en"


def localized(korean: str, english: str, info: Any, language_code: Any = None) -> str:
    """The English text where it is wanted and there is one."""
    return english if english and in_english(info, language_code) else korean


def country_name(code: str, language: str) -> str:
    """Its name in a language; the code itself where there is no such country."""
    return Locale(language).territories.get(code) or code


@functools.cache
def _english_by_korean() -> dict[str, str]:
    english = Locale("en").territories
    return {name: english[code] for code, name in Locale("ko").territories.items() if code in english}


def country_in_english(korean: str) -> str:
    """The English name of a country that is given by its Korean one; empty where it is none."""
    return _english_by_korean().get(korean, "")
