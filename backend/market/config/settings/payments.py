"""How orders are paid. Without a provider's keys that provider is not offered."""

import environ

env = environ.Env()

STRIPE_API_KEY = env("STRIPE_API_KEY", default="")
STRIPE_PUBLISHABLE_KEY = env("STRIPE_PUBLISHABLE_KEY", default="")
STRIPE_WEBHOOK_SECRET = env("STRIPE_WEBHOOK_SECRET", default="")
STRIPE_API_BASE = env("STRIPE_API_BASE", default="")  # empty: Stripe itself
STRIPE_JS_URL = env("STRIPE_JS_URL", default="https://js.stripe.com/v3/")

TOSS_SECRET_KEY = env("TOSS_SECRET_KEY", default="")
TOSS_CLIENT_KEY = env("TOSS_CLIENT_KEY", default="")
TOSS_API_BASE = env("TOSS_API_BASE", default="https://api.tosspayments.com")

PAYMENTS_TEST_MODE = env.bool("IEUM_PAYMENTS_TEST_MODE", default=STRIPE_API_KEY.startswith("sk_test_"))
PAYMENT_TIMEOUT_SECONDS = env.float("IEUM_PAYMENT_TIMEOUT_SECONDS", default=20.0)
# How long an attempt to pay may stand open without a word before it is called off.
PAYMENT_ABANDONED_AFTER_MINUTES = env.int("IEUM_PAYMENT_ABANDONED_AFTER_MINUTES", default=60)
# How long a paid checkout rests before it is made an order without its buyer's browser.
PAID_CHECKOUT_COMPLETE_AFTER_SECONDS = env.int("IEUM_PAID_CHECKOUT_COMPLETE_AFTER_SECONDS", default=120)
# How long a paid checkout may wait to become an order before its money goes back.
PAID_CHECKOUT_MINUTES = env.int("IEUM_PAID_CHECKOUT_MINUTES", default=30)
# How long the account for a refund is kept after the refund was sent: long enough to ask the bank about it.
REFUND_ACCOUNT_KEEP_DAYS = env.int("IEUM_REFUND_ACCOUNT_KEEP_DAYS", default=30)
# How far back the hourly comparison of books looks; the nightly one takes IEUM_BOOKS_COMPARE_LONG_DAYS.
BOOKS_COMPARE_DAYS = env.int("IEUM_BOOKS_COMPARE_DAYS", default=3)
