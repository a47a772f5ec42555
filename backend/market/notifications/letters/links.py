"""Where the links of a letter lead."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from django.conf import settings

from market.core.global_ids import to_global_id
from market.notifications.selectors.order_facts import OrderFacts


class BadLink(ValueError):
    """A link would lead somewhere that is no web page."""


def with_query(url: str, **params: str) -> str:
    """The address with these parameters added to those it has. Raises BadLink for anything but http and https."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise BadLink(f"no web page: {url[:60]!r}")
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in params]
    return urlunsplit(parts._replace(query=urlencode([*query, *params.items()])))


def shop_link(path: str, language: str, *, is_public: bool = False) -> str:
    """A page of our storefront, in the language of the letter."""
    url = f"{settings.STOREFRONT_URL.rstrip('/')}{'/public' if is_public else ''}{path}"
    return with_query(url, lang="en") if language == "en" else url


def order_link(order: OrderFacts, language: str) -> str:
    """A member's order in the account; a guest's by its own address, which is all a guest has."""
    page = f"/orders/{quote(to_global_id('Order', order.id), safe='')}"
    return shop_link(f"/account{page}" if order.is_member else page, language, is_public=order.is_public)
