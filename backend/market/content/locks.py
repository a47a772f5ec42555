"""The only row locks of this room, always in the order of the primary key. A menu stands for all its items."""

from __future__ import annotations

from django.db.models import QuerySet

from market.content.models import Menu, Page, PageType
from market.core.locks import locked


def menus_for_update() -> QuerySet[Menu]:
    return locked(Menu.objects.all())


def pages_for_update() -> QuerySet[Page]:
    return locked(Page.objects.all())


def page_types_for_update() -> QuerySet[PageType]:
    return locked(PageType.objects.all())
