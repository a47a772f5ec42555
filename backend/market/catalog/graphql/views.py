"""The view (channel and viewer) that a request's catalogue fields look through."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeVar

from graphql import GraphQLError

from market.catalog.selectors.view import View, channel_with_rate, sees_all_products
from market.channels.models import Channel
from market.channels.selectors.channels import only_channel_slug
from market.channels.selectors.tax_rates import standard_rate
from market.core import clock

T = TypeVar("T")


def view_of_slug(info: Any, slug: str | None) -> View | None:
    """The view through the named channel; None when there is no such channel for this viewer.

    Who does not manage products must name a channel where there are several: each has prices and a choice of its own.
    """
    sees_all = sees_all_products(info.context.actor)
    if slug is None and not sees_all:
        slug = info.context.remember("channels.only_one", only_channel_slug)
    if slug is None:
        if not sees_all:
            raise GraphQLError(
                f"Provide the `channel` argument of `{info.field_name}`: each channel has its own products and prices."
            )
        return View(None, sees_all=True)
    channel = _channel(info, slug)
    return View(channel, sees_all) if channel is not None else None


def _channel(info: Any, slug: str) -> Channel | None:
    """The channel; the tax rate that its prices need comes with it."""

    def load() -> Channel | None:
        found = channel_with_rate(slug, viewer=info.context.actor, on=clock.today())
        if found is None:
            return None
        channel, rate = found
        if rate is not None:
            info.context.cache.setdefault(("channels.tax_rate", channel.default_country), rate)
        return channel

    if "\x00" in slug:
        return None
    loaded: Channel | None = info.context.remember(("channels.by_slug", slug), load)
    return loaded


def view_of_channel(info: Any, channel: Channel | str) -> View:
    """The view through a channel that the caller has, or names."""
    found = _channel(info, channel) if isinstance(channel, str) else channel
    return View(found, sees_all_products(info.context.actor))


def in_channel(node: T, view: View) -> T:
    """The node, to be looked at through this view: its prices are those of the view's channel."""
    node.view = view  # type: ignore[attr-defined]
    return node


def view_of(node: Any) -> View:
    """The view a node was loaded with; through none at all when a room handed it over bare."""
    return getattr(node, "view", NOWHERE)


NOWHERE = View(None)


def tax_rate(info: Any, channel: Channel) -> Decimal:
    country = channel.default_country
    rate: Decimal = info.context.remember(("channels.tax_rate", country), lambda: standard_rate(country, clock.today()))
    return rate
