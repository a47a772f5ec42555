"""The context of one GraphQL request."""

from __future__ import annotations

from typing import Any

from market.core.actor import ANONYMOUS, Actor


class RequestContext:
    """Who asks, in which language, and what this request has loaded already (by name)."""

    __slots__ = (
        "access_token_error",
        "actor",
        "cache",
        "cookies_to_set",
        "idempotency_key",
        "invites_retry",
        "ip_address",
        "language",
        "request_id",
    )

    def __init__(
        self, actor: Actor = ANONYMOUS, *, language: str = "ko", request_id: str = "", ip_address: str = ""
    ) -> None:
        self.actor = actor
        self.language = language
        self.request_id = request_id
        self.ip_address = ip_address
        self.idempotency_key: str | None = None
        self.invites_retry = False  # whether a mutation failed for a reason that passes
        self.access_token_error: str | None = None
        self.cache: dict[Any, Any] = {}
        self.cookies_to_set: dict[str, str] = {}

    def remember(self, key: Any, load: Any) -> Any:
        """The value under ``key``, loaded once a request."""
        if key not in self.cache:
            self.cache[key] = load()
        return self.cache[key]
