"""The mailbox of the running market: what it wrote to an address, and where its links lead."""

from __future__ import annotations

import json
import os
import time
import urllib.parse
import urllib.request
from dataclasses import dataclass

from journeys.shop import storefront

PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Message:
    kind: str
    subject: str
    link: str
    """The link into the shop that carries a token; empty when the mail has none."""


def messages(address: str) -> list[Message]:
    """Every mail to the address, newest first."""
    url = f"{os.environ['IEUM_PUBLIC_API_URL'].rstrip('/')}/mailbox/messages.json?{urllib.parse.urlencode({'to': address})}"
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(url, timeout=30) as response:
        found = json.load(response)["messages"]
    return [Message(one["kind"], one["subject"], _token_link(one["links"])) for one in found]


def mail_to(address: str, kind: str, *, saying: str = "") -> Message:
    """The newest mail of a kind, once it has come; of several, the one whose subject says this."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        for message in messages(address):
            if message.kind == kind and saying in message.subject:
                return message
        time.sleep(0.5)
    raise AssertionError(f"no {kind} for {address}: {messages(address)}")


def _token_link(links: list[str]) -> str:
    for link in links:
        if "token=" in link:
            assert link.startswith(storefront()), link
            return link
    return ""
