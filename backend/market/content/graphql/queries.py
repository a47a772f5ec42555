"""Reading stories."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLError

from market.content.graphql.types import Story, StoryKindEnum
from market.content.models import Story as StoryModel
from market.content.selectors.stories import story_list
from market.core.graphql.types import non_null_list

MOST_STORIES = 100


class ContentQueries:
    stories = graphene.Field(
        non_null_list(Story),
        first=graphene.Int(default_value=12, description="How many at most, 100 or fewer."),
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
        root: Any, info: Any, first: int = 12, kind: Any = None, theme: str | None = None
    ) -> list[StoryModel]:
        if not 0 <= first <= MOST_STORIES:
            raise GraphQLError(f"Argument `first` must be between 0 and {MOST_STORIES}.")
        return list(story_list(viewer=info.context.actor, kind=getattr(kind, "value", kind), theme=theme)[:first])

    @staticmethod
    def resolve_story(root: Any, info: Any, slug: str) -> StoryModel | None:
        return story_list(viewer=info.context.actor).filter(slug=slug).first()
