"""Name and target of a menu item."""

from __future__ import annotations

from typing import Any

from market.catalog.models import Category, Collection
from market.content.errors import TooManyMenuItems
from market.content.models import MenuItem, Page
from market.core.errors import InvalidInput, NotFound
from market.core.links import is_safe_link
from market.core.texts import text_clean

LONGEST_NAME, LONGEST_URL = 128, 256
TARGETS: dict[str, Any] = {"category": Category, "collection": Collection, "page": Page}


def menu_item_fields_set(*, item: MenuItem, values: dict[str, Any]) -> None:
    """Put what is given on the item, unsaved; a new target takes the place of the old one, whatever it was.

    ``values``: name, url, and keys under category, collection and page. Raises Required, InvalidInput, NotFound, TooManyMenuItems.
    """
    if item.pk is None or "name" in values:
        item.name = text_clean(values.get("name"), field="name", longest=LONGEST_NAME)
    named = [name for name in (*TARGETS, "url") if values.get(name) not in (None, "")]
    if len(named) > 1:
        raise TooManyMenuItems
    if named:
        item.category_id = item.collection_id = item.page_id = None
        item.url = ""
    for name, model in TARGETS.items():
        if name in values:
            _target_set(item, name, model, values[name])
    if "url" in values:
        item.url = _url(values["url"])


def _target_set(item: MenuItem, name: str, model: Any, pk: int | None) -> None:
    if pk is not None and not model.objects.filter(pk=pk).exists():
        raise NotFound(name)
    setattr(item, f"{name}_id", pk)


def _url(given: str | None) -> str:
    url = text_clean(given, field="url", longest=LONGEST_URL, is_required=False)
    if url and not is_safe_link(url):
        raise InvalidInput(
            "url",
            "https:// 나 / 로 시작하는 주소를 적어 주세요.",
            "Give an address that starts with https:// or with a slash.",
        )
    return url
