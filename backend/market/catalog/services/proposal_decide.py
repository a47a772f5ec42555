"""What becomes of a proposal: approved (as it is, or with edits), sent back, declined, withdrawn, mended, proposed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from market.catalog.errors import ProposalChanged, ProposalConflict, ProposalDecided, ProposalNotEditable
from market.catalog.events import ProposalApproved, ProposalReturned
from market.catalog.locks import product_for_update, proposal_for_update
from market.catalog.models import UNDECIDED, Product, ProductProposal, ProposalAction, ProposalStatus
from market.catalog.rules.listing_paths import is_staff_only, parse
from market.catalog.rules.payload_shapes import fits, is_path
from market.catalog.selectors.listing_values import listing_values
from market.catalog.services.listing_changes_make import listing_changes_make
from market.catalog.services.proposal_join import is_there, payloads, proposal_join, step
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import InvalidInput, ManyErrors, NotFound, Required
from market.core.permissions import MANAGE_PRODUCTS
from market.core.texts import text_clean
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for

LONGEST_COMMENT, LONGEST_REASON = 2_000, 500


@dataclass(frozen=True)
class Approval:
    """How staff approve: ``edits`` replace what was proposed, ``leave_out`` stays as it is on sale, ``accept`` are conflicts in which what
    was proposed wins. All by path."""

    edits: Mapping[str, Any]
    leave_out: frozenset[str]
    accept: frozenset[str]
    comment: str = ""


def proposal_approve(*, proposal_id: int, version: int, approval: Approval, actor: Actor) -> ProductProposal:
    """Carry out what was proposed. Only for staff; the caller asks for their permission.

    Raises NotFound, ProposalDecided, ProposalChanged when it is not the version that was read, ProposalConflict for each live value that is
    not the one it was proposed against and that nobody chose for, and what carrying it out raises; then nothing is changed.
    """
    with _locked(proposal_id, version=version) as (proposal, product):
        if proposal.status != ProposalStatus.OPEN:
            raise ProposalNotEditable("id")
        before = listing_values(product.pk)
        wanted = _wanted(proposal, approval, before)
        made = listing_changes_make(product=product, changes=wanted, before=before, actor=actor, is_strict=True)
        after = listing_values(product.pk)
        done = {path: {"old": before.get(path), "new": after.get(path)} for path in wanted if path not in made}
        done |= {path: {"old": None, "new": pk} for path, pk in made.items()}
        proposal.reasons = {}
        return _decide(proposal, ProposalStatus.APPROVED, actor, approval.comment, changes=done)


def _wanted(proposal: ProductProposal, approval: Approval, before: Mapping[str, Any]) -> dict[str, Any]:
    _ensure_fit(approval.edits)
    chosen = {*approval.edits, *approval.leave_out, *approval.accept}
    conflicts = [path for path in conflicts_of(proposal.changes, before) if path not in chosen]
    if conflicts:
        raise ManyErrors([ProposalConflict(path, path=path) for path in conflicts])
    wanted = {**payloads(proposal.changes), **approval.edits}
    return {path: value for path, value in wanted.items() if path not in approval.leave_out and is_there(path, before)}


def conflicts_of(changes: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Paths whose live value is neither what it was when the change was proposed nor what is proposed."""
    return [path for path, entry in changes.items() if now.get(path) not in (entry["old"], entry["new"])]


def _ensure_fit(edits: Mapping[str, Any]) -> None:
    for path, value in edits.items():
        if not fits(path, value):
            raise InvalidInput(
                path, f"모르는 칸이거나 값의 꼴이 달라요: {path}", f"Unknown field, or not its kind of value: {path}"
            )


def proposal_return(
    *, proposal_id: int, version: int, reasons: Mapping[str, str], comment: str, actor: Actor
) -> ProductProposal:
    """Send it back with what is to be mended, by path and in general. Raises Required where nothing is said; see ``proposal_approve``."""
    with _locked(proposal_id, version=version) as (proposal, _):
        if proposal.status != ProposalStatus.OPEN:
            raise ProposalNotEditable("id")
        said = {path: text_clean(text, field="reasons", longest=LONGEST_REASON) for path, text in reasons.items()}
        strange = sorted(path for path in said if not is_path(path))
        if strange:
            raise InvalidInput("reasons", f"모르는 칸이에요: {strange[0]}", f"Unknown field: {strange[0]}")
        if not said and not comment.strip():
            raise Required("comment")
        proposal.reasons = said
        return _decide(proposal, ProposalStatus.RETURNED, actor, comment, reasons=said)


def proposal_decline(*, proposal_id: int, version: int, comment: str, actor: Actor) -> ProductProposal:
    """Refuse it for good, with the reason; the product stays as it is. Raises Required without one; see ``proposal_approve``."""
    with _locked(proposal_id, version=version) as (proposal, _):
        if not comment.strip():
            raise Required("comment")
        return _decide(proposal, ProposalStatus.DECLINED, actor, comment)


def proposal_withdraw(*, proposal_id: int, actor: Actor) -> ProductProposal:
    """Take it back; for members of its enterprise, and staff. Raises NotFound, PermissionDenied, ProposalDecided."""
    with _locked(proposal_id, member=actor) as (proposal, _):
        return _decide(proposal, ProposalStatus.WITHDRAWN, actor, "")


def proposal_update(
    *, proposal_id: int, version: int, edits: Mapping[str, Any], remove: Iterable[str], actor: Actor
) -> ProductProposal:
    """Mend what is proposed, field by field; for members of its enterprise. One that was sent back stays so until it is proposed again.

    Raises what ``listing_change`` raises for values that cannot be, NotFound, PermissionDenied, ProposalDecided, ProposalChanged.
    """
    with _locked(proposal_id, version=version, member=actor) as (proposal, product):
        _ensure_fit(edits)
        for path in edits:
            if is_staff_only(path) or (
                parse(path).kind == "media" and parse(path).is_new and path not in proposal.changes
            ):
                raise InvalidInput("edits", f"바꿀 수 없는 칸이에요: {path}", f"This cannot be proposed: {path}")
        taken = set(remove)
        left = {path: value for path, value in payloads(proposal.changes).items() if path not in taken}
        joined = proposal_join(product=product, changes={**left, **edits}, actor=actor, replace=True)
        return joined or proposal


def proposal_resubmit(*, proposal_id: int, comment: str, actor: Actor) -> ProductProposal:
    """Propose again what was sent back, once it is mended; for members of its enterprise.

    Raises ProposalNotEditable for one that was not sent back, and whatever it can still be wrong in.
    """
    with _locked(proposal_id, member=actor) as (proposal, product):
        if proposal.status != ProposalStatus.RETURNED:
            raise ProposalNotEditable("id")
        tried = (
            proposal_join(product=product, changes=payloads(proposal.changes), actor=actor, replace=True) or proposal
        )
        if tried.status != ProposalStatus.RETURNED:
            return tried
        tried.status, tried.submitted_at, tried.reasons, tried.comment = ProposalStatus.OPEN, clock.now(), {}, ""
        said = text_clean(comment, field="comment", longest=LONGEST_COMMENT, is_required=False)
        return step(tried, ProposalAction.SUBMITTED, actor, comment=said)


@contextmanager
def _locked(
    proposal_id: int, *, version: int | None = None, member: Actor | None = None
) -> Iterator[tuple[ProductProposal, Product]]:
    """An undecided proposal with its product, both locked. ``member``: who must act for its enterprise."""
    with transaction.atomic():
        found = ProductProposal.objects.filter(pk=proposal_id).first()
        if member is not None:
            vendor_id = found.vendor_id if found is not None else None
            ensure_acts_for(vendor_id, member, Ability.MANAGE_LISTINGS, MANAGE_PRODUCTS)
        if found is None:
            raise NotFound("id")
        if found.product_id is None:
            raise ProposalDecided("id")
        product = product_for_update(found.product_id)
        proposal = proposal_for_update(proposal_id)
        if proposal is None or proposal.status not in UNDECIDED:
            raise ProposalDecided("id")
        if version is not None and proposal.version != version:
            raise ProposalChanged("version")
        yield proposal, product


STEPS = {
    ProposalStatus.APPROVED: ProposalAction.APPROVED,
    ProposalStatus.RETURNED: ProposalAction.RETURNED,
    ProposalStatus.DECLINED: ProposalAction.DECLINED,
    ProposalStatus.WITHDRAWN: ProposalAction.WITHDRAWN,
}


def _decide(
    proposal: ProductProposal,
    status: ProposalStatus,
    actor: Actor,
    comment: str,
    *,
    changes: Mapping[str, Any] | None = None,
    reasons: Mapping[str, str] | None = None,
) -> ProductProposal:
    """Set the status, write it down, tell the enterprise."""
    said = text_clean(comment, field="comment", longest=LONGEST_COMMENT, is_required=False)
    proposal.status, proposal.comment = status, said
    if status not in UNDECIDED:
        proposal.decided_at = clock.now()
    step(proposal, STEPS[status], actor, changes=changes, comment=said, reasons=reasons)
    if status != ProposalStatus.WITHDRAWN:
        audit.record(
            actor=actor,
            action=f"catalog.proposal_{STEPS[status].value}",
            subject_type="Product",
            subject_id=proposal.product_id,
            proposal=proposal.pk,
            version=proposal.version,
        )
        told = ProposalApproved if status == ProposalStatus.APPROVED else ProposalReturned
        outbox.publish(told(proposal_id=proposal.pk, proposal_version=proposal.version))
    return proposal
