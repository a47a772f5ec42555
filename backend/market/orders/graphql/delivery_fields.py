"""How a dispatch travels, as clients see it."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.graphql.languages import in_english
from market.core.graphql.scalars import DateTime
from market.orders.couriers import courier_name, tracking_url_of
from market.orders.graphql.enums import CourierEnum


class Courier(graphene.ObjectType):
    """A carrier."""

    code = graphene.Field(CourierEnum, required=True, description="The carrier as programs know it.")
    name = graphene.String(required=True, description="Its name in the language of the request.")


def courier_of(code: str, info: Any) -> dict[str, Any] | None:
    return {"code": code, "name": courier_name(code, in_english=in_english(info))} if code else None


class FulfillmentDeliveryFields:
    courier = graphene.Field(Courier, description="Who carries it, where it was told.")
    tracking_url = graphene.String(description="The carrier's page that shows where the parcel is.")
    delivered_at = graphene.Field(DateTime, description="When it arrived, or was taken to have arrived.")
    is_delivery_assumed = graphene.Boolean(
        required=True,
        description="Whether nobody noted the arrival: so much time has passed that it is taken for granted.",
    )

    @staticmethod
    def resolve_courier(root: Any, info: Any) -> dict[str, Any] | None:
        return courier_of(root.courier, info)

    @staticmethod
    def resolve_tracking_url(root: Any, info: Any) -> str | None:
        return tracking_url_of(root.courier, root.tracking_number)
