"""What a voucher is worth in each channel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from market.channels.models import Channel
from market.core import audit
from market.core.actor import Actor
from market.core.errors import DomainError, ManyErrors, NotFound
from market.core.global_ids import to_global_id
from market.core.money import quantize
from market.promotions.enums import DiscountValueType
from market.promotions.errors import ChannelsError, ChannelTwice, ChannelValueRequired
from market.promotions.locks import vouchers_for_update
from market.promotions.models import Voucher, VoucherChannelListing

LARGEST_AMOUNT = Decimal(10**12)


@dataclass(frozen=True, slots=True)
class ListingWish:
    """The wanted terms in a channel. ``has_…`` False: leave as it is."""

    channel_id: int
    discount_value: Decimal | None = None
    min_spent: Decimal | None = None
    has_min_spent: bool = False


def voucher_channels_change(
    *, voucher_id: int, add: Sequence[ListingWish], remove: Sequence[int], actor: Actor
) -> Voucher:
    """List a voucher in channels, change its terms there, or take it out.

    Raises NotFound (voucher, channel), and ManyErrors of ChannelValueRequired (a new channel without a value), ChannelsError (more than
    100 %, parts of a won), ChannelTwice.
    """
    with transaction.atomic():
        voucher = vouchers_for_update().filter(pk=voucher_id).first()
        if voucher is None:
            raise NotFound("id")
        channels = Channel.objects.in_bulk({wish.channel_id for wish in add})
        if len(channels) != len({wish.channel_id for wish in add}):
            raise NotFound("channelId")
        listings = {row.channel_id: row for row in voucher.channel_listings.all()}
        if faults := _faults(voucher, add, remove, channels, listings):
            raise ManyErrors(faults)
        for wish in add:
            row = listings.get(wish.channel_id) or VoucherChannelListing(
                voucher=voucher, channel=channels[wish.channel_id], currency=channels[wish.channel_id].currency_code
            )
            if wish.discount_value is not None:
                row.discount_value = wish.discount_value
            if wish.has_min_spent:
                row.min_spent_amount = wish.min_spent
            row.save()
        voucher.channel_listings.filter(channel_id__in=remove).delete()
        audit.record(
            actor=actor,
            action="promotions.voucher_channel_listing_update",
            subject_type="voucher",
            subject_id=voucher.pk,
            added=[wish.channel_id for wish in add],
            removed=list(remove),
        )
    return voucher


def _faults(
    voucher: Voucher,
    add: Sequence[ListingWish],
    remove: Sequence[int],
    channels: dict[int, Channel],
    listings: dict[int, VoucherChannelListing],
) -> list[DomainError]:
    named = Counter([*(wish.channel_id for wish in add), *remove])
    is_fixed = voucher.discount_value_type == DiscountValueType.FIXED
    wrong: dict[tuple[type[ChannelsError], str], list[int]] = {}
    for pk, times in named.items():
        if times > 1:
            wrong.setdefault((ChannelTwice, "input"), []).append(pk)
    for wish in add:
        currency, value = channels[wish.channel_id].currency_code, wish.discount_value
        if value is None and wish.channel_id not in listings:
            wrong.setdefault((ChannelValueRequired, "discountValue"), []).append(wish.channel_id)
        elif value is not None and not (_is_amount(value, currency) if is_fixed else value <= 100):
            wrong.setdefault((ChannelsError, "discountValue"), []).append(wish.channel_id)
        if wish.min_spent is not None and not _is_amount(wish.min_spent, currency):
            wrong.setdefault((ChannelsError, "minAmountSpent"), []).append(wish.channel_id)
    return [
        kind(field, channels=[to_global_id("Channel", pk) for pk in sorted(pks)])
        for (kind, field), pks in wrong.items()
    ]


def _is_amount(value: Decimal, currency: str) -> bool:
    """Whether it is whole units of the currency, and no more than anybody could mean."""
    return value <= LARGEST_AMOUNT and quantize(value, currency) == value
