"""From page filters to conditions. ``where`` follows Saleor to the letter: what names nothing finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from graphql import GraphQLError

from market.catalog.graphql.filters import keys, text, texts
from market.content.graphql.page_attribute_filters import attributes_condition
from market.content.models import Page, PageTranslation

NOTHING = Q(pk__in=[])
MOST_TEXT, DEEPEST = 250, 10
SEARCHED, SEARCHED_TRANSLATIONS = ("title", "slug", "content_plaintext"), ("title", "content_plaintext")


def where_condition(value: Any, depth: int = 0) -> Q:
    """The condition of a PageWhereInput. Raises a GraphQLError where an operator stands beside anything else."""
    if not value:
        return Q()
    if depth > DEEPEST:
        raise GraphQLError("The filter is nested too deeply.")
    if ("AND" in value or "OR" in value) and len(value) > 1:
        raise GraphQLError("Cannot mix operators with other filter inputs.")
    condition = Q()
    for name, item in value.items():
        if name == "AND":
            for branch in item or []:
                condition &= where_condition(branch, depth + 1)
        elif name == "OR":
            condition &= _any_of([where_condition(branch, depth + 1) for branch in item or []])
        else:
            condition &= WHERE[name](item)
    return condition


def _any_of(branches: list[Q]) -> Q:
    """One of them holds; an empty branch holds for everything, and no branch asks nothing."""
    if not all(branches):
        return Q()
    condition = Q()
    for branch in branches:
        condition |= branch
    return condition


def _ids(value: list[str] | None) -> Q:
    return Q(pk__in=keys(value or [], "Page"))


def _slug(value: Any) -> Q:
    if value is None:
        return NOTHING
    if "eq" in value:
        return Q(slug=text(value["eq"])) if value["eq"] is not None else NOTHING
    return Q(slug__in=texts(value["one_of"])) if value.get("one_of") else NOTHING


def _page_type(value: Any) -> Q:
    if not value:
        return Q()
    if value.get("eq"):
        return Q(page_type__in=keys([value["eq"]], "PageType"))
    return Q(page_type__in=keys(value["one_of"], "PageType")) if value.get("one_of") else NOTHING


def _metadata(value: Any) -> Q:
    if not value:
        return NOTHING
    key, wanted = text(value["key"]), value.get("value")
    if not wanted:
        return Q(metadata__has_key=key)
    if wanted.get("eq"):
        return Q(metadata__contains={key: text(wanted["eq"])})
    condition = Q()
    for item in wanted.get("one_of") or []:
        condition |= Q(metadata__contains={key: text(item)})
    return condition or NOTHING


WHERE: dict[str, Callable[[Any], Q]] = {
    "ids": _ids,
    "slug": _slug,
    "page_type": _page_type,
    "metadata": _metadata,
    "attributes": attributes_condition,
}


def filter_condition(value: Any) -> Q:
    """The condition of a PageFilterInput; what is empty narrows nothing."""
    condition = Q()
    if value.get("ids"):
        condition &= Q(pk__in=keys(value["ids"], "Page"))
    if value.get("slugs"):
        condition &= Q(slug__in=texts(value["slugs"]))
    if value.get("page_types"):
        condition &= Q(page_type__in=keys(value["page_types"], "PageType"))
    for entry in value.get("metadata") or []:
        key, wanted = text(entry["key"]), entry.get("value")
        condition &= Q(metadata__contains={key: text(wanted)}) if wanted else Q(metadata__has_key=key)
    return condition & search_condition(value.get("search"))


def search_condition(words: str | None) -> Q:
    """Every word stands somewhere in the page, or in one of its translations."""
    condition = Q()
    for word in text(words or "")[:MOST_TEXT].split():
        found = _contains(SEARCHED, word)
        translations = PageTranslation.objects.filter(_contains(SEARCHED_TRANSLATIONS, word), page=OuterRef("pk"))
        condition &= found | Q(Exists(translations))
    return condition


def _contains(columns: tuple[str, ...], word: str) -> Q:
    condition = Q()
    for name in columns:
        condition |= Q(**{f"{name}__icontains": word})
    return condition


def narrowed(pages: QuerySet[Page], *, filter: Any, where: Any, search: str | None) -> QuerySet[Page]:
    """The pages that filter or where, and the words, let through. Raises a GraphQLError for both filter and where."""
    if filter and where:
        raise GraphQLError("Only one filtering argument (filter or where) can be specified.")
    condition = filter_condition(filter) if filter else where_condition(where)
    return pages.filter(condition & search_condition(search))
