"""Issued papers."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import NotFound
from market.core.global_ids import BadGlobalId, uuid_pk
from market.papers.graphql.types import Paper
from market.papers.models import Paper as PaperModel
from market.papers.selectors.papers import paper_get


class PaperQueries:
    paper = graphene.Field(
        Paper,
        id=graphene.ID(required=True, description="ID of the paper."),
        description="An issued paper, for members of its agency, people of its enterprise who handle orders, and staff. Null for others.",
    )

    @staticmethod
    def resolve_paper(root: Any, info: Any, id: str) -> PaperModel | None:
        _ = info.context.actor.signed_in_id
        try:
            return paper_get(paper_id=uuid_pk(id, "Paper"), viewer=info.context.actor)
        except (BadGlobalId, NotFound):
            return None
