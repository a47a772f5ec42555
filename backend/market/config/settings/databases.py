"""PostgreSQL and Redis. Both are real servers everywhere; the launcher starts embedded ones when no address is given."""

from typing import Any

import environ

env = environ.Env()


def database_from_environment() -> dict[str, Any]:
    """The connection of DATABASE_URL; its query string may name libpq parameters (host=/socket/folder, sslmode …)."""
    database: dict[str, Any] = env.db("DATABASE_URL", default="postgresql://postgres@127.0.0.1:5432/ieum")
    # One connection a worker for its whole life: opening one costs more than most queries. jit never pays for queries this short.
    database |= {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
    database["OPTIONS"] = {
        "connect_timeout": 5,
        "options": "-c jit=off -c lock_timeout=3000",
        **database.get("OPTIONS", {}),
    }
    return database


DATABASES = {"default": database_from_environment()}

REDIS_URL = env("REDIS_URL", default="redis://127.0.0.1:6379/0")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
