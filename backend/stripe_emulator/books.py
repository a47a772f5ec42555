"""The provider's books: every object ever made, kept in one SQLite file, written when a request has been worked through."""

from __future__ import annotations

import copy
import json
import secrets
import sqlite3
import string
import time
from contextvars import ContextVar
from pathlib import Path

from stripe_emulator.errors import Json, missing

LETTERS = string.ascii_letters + string.digits
PREFIXES = {
    "payment_intent": "pi_", "payment_method": "pm_", "charge": "ch_", "refund": "re_", "dispute": "du_", "event": "evt_",
    "balance_transaction": "txn_", "customer": "cus_",
}  # fmt: skip
HIDDEN = ("delivery", "idempotency", "endpoint")
API_VERSION = "2026-10-28.endive"

# What the request at hand says of itself; noted in the events it causes.
current_idempotency_key: ContextVar[str | None] = ContextVar("current_idempotency_key", default=None)
current_api_version: ContextVar[str] = ContextVar("current_api_version", default=API_VERSION)


def random_text(length: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def now() -> int:
    return int(time.time())


class Books:
    """Objects by kind and id, oldest first. Change them in place, then say ``put``; ``commit`` writes them down."""

    def __init__(self, path: Path | None = None) -> None:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self.file = sqlite3.connect(path or ":memory:")
        self.file.execute("PRAGMA journal_mode=WAL")
        self.file.execute("PRAGMA synchronous=NORMAL")
        self.file.execute(
            "CREATE TABLE IF NOT EXISTS objects (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, "
            "body TEXT NOT NULL, UNIQUE (kind, id))"
        )
        self.kinds: dict[str, dict[str, Json]] = {kind: {} for kind in (*PREFIXES, *HIDDEN)}
        for kind, identifier, body in self.file.execute("SELECT kind, id, body FROM objects ORDER BY seq"):
            self.kinds.setdefault(kind, {})[identifier] = json.loads(body)
        self.changed: dict[tuple[str, str], None] = {}
        self.unsent: list[str] = []

    def new(self, kind: str, **fields: object) -> Json:
        thing: Json = {
            "id": PREFIXES[kind] + random_text(24), "object": kind, "created": now(), "livemode": False, **fields,
        }  # fmt: skip
        return self.put(kind, thing)

    def put(self, kind: str, thing: Json) -> Json:
        self.kinds[kind][thing["id"]] = thing
        self.changed[kind, thing["id"]] = None
        return thing

    def find(self, kind: str, identifier: str | None) -> Json | None:
        return self.kinds[kind].get(identifier) if identifier else None

    def get(self, kind: str, identifier: str, param: str = "") -> Json:
        """Raises Stripe's 404 ``resource_missing``."""
        thing = self.kinds[kind].get(identifier)
        if thing is None:
            raise missing(kind, identifier, param)
        return thing

    def all(self, kind: str, **fields: object) -> list[Json]:
        """Oldest first; only those whose fields have the values given."""
        things = self.kinds[kind].values()
        return [thing for thing in things if all(thing.get(name) == value for name, value in fields.items())]

    def remove(self, kind: str, identifier: str) -> None:
        self.kinds[kind].pop(identifier, None)
        self.changed[kind, identifier] = None

    def record(self, name: str, thing: Json, previous: Json | None = None) -> Json:
        """Note an event; it is sent to the webhooks once the request has been written down."""
        data: Json = {"object": copy.deepcopy(public(thing))}
        if previous is not None:
            data["previous_attributes"] = previous
        note = {"id": "req_" + random_text(14), "idempotency_key": current_idempotency_key.get()}
        event = self.new(
            "event", type=name, data=data, api_version=current_api_version.get(), pending_webhooks=1, request=note
        )
        self.unsent.append(event["id"])
        return event

    def commit(self) -> list[str]:
        """Write what changed; returns the ids of the events to be sent."""
        with self.file:
            for kind, identifier in self.changed:
                thing = self.kinds[kind].get(identifier)
                if thing is None:
                    self.file.execute("DELETE FROM objects WHERE kind = ? AND id = ?", (kind, identifier))
                    continue
                self.file.execute(
                    "INSERT INTO objects (kind, id, body) VALUES (?, ?, ?) "
                    "ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body",
                    (kind, identifier, json.dumps(thing)),
                )
        self.changed.clear()
        unsent, self.unsent = self.unsent, []
        return unsent

    def clear(self) -> None:
        """Forget all but where events are sent."""
        for kind in set(self.kinds) - {"endpoint"}:
            self.kinds[kind].clear()
        self.changed.clear()
        self.unsent.clear()
        with self.file:
            self.file.execute("DELETE FROM objects WHERE kind <> 'endpoint'")

    def close(self) -> None:
        self.commit()
        self.file.close()


def public(thing: Json) -> Json:
    """Without what only the emulator knows: names that begin with an underscore."""
    return {name: value for name, value in thing.items() if not name.startswith("_")}
