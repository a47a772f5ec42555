"""By which ways goods and services of a channel reach a place, and what each takes and costs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from market.catalog.sql import fetch
from market.channels.models import Channel
from market.shipping.arrival_rules import TRANSIT_WORKING_DAYS
from market.shipping.models import DeliveryKind
from market.shipping.rules import TERMS_CURRENCY
from market.shipping.selectors.shipping_method_list import ListedMethod, shipping_method_list

HOME = "KR"
REMOTE = """SELECT max(a.extra_delivery_days) FROM shipping_remotearea a
    WHERE a.first_postal_code <= %s AND a.last_postal_code >= %s"""


@dataclass(frozen=True, slots=True)
class Ways:
    """How a channel reaches one place; without a postcode: any place that is not remote.

    ``parcels`` carry goods; ``is_served``: services are rendered there. ``remote_days``: how much longer parcels travel there, None
    where the place is not remote. ``has_terms``: enterprises' own terms of delivery are in the channel's currency.
    """

    parcels: tuple[ListedMethod, ...]
    is_served: bool
    remote_days: int | None
    has_terms: bool

    @property
    def is_remote(self) -> bool:
        return self.remote_days is not None

    def transit_days(self, way: ListedMethod) -> int:
        """Working days from dispatch to arrival: the most that the method takes."""
        most = way.method.maximum_delivery_days
        return (TRANSIT_WORKING_DAYS if most is None else most) + (self.remote_days or 0)


def delivery_ways(channel: Channel, postal_code: str | None = None) -> Ways:
    """The ways of a channel to a Korean postcode, in two statements, or three with a postcode."""
    reach: dict[str, tuple[ListedMethod, ...]] = {}
    for kind in DeliveryKind:
        methods = shipping_method_list(channel_id=channel.pk, country=HOME, kind=kind)
        reach[kind] = tuple(way for way in methods if postal_code is None or way.goes_to(postal_code))
    remote = fetch(REMOTE, (postal_code, postal_code))[0][0] if postal_code is not None else None
    return Ways(
        reach[DeliveryKind.PARCEL],
        bool(reach[DeliveryKind.ON_SITE]),
        remote,
        channel.currency_code == TERMS_CURRENCY,
    )


def cheapest_charge(ways: Ways, by_terms: Decimal, offered: tuple[ListedMethod, ...]) -> Decimal | None:
    """What the delivery of one enterprise's parcel costs at least by the ways that take it; None: none takes it.

    A method with a price costs that, one without costs what the enterprise's own terms say.
    """
    own = by_terms if ways.has_terms else Decimal(0)
    return min((own if way.price is None else way.price for way in offered), default=None)
