"""From which address a call comes, also when the storefront's server or another proxy of ours hands it on."""

from __future__ import annotations

import functools
import ipaddress
from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
MOST_HOPS = 20  # what stands further left was written by strangers anyway


def client_address(request: HttpRequest) -> str:
    """The caller's address: the connection's own, or, when that is a trusted proxy, the last address of X-Forwarded-For that is none.

    Every proxy appends the address it was called from, so what is left of the first stranger is hearsay and is not read. With no
    trusted proxies (the default) the header counts for nothing: anybody could write it.
    """
    address = request.META.get("REMOTE_ADDR", "")
    trusted = _networks(tuple(settings.TRUSTED_PROXIES))
    if not trusted or not _is_within(address, trusted):
        return address
    for hop in reversed(request.headers.get("X-Forwarded-For", "").split(",")[-MOST_HOPS:]):
        parsed = _parsed(hop.strip())
        if parsed is None:
            return address
        address = str(parsed)
        if not _is_within(address, trusted):
            return address
    return address


@functools.lru_cache(maxsize=8)
def _networks(texts: tuple[str, ...]) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(text) for text in texts)


def _parsed(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_within(text: str, networks: Iterable[Network]) -> bool:
    address = _parsed(text)
    return address is not None and any(address in network for network in networks)
