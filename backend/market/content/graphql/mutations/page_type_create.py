"""A new kind of page."""

from __future__ import annotations

from typing import Any

import graphene

from market.content.errors import DuplicatedInputItem, SlugTaken
from market.content.graphql.page_inputs import PageTypeCreateInput
from market.content.graphql.page_types import PageError, PageType
from market.content.graphql.page_values import page_type_values
from market.content.services.page_type_create import page_type_create
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId
from market.core.permissions import MANAGE_PAGE_TYPES_AND_ATTRIBUTES


class PageTypeCreate(BaseMutation):
    class Meta:
        description = "Make a page type with its attributes."
        error_type = PageError
        permissions = (MANAGE_PAGE_TYPES_AND_ATTRIBUTES,)

    class Arguments:
        input = PageTypeCreateInput(required=True, description="What is given.")

    raises = (NotFound, InvalidId, Required, InvalidInput, SlugTaken, DuplicatedInputItem)
    page_type = graphene.Field(PageType, description="The page type.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> PageTypeCreate:
        values = page_type_values(input)
        return cls(page_type=page_type_create(actor=info.context.actor, values=values))
