"""Opening a channel and changing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction

from market.channels.errors import AgenciesPayLater, DuplicatedInputItem
from market.channels.locks import channels_for_update
from market.channels.models import Audience, Channel
from market.channels.ports import link_keeper
from market.channels.rules import (
    FIXED_CHECKOUT_SETTINGS,
    FIXED_ORDER_SETTINGS,
    LONGEST_WAIT_MINUTES,
    fixed_auto_completion,
    fixed_payment_settings,
    setting_faults,
)
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, ManyErrors, NotFound
from market.core.metadata import metadata_clean
from market.core.money import CURRENCY_PLACES
from market.core.texts import slug_clean, slug_race, text_clean

LONGEST_NAME = 250


@dataclass(frozen=True, slots=True)
class ChannelWish:
    """What is wanted of a channel. ``values`` holds what was given of its columns and settings; links are keys of other rooms' things."""

    values: Mapping[str, Any]
    add: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    remove: Mapping[str, Sequence[Any]] = field(default_factory=dict)


def channel_create(*, wish: ChannelWish, actor: Actor) -> Channel:
    """Open a channel. It sells nothing until products are listed in it and warehouses serve it.

    Raises Required, InvalidInput, SlugTaken, SettingFixed, AgenciesPayLater, NotFound for what is to be linked.
    """
    with transaction.atomic():
        channel = Channel(currency_code=_currency(wish.values["currency_code"]))
        _apply(channel, wish)
        with slug_race():
            channel.save()
        _link(channel, wish)
        _record(channel, wish, actor, "channels.channel_create")
    return channel


def channel_update(*, channel_id: int, wish: ChannelWish, actor: Actor) -> Channel:
    """Change what is given of a channel; its currency stays. Raises NotFound and what ``channel_create`` raises."""
    with transaction.atomic():
        channel = channels_for_update().filter(pk=channel_id).first()
        if channel is None:
            raise NotFound("id")
        _apply(channel, wish)
        with slug_race():
            channel.save()
        _link(channel, wish)
        _record(channel, wish, actor, "channels.channel_update")
    return channel


def _currency(code: str) -> str:
    given = code.strip().upper()
    if given not in CURRENCY_PLACES:
        known = ", ".join(CURRENCY_PLACES)
        raise InvalidInput("currencyCode", f"쓸 수 있는 통화는 {known}예요.", f"The market knows {known}.")
    return given


def _apply(channel: Channel, wish: ChannelWish) -> None:
    values = wish.values
    if faults := [*_fixed_faults(values), *_link_faults(wish)]:
        raise ManyErrors(faults)
    if "name" in values:
        channel.name = text_clean(values["name"], field="name", longest=LONGEST_NAME)
    if "slug" in values:
        channel.slug = slug_clean(values["slug"], rows=Channel.objects.exclude(pk=channel.pk), is_given=True)
    for name in ("is_active", "default_country", "audience"):
        if values.get(name) is not None:
            setattr(channel, name, values[name])
    for name in ("metadata", "private_metadata"):
        if values.get(name):
            setattr(channel, name, metadata_clean(kept=getattr(channel, name), given=values[name]))
    if (stock := values.get("stock_settings")) is not None:
        channel.allocation_strategy = stock["allocation_strategy"]
    _apply_order_settings(channel, values.get("order_settings") or {})


def _apply_order_settings(channel: Channel, given: Mapping[str, Any]) -> None:
    if given.get("allow_unpaid_orders") is not None:
        channel.allow_unpaid_orders = given["allow_unpaid_orders"]
    wait = given.get("expire_orders_after", channel.expire_orders_after_minutes)
    if wait is not None and not 0 < wait <= LONGEST_WAIT_MINUTES:
        raise InvalidInput(
            "orderSettings.expireOrdersAfter",
            f"1분부터 {LONGEST_WAIT_MINUTES}분까지 정할 수 있어요.",
            f"Between 1 and {LONGEST_WAIT_MINUTES} minutes.",
        )
    if channel.audience == Audience.PUBLIC and given.get("expire_orders_after") is not None:
        raise AgenciesPayLater("orderSettings.expireOrdersAfter")
    channel.expire_orders_after_minutes = None if channel.audience == Audience.PUBLIC else wait


def _fixed_faults(values: Mapping[str, Any]) -> list[DomainError]:
    checkout = dict(values.get("checkout_settings") or {})
    completion = checkout.pop("automatic_completion", None) or {}
    automatic = fixed_auto_completion(settings.PAID_CHECKOUT_COMPLETE_AFTER_SECONDS)
    payment = fixed_payment_settings(settings.PAID_CHECKOUT_MINUTES)
    return [
        *setting_faults("orderSettings", FIXED_ORDER_SETTINGS, values.get("order_settings") or {}),
        *setting_faults("checkoutSettings", FIXED_CHECKOUT_SETTINGS, checkout),
        *setting_faults("checkoutSettings.automaticCompletion", automatic, completion),
        *setting_faults("paymentSettings", payment, values.get("payment_settings") or {}),
    ]


def _link_faults(wish: ChannelWish) -> list[DomainError]:
    both = {"warehouses": "addWarehouses", "shipping_zones": "addShippingZones"}
    return [
        DuplicatedInputItem(name)
        for kind, name in both.items()
        if set(wish.add.get(kind, ())) & set(wish.remove.get(kind, ()))
    ]


def _link(channel: Channel, wish: ChannelWish) -> None:
    for kind in (
        "warehouses",
        "shipping_zones",
    ):  # zones are looked at through the warehouses they share with the channel
        add, remove = wish.add.get(kind, ()), wish.remove.get(kind, ())
        if add or remove:
            link_keeper(kind).change(channel_id=channel.pk, add=add, remove=remove)


def _record(channel: Channel, wish: ChannelWish, actor: Actor, action: str) -> None:
    audit.record(
        actor=actor,
        action=action,
        subject_type="Channel",
        subject_id=channel.pk,
        fields=sorted(wish.values),
        added={kind: [str(key) for key in keys] for kind, keys in wish.add.items() if keys},
        removed={kind: [str(key) for key in keys] for kind, keys in wish.remove.items() if keys},
    )
    catalogue_version.bump()
