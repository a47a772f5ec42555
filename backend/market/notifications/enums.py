"""What mails there are, and what may become of one."""

from __future__ import annotations

from django.db import models


class MailKind(models.TextChoices):
    """What a mail tells. Adding one: a value here, a function in ``letters/``, a handler."""

    ORDER_PLACED = "order_placed", "주문 확인"
    ORDER_PAID = "order_paid", "입금 확인"
    ORDER_DISPATCHED = "order_dispatched", "발송"
    DISPATCH_UPDATED = "dispatch_updated", "운송장 바뀜"
    PART_CANCELLED = "part_cancelled", "기업별 주문 취소"
    ORDER_CANCELLED = "order_cancelled", "주문 취소"
    ORDER_EXPIRED = "order_expired", "입금 기한 지남"
    REFUND_GRANTED = "refund_granted", "환불 예정"
    REFUND_DONE = "refund_done", "환불 완료"
    WITHDRAWAL_REQUESTED = "withdrawal_requested", "반품 신청"
    WITHDRAWAL_ACCEPTED = "withdrawal_accepted", "반품 보낼 차례"
    WITHDRAWAL_REJECTED = "withdrawal_rejected", "반품 거절"
    WITHDRAWAL_CANCELLED = "withdrawal_cancelled", "반품 신청 취소"
    WITHDRAWAL_RECEIVED = "withdrawal_received", "반품 도착"
    ACCOUNT_CONFIRM = "account_confirm", "주소 확인"
    ACCOUNT_KNOWN = "account_known", "이미 있는 계정"
    PASSWORD_RESET = "password_reset", "비밀번호 새로 정하기"
    PASSWORD_CHANGED = "password_changed", "비밀번호 바뀜"
    EMAIL_CHANGE_CONFIRM = "email_change_confirm", "새 주소 확인"
    EMAIL_CHANGE_NOTICE = "email_change_notice", "주소 변경 요청 알림"
    EMAIL_CHANGED = "email_changed", "주소 바뀜"
    ACCOUNT_DELETION = "account_deletion", "탈퇴 확인"


class MailStatus(models.TextChoices):
    WAITING = "waiting", "보낼 차례를 기다림"
    SENDING = "sending", "우편 서버에 건네는 중"
    SENT = "sent", "보냄"
    DROPPED = "dropped", "할 말이 없어져 보내지 않음"
    UNCLEAR = "unclear", "건네다 끊겨 닿았는지 알 수 없음"
    DEAD = "dead", "보내지 못함"
