"""Words of procurement that no table owns alone."""

from __future__ import annotations

from django.db import models


class Decision(models.TextChoices):
    """What somebody in an approval line can say."""

    APPROVE = "approve", "승인"
    SEND_BACK = "send_back", "보완 요청"
    REJECT = "reject", "반려"


class TrailAction(models.TextChoices):
    """The steps of a purchase, as its trail names them."""

    SUBMITTED = "submitted", "결재 올림"
    RESUBMITTED = "resubmitted", "다시 올림"
    APPROVED_STEP = "approved_step", "승인"
    LINES_REJECTED = "lines_rejected", "품목 반려"
    SENT_BACK = "sent_back", "보완 요청"
    REJECTED = "rejected", "반려"
    WITHDRAWN = "withdrawn", "취하"
    HANDED_OVER = "handed_over", "업무 인계"
    LAPSED = "lapsed", "유지 기간 끝남"
    CAMPAIGN_ENDED = "campaign_ended", "기획전 끝남"
    VENDOR_STOPPED = "vendor_stopped", "기업 판매 중지"
    APPROVED = "approved", "최종 승인"
    ORDERED = "ordered", "발주"
    VENDOR_ACCEPTED = "vendor_accepted", "발주 수락"
    CHANGE_PROPOSED = "change_proposed", "변경 제안"
    CHANGE_AGREED = "change_agreed", "변경 동의"
    CHANGE_REFUSED = "change_refused", "변경 거절"
    CHANGE_WITHDRAWN = "change_withdrawn", "변경 제안 거둠"
    ORDER_CANCELED = "order_canceled", "발주 취소"
    VENDOR_CANCELED = "vendor_canceled", "기업이 취소"
    PAPER_ISSUED = "paper_issued", "문서 발행"
    FOLDER_READ = "folder_read", "문서철 내려받음"
