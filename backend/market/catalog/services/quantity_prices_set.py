"""What a variant costs by the quantity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings

from market.catalog.errors import InvalidPrice
from market.catalog.models import ProductVariant, QuantityPrice, VariantChannelListing
from market.catalog.rules.quantity_prices import LEAST_PIECES, MOST_STEPS, QuantityStep, is_falling, steps_of_value
from market.catalog.services.listing_prices_set import amount_of
from market.channels.models import Channel
from market.core.errors import NotFound
from market.core.global_ids import to_global_id

FIELD = "quantityPrices"


def quantity_prices_set(*, variant: ProductVariant, channel_id: int, steps: Sequence[Mapping[str, Any]] | None) -> None:
    """Write all steps of a variant in a channel, ``[{"from": 30, "price": "9000"}]``; none of them takes all out.

    Raises NotFound for the channel, and InvalidPrice where the variant has no price there, where a step is not below it, where steps do
    not fall with the quantity, or where they are too many, begin below two pieces or beyond what one checkout may hold.
    """
    channel = Channel.objects.filter(pk=channel_id).first()
    if channel is None:
        raise NotFound("channelId", channels=[to_global_id("Channel", channel_id)])
    given = steps_of_value(steps)
    if given:
        _ensure_fit(variant, channel, given)
    rows = QuantityPrice.objects.filter(variant=variant, channel=channel)
    rows.exclude(minimum_quantity__in=[step.minimum for step in given]).delete()
    QuantityPrice.objects.bulk_create(
        [
            QuantityPrice(variant=variant, channel=channel, minimum_quantity=step.minimum, price_amount=step.price)
            for step in given
        ],
        update_conflicts=True,
        unique_fields=["variant", "channel", "minimum_quantity"],
        update_fields=["price_amount"],
    )


def _ensure_fit(variant: ProductVariant, channel: Channel, steps: Sequence[QuantityStep]) -> None:
    if len(steps) > MOST_STEPS:
        raise _bad(channel, f"수량 단가는 {MOST_STEPS}단계까지 둘 수 있어요.", f"At most {MOST_STEPS} quantity prices.")
    most = settings.VARIANT_QUANTITY_LIMIT
    if not all(LEAST_PIECES <= step.minimum <= most for step in steps):
        korean = f"수량은 {LEAST_PIECES}개부터 {most:,}개까지 적어 주세요."
        raise _bad(channel, korean, f"Quantities are {LEAST_PIECES} to {most:,}.")
    if not all(amount_of(str(step.price), FIELD, channel) for step in steps):
        raise _bad(channel, "0원보다 크게 적어 주세요.", "A quantity price is above zero.")
    if not is_falling(steps):
        raise _bad(
            channel,
            "수량은 서로 달라야 하고, 수량이 늘수록 단가가 낮아져야 해요.",
            "Quantities differ, and prices fall as quantities rise.",
        )
    listing = VariantChannelListing.objects.filter(variant=variant, channel=channel).first()
    price = listing.price_amount if listing is not None else None
    if price is None:
        raise _bad(channel, "판매가를 먼저 적어 주세요.", "It needs a price in this channel first.")
    if steps[0].price >= price:
        raise _bad(channel, "수량 단가는 판매가보다 낮아야 해요.", "A quantity price is below the price.")


def _bad(channel: Channel, reason_ko: str, reason_en: str) -> InvalidPrice:
    return InvalidPrice(FIELD, reason_ko, reason_en, channels=[to_global_id("Channel", channel.pk)])
