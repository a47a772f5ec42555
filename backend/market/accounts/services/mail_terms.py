"""What every mail of accounts has to keep to: where it leads, in whose words, and how often it may go out."""

from __future__ import annotations

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from market.accounts.errors import MailChannelInactive, MailChannelMissing, RedirectRefused
from market.accounts.rules import caller_key, email_key, is_redirect_allowed
from market.channels.models import Channel
from market.core.errors import NotFound

HOUR = 3600


def redirect_clean(url: str) -> str:
    """The URL, if mails may lead there (ALLOWED_CLIENT_ORIGINS). Raises RedirectRefused."""
    if not is_redirect_allowed(url, settings.ALLOWED_CLIENT_ORIGINS):
        raise RedirectRefused("redirectUrl")
    return url


def mail_channel(slug: str | None) -> str:
    """The channel whose words the mail speaks; the only active one where none is named.

    Raises NotFound, MailChannelInactive, MailChannelMissing.
    """
    if slug is None:
        active = list(Channel.objects.filter(is_active=True).values_list("slug", flat=True)[:2])
        if len(active) != 1:
            raise MailChannelMissing("channel")
        return active[0]
    channel = Channel.objects.filter(slug=slug.replace("\x00", "")).first()
    if channel is None:
        raise NotFound("channel")
    if not channel.is_active:
        raise MailChannelInactive("channel")
    return channel.slug


def is_mail_due(*, kind: str, address: str, ip_address: str) -> bool:
    """Whether a mail of this kind may go to the address now, and note it. Asked for known and unknown addresses alike.

    One of a kind in ACCOUNT_MAIL_PAUSE_SECONDS, and in an hour no more than the settings allow for the address and the caller.
    """
    name = salted_hmac("market.accounts.mail", email_key(address), algorithm="sha256").hexdigest()
    if not cache.add(f"account-mail:{kind}:{name}", 1, settings.ACCOUNT_MAIL_PAUSE_SECONDS):
        return False
    within_address = count_within(f"account-mails:{name}", settings.ACCOUNT_MAILS_PER_ADDRESS, HOUR)
    within_caller = count_within(f"account-mails-of:{caller_key(ip_address)}", settings.ACCOUNT_MAILS_PER_CALLER, HOUR)
    return within_address and within_caller


def count_within(name: str, limit: int, seconds: int) -> bool:
    """Count one more under ``name``; whether that is still within the limit of the present window."""
    cache.add(name, 0, seconds)
    try:
        return cache.incr(name) <= limit
    except ValueError:  # the window ended between the two calls
        return True
