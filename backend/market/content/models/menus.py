"""Menus and the trees of links in them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from market.catalog.models import Category, Collection
from market.content.models.pages import Page
from market.core.models import ModelWithMetadata, metadata_index

MOST_MENU_LEVELS = 8
TARGETS = ("category", "collection", "page")


def _points_at_one_thing() -> Q:
    """At most one of category, collection, page and address is named."""
    nothing = {f"{name}__isnull": True for name in TARGETS}
    only_url = Q(**nothing)
    only_one = [Q(url="", **{name: empty for name, empty in nothing.items() if name != kept}) for kept in nothing]
    condition = only_url
    for one in only_one:
        condition |= one
    return condition


class Menu(ModelWithMetadata):
    name = models.CharField(max_length=250)
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)

    class Meta:
        ordering = ["slug"]
        indexes = [metadata_index("menu_metadata")]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="menu_has_a_name"),
            models.CheckConstraint(condition=~Q(slug=""), name="menu_has_a_slug"),
        ]

    def __str__(self) -> str:
        return self.slug


class MenuItem(ModelWithMetadata):
    """A link in a menu, or a heading over others when it points at nothing."""

    menu = models.ForeignKey(Menu, on_delete=models.CASCADE, related_name="items")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="children")
    level = models.PositiveSmallIntegerField(default=0)
    sort_order = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=128)
    url = models.CharField(max_length=256, blank=True, default="")
    category = models.ForeignKey(Category, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    collection = models.ForeignKey(Collection, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    page = models.ForeignKey(Page, null=True, blank=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["level", "sort_order", "id"]
        indexes = [
            models.Index(fields=["menu", "level", "sort_order", "id"], name="menu_item_in_order"),
            metadata_index("menu_item_metadata"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="menu_item_has_a_name"),
            models.CheckConstraint(condition=_points_at_one_thing(), name="menu_item_points_at_one_thing"),
            models.CheckConstraint(condition=Q(level__lt=MOST_MENU_LEVELS), name="menu_item_level_bounded"),
            models.CheckConstraint(
                condition=Q(level=0, parent__isnull=True) | Q(level__gt=0, parent__isnull=False),
                name="menu_item_level_fits_parent",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="menu_item_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} in {self.menu_id}"


class MenuItemTranslation(models.Model):
    menu_item = models.ForeignKey(MenuItem, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=35)
    name = models.CharField(max_length=128)

    class Meta:
        ordering = ["menu_item", "language_code"]
        constraints = [
            models.UniqueConstraint(fields=["menu_item", "language_code"], name="menu_item_translation_once")
        ]

    def __str__(self) -> str:
        return f"{self.menu_item_id} in {self.language_code}"
