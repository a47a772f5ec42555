"""The test run: fast password hashing, no response cache unless a test asks for one."""

import os
import tempfile
from pathlib import Path

# The cluster, Redis and state folder of the tests are started by tests/conftest.py, which sets these before Django starts.
os.environ.setdefault("IEUM_STATE_DIR", str(Path(tempfile.gettempdir()) / "ieum-test-state"))

from market.config.settings.base import *  # noqa: F403

SECRET_KEY = "only-for-tests"  # noqa: S105 - protects nothing
SAMPLE_ACCOUNTS_ALLOWED = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
GRAPHQL_RESPONSE_CACHE_SECONDS = 0
CELERY_TASK_ALWAYS_EAGER = False
