"""Changing a page."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog.errors import AttributeValueUnfit
from market.content.errors import AttributeNotOfType, DuplicatedInputItem, SlugTaken
from market.content.graphql.page_inputs import PageInput
from market.content.graphql.page_types import Page, PageError
from market.content.graphql.page_values import page_values
from market.content.services.page_update import page_update
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_PAGES


class PageUpdate(BaseMutation):
    class Meta:
        description = "Change what is given of a page."
        error_type = PageError
        permissions = (MANAGE_PAGES,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the page.")
        input = PageInput(required=True, description="What is given.")

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
    def perform(cls, info: Any, id: str, input: Any) -> PageUpdate:
        key, values = pk_from_id(id, "Page"), page_values(input)
        return cls(page=page_update(actor=info.context.actor, page_id=key, values=values))
