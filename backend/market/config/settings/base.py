"""Settings every environment shares. Each concern has a file of its own beside this one."""

from pathlib import Path

import environ

env = environ.Env()

BACKEND_DIR = Path(__file__).resolve().parents[3]
PROJECT_DIR = BACKEND_DIR.parent
STATE_DIR: Path = Path(env("IEUM_STATE_DIR", default=str(PROJECT_DIR / ".ieum")))
SEEDS_DIR = Path(env("IEUM_SEEDS_DIR", default=str(PROJECT_DIR / "catalog-seeds")))

DEBUG = False
ROOT_URLCONF = "market.config.urls"
WSGI_APPLICATION = "market.config.wsgi.application"
APPEND_SLASH = False

ROOMS = [
    "core",
    "channels",
    "accounts",
    "vendors",
    "agencies",
    "papers",
    "catalog",
    "inventory",
    "shipping",
    "listings",
    "content",
    "promotions",
    "campaigns",
    "orders",
    "checkout",
    "payments",
    "baskets",
    "quotes",
    "procurement",
    "insight",
    "search",
    "reports",
    "notifications",
    "api",
    "seeding",
]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.postgres",
    *[f"market.{room}" for room in ROOMS],
]

# The API answers JSON to programs and keeps no sessions or forms, so only what it needs stands in the way of a request.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "market.api.middleware.RequestIdMiddleware",
    "market.api.middleware.CrossOriginMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {},
    }
]

AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", "한국어"), ("en", "English")]
TIME_ZONE = "Asia/Seoul"
USE_TZ = True
USE_I18N = True

from market.config.settings.accounts import *  # noqa: E402, F403
from market.config.settings.api import *  # noqa: E402, F403
from market.config.settings.celery import *  # noqa: E402, F403
from market.config.settings.databases import *  # noqa: E402, F403
from market.config.settings.files import *  # noqa: E402, F403
from market.config.settings.mail import *  # noqa: E402, F403
from market.config.settings.market import *  # noqa: E402, F403
from market.config.settings.papers import *  # noqa: E402, F403
from market.config.settings.payments import *  # noqa: E402, F403
from market.config.settings.security import *  # noqa: E402, F403
from market.config.settings.vendors import *  # noqa: E402, F403
