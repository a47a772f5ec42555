"""Events on their way to the market: signed as Stripe signs, in order, tried again, and at a test's command held back."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import aiohttp

from stripe_emulator.books import Books
from stripe_emulator.errors import Json
from stripe_emulator.signing import signature

LOG = logging.getLogger("stripe_emulator.webhooks")
# Seconds before each further try. Stripe takes days; here a market that is being restarted should be reached soon.
PAUSES = (0.2, 0.5, 1, 2, 4, 8, 15, 30, 60)
PATIENCE_SECONDS = 20


@dataclass
class Courier:
    """One first try after the other, so that order is kept; what failed comes again later, beside the rest."""

    books: Books
    is_held: bool = False
    delay_seconds: float = 0.0

    def __post_init__(self) -> None:
        self.waiting: asyncio.Queue[str] = asyncio.Queue()
        self.held: list[str] = []
        self.tasks: set[asyncio.Task[None]] = set()
        self.busy = 0
        self.session: aiohttp.ClientSession | None = None

    def endpoint_set(self, name: str, url: str, secret: str, events: list[str] | None = None) -> None:
        """Where events go; `events` names those wanted, None means all."""
        self.books.put("endpoint", {"id": name, "url": url, "secret": secret, "events": events})

    def start(self) -> None:
        """Take up what an earlier run could not deliver."""
        self.session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE_SECONDS), trust_env=False)
        self.spawn(self.first_tries())
        for note in self.books.all("delivery", status="waiting"):
            self.waiting.put_nowait(note["id"])

    async def stop(self) -> None:
        for task in list(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        if self.session is not None:
            await self.session.close()

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    def send(self, event_ids: list[str]) -> list[str]:
        """Note one delivery for each endpoint that wants the event; returns their ids."""
        notes = []
        for event_id in event_ids:
            event = self.books.get("event", event_id)
            for endpoint in self.books.all("endpoint"):
                name = endpoint["id"]
                if endpoint["events"] is not None and event["type"] not in endpoint["events"]:
                    continue
                turn = 1
                while self.books.find("delivery", f"{event_id}:{name}:{turn}"):
                    turn += 1
                note = {
                    "id": f"{event_id}:{name}:{turn}", "event": event_id, "type": event["type"], "endpoint": name,
                    "status": "waiting", "attempts": 0, "answer": None,
                }  # fmt: skip
                notes.append(str(self.books.put("delivery", note)["id"]))
        self.books.commit()
        for identifier in notes:
            self.held.append(identifier) if self.is_held else self.waiting.put_nowait(identifier)
        return notes

    def hold(self) -> None:
        self.is_held = True

    def release(self, newest_first: bool = False) -> int:
        """Let go of what was held, in order or backwards; returns how many."""
        going, self.held, self.is_held = self.held, [], False
        for identifier in reversed(going) if newest_first else going:
            self.waiting.put_nowait(identifier)
        return len(going)

    def forget(self) -> None:
        """Drop everything on its way."""
        self.held.clear()
        self.is_held, self.delay_seconds = False, 0.0
        while not self.waiting.empty():
            self.waiting.get_nowait()

    async def first_tries(self) -> None:
        while True:
            identifier = await self.waiting.get()
            self.busy += 1
            try:
                if self.delay_seconds:
                    await asyncio.sleep(self.delay_seconds)
                if not await self.attempt(identifier):
                    self.spawn(self.further_tries(identifier))
            finally:
                self.busy -= 1

    async def further_tries(self, identifier: str) -> None:
        for pause in PAUSES:
            await asyncio.sleep(pause)
            if await self.attempt(identifier):
                return
        if note := self.books.find("delivery", identifier):
            note["status"] = "failed"
            self.books.put("delivery", note)
            self.books.commit()

    async def attempt(self, identifier: str) -> bool:
        """One try; True when nothing more is to be done."""
        note = self.books.find("delivery", identifier)
        endpoint = self.books.find("endpoint", note["endpoint"]) if note else None
        event = self.books.find("event", note["event"]) if note else None
        if note is None or endpoint is None or event is None:
            self.books.remove("delivery", identifier)
            return True
        note["attempts"] += 1
        note["answer"] = await self.post(endpoint, event)
        is_delivered = isinstance(note["answer"], int) and 200 <= note["answer"] < 300
        if is_delivered:
            note["status"] = "delivered"
            event["pending_webhooks"] = 0
            self.books.put("event", event)
        if self.books.find("delivery", identifier):  # not reset meanwhile
            self.books.put("delivery", note)
            self.books.commit()
        LOG.info("%s %s to %s: %s", event["type"], event["id"], endpoint["url"], note["answer"])
        return is_delivered

    async def post(self, endpoint: Json, event: Json) -> int | str:
        body = json.dumps(event, indent=2, ensure_ascii=False).encode()
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "Stripe/1.0 (+emulator)",
            "Stripe-Signature": signature(body, endpoint["secret"], int(time.time())),
        }
        assert self.session is not None
        with suppress(TimeoutError, aiohttp.ClientError):
            async with self.session.post(endpoint["url"], data=body, headers=headers, allow_redirects=False) as answer:
                return answer.status
        return "no answer"
