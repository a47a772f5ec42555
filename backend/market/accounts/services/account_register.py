"""Opening an account."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from market.accounts.errors import EmailTaken, TooManyRegistrations
from market.accounts.events import AccountConfirmationRequested, AccountRegistered, RegistrationOnKnownAddress
from market.accounts.locks import users_for_update
from market.accounts.models import User, new_token_key
from market.accounts.rules import caller_key
from market.accounts.services.email_clean import email_clean
from market.accounts.services.mail_terms import HOUR, count_within, is_mail_due, mail_channel, redirect_clean
from market.accounts.services.metadata_clean import metadata_clean
from market.accounts.services.passwords import password_errors
from market.core import audit, outbox
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, ManyErrors, Required


@dataclass(frozen=True, kw_only=True)
class Registration:
    """What somebody gave to open an account."""

    email: str
    password: str
    first_name: str = ""
    last_name: str = ""
    language_code: str = "ko"
    redirect_url: str | None = None
    channel: str | None = None
    metadata: dict[str, str] = field(default_factory=dict)

    def owner_fields(self) -> dict[str, object]:
        return {
            "first_name": self.first_name,
            "last_name": self.last_name,
            "language_code": self.language_code,
            "metadata": self.metadata,
        }


def account_register(*, actor: Actor, registration: Registration) -> User | None:
    """Open an account for an address.

    While addresses have to be confirmed the answer is None for known and unknown ones alike, after the same work; a mail goes to
    the address: a link, or the news that it has an account. Whoever registers again before confirming replaces the password, so
    that nobody can lie in wait with theirs. With confirmation off: the new user, or EmailTaken.
    Raises ManyErrors (InvalidInput, Required, WeakPassword, RedirectRefused, channel errors), TooManyRegistrations for a caller who
    registers one address after the other: hashing passwords is dear.
    """
    clean = _cleaned(registration)
    if not count_within(f"registrations-of:{caller_key(actor.ip_address)}", settings.REGISTRATIONS_PER_CALLER, HOUR):
        raise TooManyRegistrations
    if not settings.ENABLE_ACCOUNT_CONFIRMATION_BY_EMAIL:
        return _register_at_once(actor, clean)
    _register_quietly(actor, clean)
    return None


def _cleaned(given: Registration) -> Registration:
    errors: list[DomainError] = password_errors(given.password)
    email, channel, metadata = "", "", {}
    try:
        email = email_clean(given.email)
    except DomainError as error:
        errors.append(error)
    for name, value in (("firstName", given.first_name), ("lastName", given.last_name)):
        if len(value) > 256 or "\x00" in value:
            errors.append(InvalidInput(name, "쓸 수 없는 이름이에요.", "This name cannot be used."))
    try:
        metadata = metadata_clean(given=given.metadata)
        if settings.ENABLE_ACCOUNT_CONFIRMATION_BY_EMAIL:
            if not given.redirect_url:
                raise Required("redirectUrl")
            redirect_clean(given.redirect_url)
            channel = mail_channel(given.channel)
    except DomainError as error:
        errors.append(error)
    if errors:
        raise ManyErrors(errors)
    return Registration(
        email=email,
        password=given.password,
        first_name=given.first_name,
        last_name=given.last_name,
        language_code=given.language_code,
        redirect_url=given.redirect_url,
        channel=channel,
        metadata=metadata,
    )


def _register_at_once(actor: Actor, new: Registration) -> User:
    try:
        with transaction.atomic():
            return _created(actor, new, make_password(new.password))
    except IntegrityError as error:
        raise EmailTaken("email") from error


def _register_quietly(actor: Actor, new: Registration) -> None:
    password = make_password(new.password)  # the dear part, whether the address is known or not
    is_due = is_mail_due(kind="register", address=new.email, ip_address=actor.ip_address)
    with transaction.atomic():
        user, is_new = _created_or_known(actor, new, password)
        if not is_due:
            return
        if not is_new:
            _register_again(actor, user, new, password)
        if user.is_active:
            _ask_or_tell(user, new)


def _created_or_known(actor: Actor, new: Registration, password: str) -> tuple[User, bool]:
    """The account of the address, locked, and whether it was made now."""
    known = users_for_update().filter(email=new.email)
    user = known.first()
    if user is not None:
        return user, False
    try:
        with transaction.atomic():
            return _created(actor, new, password), True
    except IntegrityError:  # somebody was a moment earlier
        return known.get(), False


def _created(actor: Actor, new: Registration, password: str) -> User:
    user = User(email=new.email, password=password, is_confirmed=False, **new.owner_fields())
    user.save(force_insert=True)
    audit.record(actor=actor, action="accounts.register", subject_type="User", subject_id=user.pk)
    outbox.publish(AccountRegistered(user_id=user.pk))
    return user


def _register_again(actor: Actor, user: User, new: Registration, password: str) -> None:
    if not user.is_confirmed and user.is_active and not user.is_staff:
        for name, value in new.owner_fields().items():
            setattr(user, name, value)
        user.password, user.token_key = password, new_token_key()
        user.save()
    audit.record(actor=actor, action="accounts.register_again", subject_type="User", subject_id=user.pk)


def _ask_or_tell(user: User, new: Registration) -> None:
    channel = new.channel or ""
    if user.is_confirmed:
        outbox.publish(RegistrationOnKnownAddress(user_id=user.pk, channel=channel))
    else:
        outbox.publish(
            AccountConfirmationRequested(user_id=user.pk, redirect_url=new.redirect_url or "", channel=channel)
        )
