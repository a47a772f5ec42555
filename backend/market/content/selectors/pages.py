"""Which pages a viewer may read."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from market.catalog.models import Attribute, AttributeValue
from market.catalog.selectors.attributes import SelectedAttribute
from market.catalog.selectors.view import View
from market.content.models import Page, PageAttributeValue, PageTypeAttribute
from market.core import clock
from market.core.actor import Actor
from market.core.permissions import MANAGE_PAGES


def page_list(*, viewer: Actor) -> QuerySet[Page]:
    """Published pages whose time has come; all of them for those who manage pages."""
    return Page.objects.all() if viewer.has_permission(MANAGE_PAGES) else Page.objects.filter(pages_shown())


def pages_shown(prefix: str = "") -> Q:
    """The condition that a page is shown to everybody, for rows that reach it by ``prefix``."""
    is_due = Q(**{f"{prefix}published_at__isnull": True}) | Q(**{f"{prefix}published_at__lte": clock.now()})
    return Q(**{f"{prefix}is_published": True}) & is_due


def attributes_of_page_types(type_ids: Iterable[int]) -> dict[int, list[Attribute]]:
    """The attributes of each page type in its order, in one statement."""
    wanted = set(type_ids)
    found: dict[int, list[Attribute]] = {pk: [] for pk in wanted}
    links = PageTypeAttribute.objects.filter(page_type__in=wanted).select_related("attribute")
    for link in links.order_by("sort_order", "pk"):
        found[link.page_type_id].append(link.attribute)
    return found


def attributes_of_pages(pages: Iterable[Page], *, view: View, viewer: Actor) -> dict[int, list[SelectedAttribute]]:
    """Every attribute of each page's type with the page's values, in two statements; hidden ones only for those who manage pages."""
    pages = list(pages)
    by_type = attributes_of_page_types(page.page_type_id for page in pages)
    values: dict[tuple[int, int], list[AttributeValue]] = {}
    links = PageAttributeValue.objects.filter(page__in=[page.pk for page in pages]).select_related("value")
    for link in links.order_by("sort_order", "pk"):
        values.setdefault((link.page_id, link.value.attribute_id), []).append(link.value)
    sees_all = viewer.has_permission(MANAGE_PAGES)
    return {
        page.pk: [
            SelectedAttribute(attribute, values.get((page.pk, attribute.pk), []), view)
            for attribute in by_type[page.page_type_id]
            if sees_all or attribute.is_visible_in_storefront
        ]
        for page in pages
    }
