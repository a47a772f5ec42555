"""The words promotions are told in; values are Saleor's."""

from __future__ import annotations

from django.db import models


class VoucherType(models.TextChoices):
    ENTIRE_ORDER = "entire_order", "주문 전체"
    SPECIFIC_PRODUCT = "specific_product", "정한 상품"
    SHIPPING = "shipping", "배송비"


class DiscountValueType(models.TextChoices):
    FIXED = "fixed", "금액"
    PERCENTAGE = "percentage", "비율"


class DiscountStatus(models.TextChoices):
    """Where a voucher stands in time; follows from its dates."""

    ACTIVE = "active", "사용할 수 있음"
    EXPIRED = "expired", "기한 지남"
    SCHEDULED = "scheduled", "시작 전"


class Funder(models.TextChoices):
    """Who bears a voucher's discount when the vendors' shares are settled."""

    MARKET = "market", "이음"
    VENDOR = "vendor", "입점기업"


class GiftCardEventType(models.TextChoices):
    ISSUED = "issued", "발급"
    ACTIVATED = "activated", "사용 시작"
    DEACTIVATED = "deactivated", "사용 중지"
    EXPIRY_DATE_UPDATED = "expiry_date_updated", "기한 변경"
    BALANCE_RESET = "balance_reset", "잔액 변경"
    TAGS_UPDATED = "tags_updated", "꼬리표 변경"
    NOTE_ADDED = "note_added", "메모"
    USED_IN_ORDER = "used_in_order", "주문에 사용"
    REFUNDED_IN_ORDER = "refunded_in_order", "주문에서 환불"
