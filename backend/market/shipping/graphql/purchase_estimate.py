"""What buying so many of a product would cost and when it would be there, and which duties it counts for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import graphene

from market.catalog.graphql.pricing import taxed
from market.catalog.graphql.views import tax_rate, view_of
from market.core import clock
from market.core.global_ids import int_pk, to_global_id
from market.core.graphql.batch import batch
from market.core.graphql.scalars import Date, PositiveInt
from market.core.graphql.types import Money as MoneyType
from market.core.graphql.types import TaxedMoney as TaxedMoneyType
from market.core.graphql.types import non_null_list
from market.core.money import Money, TaxedMoney
from market.core.tax import rate_of
from market.shipping.graphql.finding_filters import postal_code_of
from market.shipping.selectors.delivery_ways import Ways, delivery_ways
from market.shipping.selectors.purchase_estimates import Obstacle, purchase_estimates
from market.shipping.selectors.purchase_estimates import PurchaseEstimate as Estimate
from market.vendors.graphql.buying_route_types import rules_for
from market.vendors.graphql.duty_types import certificates_held, duties_counted, duty_arguments
from market.vendors.selectors.buying_routes import VendorRoute, routes_by
from market.vendors.selectors.duties import CountedDuty


class PurchaseObstacle(graphene.Enum):
    """Why so many pieces cannot be bought."""

    QUOTE_ONLY = Obstacle.QUOTE_ONLY.value
    NOT_ON_SALE = Obstacle.NOT_ON_SALE.value
    ABOVE_LIMIT = Obstacle.ABOVE_LIMIT.value
    NOT_ENOUGH = Obstacle.NOT_ENOUGH.value
    NOT_DELIVERED = Obstacle.NOT_DELIVERED.value


class PurchaseEstimate(graphene.ObjectType):
    """What buying so many pieces would cost, and when they would be there. Nothing is promised: the cart asks again."""

    variant_id = graphene.ID(
        required=True, description="The variant it was worked out for: of those that can be bought, the cheapest."
    )
    quantity = graphene.Int(required=True, description="How many pieces: no less than the smallest order.")
    is_raised = graphene.Boolean(required=True, description="Whether the smallest order is more than was asked for.")
    unit_price = graphene.Field(MoneyType, description="Price of a piece at this quantity, VAT included.")
    goods = graphene.Field(TaxedMoneyType, description="Price of the pieces.")
    delivery = graphene.Field(TaxedMoneyType, description="Charge of the delivery by the cheapest way.")
    total = graphene.Field(TaxedMoneyType, description="Both together; none while one is not known.")
    is_service = graphene.Boolean(
        required=True, description="Whether nothing travels: the days are those from which a service can be rendered."
    )
    orderable_on = graphene.Field(Date, description="From when it can be ordered: today, or after the holidays.")
    dispatched_on = graphene.Field(Date, description="The day of dispatch at the latest, if ordered then.")
    arrives_on = graphene.Field(Date, description="The day of arrival by the quickest way, with its longest transit.")
    obstacles = graphene.Field(
        non_null_list(PurchaseObstacle), required=True, description="Why so many cannot be bought; empty if they can."
    )
    buying_routes = graphene.Field(
        non_null_list("market.vendors.graphql.buying_route_types.BuyingRoute"),
        required=True,
        description="Ways in which a local government may buy just these pieces without an open tender, the fewest quotes first; "
        "empty while there is no price.",
    )

    @batch
    def resolve_buying_routes(parents: Sequence[dict[str, Any]], info: Any) -> list[list[VendorRoute]]:
        today = info.context.remember("today", clock.today)
        held = certificates_held([parent["vendor_id"] for parent in parents], info, today)
        return [
            routes_by(
                held[parent["vendor_id"]], rules_for(info, today, parent["purchase_kind"]), parent["goods"].net.amount
            )
            if parent["goods"] is not None
            else []
            for parent in parents
        ]


class ProductPurchaseFields:
    purchase_estimate = graphene.Field(
        PurchaseEstimate,
        description="What buying so many pieces would cost and when they would be there; none without a price in the channel.",
        quantity=PositiveInt(default_value=1, description="How many pieces."),
        postal_code=graphene.String(
            description="Where to: five digits. Without it, a place that takes no surcharge and no longer than others."
        ),
        variant=graphene.ID(description="For this variant of it; without it, for the cheapest that can be bought."),
    )
    counts_for = graphene.Field(
        non_null_list("market.vendors.graphql.duty_types.CountedDuty"),
        required=True,
        description="The duties of public bodies that a purchase counts for.",
        **duty_arguments(),
    )

    @batch
    def resolve_purchase_estimate(
        parents: Sequence[Any],
        info: Any,
        quantity: int = 1,
        postal_code: str | None = None,
        variant: str | None = None,
    ) -> list[dict[str, Any] | None]:
        view, place = view_of(parents[0]), postal_code_of(postal_code)
        channel = view.channel
        if channel is None:
            return [None for _ in parents]
        ways: Ways = info.context.remember(("shipping.ways", channel.pk, place), lambda: delivery_ways(channel, place))
        found = purchase_estimates(
            [parent.pk for parent in parents],
            view,
            quantity=quantity,
            ways=ways,
            variant_id=None if variant is None else int_pk(variant, "ProductVariant"),
        )
        rate = tax_rate(info, channel)
        return [
            _shown(found[parent.pk], channel.currency_code, rate) if parent.pk in found else None for parent in parents
        ]

    @batch
    def resolve_counts_for(parents: Sequence[Any], info: Any, on: Any = None) -> list[list[CountedDuty]]:
        return duties_counted([parent.vendor_id for parent in parents], info, on)


def _shown(estimate: Estimate, currency: str, rate: Decimal) -> dict[str, Any]:
    goods = _taxed(estimate.goods, currency, rate_of(estimate.tax_kind, rate))
    delivery = _taxed(estimate.delivery, currency, rate_of(estimate.delivery_tax_kind, rate))
    arrival = estimate.arrival
    return {
        "vendor_id": estimate.vendor_id,
        "purchase_kind": estimate.purchase_kind,
        "variant_id": to_global_id("ProductVariant", estimate.variant_id),
        "quantity": estimate.pieces,
        "is_raised": estimate.is_raised,
        "unit_price": None if estimate.unit is None else Money.of(estimate.unit, currency),
        "goods": goods,
        "delivery": delivery,
        "total": None if goods is None or delivery is None else goods + delivery,
        "is_service": not estimate.is_shipped,
        "orderable_on": arrival and arrival.orderable_on,
        "dispatched_on": arrival and arrival.dispatched_on,
        "arrives_on": arrival and arrival.arrives_on,
        "obstacles": [obstacle.value for obstacle in estimate.obstacles],
    }


def _taxed(amount: Decimal | None, currency: str, rate: Decimal) -> TaxedMoney | None:
    return None if amount is None else taxed(amount, currency, rate)
