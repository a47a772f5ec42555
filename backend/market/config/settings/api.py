"""The GraphQL door: caps on what one request may ask. The published limits of Saleor's own cloud are the defaults."""

import environ

env = environ.Env()

PUBLIC_API_URL = env("IEUM_PUBLIC_API_URL", default="http://localhost:8000")
STOREFRONT_URL = env("IEUM_STOREFRONT_URL", default="http://localhost:3000")

GRAPHQL_MAX_COST = env.int("IEUM_GRAPHQL_MAX_COST", default=50_000)
GRAPHQL_MAX_DEPTH = env.int("IEUM_GRAPHQL_MAX_DEPTH", default=20)
GRAPHQL_MAX_ALIASES = env.int("IEUM_GRAPHQL_MAX_ALIASES", default=50)
GRAPHQL_MAX_TOKENS = env.int("IEUM_GRAPHQL_MAX_TOKENS", default=10_000)
GRAPHQL_MAX_BATCH = env.int("IEUM_GRAPHQL_MAX_BATCH", default=10)
GRAPHQL_MAX_PAGE_SIZE = 100
GRAPHQL_MAX_BODY_BYTES = env.int("IEUM_GRAPHQL_MAX_BODY_BYTES", default=1_000_000)
GRAPHQL_DOCUMENT_CACHE_SIZE = env.int("IEUM_GRAPHQL_DOCUMENT_CACHE_SIZE", default=1_000)
GRAPHQL_RESPONSE_CACHE_SIZE = env.int("IEUM_GRAPHQL_RESPONSE_CACHE_SIZE", default=2_000)
GRAPHQL_RESPONSE_CACHE_SECONDS = env.int("IEUM_GRAPHQL_RESPONSE_CACHE_SECONDS", default=60)

ALLOWED_CLIENT_ORIGINS = env.list("IEUM_ALLOWED_CLIENT_ORIGINS", default=[STOREFRONT_URL])
