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

# Saleor's REQUIRE_PASSWORD: confirmAccount wants the password, too, so that nobody confirms what a stranger registered for them.
ACCOUNT_CONFIRM_NEEDS_PASSWORD = env.bool("IEUM_CONFIRM_NEEDS_PASSWORD", default=False)

# Mails of accounts: the pause between two of a kind to one address, and the most in an hour to one address and for one caller.
ACCOUNT_MAIL_PAUSE_SECONDS = env.int("IEUM_ACCOUNT_MAIL_PAUSE_SECONDS", default=60)
ACCOUNT_MAILS_PER_ADDRESS = env.int("IEUM_ACCOUNT_MAILS_PER_ADDRESS", default=10)
ACCOUNT_MAILS_PER_CALLER = env.int("IEUM_ACCOUNT_MAILS_PER_CALLER", default=100)

# Accounts one caller may try to open in an hour.
REGISTRATIONS_PER_CALLER = env.int("IEUM_REGISTRATIONS_PER_CALLER", default=300)

# New access tokens an account may ask for in a minute, and bad refresh tokens one caller may show.
TOKEN_REFRESHES_PER_MINUTE = env.int("IEUM_TOKEN_REFRESHES_PER_MINUTE", default=60)
BAD_REFRESHES_PER_MINUTE = env.int("IEUM_BAD_REFRESHES_PER_MINUTE", default=30)

# Signing in elsewhere by OpenID Connect (authorization code with PKCE). Without the first five nobody can.
OIDC_ISSUER = env("IEUM_OIDC_ISSUER", default="")
OIDC_CLIENT_ID = env("IEUM_OIDC_CLIENT_ID", default="")
OIDC_AUTHORIZE_URL = env("IEUM_OIDC_AUTHORIZE_URL", default="")
OIDC_TOKEN_URL = env("IEUM_OIDC_TOKEN_URL", default="")
OIDC_KEYS_URL = env("IEUM_OIDC_KEYS_URL", default="")
OIDC_CLIENT_SECRET = env("IEUM_OIDC_CLIENT_SECRET", default="")
OIDC_LOGOUT_URL = env("IEUM_OIDC_LOGOUT_URL", default="")
OIDC_REFRESH = env.bool("IEUM_OIDC_REFRESH", default=True)
OIDC_TIMEOUT_SECONDS = env.int("IEUM_OIDC_TIMEOUT_SECONDS", default=10)
