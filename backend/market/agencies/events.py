"""What agencies tell the other rooms. Payloads are ids; people and words are looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from market.core.events import Event


@dataclass(frozen=True, kw_only=True)
class AgencyEvent(Event):
    """Something about one agency; events of one keep their order."""

    topic: ClassVar[str] = "agencies.agency_event"
    agency_id: int

    @property
    def key(self) -> str:
        return f"agency:{self.agency_id}"


@dataclass(frozen=True, kw_only=True)
class AgencyMemberInvited(AgencyEvent):
    """Somebody is invited; the mail makes the link when it is written. Also published when the mail is to go once more."""

    topic: ClassVar[str] = "agencies.member_invited"
    invitation_id: int


@dataclass(frozen=True, kw_only=True)
class AgencyMemberJoined(AgencyEvent):
    """``since``: the moment, which tells one coming of a person from another."""

    topic: ClassVar[str] = "agencies.member_joined"
    member_id: int
    since: str


@dataclass(frozen=True, kw_only=True)
class AgencyMemberLeft(AgencyEvent):
    """The membership has ended at ``moment``. ``work_left``: things that are still in the person's hands."""

    topic: ClassVar[str] = "agencies.member_left"
    member_id: int
    moment: str
    work_left: int


@dataclass(frozen=True, kw_only=True)
class DeputyNamed(AgencyEvent):
    topic: ClassVar[str] = "agencies.deputy_named"
    deputy_id: int


@dataclass(frozen=True, kw_only=True)
class DeputyRevoked(AgencyEvent):
    topic: ClassVar[str] = "agencies.deputy_revoked"
    deputy_id: int


@dataclass(frozen=True, kw_only=True)
class WorkHandedOver(AgencyEvent):
    """``handover`` names this one among others of the same two people."""

    topic: ClassVar[str] = "agencies.work_handed_over"
    from_id: int
    to_id: int
    moved: int
    handover: UUID


@dataclass(frozen=True, kw_only=True)
class JoinRequested(AgencyEvent):
    """An application turned out to be for an agency that is here: its administrators decide."""

    topic: ClassVar[str] = "agencies.join_requested"
    application_id: UUID
    step_id: int


@dataclass(frozen=True, kw_only=True)
class AgencyApplicationEvent(Event):
    """Something about one application; events of one keep their order."""

    topic: ClassVar[str] = "agencies.application_event"
    application_id: UUID

    @property
    def key(self) -> str:
        return f"agency-application:{self.application_id}"


@dataclass(frozen=True, kw_only=True)
class OfficialAddressProofAsked(AgencyApplicationEvent):
    """The mail makes the link when it is written."""

    topic: ClassVar[str] = "agencies.official_address_proof_asked"
    proof_id: int


@dataclass(frozen=True, kw_only=True)
class AgencyApplicationSubmitted(AgencyApplicationEvent):
    topic: ClassVar[str] = "agencies.application_submitted"


@dataclass(frozen=True, kw_only=True)
class AgencyApplicationReturned(AgencyApplicationEvent):
    topic: ClassVar[str] = "agencies.application_returned"


@dataclass(frozen=True, kw_only=True)
class AgencyApplicationApproved(AgencyApplicationEvent):
    """Let in, or let into the agency it asked to join."""

    topic: ClassVar[str] = "agencies.application_approved"


@dataclass(frozen=True, kw_only=True)
class AgencyApplicationDeclined(AgencyApplicationEvent):
    topic: ClassVar[str] = "agencies.application_declined"
