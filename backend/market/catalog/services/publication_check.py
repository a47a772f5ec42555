"""Whether a product may be shown: what Saleor asks, and what the law asks of a listing here."""

from __future__ import annotations

from collections.abc import Sequence

from market.catalog.errors import (
    NoticeIncomplete,
    NoticeUnfit,
    PriceMissing,
    ProductWithoutCategory,
)
from market.catalog.models import Product, VariantChannelListing
from market.catalog.rules.product_notice import NoticeFlaw, fits_category, notice_flaws
from market.catalog.selectors.notice_types import suggested_notices
from market.core.errors import DomainError, ManyErrors
from market.core.global_ids import to_global_id

FIELD = "legalNotice"


def publication_check(*, product: Product, channel_ids: Sequence[int], is_strict: bool) -> None:
    """Raises ManyErrors with everything that is missing before the product may be published in these channels.

    ``is_strict``: of an enterprise's goods the product notice (전자상거래법 §13④) and a price are asked, too. Staff, who may use a client that
    knows of no notice, are asked for it only once they have begun to write one.
    """
    channels = [to_global_id("Channel", pk) for pk in channel_ids]
    errors: list[DomainError] = []
    if product.category_id is None:
        errors.append(ProductWithoutCategory("isPublished", channels=channels))
    if is_strict or product.notice_type is not None:
        errors += notice_errors(product)
    if is_strict and not product.is_quote_only:
        priced = VariantChannelListing.objects.filter(
            variant__product=product, channel__in=channel_ids, price_amount__isnull=False
        )
        having = set(priced.values_list("channel_id", flat=True))
        lacking = [to_global_id("Channel", pk) for pk in channel_ids if pk not in having]
        if lacking:
            errors.append(PriceMissing("price", channels=lacking))
    if errors:
        raise ManyErrors(errors)


def notice_errors(product: Product) -> list[DomainError]:
    """One error for each fact that the notice lacks; one for a notice of a kind that does not describe such goods."""
    kind = product.notice_type
    if kind is None:
        return [
            NoticeIncomplete(FIELD, reason_ko="어떤 물건인지 고르고 내용을 적어 주세요.", reason_en="choose its type.")
        ]
    errors = [_error(flaw) for flaw in notice_flaws(kind.fields, product.notice or {})]
    if not fits_category(kind.code, suggested_notices(product.category_id)):
        errors.append(
            NoticeUnfit(
                FIELD,
                reason_ko=f"이 분류에 맞지 않아요: {kind.name}",
                reason_en=f"not for this category: {kind.name_en}",
            )
        )
    return errors


def _error(flaw: NoticeFlaw) -> DomainError:
    label_en = flaw.label_en or flaw.label
    if flaw.flaw == "kc_number":
        return NoticeUnfit(
            FIELD,
            reason_ko=f"{flaw.label}에 인증·신고 번호를 적거나, 대상이 아니면 그렇다고 적어 주세요.",
            reason_en=f"{label_en} needs the number of the certificate, or the reason why there is none.",
        )
    if flaw.flaw == "too_long":
        return NoticeUnfit(FIELD, reason_ko=f"{flaw.label}이(가) 너무 길어요.", reason_en=f"{label_en} is too long.")
    return NoticeIncomplete(FIELD, reason_ko=f"{flaw.label}을(를) 적어 주세요.", reason_en=f"{label_en} is missing.")
