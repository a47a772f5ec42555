"""What the market tells: stories, pages and menus.

Do NOT write a page's content without ``rules.rich_text``: it stands in front of everybody. Do NOT change a menu item's parent or level
outside of ``services``: both change together, under the lock of the menu.
"""

from __future__ import annotations

from market.content.models.menus import MOST_MENU_LEVELS, Menu, MenuItem, MenuItemTranslation
from market.content.models.pages import (
    Page,
    PageAttributeValue,
    PageTranslation,
    PageType,
    PageTypeAttribute,
)
from market.content.models.stories import Story, StoryKind, StoryProduct

__all__ = [
    "MOST_MENU_LEVELS",
    "Menu",
    "MenuItem",
    "MenuItemTranslation",
    "Page",
    "PageAttributeValue",
    "PageTranslation",
    "PageType",
    "PageTypeAttribute",
    "Story",
    "StoryKind",
    "StoryProduct",
]
