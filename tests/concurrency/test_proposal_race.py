"""Deciding and editing at once, on real connections: nothing that anybody wrote or read is lost unseen."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from factories.channels import ChannelFactory
from factories.goods import on_sale
from factories.vendors import member_of
from market.catalog.errors import ProposalChanged, ProposalDecided
from market.catalog.models import Product, ProductProposal, ProposalStep
from market.catalog.services import listing_change as door
from market.catalog.services import proposal_join
from market.catalog.services.listing_change import listing_change
from market.catalog.services.proposal_decide import Approval, proposal_approve
from market.core.actor import Actor
from market.core.permissions import MANAGE_PRODUCTS

Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]
STAFF = Actor(user_id=900_001, is_staff=True, permissions=frozenset({MANAGE_PRODUCTS}))
AS_IT_IS = Approval(edits={}, leave_out=frozenset(), accept=frozenset())


def waiting() -> tuple[Product, Actor, ProductProposal]:
    """Goods on sale, somebody of their enterprise, and a change that waits."""
    product = on_sale(ChannelFactory(), name="처음")
    member = Actor(user_id=member_of(product.vendor).pk)
    listing_change(product_id=product.pk, changes={"name": "둘"}, actor=member)
    return product, member, ProductProposal.objects.get()


def approve(proposal: ProductProposal) -> ProductProposal:
    return proposal_approve(proposal_id=proposal.pk, version=proposal.version, approval=AS_IT_IS, actor=STAFF)


def test_several_approvals_are_one(race: Race) -> None:
    product, _, proposal = waiting()
    answers = race([functools.partial(approve, proposal)] * 8)
    assert sum(isinstance(answer, ProductProposal) for answer in answers) == 1
    assert sum(isinstance(answer, ProposalDecided) for answer in answers) == 7
    product.refresh_from_db()
    assert product.name == "둘"
    assert [step.action for step in ProposalStep.objects.all()] == ["submitted", "approved"]


def test_an_edit_beside_an_approval_is_seen_or_waits(race: Race) -> None:
    """Either the edit came first, and who approves is told to read again; or it came later, and is a proposal of its own."""
    product, member, proposal = waiting()
    edit = functools.partial(listing_change, product_id=product.pk, changes={"summary": "새 소개"}, actor=member)
    answers = race([edit, functools.partial(approve, proposal)])
    assert not isinstance(answers[0], Exception), answers[0]
    product.refresh_from_db()
    assert product.summary == ""
    open_one = ProductProposal.objects.get(status="open")
    assert "summary" in open_one.changes
    if isinstance(answers[1], ProposalChanged):
        assert (product.name, set(open_one.changes)) == ("처음", {"name", "summary"})
    else:
        assert (product.name, set(open_one.changes)) == ("둘", {"summary"})


def edits(product: Product, member: Actor) -> list[Callable[[], Any]]:
    """Each of another field."""
    changes: list[dict[str, Any]] = [
        {"name": "셋"}, {"summary": "소개"}, {"seoTitle": "제목"}, {"seoDescription": "설명"}, {"originCountry": "대한민국"},
        {"isQuoteOnly": True},
    ]  # fmt: skip
    return [functools.partial(listing_change, product_id=product.pk, changes=one, actor=member) for one in changes]


def test_edits_at_once_all_join(race: Race) -> None:
    product, member, proposal = waiting()
    answers = race(edits(product, member))
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    proposal.refresh_from_db()
    fields = {"name", "summary", "seoTitle", "seoDescription", "originCountry", "isQuoteOnly"}
    assert set(proposal.changes) == fields
    assert proposal.version == ProposalStep.objects.count() == 7


def test_staff_who_change_other_fields_at_once_lose_nothing(race: Race) -> None:
    product, _, _ = waiting()
    answers = race(edits(product, STAFF))
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    product.refresh_from_db()
    assert (product.name, product.summary, product.seo_title) == ("셋", "소개", "제목")
    assert (product.seo_description, product.origin_country, product.is_quote_only) == ("설명", "대한민국", True)


def test_without_the_lock_edits_are_lost(race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: what a careless developer writes reads first and writes later."""
    product, member, proposal = waiting()
    barrier = threading.Barrier(2, timeout=20)

    def unlocked(product_id: int, **_: Any) -> Product:
        return Product.objects.get(pk=product_id)

    def unlocked_proposal(product_id: int) -> ProductProposal:
        found = ProductProposal.objects.get(product=product_id)
        if threading.current_thread() not in met:
            met.add(threading.current_thread())
            barrier.wait()
        return found

    met: set[threading.Thread] = set()
    monkeypatch.setattr(door, "product_for_update", unlocked)
    monkeypatch.setattr(door, "undecided_paths", lambda product_id: set())
    monkeypatch.setattr(proposal_join, "undecided_proposal_for_update", unlocked_proposal)
    answers = race(edits(product, member)[:2])
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    proposal.refresh_from_db()
    assert not {"name", "summary"} <= {
        path for path, entry in proposal.changes.items() if entry["new"] in ("셋", "소개")
    }
