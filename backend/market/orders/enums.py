"""The words an order's state is told in."""

from __future__ import annotations

from django.db import models


class OrderStatus(models.TextChoices):
    DRAFT = "draft", "작성 중"
    UNCONFIRMED = "unconfirmed", "확인 전"
    UNFULFILLED = "unfulfilled", "준비 중"
    PARTIALLY_FULFILLED = "partially fulfilled", "일부 발송"
    FULFILLED = "fulfilled", "발송 완료"
    PARTIALLY_RETURNED = "partially_returned", "일부 반품"
    RETURNED = "returned", "반품"
    CANCELED = "canceled", "취소"
    EXPIRED = "expired", "기한 지남"


class WorkState(models.TextChoices):
    """How far the enterprise has come with its part before anything of it is sent."""

    NEW = "new", "새 주문"
    CONFIRMED = "confirmed", "주문 확인"
    PREPARING = "preparing", "상품 준비"


class PartState(models.TextChoices):
    """Where a part stands for those who pack it: work before dispatch, parcels afterwards. Derived, never stored."""

    NEW = "new", "새 주문"
    CONFIRMED = "confirmed", "확인함"
    PREPARING = "preparing", "준비 중"
    PARTLY_SHIPPED = "partly_shipped", "일부 발송"
    SHIPPED = "shipped", "배송 중"
    DELIVERED = "delivered", "배송 완료"
    RETURNED = "returned", "반품"
    CANCELED = "canceled", "취소"


class PartAction(models.TextChoices):
    """What an enterprise can do with its part next."""

    CONFIRM = "confirm"
    PREPARE = "prepare"
    SHIP = "ship"
    CANCEL_LINES = "cancel_lines"
    DECLINE = "decline"


class PaperKind(models.TextChoices):
    """What can be printed of a part."""

    PACKING = "packing", "포장 명세서"
    STATEMENT = "statement", "거래명세서"


class DueReason(models.TextChoices):
    """Why a part has to be on its way by its day."""

    PROMISED = "promised", "상품에 적은 발송일"
    AGREED = "agreed", "약속한 납품 기한"
    STATUTORY = "statutory", "전자상거래법 기한"


class DueState(models.TextChoices):
    """How a deadline stands today."""

    IN_TIME = "in_time", "여유 있음"
    DUE_TODAY = "due_today", "오늘까지"
    LATE = "late", "기한 지남"


class AuthorizeStatus(models.TextChoices):
    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"


class ChargeStatus(models.TextChoices):
    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"
    OVERCHARGED = "overcharged"


class PaymentMeans(models.TextChoices):
    BANK_TRANSFER = "bank_transfer", "무통장 입금"
    DEFERRED = "deferred", "후불"
    CARD = "card", "카드"
    EASY_PAY = "easy_pay", "간편결제"
    VIRTUAL_ACCOUNT = "virtual_account", "가상계좌"
    GIFT_CARD = "gift_card", "기프트카드"
    FREE = "free", "결제 없음"


class DiscountType(models.TextChoices):
    """Where a discount comes from."""

    SALE = "sale"
    VOUCHER = "voucher"
    MANUAL = "manual"
    PROMOTION = "promotion"
    ORDER_PROMOTION = "order_promotion"


class RefundKind(models.TextChoices):
    CANCELLATION = "cancellation", "취소"
    WITHDRAWAL = "withdrawal", "청약철회"
    ADJUSTMENT = "adjustment", "조정"


class FulfillmentStatus(models.TextChoices):
    FULFILLED = "fulfilled"
    REFUNDED = "refunded"
    RETURNED = "returned"
    REPLACED = "replaced"
    REFUNDED_AND_RETURNED = "refunded_and_returned"
    CANCELED = "canceled"
    WAITING_FOR_APPROVAL = "waiting_for_approval"


class Courier(models.TextChoices):
    """Carriers whose public tracking pages are known (``couriers.py``)."""

    CJ = "cj", "CJ대한통운"
    EPOST = "epost", "우체국택배"
    HANJIN = "hanjin", "한진택배"
    LOTTE = "lotte", "롯데택배"
    LOGEN = "logen", "로젠택배"


class WithdrawalStatus(models.TextChoices):
    REQUESTED = "requested", "신청"
    ACCEPTED = "accepted", "반품 보내는 중"
    RECEIVED = "received", "반품 도착, 환불 중"
    REFUNDED = "refunded", "환불 완료"
    REJECTED = "rejected", "거절"
    CANCELED = "canceled", "신청 취소"


class WithdrawalReason(models.TextChoices):
    CHANGE_OF_MIND = "change_of_mind", "단순 변심"
    FAULTY = "faulty", "불량·설명과 다름"
    OTHER = "other", "그 밖의 사유"


class CostBearer(models.TextChoices):
    """Who pays what sending goods back costs."""

    BUYER = "buyer", "구매자"
    VENDOR = "vendor", "입점기업"
