"""What the people who manage an enterprise's listings hear of their proposals."""

from __future__ import annotations

from market.catalog.events import ProposalApproved, ProposalEvent, ProposalReturned
from market.catalog.selectors.proposals import vendor_of_proposal
from market.core.events import handles
from market.notifications.enums import MailKind
from market.notifications.handlers.noting import key_of, nudge_when_noted
from market.notifications.services.member_mail_save import member_mails_save
from market.vendors.permissions import Ability


@handles(ProposalApproved, name="notifications.tell_proposal_approved")
def tell_proposal_approved(event: ProposalApproved) -> None:
    _tell(event, MailKind.PROPOSAL_APPROVED)


@handles(ProposalReturned, name="notifications.tell_proposal_returned")
def tell_proposal_returned(event: ProposalReturned) -> None:
    """Also what was declined: the letter says which."""
    _tell(event, MailKind.PROPOSAL_RETURNED)


def _tell(event: ProposalEvent, kind: MailKind) -> None:
    vendor_id = vendor_of_proposal(event.proposal_id)
    if vendor_id is None:
        return
    noted = member_mails_save(
        kind=kind,
        vendor_id=vendor_id,
        ability=Ability.MANAGE_LISTINGS,
        event_key=key_of(event, event.proposal_id, event.proposal_version),
        params={"proposal_id": event.proposal_id},
    )
    nudge_when_noted(noted)
