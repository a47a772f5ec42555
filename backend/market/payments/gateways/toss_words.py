"""What Toss Payments' codes mean: in words for shoppers, and as ways to pay."""

from __future__ import annotations

from typing import NamedTuple

from market.orders.enums import PaymentMeans


class Words(NamedTuple):
    korean: str
    english: str


DECLINED = Words(
    "카드사에서 결제를 승인하지 않았어요. 다른 카드로 다시 해 주세요.", "Your card was declined. Try another one."
)
NO_FUNDS = Words("잔액이나 한도가 모자라요.", "There is not enough balance or credit.")
LIMIT = Words("카드나 계좌의 한도를 넘었어요.", "This is above the limit of the card or account.")
WRONG_DETAILS = Words(
    "카드 정보가 맞지 않아요. 다시 확인해 주세요.", "The card's details are not right. Please check them."
)
STOPPED = Words("쓸 수 없는 카드예요. 다른 카드로 다시 해 주세요.", "This card cannot be used. Try another one.")
WRONG_ACCOUNT = Words("계좌에서 결제를 승인하지 않았어요.", "The bank declined the payment.")
CALLED_OFF = Words("결제를 취소했어요. 다시 결제할 수 있어요.", "You cancelled the payment. You can pay again.")
EXPIRED = Words("결제 시간이 지났어요. 다시 결제해 주세요.", "The time to pay has run out. Please pay again.")
ABORTED = Words(
    "결제가 끝까지 진행되지 않았어요. 다시 결제해 주세요.", "The payment was not completed. Please pay again."
)
TOO_SMALL = Words(
    "카드는 100원, 계좌는 200원부터 결제할 수 있어요.", "Cards take 100 won or more, accounts 200 won or more."
)
RISK = Words(
    "위험 거래로 보여 결제가 막혔어요. 토스페이먼츠의 안내를 확인해 주세요.", "The payment was stopped as risky."
)
OTHER = Words(
    "결제하지 못했어요. 다시 하거나 다른 방법으로 결제해 주세요.", "The payment failed. Try again or pay another way."
)
INSTALMENTS = Words("할부를 쓸 수 없어요. 일시불로 결제해 주세요.", "Instalments are not possible. Please pay at once.")

# Codes of the confirmation and of the window that the shopper can do something about.
FAILURES: dict[str, Words] = {
    "REJECT_CARD_PAYMENT": NO_FUNDS,
    "REJECT_CARD_COMPANY": DECLINED,
    "INVALID_REJECT_CARD": DECLINED,
    "REJECT_ACCOUNT_PAYMENT": NO_FUNDS,
    "REJECT_TOSSPAY_INVALID_ACCOUNT": WRONG_ACCOUNT,
    "NOT_ENOUGH_BALANCE": NO_FUNDS,
    "INSUFFICIENT_BALANCE": NO_FUNDS,
    "EXCEED_MAX_DAILY_PAYMENT_COUNT": LIMIT,
    "EXCEED_MAX_PAYMENT_AMOUNT": LIMIT,
    "EXCEED_MAX_AMOUNT": LIMIT,
    "EXCEED_MAX_ONE_DAY_AMOUNT": LIMIT,
    "EXCEED_MAX_ONE_DAY_WITHDRAW_AMOUNT": LIMIT,
    "EXCEED_MAX_ONE_TIME_WITHDRAW_AMOUNT": LIMIT,
    "EXCEED_MAX_MONTHLY_PAYMENT_AMOUNT": LIMIT,
    "EXCEED_MAX_AUTH_COUNT": LIMIT,
    "INVALID_CARD_EXPIRATION": WRONG_DETAILS,
    "INVALID_CARD_NUMBER": WRONG_DETAILS,
    "INVALID_CARD_PASSWORD": WRONG_DETAILS,
    "INVALID_PASSWORD": WRONG_DETAILS,
    "INVALID_STOPPED_CARD": STOPPED,
    "INVALID_CARD_LOST_OR_STOLEN": STOPPED,
    "RESTRICTED_CARD": STOPPED,
    "RESTRICTED_TRANSFER_ACCOUNT": WRONG_ACCOUNT,
    "INVALID_ACCOUNT_INFO_RE_REGISTER": WRONG_ACCOUNT,
    "NOT_AVAILABLE_PAYMENT": OTHER,
    "BELOW_MINIMUM_AMOUNT": TOO_SMALL,
    "NOT_SUPPORTED_INSTALLMENT_PLAN_CARD_OR_MERCHANT": INSTALMENTS,
    "NOT_ALLOWED_POINT_USE": OTHER,
    "EXCEED_MAX_CARD_INSTALLMENT_PLAN": INSTALMENTS,
    "FDS_ERROR": RISK,
    "NOT_FOUND_PAYMENT": EXPIRED,
    "NOT_FOUND_PAYMENT_SESSION": EXPIRED,
    "EXPIRED_PAYMENT": EXPIRED,
    "EXPIRED": EXPIRED,
    "ABORTED": ABORTED,
    "PAY_PROCESS_CANCELED": CALLED_OFF,
    "USER_CANCEL": CALLED_OFF,
    "PAY_PROCESS_ABORTED": ABORTED,
}

# What a client may ask for, and what Toss calls it in a payment.
METHODS: dict[str, PaymentMeans] = {
    "CARD": PaymentMeans.CARD,
    "EASY_PAY": PaymentMeans.EASY_PAY,
    "TRANSFER": PaymentMeans.EASY_PAY,
    "MOBILE_PHONE": PaymentMeans.EASY_PAY,
    "VIRTUAL_ACCOUNT": PaymentMeans.VIRTUAL_ACCOUNT,
}
KINDS: dict[str, str] = {
    "카드": "CARD",
    "간편결제": "EASY_PAY",
    "계좌이체": "TRANSFER",
    "휴대폰": "MOBILE_PHONE",
    "가상계좌": "VIRTUAL_ACCOUNT",
}
ISSUERS: dict[str, str] = {
    "3K": "기업BC", "46": "광주", "71": "롯데", "30": "산업", "31": "BC", "51": "삼성", "38": "새마을", "41": "신한",
    "62": "신협", "36": "씨티", "33": "우리BC", "W1": "우리", "37": "우체국", "39": "저축", "35": "전북", "42": "제주",
    "15": "카카오뱅크", "3A": "케이뱅크", "24": "토스뱅크", "21": "하나", "61": "현대", "11": "국민", "91": "농협",
    "34": "수협",
}  # fmt: skip
BANKS: dict[str, str] = {
    "39": "경남은행", "34": "광주은행", "06": "국민은행", "03": "기업은행", "11": "농협은행", "31": "아이엠뱅크", "32": "부산은행",
    "02": "산업은행", "07": "수협은행", "20": "우리은행", "71": "우체국", "37": "전북은행", "35": "제주은행", "88": "신한은행",
    "27": "씨티은행", "89": "케이뱅크", "90": "카카오뱅크", "92": "토스뱅크", "81": "하나은행", "45": "새마을금고", "48": "신협",
}  # fmt: skip


def words_of(code: str) -> Words:
    return FAILURES.get(code, OTHER)
