"""Which issued papers a viewer may read."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from market.agencies.selectors.membership import membership_in
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_ORDERS
from market.papers.models import Paper
from market.papers.ports import subjects_of
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import vendor_ids_with


def paper_get(*, paper_id: UUID, viewer: Actor) -> Paper:
    """The paper, for members of its agency, for members of its enterprise (or one its subject was sent to) who handle orders, and for staff
    who keep orders. Raises NotFound for everybody else, as for a paper that does not exist; for the agency also while its subject is
    sealed."""
    paper = Paper.objects.filter(pk=paper_id).first() if viewer.is_authenticated else None
    if paper is None or not may_read(paper, viewer):
        raise NotFound("id")
    return paper


def may_read(paper: Paper, viewer: Actor) -> bool:
    return viewer.has_permission(MANAGE_ORDERS) or _reads_for_vendor(paper, viewer) or _reads_for_agency(paper, viewer)


def paper_keys_named(keys: Iterable[str]) -> set[str]:
    """Those of the keys in the private storage that an issued paper names."""
    return set(Paper.objects.filter(key__in=list(keys)).values_list("key", flat=True))


def _reads_for_agency(paper: Paper, viewer: Actor) -> bool:
    if paper.agency_id is None or membership_in(paper.agency_id, viewer) is None:
        return False
    subjects = subjects_of(paper.subject_type)
    return subjects is None or not subjects.is_sealed(paper.subject_id)


def _reads_for_vendor(paper: Paper, viewer: Actor) -> bool:
    own = vendor_ids_with(viewer, Ability.HANDLE_ORDERS)
    if paper.vendor_id is not None and paper.vendor_id in own:
        return True
    subjects = subjects_of(paper.subject_type)
    return (
        bool(own) and paper.vendor_id is None and subjects is not None and subjects.readers_among(paper.subject_id, own)
    )
