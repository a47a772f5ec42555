"""What a listing still lacks, how much each thing weighs, and which to do first. Pure.

The weights are the market's own and add up to 100: what stops a sale or breaks the law weighs most.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

ENOUGH_PICTURES = 3
ENOUGH_WORDS = 200  # letters of the description


class Lack(Enum):
    """A thing that is missing, by how much it weighs."""

    NOTICE = "notice"  # the legal product notice is incomplete (전자상거래법 §13)
    PRICE = "price"  # no price in a channel it could be sold in
    PICTURE = "picture"  # none at all
    STOCK = "stock"  # nothing to sell
    DESCRIPTION = "description"
    CATEGORY = "category"
    MORE_PICTURES = "more_pictures"
    PUBLIC_CHANNEL = "public_channel"  # agencies do not see it
    SUMMARY = "summary"
    WEIGHT = "weight"
    ENGLISH = "english"


WEIGHTS: dict[Lack, int] = {
    Lack.NOTICE: 20,
    Lack.PRICE: 15,
    Lack.PICTURE: 15,
    Lack.STOCK: 10,
    Lack.DESCRIPTION: 10,
    Lack.CATEGORY: 10,
    Lack.MORE_PICTURES: 6,
    Lack.PUBLIC_CHANNEL: 5,
    Lack.SUMMARY: 4,
    Lack.WEIGHT: 3,
    Lack.ENGLISH: 2,
}


@dataclass(frozen=True, kw_only=True)
class Face:
    """What is known of a listing."""

    pictures: int
    description_length: int
    has_summary: bool
    has_category: bool
    notice_gaps: int
    has_notice_type: bool
    channels_with_price: int
    is_in_public_channel: bool
    has_stock: bool  # also for what is not counted
    has_weight: bool  # also for what is not shipped
    has_english_name: bool
    is_by_quotation: bool


def lacks(face: Face) -> list[Lack]:
    """Everything that is missing, the heaviest first."""
    missing = {
        Lack.NOTICE: not face.has_notice_type or face.notice_gaps > 0,
        Lack.PRICE: face.channels_with_price == 0 and not face.is_by_quotation,
        Lack.PICTURE: face.pictures == 0,
        Lack.STOCK: not face.has_stock,
        Lack.DESCRIPTION: face.description_length < ENOUGH_WORDS,
        Lack.CATEGORY: not face.has_category,
        Lack.MORE_PICTURES: 0 < face.pictures < ENOUGH_PICTURES,
        Lack.PUBLIC_CHANNEL: not face.is_in_public_channel,
        Lack.SUMMARY: not face.has_summary,
        Lack.WEIGHT: not face.has_weight,
        Lack.ENGLISH: not face.has_english_name,
    }
    return [lack for lack in WEIGHTS if missing[lack]]


def score(missing: list[Lack]) -> int:
    """0 to 100: what is there, by weight. Without any picture, that more are wanted goes without saying."""
    lost = sum(WEIGHTS[lack] for lack in missing)
    if Lack.PICTURE in missing:
        lost += WEIGHTS[Lack.MORE_PICTURES]
    return max(100 - lost, 0)
