"""Mails about proposals: each is written by what is true when it is written."""

from __future__ import annotations

from market.catalog.models import ProductProposal, ProposalStatus
from market.catalog.selectors.proposal_words import label_of, names_for
from market.catalog.selectors.proposals import Difference
from market.core.global_ids import to_global_id
from market.notifications.enums import MailKind
from market.notifications.flows.writers.registry import account_of, writes
from market.notifications.letters import listings
from market.notifications.letters.letter import Letter, NothingToSay
from market.notifications.letters.listings import ProposalFacts
from market.notifications.letters.voice import Voice
from market.notifications.models import Mail
from market.vendors.models import VendorMember


@writes(MailKind.PROPOSAL_APPROVED)
def _approved(mail: Mail) -> Letter:
    facts, voice = _told(mail, ProposalStatus.APPROVED)
    return listings.approved(facts, voice)


@writes(MailKind.PROPOSAL_RETURNED)
def _returned(mail: Mail) -> Letter:
    facts, voice = _told(mail, ProposalStatus.RETURNED, ProposalStatus.DECLINED)
    return listings.declined(facts, voice) if facts.is_declined else listings.returned(facts, voice)


def _told(mail: Mail, *statuses: ProposalStatus) -> tuple[ProposalFacts, Voice]:
    """Raises NothingToSay when it has moved on, or when the reader works there no longer."""
    user, voice = account_of(mail)
    proposal = (
        ProductProposal.objects.filter(pk=mail.params["proposal_id"], status__in=statuses)
        .select_related("vendor")
        .first()
    )
    if proposal is None:
        raise NothingToSay("the proposal has moved on")
    if not VendorMember.objects.filter(vendor_id=proposal.vendor_id, user=user).exists():
        raise NothingToSay("works there no longer")
    return _facts(proposal), voice


def _facts(proposal: ProductProposal) -> ProposalFacts:
    paths = list(proposal.reasons)
    names = names_for(Difference(path, None, None, None, None, False, "") for path in paths)
    return ProposalFacts(
        path=f"/vendor/proposals/{to_global_id('ProductProposal', proposal.pk)}",
        vendor_name=proposal.vendor.name,
        product_name=proposal.product_name,
        is_new=proposal.kind == "new_listing",
        is_declined=proposal.status == ProposalStatus.DECLINED,
        comment=proposal.comment,
        reasons=tuple((label_of(path, names), proposal.reasons[path]) for path in paths),
    )
