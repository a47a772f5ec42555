"""Accounts: confirming addresses, the mails it takes, and signing in elsewhere."""

import environ

env = environ.Env()

# Off, an account can be used at once and orders of guests never join it (nobody has shown that the mailbox is theirs).
ENABLE_ACCOUNT_CONFIRMATION_BY_EMAIL = env.bool("IEUM_CONFIRM_EMAIL", default=True)

# How long the link of a mail is good.
ACCOUNT_TOKEN_SECONDS = {
    "confirm-account": env.int("IEUM_CONFIRM_TOKEN_SECONDS", default=3 * 24 * 3600),
    "reset-password": env.int("IEUM_RESET_TOKEN_SECONDS", default=3600),
    "change-email": env.int("IEUM_EMAIL_TOKEN_SECONDS", default=24 * 3600),
    "delete-account": env.int("IEUM_DELETE_TOKEN_SECONDS", default=3600),
}
