"""Mails about requests for quotes: to the enterprises that are asked, and to who asked. Written by what is true when they are written."""

from __future__ import annotations

from uuid import UUID

from market.agencies.models import AgencyMember
from market.notifications.enums import MailKind
from market.notifications.flows.writers.registry import account_of, writes
from market.notifications.letters import quotes
from market.notifications.letters.letter import Letter, NothingToSay
from market.notifications.letters.voice import Voice
from market.notifications.models import Mail
from market.notifications.selectors.quote_facts import (
    QuoteFacts,
    invitation_of,
    question_of,
    quote_facts,
    standing_quote,
)
from market.quotes.models import Quote, QuoteQuestion
from market.vendors.models import VendorMember


def _for_vendor(mail: Mail) -> tuple[QuoteFacts, Voice]:
    user, voice = account_of(mail)
    vendor_id = mail.params["vendor_id"]
    facts = quote_facts(UUID(mail.params["request_id"]), vendor_id)
    if facts is None or not VendorMember.objects.filter(vendor_id=vendor_id, user=user).exists():
        raise NothingToSay("it is not theirs any more")
    return facts, voice


def _while_open(mail: Mail) -> tuple[QuoteFacts, Voice]:
    facts, voice = _for_vendor(mail)
    if not facts.is_open:
        raise NothingToSay("no answers are taken any more")
    return facts, voice


def _for_agency(mail: Mail) -> tuple[QuoteFacts, Voice]:
    user, voice = account_of(mail)
    facts = quote_facts(UUID(mail.params["request_id"]), None)
    if facts is None:
        raise NothingToSay("it is gone")
    if not AgencyMember.objects.filter(agency=facts.request.agency, user=user, is_active=True).exists():
        raise NothingToSay("works there no longer")
    return facts, voice


def _question(mail: Mail) -> QuoteQuestion:
    question = question_of(mail.params["question_id"])
    if question is None:
        raise NothingToSay("the question is gone")
    return question


def _quote(mail: Mail) -> Quote:
    found = standing_quote(UUID(mail.params["quote_id"]))
    if found is None:
        raise NothingToSay("the quote stands no longer")
    return found


@writes(MailKind.QUOTE_REQUESTED)
def _requested(mail: Mail) -> Letter:
    return quotes.requested(*_while_open(mail))


@writes(MailKind.QUOTE_REQUEST_EXTENDED)
def _extended(mail: Mail) -> Letter:
    return quotes.extended(*_while_open(mail))


@writes(MailKind.QUOTE_REQUEST_ENDING)
def _ending(mail: Mail) -> Letter:
    return quotes.ending(*_while_open(mail))


@writes(MailKind.QUOTE_REQUEST_CANCELED)
def _canceled(mail: Mail) -> Letter:
    return quotes.canceled(*_for_vendor(mail))


@writes(MailKind.QUOTE_QUESTION_ANSWERED)
def _question_answered(mail: Mail) -> Letter:
    facts, voice = _while_open(mail)
    return quotes.question_answered(facts, _question(mail), voice)


@writes(MailKind.QUOTE_CHOSEN)
def _chosen(mail: Mail) -> Letter:
    facts, voice = _for_vendor(mail)
    given = _quote(mail)
    if given.chosen_at is None:
        raise NothingToSay("another was chosen meanwhile")
    return quotes.chosen(facts, given, voice)


@writes(MailKind.QUOTE_NOT_CHOSEN)
def _not_chosen(mail: Mail) -> Letter:
    facts, voice = _for_vendor(mail)
    given = _quote(mail)
    if given.chosen_at is not None:
        raise NothingToSay("it was chosen meanwhile")
    return quotes.not_chosen(facts, given, voice)


@writes(MailKind.QUOTE_QUESTION_ASKED)
def _question_asked(mail: Mail) -> Letter:
    facts, voice = _for_agency(mail)
    question = _question(mail)
    if question.answered_at is not None or not facts.is_open:
        raise NothingToSay("it was answered, or is too late")
    return quotes.question_asked(facts, question, voice)


@writes(MailKind.QUOTE_ANSWERED)
def _answered(mail: Mail) -> Letter:
    facts, voice = _for_agency(mail)
    invitation = invitation_of(facts.request.pk, mail.params["vendor_id"])
    if invitation is None or invitation.answered_at is None:
        raise NothingToSay("it was taken back")
    return quotes.answered(facts, invitation, voice)


@writes(MailKind.QUOTE_REQUEST_CLOSED)
def _closed(mail: Mail) -> Letter:
    facts, voice = _for_agency(mail)
    if facts.request.status != "closed":
        raise NothingToSay("it went on")
    return quotes.closed(facts, voice)
