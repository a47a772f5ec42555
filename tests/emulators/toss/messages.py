"""What Toss sends a merchant: unsigned messages, sent again until they are answered with 200, seven times at most."""

from __future__ import annotations

import datetime as dt
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from emulators.toss.books import SEOUL, Json

MAX_REPETITIONS = 7
Send = Callable[[bytes, dict[str, str]], int]


@dataclass
class Sent:
    """One message. A repetition is the same but for its headers."""

    type: str
    body: bytes
    id: str = field(default_factory=lambda: f"whtrans_{secrets.token_hex(12)}")
    tries: int = 0
    is_done: bool = False

    @property
    def headers(self) -> dict[str, str]:
        return {
            "tosspayments-webhook-transmission-time": dt.datetime.now(SEOUL).isoformat(timespec="seconds"),
            "tosspayments-webhook-transmission-retried-count": str(max(self.tries - 1, 0)),
            "tosspayments-webhook-transmission-id": self.id,
        }


@dataclass
class Outgoing:
    messages: list[Sent] = field(default_factory=list)

    def tell(self, event: str, payment: Json) -> None:
        """A virtual account's message is flat and names the order only; any other brings the whole payment."""
        created = dt.datetime.now(SEOUL).replace(tzinfo=None).isoformat(timespec="microseconds")
        if event == "DEPOSIT_CALLBACK":
            told = {
                "createdAt": created, "secret": payment["secret"], "status": payment["status"],
                "transactionKey": payment["lastTransactionKey"], "orderId": payment["orderId"],
            }  # fmt: skip
        else:
            told = {"eventType": event, "createdAt": created, "data": payment}
        self.messages.append(Sent(event, json.dumps(told, ensure_ascii=False).encode()))

    def deliver(self, send: Send) -> int:
        """Try everything once that was not answered with 200 yet. Returns how many were."""
        waiting = [one for one in self.messages if not one.is_done and one.tries <= MAX_REPETITIONS]
        for one in waiting:
            one.tries += 1
            one.is_done = send(one.body, one.headers) == 200
        return sum(one.is_done for one in waiting)
