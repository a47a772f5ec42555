"""The codes that the documentation names open what it says."""

from __future__ import annotations

import re
from pathlib import Path

from factories.checkout import anew, ready_checkout
from market.catalog.models import VariantChannelListing
from market.channels.models import Channel
from market.checkout.services.promo_code_add import promo_code_add
from market.core.actor import ANONYMOUS
from market.promotions.errors import InvalidPromoCode, VoucherNotApplicable
from market.promotions.models import GiftCard, Voucher

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "api.md"


def documented_codes() -> set[str]:
    rows = re.findall(r"^\| (`[A-Z][A-Z0-9-]+`.*?) \|", GUIDE.read_text(encoding="utf-8"), re.M)
    found: set[str] = set()
    for row in rows:
        whole, *ends = re.findall(r"`(.*?)`", row)
        found |= {whole, *(whole.rsplit("-", 1)[0] + end.removeprefix("…") for end in ends)}
    return found


def test_every_documented_code_does_what_is_said(small_market: None) -> None:
    codes = documented_codes()
    assert len(codes) == 10
    channel = Channel.objects.get(slug="citizen")
    goods = VariantChannelListing.objects.filter(
        channel=channel, price_amount__gte=40_000, variant__product__is_quote_only=False, variant__product__product_type__is_service=False,
        variant__stocks__quantity__gt=50, variant__product__minimum_order_quantity=1,
    )  # fmt: skip
    variant = goods.order_by("pk")[0].variant
    answers: dict[str, set[str]] = {"works": set(), "other goods": set(), "refused": set()}
    for code in sorted(codes):
        checkout = ready_checkout(channel, {variant: 3})
        try:
            anew(promo_code_add, checkout_id=checkout.pk, promo_code=code, actor=ANONYMOUS)
            answers["works"].add(code)
        except VoucherNotApplicable:  # a code for other goods than these: known, and says so
            answers["other goods"].add(code)
        except InvalidPromoCode:
            answers["refused"].add(code)
    assert answers["refused"] == {"LASTYEAR", "IEUM-GIFT-STOP-9DDD"}
    assert answers["other goods"] <= {"DUSON10", "LIVING5"}
    assert not Voucher.objects.filter(is_sample=False).exists()
    assert not GiftCard.objects.filter(is_sample=False).exists()
