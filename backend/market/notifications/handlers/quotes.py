"""Who hears of requests for quotes: those who are asked, and who asked. Nobody hears a price before it is open."""

from __future__ import annotations

from uuid import UUID

from market.core.events import handles
from market.notifications.enums import MailKind
from market.notifications.handlers.noting import key_of, nudge_when_noted
from market.notifications.selectors.quote_facts import answering_vendors, asked_vendors, requester_of
from market.notifications.services.agency_mail_save import agency_member_mail_save
from market.notifications.services.member_mail_save import member_mails_save
from market.quotes.events import (
    QuoteAnswered,
    QuoteChosen,
    QuoteQuestionAnswered,
    QuoteQuestionAsked,
    QuoteRequestCanceled,
    QuoteRequestClosed,
    QuoteRequestEnding,
    QuoteRequestEvent,
    QuoteRequestExtended,
    QuoteRequestSent,
)
from market.vendors.permissions import Ability


@handles(QuoteRequestSent, name="notifications.tell_quote_requested")
def tell_quote_requested(event: QuoteRequestSent) -> None:
    _tell_vendors(event, MailKind.QUOTE_REQUESTED, asked_vendors(_id(event)))


@handles(QuoteRequestExtended, name="notifications.tell_quote_request_extended")
def tell_quote_request_extended(event: QuoteRequestExtended) -> None:
    _tell_vendors(event, MailKind.QUOTE_REQUEST_EXTENDED, asked_vendors(_id(event)), event.reply_by)


@handles(QuoteRequestEnding, name="notifications.tell_quote_request_ending")
def tell_quote_request_ending(event: QuoteRequestEnding) -> None:
    """Only who owes an answer."""
    vendors = asked_vendors(_id(event), owing=True)
    _tell_vendors(event, MailKind.QUOTE_REQUEST_ENDING, vendors, event.reply_by)


@handles(QuoteRequestCanceled, name="notifications.tell_quote_request_canceled")
def tell_quote_request_canceled(event: QuoteRequestCanceled) -> None:
    _tell_vendors(event, MailKind.QUOTE_REQUEST_CANCELED, asked_vendors(_id(event)))


@handles(QuoteQuestionAnswered, name="notifications.tell_quote_question_answered")
def tell_quote_question_answered(event: QuoteQuestionAnswered) -> None:
    vendors = asked_vendors(_id(event))
    _tell_vendors(event, MailKind.QUOTE_QUESTION_ANSWERED, vendors, question_id=event.question_id)


@handles(QuoteChosen, name="notifications.tell_quote_chosen")
def tell_quote_chosen(event: QuoteChosen) -> None:
    """The chosen enterprise, and those whose answers were not; neither hears of the others."""
    for vendor_id, quote_id in answering_vendors(_id(event)):
        kind = MailKind.QUOTE_CHOSEN if str(quote_id) == str(event.quote_id) else MailKind.QUOTE_NOT_CHOSEN
        _tell_vendors(event, kind, [vendor_id], event.quote_id, quote_id=str(quote_id))


@handles(QuoteQuestionAsked, name="notifications.tell_quote_question_asked")
def tell_quote_question_asked(event: QuoteQuestionAsked) -> None:
    _tell_requester(event, MailKind.QUOTE_QUESTION_ASKED, event.question_id, question_id=event.question_id)


@handles(QuoteAnswered, name="notifications.tell_quote_answered")
def tell_quote_answered(event: QuoteAnswered) -> None:
    """That an enterprise answered or declined; once for each answer."""
    fact = event.quote_id or f"declined:{event.vendor_id}"
    _tell_requester(event, MailKind.QUOTE_ANSWERED, fact, vendor_id=event.vendor_id)


@handles(QuoteRequestClosed, name="notifications.tell_quote_request_closed")
def tell_quote_request_closed(event: QuoteRequestClosed) -> None:
    _tell_requester(event, MailKind.QUOTE_REQUEST_CLOSED)


def _id(event: QuoteRequestEvent) -> UUID:
    return UUID(str(event.request_id))


def _tell_vendors(
    event: QuoteRequestEvent, kind: MailKind, vendor_ids: list[int], *facts: object, **params: object
) -> None:
    given = {**params, "request_id": str(event.request_id)}
    for vendor_id in vendor_ids:
        known = (*facts, *(value for name, value in params.items() if name == "question_id"))
        key = key_of(event, event.request_id, vendor_id, *known)
        nudge_when_noted(
            member_mails_save(
                kind=kind, vendor_id=vendor_id, ability=Ability.HANDLE_ORDERS, event_key=key, params=given
            )
        )


def _tell_requester(event: QuoteRequestEvent, kind: MailKind, *facts: object, **params: object) -> None:
    member_id = requester_of(_id(event))
    if member_id is None:
        return
    nudge_when_noted(
        agency_member_mail_save(
            kind=kind,
            member_id=member_id,
            event_key=key_of(event, event.request_id, *facts),
            params={**params, "request_id": str(event.request_id)},
        )
    )
