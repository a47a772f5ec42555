"""Changing a kind of page."""

from __future__ import annotations

from typing import Any

import graphene

from market.content.errors import DuplicatedInputItem, SlugTaken
from market.content.graphql.page_inputs import PageTypeUpdateInput
from market.content.graphql.page_types import PageError, PageType
from market.content.graphql.page_values import page_type_values
from market.content.services.page_type_update import page_type_update
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_PAGE_TYPES_AND_ATTRIBUTES


class PageTypeUpdate(BaseMutation):
    class Meta:
        description = "Change a page type and which attributes its pages have."
        error_type = PageError
        permissions = (MANAGE_PAGE_TYPES_AND_ATTRIBUTES,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the page type.")
        input = PageTypeUpdateInput(required=True, description="What is given.")

    raises = (NotFound, InvalidId, Required, InvalidInput, SlugTaken, DuplicatedInputItem)
    page_type = graphene.Field(PageType, description="The page type.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any) -> PageTypeUpdate:
        key, values = pk_from_id(id, "PageType"), page_type_values(input)
        return cls(page_type=page_type_update(actor=info.context.actor, page_type_id=key, values=values))
