"""Open a checkout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction

from market.accounts.models import Address, User
from market.accounts.services.address_clean import AddressChecks
from market.channels.models import Channel
from market.checkout.errors import ChannelInactive, ChannelMissing, TooManyLines
from market.checkout.models import Checkout, CheckoutLine
from market.checkout.rules import LineRequest
from market.checkout.selectors.pricing import pricing_of
from market.checkout.services.checkout_change import checkout_saved
from market.checkout.services.email_check import email_check
from market.checkout.services.lines_add import new_lines, quantities_asked
from market.checkout.services.lines_check import lines_check
from market.checkout.services.shopper_address import shopper_address
from market.core.actor import Actor
from market.core.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckoutWish:
    """What a buyer brings along."""

    channel_slug: str | None
    lines: Sequence[LineRequest] = ()
    email: str | None = None
    language_code: str = "ko"
    shipping_address: Mapping[str, Any] | None = None
    billing_address: Mapping[str, Any] | None = None
    save_shipping_address: bool = True
    save_billing_address: bool = True
    shipping_checks: AddressChecks = field(default_factory=AddressChecks)
    billing_checks: AddressChecks = field(default_factory=AddressChecks)
    metadata: Mapping[str, str] = field(default_factory=dict)
    private_metadata: Mapping[str, str] = field(default_factory=dict)


def checkout_create(*, wish: CheckoutWish, actor: Actor) -> Checkout:
    """A new checkout of the actor's, or a guest's.

    Raises ChannelMissing, ChannelInactive, NotFound (channel), and ManyErrors for faulty lines and addresses.
    """
    channel = _channel(wish.channel_slug)
    email = email_check(wish.email) if wish.email else actor.email
    if len(wish.lines) > settings.CHECKOUT_LINE_LIMIT:
        raise TooManyLines("lines", limit=settings.CHECKOUT_LINE_LIMIT)
    quantities = quantities_asked(wish.lines)
    offers = lines_check(quantities=quantities, channel=channel) if quantities else {}
    shipping = shopper_address("SHIPPING", wish.shipping_address, wish.shipping_checks)
    billing = shopper_address("BILLING", wish.billing_address, wish.billing_checks)
    with transaction.atomic():
        checkout = Checkout(
            channel=channel,
            user_id=actor.user_id,
            email=email,
            language_code=wish.language_code,
            save_shipping_address=wish.save_shipping_address and shipping is not None,
            save_billing_address=wish.save_billing_address and billing is not None,
            metadata=dict(wish.metadata),
            private_metadata=dict(wish.private_metadata),
        )
        _set_addresses(checkout, actor, shipping, billing)
        checkout.save(force_insert=True)
        lines = CheckoutLine.objects.bulk_create(new_lines(checkout, wish.lines))
        return checkout_saved(checkout=checkout, pricing=pricing_of(checkout=checkout, lines=lines, offers=offers))


def _channel(slug: str | None) -> Channel:
    if not slug:
        active = list(Channel.objects.filter(is_active=True)[:2])
        if len(active) != 1:
            raise ChannelMissing("channel")
        return active[0]
    channel = Channel.objects.filter(slug=slug).first()
    if channel is None:
        raise NotFound("channel")
    if not channel.is_active:
        raise ChannelInactive("channel")
    return channel


def _set_addresses(checkout: Checkout, actor: Actor, shipping: Address | None, billing: Address | None) -> None:
    """The given addresses; a member's defaults where none is given."""
    if actor.user_id is not None and (shipping is None or billing is None):
        user = User.objects.select_related("default_shipping_address", "default_billing_address").get(pk=actor.user_id)
        shipping = shipping or _copy(user.default_shipping_address)
        billing = billing or _copy(user.default_billing_address)
    for address in (shipping, billing):
        if address is not None:
            address.save()
    checkout.shipping_address, checkout.billing_address = shipping, billing


def _copy(address: Address | None) -> Address | None:
    if address is not None:
        address.pk = None
        address._state.adding = True
    return address
