"""Facts about the market that an operator may set."""

import environ

env = environ.Env()

SHOP_NAME = env("IEUM_SHOP_NAME", default="이음")
OPERATOR_BANK_NAME = env("IEUM_BANK_NAME", default="이음은행(견본)")
OPERATOR_BANK_ACCOUNT = env("IEUM_BANK_ACCOUNT", default="000-0000-0000-00")
OPERATOR_BANK_HOLDER = env("IEUM_BANK_HOLDER", default="이음 운영사무국")
BANK_TRANSFER_DAYS = env.int("IEUM_BANK_TRANSFER_DAYS", default=3)
CHECKOUT_TTL_DAYS = env.int("IEUM_CHECKOUT_TTL_DAYS", default=90)
CHECKOUT_LINE_LIMIT = 100
CHECKOUT_GIFT_CARD_LIMIT = 10
VARIANT_QUANTITY_LIMIT = 9_999  # of one variant in one checkout, as far as the variant itself sets no lower limit

MEDIA_ROOT_NAME = "media"
# How long a process may keep channels and tax rates.
REFERENCE_CACHE_SECONDS = env.int("IEUM_REFERENCE_CACHE_SECONDS", default=5)
