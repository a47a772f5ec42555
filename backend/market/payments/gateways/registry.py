"""The providers of this market, by id. Which are offered follows from the settings."""

from __future__ import annotations

import functools

from django.conf import settings

from market.channels.models import Channel
from market.checkout.ports import is_for_agencies
from market.payments.errors import GatewayUnknown
from market.payments.gateways.bank_transfer import BankTransfer
from market.payments.gateways.deferred import Deferred
from market.payments.gateways.stripe import Stripe
from market.payments.gateways.toss import Toss
from market.payments.ports import PaymentProvider


@functools.cache
def providers() -> dict[str, PaymentProvider]:
    """All providers that have what they need."""
    found: list[PaymentProvider] = [BankTransfer(), Deferred()]
    if settings.TOSS_SECRET_KEY:
        found.insert(0, Toss())
    if settings.STRIPE_API_KEY:
        found.insert(0, Stripe())
    return {provider.id: provider for provider in found}


def provider_named(gateway: str, *, field: str = "paymentGateway") -> PaymentProvider:
    """Raises GatewayUnknown."""
    provider = providers().get(gateway)
    if provider is None:
        raise GatewayUnknown(field)
    return provider


def remote_gateways() -> list[str]:
    """The ids of those that keep books of their own."""
    return [provider.id for provider in providers().values() if provider.is_remote]


def by_hand_gateways() -> list[str]:
    """The ids of those whose money people move: what is asked of them waits for staff."""
    return [provider.id for provider in providers().values() if not provider.is_remote]


def gateways_offered(channel: Channel | None) -> list[PaymentProvider]:
    """The ways to pay in a channel, the first choice first; all of them where no channel is named. Only agencies pay after inspection."""
    found = list(providers().values())
    if channel is None:
        return found
    if is_for_agencies(channel):
        return sorted(found, key=lambda provider: provider.id != Deferred.id)
    return [provider for provider in found if provider.id != Deferred.id]
