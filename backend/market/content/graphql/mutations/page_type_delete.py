"""Taking a kind of page away."""

from __future__ import annotations

from typing import Any

import graphene

from market.content.graphql.page_types import PageError, PageType
from market.content.services.page_type_delete import page_type_delete
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_PAGE_TYPES_AND_ATTRIBUTES


class PageTypeDelete(BaseMutation):
    class Meta:
        description = "Delete a page type with all its pages."
        error_type = PageError
        permissions = (MANAGE_PAGE_TYPES_AND_ATTRIBUTES,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the page type.")

    raises = (NotFound, InvalidId)
    page_type = graphene.Field(PageType, description="The page type.")

    @classmethod
    def perform(cls, info: Any, id: str) -> PageTypeDelete:
        key = pk_from_id(id, "PageType")
        return cls(page_type=page_type_delete(actor=info.context.actor, page_type_id=key))
