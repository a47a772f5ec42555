"""Reading stories, pages and menus."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLError

from market.content.graphql.menu_queries import MenuQueries
from market.content.graphql.page_queries import PageQueries
from market.content.graphql.types import Story, StoryKindEnum
from market.content.models import Story as StoryModel
from market.content.selectors.stories import story_list
from market.core.graphql.types import non_null_list

MOST_STORIES, USUAL_STORIES = 100, 12


class ContentQueries(PageQueries, MenuQueries):
    stories = graphene.Field(
        non_null_list(Story),
        first=graphene.Int(default_value=USUAL_STORIES, description="How many at most, 100 or fewer."),
        kind=graphene.Argument(StoryKindEnum, description="Only stories of this kind."),
        theme=graphene.String(description="Only stories about the value with this code."),
        required=True,
        description="Published stories, newest first.",
    )
    story = graphene.Field(
        Story, slug=graphene.String(required=True, description="Slug of the story."), description="One story."
    )

    @staticmethod
    def resolve_stories(
        root: Any, info: Any, first: int | None = None, kind: Any = None, theme: str | None = None
    ) -> list[StoryModel]:
        first = USUAL_STORIES if first is None else first
        if not 0 <= first <= MOST_STORIES:
            raise GraphQLError(f"Argument `first` must be between 0 and {MOST_STORIES}.")
        theme = _text(theme) if theme is not None else None
        return list(story_list(viewer=info.context.actor, kind=getattr(kind, "value", kind), theme=theme)[:first])

    @staticmethod
    def resolve_story(root: Any, info: Any, slug: str) -> StoryModel | None:
        return story_list(viewer=info.context.actor).filter(slug=_text(slug)).first()


def _text(given: str) -> str:
    """PostgreSQL keeps no NUL: what holds one matches nothing."""
    return given.replace("\x00", "\ufffd")
