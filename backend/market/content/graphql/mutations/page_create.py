"""A new page."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.errors import AttributeValueUnfit
from market.content.errors import AttributeNotOfType, DuplicatedInputItem, SlugTaken
from market.content.graphql.page_inputs import PageCreateInput
from market.content.graphql.page_types import Page, PageError
from market.content.graphql.page_values import page_values
from market.content.services.page_create import page_create
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_PAGES


class PageCreate(BaseMutation):
    class Meta:
        description = "Make a page."
        error_type = PageError
        permissions = (MANAGE_PAGES,)

    class Arguments:
        input = PageCreateInput(required=True, description="What is given.")

    raises = (
        NotFound,
        InvalidId,
        Required,
        InvalidInput,
        SlugTaken,
        DuplicatedInputItem,
        AttributeNotOfType,
        AttributeValueUnfit,
    )
    page = graphene.Field(Page, description="The page.")

    @classmethod
    def perform(cls, info: Any, input: Any) -> PageCreate:
        page_type = pk_from_id(input["page_type"], "PageType", field="pageType")
        values = page_values(input)
        return cls(page=page_create(actor=info.context.actor, page_type_id=page_type, values=values))
