"""What was asked of enterprises, what they offered, and what was chosen."""

from market.quotes.models.quotes import Quote, QuoteLine, QuoteSource
from market.quotes.models.requests import (
    InvitationStatus,
    QuoteAttachment,
    QuoteInvitation,
    QuoteQuestion,
    QuoteRequest,
    QuoteRequestItem,
    QuoteRequestStatus,
)

__all__ = [
    "InvitationStatus",
    "Quote",
    "QuoteAttachment",
    "QuoteInvitation",
    "QuoteLine",
    "QuoteQuestion",
    "QuoteRequest",
    "QuoteRequestItem",
    "QuoteRequestStatus",
    "QuoteSource",
]
