"""Take a paper home."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.core.actor import Actor
from market.papers.models import Paper, PaperReading
from market.papers.selectors.papers import paper_get


def paper_read(*, paper_id: UUID, actor: Actor) -> Paper:
    """The paper for who may read it, with a row that says who took it, when and from where. Raises NotFound."""
    with transaction.atomic():
        paper = paper_get(paper_id=paper_id, viewer=actor)
        PaperReading.objects.create(paper=paper, user_id=actor.user_id, ip_address=actor.ip_address or None)
    return paper
