"""Where a method is offered, for how much, and for orders of which price."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction

from market.channels.models import Channel
from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.core.errors import DomainError, ManyErrors, NotFound
from market.core.money import quantize
from market.shipping.errors import ChannelAmount, ChannelOutsideZone, ListedTwice, MaximumBelowMinimum
from market.shipping.locks import methods_for_update
from market.shipping.models import ShippingMethodChannelListing, ShippingMethodType

LARGEST_AMOUNT = Decimal(10**12)
FIELDS = {
    "price": "price",
    "minimum_order_price": "minimumOrderPrice",
    "maximum_order_price": "maximumOrderPrice",
}


def method_channels_change(
    *, method_id: int, add: Sequence[tuple[int, Mapping[str, Any]]], remove: Sequence[int], actor: Actor
) -> ShippingMethodType:
    """List a method in channels, change its terms there, or take it out. ``add``: a channel and what is given of price and bounds.

    Without a price each enterprise charges by its own terms (docs/adr/0014). Raises NotFound, and ManyErrors of ListedTwice,
    ChannelOutsideZone, ChannelAmount (parts of a won, too much) and MaximumBelowMinimum.
    """
    with transaction.atomic():
        method = methods_for_update().filter(pk=method_id).first()
        if method is None:
            raise NotFound("id")
        channels = Channel.objects.in_bulk({channel_id for channel_id, _ in add})
        if len(channels) != len({channel_id for channel_id, _ in add}):
            raise NotFound("channelId")
        _ensure_once([channel_id for channel_id, _ in add], remove)
        outside = set(channels).difference(method.zone.channels.values_list("pk", flat=True))
        if outside:
            raise ChannelOutsideZone("addChannels", outside)
        listings = {row.channel_id: row for row in method.channel_listings.all()}
        faults: list[DomainError] = []
        for channel_id, given in add:
            channel = channels[channel_id]
            row = listings.get(channel_id) or ShippingMethodChannelListing(
                method_id=method.pk, channel=channel, currency=channel.currency_code
            )
            found = _apply(row, given)
            faults += found
            if not found and not faults:
                row.save()
        if faults:
            raise ManyErrors(faults)
        method.channel_listings.filter(channel_id__in=remove).delete()
        audit.record(
            actor=actor,
            action="shipping.method_channel_listing_update",
            subject_type="ShippingMethod",
            subject_id=method.pk,
            added={str(channel_id): {name: str(value) for name, value in given.items()} for channel_id, given in add},
            removed=list(remove),
        )
        catalogue_version.bump()  # what costs how much, and when it is there, is shown to everybody
    return method


def _ensure_once(add: Sequence[int], remove: Sequence[int]) -> None:
    twice = [channel_id for channel_id, times in Counter([*set(remove), *add]).items() if times > 1]
    if twice:
        raise ListedTwice("addChannels", twice)


def _apply(row: ShippingMethodChannelListing, given: Mapping[str, Any]) -> list[DomainError]:
    faults: list[DomainError] = []
    for name, field in FIELDS.items():
        if name in given:
            amount = given[name]
            if amount is not None and (amount > LARGEST_AMOUNT or quantize(amount, row.currency) != amount):
                faults.append(ChannelAmount(field, [row.channel_id]))
            setattr(row, f"{name}_amount", amount)
    least, most = row.minimum_order_price_amount, row.maximum_order_price_amount
    if least is not None and most is not None and most <= least:
        faults.append(MaximumBelowMinimum("maximumOrderPrice", [row.channel_id]))
    return faults
