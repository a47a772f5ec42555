"""The test run: fast password hashing, no response cache unless a test asks for one."""

import os
import tempfile
from pathlib import Path

# The cluster, Redis and state folder of the tests are started by tests/conftest.py, which sets these before Django starts.
# pytest-xdist gives each worker a database of its own; the workers must not share Redis keys either.
if os.environ.get("REDIS_URL", "").startswith("unix://") and "db=" not in os.environ["REDIS_URL"]:
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    os.environ["REDIS_URL"] += f"?db={worker % 15 + 1}"
os.environ.setdefault("IEUM_STATE_DIR", str(Path(tempfile.gettempdir()) / "ieum-test-state"))

from market.config.settings.base import *  # noqa: F403

SECRET_KEY = "only-for-tests"  # noqa: S105 - protects nothing
SAMPLE_ACCOUNTS_ALLOWED = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
GRAPHQL_RESPONSE_CACHE_SECONDS = 0
CELERY_TASK_ALWAYS_EAGER = False
REFERENCE_CACHE_SECONDS = 0
