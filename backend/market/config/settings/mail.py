"""Mail: who sends it, who is answerable for it, and how it leaves. Nothing leaves unless EMAIL_URL says how."""

import json

import environ

env = environ.Env()

# smtp+tls://user:password@host:587 and the like; without one, mails go nowhere (development keeps them in files instead).
vars().update(env.email_url("EMAIL_URL", default="dummymail://"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="이음 <no-reply@ieum.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Who runs this market: the same JSON as the storefront's footer takes. Sample data, an invented operator.
OPERATOR = {
    "name": "이음 운영사무국(예시)",
    "nameEn": "Ieum Office (sample)",
    "representative": "정가람",
    "representativeEn": "Jeong Garam",
    "businessNumber": "000-00-00000",
    "mailOrderNumber": "제0000-서울가상-00000호",
    "address": "(00000) 서울특별시 가상구 이음길 1, 3층",
    "addressEn": "3F, 1 Ieum-gil, Gasang-gu, Seoul 00000",
    "phone": "02-000-0000",
    "email": "help@ieum.example",
    **json.loads(env("IEUM_OPERATOR", default="") or "{}"),
}
SHOP_NAME_EN = env("IEUM_SHOP_NAME_EN", default="Ieum")  # as its English mails are headed
MAIL_REPLY_TO = env("IEUM_MAIL_REPLY_TO", default=OPERATOR["email"])
MAIL_KEEP_DAYS = env.int("IEUM_MAIL_KEEP_DAYS", default=180)

# A page on which the mails of a development market can be read. Only development shows it.
MAILBOX_SHOWN = False
