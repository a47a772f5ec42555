"""The goods of stories, as a channel sells them."""

from __future__ import annotations

from typing import Any

from market.catalog.graphql.views import view_of_slug
from market.catalog.selectors.products import visible_products_in_view
from market.content.models import StoryProduct
from market.core.graphql.batch import grouped


def products_of_stories(story_ids: list[int], info: Any, channel: str, most: int) -> list[list[Any]]:
    """Up to ``most`` goods of each story that the viewer may see in the channel, in the story's order; two statements for all stories."""
    view = view_of_slug(info, channel)
    if view is None:
        return [[] for _ in story_ids]
    links = grouped(
        StoryProduct.objects.filter(story_id__in=story_ids).order_by("sort_order", "id"),
        lambda link: link.story_id,
        story_ids,
    )
    found = {
        product.pk: product
        for product in visible_products_in_view([link.product_id for of_story in links for link in of_story], view)
    }
    return [[found[link.product_id] for link in of_story if link.product_id in found][:most] for of_story in links]
