"""Which letter a mail is: for each kind, what it reads and which words it takes. Adding a mail means adding one function here."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

from django.conf import settings

from market.accounts.enums import TokenPurpose
from market.accounts.models import EmailChange, User
from market.accounts.services.account_tokens import account_token_create
from market.channels.models import Audience, Channel
from market.notifications.enums import MailKind, MailStatus
from market.notifications.letters import accounts, orders, refunds, withdrawals
from market.notifications.letters.letter import Letter, NothingToSay, OtherMailFirst, tidied
from market.notifications.letters.links import with_query
from market.notifications.letters.voice import Voice
from market.notifications.models import Mail
from market.notifications.selectors.mails import order_mail
from market.notifications.selectors.order_facts import (
    OrderFacts,
    dispatch_facts,
    order_facts,
    part_refund,
    refund_facts,
)
from market.notifications.selectors.withdrawal_facts import WithdrawalFacts, withdrawal_facts
from market.orders.rules import mask_email

Writer = Callable[[Mail], Letter]
_writers: dict[MailKind, Writer] = {}


def writes(kind: MailKind) -> Callable[[Writer], Writer]:
    """Register the function that writes mails of this kind."""

    def register(writer: Writer) -> Writer:
        _writers[kind] = writer
        return writer

    return register


def mail_write(mail: Mail) -> Letter:
    """The letter as things are now. Raises NothingToSay, OtherMailFirst, and BadLink for a link that leads nowhere."""
    return tidied(_writers[MailKind(mail.kind)](mail))


def _order(mail: Mail) -> tuple[OrderFacts, Voice]:
    facts = order_facts(mail.order_id, mail.language) if mail.order_id else None
    if facts is None:
        raise NothingToSay("the order is gone")
    return facts, Voice(mail.language, facts.is_public)


def _received(mail: Mail) -> Decimal:
    """What had been paid when the event was told; by now it may have gone back."""
    return Decimal(mail.params.get("received", "0"))


@writes(MailKind.ORDER_PLACED)
def _order_placed(mail: Mail) -> Letter:
    return orders.order_placed(*_order(mail))


@writes(MailKind.ORDER_PAID)
def _order_paid(mail: Mail) -> Letter:
    """Nobody is told twice: a confirmation that was written after the payment has said it already."""
    facts, voice = _order(mail)
    confirmation = order_mail(order_id=facts.id, kind=MailKind.ORDER_PLACED)
    if confirmation is not None and confirmation.status == MailStatus.WAITING:
        raise OtherMailFirst
    if confirmation is not None and confirmation.told.get("is_paid"):
        raise NothingToSay("the confirmation said so")
    return orders.order_paid(facts, voice)


@writes(MailKind.ORDER_DISPATCHED)
def _order_dispatched(mail: Mail) -> Letter:
    facts, voice = _order(mail)
    dispatch = dispatch_facts(facts, mail.params["fulfillment_id"], mail.language)
    if dispatch is None:
        raise NothingToSay("the dispatch is gone")
    return orders.order_dispatched(facts, dispatch, voice)


@writes(MailKind.DISPATCH_UPDATED)
def _dispatch_updated(mail: Mail) -> Letter:
    facts, voice = _order(mail)
    dispatch = dispatch_facts(facts, mail.params["fulfillment_id"], mail.language)
    if dispatch is None:
        raise NothingToSay("the dispatch is gone")
    return orders.order_dispatched(facts, dispatch, voice, is_update=True)


@writes(MailKind.PART_CANCELLED)
def _part_cancelled(mail: Mail) -> Letter:
    facts, voice = _order(mail)
    wanted = UUID(mail.params["vendor_order_id"])
    part = next((part for part in facts.vendors if part.vendor_order_id == wanted), None)
    if part is None:
        raise NothingToSay("the part is gone")
    return refunds.part_cancelled(facts, part, part_refund(wanted), _received(mail), voice)


@writes(MailKind.ORDER_CANCELLED)
def _order_cancelled(mail: Mail) -> Letter:
    facts, voice = _order(mail)
    return orders.order_cancelled(facts, _received(mail), voice)


@writes(MailKind.ORDER_EXPIRED)
def _order_expired(mail: Mail) -> Letter:
    return orders.order_expired(*_order(mail))


@writes(MailKind.REFUND_GRANTED)
def _refund_granted(mail: Mail) -> Letter:
    facts, voice = _order(mail)
    refund = refund_facts(facts, mail.params["granted_refund_id"], mail.language)
    if refund is None:
        raise NothingToSay("the refund is gone")
    done = order_mail(order_id=facts.id, kind=MailKind.REFUND_DONE)
    if done is not None and done.created_at >= mail.created_at:
        raise NothingToSay("the money has gone back already, and another mail tells it")
    return refunds.refund_granted(facts, refund, _received(mail), voice)


@writes(MailKind.REFUND_DONE)
def _refund_done(mail: Mail) -> Letter:
    facts, voice = _order(mail)
    return refunds.refund_done(facts, Decimal(mail.params["amount"]), mail.params["currency"], voice)


def _withdrawal(words: Callable[[OrderFacts, WithdrawalFacts, Voice], Letter]) -> Writer:
    """A writer for one step of a withdrawal."""

    def write(mail: Mail) -> Letter:
        facts, voice = _order(mail)
        withdrawal = withdrawal_facts(facts, UUID(mail.params["withdrawal_id"]), mail.language)
        if withdrawal is None:
            raise NothingToSay("the withdrawal is gone")
        return words(facts, withdrawal, voice)

    return write


for _kind, _words in (
    (MailKind.WITHDRAWAL_REQUESTED, withdrawals.withdrawal_requested),
    (MailKind.WITHDRAWAL_ACCEPTED, withdrawals.withdrawal_accepted),
    (MailKind.WITHDRAWAL_REJECTED, withdrawals.withdrawal_rejected),
    (MailKind.WITHDRAWAL_CANCELLED, withdrawals.withdrawal_cancelled),
    (MailKind.WITHDRAWAL_RECEIVED, withdrawals.withdrawal_received),
):
    writes(_kind)(_withdrawal(_words))


def _account(mail: Mail) -> tuple[User, Voice]:
    user = User.objects.filter(pk=mail.user_id or 0, is_active=True).first()
    if user is None:
        raise NothingToSay("the account is gone")
    slug = mail.params.get("channel", "")
    is_public = bool(slug) and Channel.objects.filter(slug=slug, audience=Audience.PUBLIC).exists()
    return user, Voice(mail.language, is_public)


def _seconds(purpose: TokenPurpose) -> int:
    return int(settings.ACCOUNT_TOKEN_SECONDS[purpose])


def _to_its_address(mail: Mail, user: User) -> None:
    """A link that opens an account goes to the address the account has now, or nowhere."""
    if user.email != mail.recipient:
        raise NothingToSay("the account has another address now")


@writes(MailKind.ACCOUNT_CONFIRM)
def _account_confirm(mail: Mail) -> Letter:
    user, voice = _account(mail)
    _to_its_address(mail, user)
    if user.is_confirmed:
        raise NothingToSay("the address is confirmed already")
    token = account_token_create(user=user, purpose=TokenPurpose.CONFIRM_ACCOUNT)
    url = with_query(mail.params["redirect_url"], email=user.email, token=token)
    return accounts.account_confirm(url, _seconds(TokenPurpose.CONFIRM_ACCOUNT), voice)


@writes(MailKind.ACCOUNT_KNOWN)
def _account_known(mail: Mail) -> Letter:
    user, voice = _account(mail)
    _to_its_address(mail, user)
    return accounts.account_known(voice)


@writes(MailKind.PASSWORD_RESET)
def _password_reset(mail: Mail) -> Letter:
    user, voice = _account(mail)
    _to_its_address(mail, user)
    token = account_token_create(user=user, purpose=TokenPurpose.RESET_PASSWORD)
    url = with_query(mail.params["redirect_url"], email=user.email, token=token)
    return accounts.password_reset(url, _seconds(TokenPurpose.RESET_PASSWORD), voice)


@writes(MailKind.PASSWORD_CHANGED)
def _password_changed(mail: Mail) -> Letter:
    return accounts.password_changed(_account(mail)[1])


@writes(MailKind.ACCOUNT_DELETION)
def _account_deletion(mail: Mail) -> Letter:
    user, voice = _account(mail)
    _to_its_address(mail, user)
    token = account_token_create(user=user, purpose=TokenPurpose.DELETE_ACCOUNT)
    url = with_query(mail.params["redirect_url"], token=token)
    return accounts.account_deletion(url, _seconds(TokenPurpose.DELETE_ACCOUNT), voice)


def _change(mail: Mail) -> EmailChange:
    change = EmailChange.objects.filter(pk=mail.params["request_id"], user_id=mail.user_id or 0).first()
    if change is None:
        raise NothingToSay("the request is gone")
    return change


@writes(MailKind.EMAIL_CHANGE_CONFIRM)
def _email_change_confirm(mail: Mail) -> Letter:
    user, voice = _account(mail)
    change = _change(mail)
    if change.confirmed_at is not None or user.email != change.old_email:
        raise NothingToSay("the address has changed already")
    token = account_token_create(user=user, purpose=TokenPurpose.CHANGE_EMAIL, request_id=change.pk)
    url = with_query(mail.params["redirect_url"], token=token)
    return accounts.email_change_confirm(url, _seconds(TokenPurpose.CHANGE_EMAIL), voice)


@writes(MailKind.EMAIL_CHANGE_NOTICE)
def _email_change_notice(mail: Mail) -> Letter:
    return accounts.email_change_notice(mask_email(_change(mail).new_email), _account(mail)[1])


@writes(MailKind.EMAIL_CHANGED)
def _email_changed(mail: Mail) -> Letter:
    return accounts.email_changed(mask_email(_change(mail).new_email), _account(mail)[1])
