"""What quotes tell the other rooms. Payloads are ids; words, people and amounts are looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from market.core.events import Event


@dataclass(frozen=True, kw_only=True)
class QuoteRequestEvent(Event):
    """Something about one request; events of one keep their order."""

    topic: ClassVar[str] = "quotes.request_event"
    request_id: UUID

    @property
    def key(self) -> str:
        return f"quote-request:{self.request_id}"


@dataclass(frozen=True, kw_only=True)
class QuoteRequestSent(QuoteRequestEvent):
    """Every invited enterprise is to hear of it."""

    topic: ClassVar[str] = "quotes.request_sent"


@dataclass(frozen=True, kw_only=True)
class QuoteRequestExtended(QuoteRequestEvent):
    """The deadline was moved; ``reply_by`` is the new one."""

    topic: ClassVar[str] = "quotes.request_extended"
    reply_by: str


@dataclass(frozen=True, kw_only=True)
class QuoteRequestEnding(QuoteRequestEvent):
    """A day is left until this deadline."""

    topic: ClassVar[str] = "quotes.request_ending"
    reply_by: str


@dataclass(frozen=True, kw_only=True)
class QuoteRequestClosed(QuoteRequestEvent):
    """No answers are taken any more; the agency sees them."""

    topic: ClassVar[str] = "quotes.request_closed"


@dataclass(frozen=True, kw_only=True)
class QuoteRequestCanceled(QuoteRequestEvent):
    topic: ClassVar[str] = "quotes.request_canceled"


@dataclass(frozen=True, kw_only=True)
class QuoteQuestionAsked(QuoteRequestEvent):
    topic: ClassVar[str] = "quotes.question_asked"
    question_id: int


@dataclass(frozen=True, kw_only=True)
class QuoteQuestionAnswered(QuoteRequestEvent):
    topic: ClassVar[str] = "quotes.question_answered"
    question_id: int


@dataclass(frozen=True, kw_only=True)
class QuoteAnswered(QuoteRequestEvent):
    """An enterprise answered (``quote_id``), or declined (none)."""

    topic: ClassVar[str] = "quotes.answered"
    vendor_id: int
    quote_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class QuoteChosen(QuoteRequestEvent):
    """The agency chose; all who answered are told how it ended for them."""

    topic: ClassVar[str] = "quotes.chosen"
    quote_id: UUID


@dataclass(frozen=True, kw_only=True)
class InstantQuotesIssued(Event):
    """Quotes of one basket were made at once."""

    topic: ClassVar[str] = "quotes.instant_issued"
    bundle: UUID
    agency_id: int

    @property
    def key(self) -> str:
        return f"quote-bundle:{self.bundle}"
