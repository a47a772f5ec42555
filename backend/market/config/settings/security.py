"""Secrets, hosts, passwords and tokens."""

import environ

env = environ.Env()

SECRET_KEY = env("SECRET_KEY", default="")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])  # earlier keys, that still open what they sealed
# Networks of proxies of ours (the storefront's server, a load balancer) whose X-Forwarded-For is believed; none unless named.
# Tries at signing in are counted by address, and behind the storefront everybody would share its one.
TRUSTED_PROXIES = env.list("IEUM_TRUSTED_PROXIES", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# PEM of the RSA key that signs tokens. Without one, development makes a key and keeps it in the state folder.
RSA_PRIVATE_KEY = env("RSA_PRIVATE_KEY", default="")
JWT_ACCESS_SECONDS = env.int("IEUM_JWT_ACCESS_SECONDS", default=5 * 60)
JWT_REFRESH_SECONDS = env.int("IEUM_JWT_REFRESH_SECONDS", default=30 * 24 * 3600)

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
