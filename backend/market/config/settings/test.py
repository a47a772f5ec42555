"""The test run: fast password hashing, no response cache unless a test asks for one."""

import os
import tempfile
from pathlib import Path

# pytest-xdist gives each worker a database of its own; the workers must not share Redis keys either. The controlling process reads
# this file first and hands its environment on, so an index that is there already is replaced.
if os.environ.get("REDIS_URL", "").startswith("unix://"):
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    os.environ["REDIS_URL"] = f"{os.environ['REDIS_URL'].split('?')[0]}?db={worker % 15 + 1}"
os.environ.setdefault("IEUM_STATE_DIR", str(Path(tempfile.gettempdir()) / "ieum-test-state"))

from market.config.settings.base import *  # noqa: F403

SECRET_KEY = "only-for-tests"  # noqa: S105 - protects nothing
SAMPLE_ACCOUNTS_ALLOWED = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
os.environ.pop("CELERY_BROKER_URL", None)  # Celery would believe it more than what stands here
CELERY_BROKER_URL = "memory://"  # what would be handed to a worker waits in vain; tests call the flows themselves
ALLOWED_HOSTS = ["*"]
GRAPHQL_RESPONSE_CACHE_SECONDS = 0
REFERENCE_CACHE_SECONDS = 0
