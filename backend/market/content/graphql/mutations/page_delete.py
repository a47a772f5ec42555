"""Taking a page away."""

from __future__ import annotations

from typing import Any

import graphene

from market.content.graphql.page_types import Page, PageError
from market.content.services.page_delete import page_delete
from market.core.errors import NotFound
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.permissions import MANAGE_PAGES


class PageDelete(BaseMutation):
    class Meta:
        description = "Delete a page and the menu items that point at it."
        error_type = PageError
        permissions = (MANAGE_PAGES,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the page.")

    raises = (NotFound, InvalidId)
    page = graphene.Field(Page, description="The page.")

    @classmethod
    def perform(cls, info: Any, id: str) -> PageDelete:
        return cls(page=page_delete(actor=info.context.actor, page_id=pk_from_id(id, "Page")))
