"""Through which channel, and with whose eyes, the catalogue is looked at."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from market.catalog.sql import Sql, columns, fetch, select
from market.channels.models import Channel
from market.core import clock
from market.core.actor import Actor
from market.core.permissions import MANAGE_PRODUCTS


@dataclass(frozen=True, slots=True)
class View:
    """``sees_all``: staff who manage products see what is not published, and may look without a channel. ``is_own``: of one product, which
    its own enterprise looks at, everything; of whatever else is reached from there, what any shopper sees."""

    channel: Channel | None
    sees_all: bool = False
    is_own: bool = False

    @property
    def sees_whole(self) -> bool:
        """Whether the product at hand is shown with all its variants and attributes, priced and visible or not."""
        return self.sees_all or self.is_own

    @property
    def beyond(self) -> View:
        """With what eyes other things are seen that are reached from the product at hand."""
        return View(self.channel, self.sees_all) if self.is_own else self

    @property
    def channel_id(self) -> int:
        """The channel's key, or one that no row has."""
        return self.channel.pk if self.channel is not None else 0


def channel_with_rate(slug: str, *, viewer: Actor, on: dt.date) -> tuple[Channel, Decimal | None] | None:
    """The channel, if it is active or the viewer is of the staff, and its country's VAT rate on the day: both in one statement."""
    made = columns(Channel, "ch")
    rate = select(
        "tr.rate",
        "channels_taxrate tr",
        "tr.country = ch.default_country AND tr.effective_from <= %s",
        "ORDER BY tr.effective_from DESC LIMIT 1",
    )
    rows = fetch(select(f"{made.text}, ({rate})", "channels_channel ch", "ch.slug = %s"), (on, slug))
    if not rows:
        return None
    channel: Channel = made.instance(rows[0][:-1])
    return (channel, rows[0][-1]) if channel.is_active or viewer.is_staff else None


def sees_all_products(viewer: Actor) -> bool:
    return viewer.has_permission(MANAGE_PRODUCTS)


class Listing(NamedTuple):
    """How a product stands in the viewed channel."""

    is_published: bool
    published_at: Any
    visible_in_listings: bool
    available_for_purchase_at: Any
    currency: str
    price_amount: Any
    price_max_amount: Any
    discounted_price_amount: Any
    discounted_price_max_amount: Any


LISTING_COLUMNS = ", ".join(f"l.{name}" for name in Listing._fields)
# An array is made once a statement; a sub-select would be costed, and so planned, as if it ran for every product.
SELLING_VENDOR = Sql("p.vendor_id <> ALL(ARRAY(SELECT nv.id FROM vendors_vendor nv WHERE nv.status <> 'active'))")


def product_source(view: View) -> Sql:
    """Products (p) with their listing (l) in the viewed channel. Whoever sees all and names no channel gets each product without one."""
    if view.channel is None:
        return Sql(
            "catalog_product p LEFT JOIN catalog_productchannellisting l ON l.product_id = p.id AND l.channel_id = 0"
        )
    return Sql(
        f"catalog_productchannellisting l JOIN catalog_product p ON p.id = l.product_id AND l.channel_id = {int(view.channel.pk)}"
    )


def visible_products(view: View, *, listed: bool) -> list[Sql]:
    """What of ``product_source`` the viewer may see; ``listed``: only what the channel shows in lists."""
    if view.sees_all:
        return []
    conditions = [
        Sql("l.is_published"),
        Sql("(l.published_at IS NULL OR l.published_at <= %s)", (clock.now(),)),
        SELLING_VENDOR,
    ]
    return [*conditions, Sql("l.visible_in_listings")] if listed else conditions
