"""How Toss says no: a status, a code, a sentence."""

from __future__ import annotations

STATUSES = {
    "UNAUTHORIZED_KEY": 401,
    "INCORRECT_BASIC_AUTH_FORMAT": 403,
    "NOT_FOUND": 404,
    "NOT_FOUND_PAYMENT": 404,
    "NOT_FOUND_PAYMENT_SESSION": 404,
    "IDEMPOTENT_REQUEST_PROCESSING": 409,
    "REJECT_CARD_PAYMENT": 403,
    "REJECT_ACCOUNT_PAYMENT": 403,
    "REJECT_CARD_COMPANY": 403,
    "NOT_CANCELABLE_AMOUNT": 403,
    "NOT_CANCELABLE_PAYMENT": 403,
    "NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT": 403,
    "FORBIDDEN_REQUEST": 403,
    "FAILED_INTERNAL_SYSTEM_PROCESSING": 500,
    "FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING": 500,
}


class Refused(Exception):
    """Answered as ``{"code", "message"}``; any code that is not listed is a 400."""

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.message = message or f"거절 ({code})"

    @property
    def status(self) -> int:
        return STATUSES.get(self.code, 400)
