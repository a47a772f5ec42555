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

# The market's own shop: goods that staff enter without naming an enterprise are its. Who answers for it is OPERATOR unless named here;
# the business number is ten digits and must be its own.
HOUSE_VENDOR = {
    "slug": env("IEUM_HOUSE_VENDOR_SLUG", default="ieum"),
    "name": env("IEUM_HOUSE_VENDOR_NAME", default=""),
    "name_en": env("IEUM_HOUSE_VENDOR_NAME_EN", default=""),
    "legal_name": env("IEUM_HOUSE_VENDOR_LEGAL_NAME", default=""),
    "representative": env("IEUM_HOUSE_VENDOR_REPRESENTATIVE", default=""),
    "business_number": env("IEUM_HOUSE_VENDOR_BUSINESS_NUMBER", default=""),
    "mail_order_number": env("IEUM_HOUSE_VENDOR_MAIL_ORDER_NUMBER", default=""),
    "phone": env("IEUM_HOUSE_VENDOR_PHONE", default=""),
    "email": env("IEUM_HOUSE_VENDOR_EMAIL", default=""),
    "postal_code": env("IEUM_HOUSE_VENDOR_POSTAL_CODE", default=""),
    "address": env("IEUM_HOUSE_VENDOR_ADDRESS", default=""),
    "district": env("IEUM_HOUSE_VENDOR_DISTRICT", default=""),
}

# What programs of ours show each other: the storefront's server hands in counts of visits and searches under it. None: nothing is counted.
SERVICE_TOKEN = env("IEUM_SERVICE_TOKEN", default="")
INSIGHT_DAYS = env.int("IEUM_INSIGHT_DAYS", default=800)  # so long counts are kept: two years can be compared
