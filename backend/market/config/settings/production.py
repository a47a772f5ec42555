"""A real deployment: everything secret comes from the environment, and a missing value stops the start."""

import environ

from market.config.settings.base import *  # noqa: F403

env = environ.Env()

SAMPLE_ACCOUNTS_ALLOWED = False
vars().update(env.email_url("EMAIL_URL"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL")
SECRET_KEY = env("SECRET_KEY")
RSA_PRIVATE_KEY = env("RSA_PRIVATE_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
