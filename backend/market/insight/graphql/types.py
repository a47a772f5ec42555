"""What an enterprise understands of its sales, as clients see it."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch
from market.core.graphql.scalars import Date
from market.core.graphql.types import Money, non_null_list
from market.insight.completeness_rules import Lack
from market.insight.rules import growth
from market.insight.selectors.completeness import Completeness, ListingCompleteness
from market.insight.selectors.listing_figures import ListingFigures
from market.insight.selectors.missed_searches import MissedSearch
from market.insight.selectors.sales import Sales
from market.insight.selectors.vendor_activity import IdleReason, IdleVendor, VendorActivity
from market.vendors.graphql.types import Vendor, batch_vendors

ListingLackEnum = graphene.Enum(
    "ListingLackEnum", [(lack.name, lack.value) for lack in Lack], description="Something a listing lacks."
)
IdleReasonEnum = graphene.Enum(
    "IdleReasonEnum",
    [(reason.name, reason.value) for reason in IdleReason],
    description="The first thing that stands between an enterprise and its next sale.",
)


class SalesFigures(graphene.ObjectType):
    """What was sold in a period of Seoul days, VAT and delivery included, less what was granted back."""

    period_start = graphene.Field(Date, required=True, description="First day.")
    period_end = graphene.Field(Date, required=True, description="Last day.")
    amount = graphene.Field(Money, required=True, description="Through both channels.")
    citizen_amount = graphene.Field(Money, required=True, description="Through channels for citizens.")
    public_amount = graphene.Field(Money, required=True, description="Through channels for agencies.")
    order_count = graphene.Int(required=True, description="How many orders were neither cancelled nor expired.")

    @staticmethod
    def resolve_period_start(root: Sales, info: Any) -> Any:
        return root.period.start

    @staticmethod
    def resolve_period_end(root: Sales, info: Any) -> Any:
        return root.period.end

    @staticmethod
    def resolve_citizen_amount(root: Sales, info: Any) -> Any:
        return root.citizen

    @staticmethod
    def resolve_public_amount(root: Sales, info: Any) -> Any:
        return root.public


class SalesWeek(graphene.ObjectType):
    """What was sold in a week."""

    start = graphene.Field(Date, required=True, description="Its Monday.")
    citizen = graphene.Field(Money, required=True, description="Through channels for citizens.")
    public = graphene.Field(Money, required=True, description="Through channels for agencies.")
    year_before = graphene.Field(Money, required=True, description="In the same week 52 weeks before.")


class ListingFigure(graphene.ObjectType):
    """How one listing did in the period."""

    product_id = graphene.ID(required=True, description="ID of the product.")
    name = graphene.String(required=True, description="Its name.")
    slug = graphene.String(required=True, description="Its slug.")
    views = graphene.Int(required=True, description="How often its page was looked at.")
    order_count = graphene.Int(required=True, description="How many orders held it.")
    quantity = graphene.Int(required=True, description="Pieces sold and not sent back.")
    amount = graphene.Field(Money, required=True, description="What they cost, VAT included, delivery not counted.")
    conversion = graphene.Float(description="Orders for each view, at most 1; none while nobody looked.")

    @staticmethod
    def resolve_product_id(root: ListingFigures, info: Any) -> str:
        return to_global_id("Product", root.product_id)


class MissedSearchFigure(graphene.ObjectType):
    """Words that found nothing, and the own listing that comes nearest."""

    words = graphene.String(required=True, description="What was searched for.")
    unanswered = graphene.Int(required=True, description="How often in the last 30 days nothing was found.")
    product_id = graphene.ID(required=True, description="ID of the nearest listing.")
    product_name = graphene.String(required=True, description="Its name.")
    lacking = graphene.Field(
        non_null_list(graphene.String), required=True, description="Which of the words its text does not hold."
    )

    @staticmethod
    def resolve_product_id(root: MissedSearch, info: Any) -> str:
        return to_global_id("Product", root.product_id)


class LackCount(graphene.ObjectType):
    """How many listings lack something."""

    lack = graphene.Field(ListingLackEnum, required=True, description="What.")
    count = graphene.Int(required=True, description="How many listings.")


class ListingCompletenessFigure(graphene.ObjectType):
    """How complete one listing is."""

    product_id = graphene.ID(required=True, description="ID of the product.")
    name = graphene.String(required=True, description="Its name.")
    score = graphene.Int(required=True, description="0 to 100.")
    lacks = graphene.Field(
        non_null_list(ListingLackEnum), required=True, description="What it lacks, the heaviest first."
    )
    next_step = graphene.Field(ListingLackEnum, description="The next best thing to do; none when it is complete.")

    @staticmethod
    def resolve_product_id(root: ListingCompleteness, info: Any) -> str:
        return to_global_id("Product", root.product_id)

    @staticmethod
    def resolve_lacks(root: ListingCompleteness, info: Any) -> list[str]:
        return [lack.value for lack in root.lacks]

    @staticmethod
    def resolve_next_step(root: ListingCompleteness, info: Any) -> str | None:
        return root.lacks[0].value if root.lacks else None


class CompletenessFigures(graphene.ObjectType):
    """How complete the listings of an enterprise are."""

    score = graphene.Int(description="Mean of all listings, 0 to 100; none without listings.")
    listing_count = graphene.Int(required=True, description="How many listings there are.")
    complete_count = graphene.Int(required=True, description="How many of them lack nothing.")
    lacks = graphene.Field(non_null_list(LackCount), required=True, description="What is missing how often.")
    listings = graphene.Field(
        non_null_list(ListingCompletenessFigure),
        required=True,
        first=graphene.Int(default_value=20, description="At most so many, up to 100."),
        description="The least complete first.",
    )

    @staticmethod
    def resolve_listing_count(root: Completeness, info: Any) -> int:
        return len(root.listings)

    @staticmethod
    def resolve_lacks(root: Completeness, info: Any) -> list[dict[str, Any]]:
        return [{"lack": lack.value, "count": count} for lack, count in root.counts()]

    @staticmethod
    def resolve_listings(root: Completeness, info: Any, first: int = 20) -> list[ListingCompleteness]:
        return list(root.listings[: max(0, min(first, 100))])


class VendorInsight(graphene.ObjectType):
    """What an enterprise understands of a period."""

    vendor = graphene.Field(Vendor, required=True, description="The enterprise.")
    sales = graphene.Field(SalesFigures, required=True, description="In the period.")
    before = graphene.Field(SalesFigures, required=True, description="In the period of the same length before it.")
    year_before = graphene.Field(SalesFigures, required=True, description="On the same weekdays 52 weeks before.")
    growth = graphene.Float(description="How much more than in the period before: 0.18 for 18 %; none without one.")
    views = graphene.Int(required=True, description="How often pages of the goods were looked at in the period.")
    weeks = graphene.Field(
        non_null_list(SalesWeek), required=True, description="The twelve weeks up to the period's end."
    )
    listings = graphene.Field(
        non_null_list(ListingFigure),
        required=True,
        first=graphene.Int(default_value=20, description="At most so many, up to 100."),
        description="Best sellers first, then what was only looked at.",
    )
    missed_searches = graphene.Field(
        non_null_list(MissedSearchFigure),
        required=True,
        first=graphene.Int(default_value=10, description="At most so many, up to 50."),
        description="Searches of the last 30 days that found nothing and that the goods come near to.",
    )
    completeness = graphene.Field(CompletenessFigures, required=True, description="What the listings lack today.")

    @staticmethod
    def resolve_growth(root: dict[str, Any], info: Any) -> float | None:
        return growth(int(root["sales"].amount.amount), int(root["before"].amount.amount))

    @staticmethod
    def resolve_views(root: dict[str, Any], info: Any) -> int:
        return root["views"]()

    @staticmethod
    def resolve_weeks(root: dict[str, Any], info: Any) -> list[Any]:
        return root["weeks"]()

    @staticmethod
    def resolve_listings(root: dict[str, Any], info: Any, first: int = 20) -> list[ListingFigures]:
        return root["listings"]()[: max(0, min(first, 100))]

    @staticmethod
    def resolve_missed_searches(root: dict[str, Any], info: Any, first: int = 10) -> list[MissedSearch]:
        return root["missed_searches"](limit=max(0, min(first, 50)))

    @staticmethod
    def resolve_completeness(root: dict[str, Any], info: Any) -> Completeness:
        return root["completeness"]()


class IdleReasonCount(graphene.ObjectType):
    """How many enterprises have not sold for a reason."""

    reason = graphene.Field(IdleReasonEnum, required=True, description="Why.")
    count = graphene.Int(required=True, description="How many.")


class IdleVendorFigure(graphene.ObjectType):
    """An enterprise that may sell and has not sold in the period."""

    vendor = graphene.Field(Vendor, description="The enterprise.")
    reason = graphene.Field(IdleReasonEnum, required=True, description="Why, most likely.")
    listing_count = graphene.Int(required=True, description="How many of its products are published.")
    views = graphene.Int(required=True, description="How often they were looked at in the period.")
    last_sale_on = graphene.Field(Date, description="When it last sold something; none when it never has.")

    @batch
    def resolve_vendor(parents: list[IdleVendor], info: Any) -> list[Any]:
        return batch_vendors([idle.vendor_id for idle in parents], info)

    @staticmethod
    def resolve_reason(root: IdleVendor, info: Any) -> str:
        return root.reason.value


class VendorActivityReport(graphene.ObjectType):
    """Which of the listed enterprises sell."""

    days = graphene.Int(required=True, description="How many days are looked back.")
    vendor_count = graphene.Int(required=True, description="Enterprises that may sell today.")
    selling_count = graphene.Int(required=True, description="Of them, those with a sale in the period.")
    selling_share = graphene.Float(description="Their share: 0.34 for 34 %; none without enterprises.")
    reasons = graphene.Field(
        non_null_list(IdleReasonCount), required=True, description="Why the others sold nothing, and how many."
    )
    idle_count = graphene.Int(
        required=True,
        reason=graphene.Argument(IdleReasonEnum, description="Only these."),
        description="How many sold nothing.",
    )
    idle = graphene.Field(
        non_null_list(IdleVendorFigure),
        required=True,
        reason=graphene.Argument(IdleReasonEnum, description="Only these."),
        first=graphene.Int(default_value=50, description="At most so many, up to 100."),
        skip=graphene.Int(default_value=0, description="Without the first so many."),
        description="Those that sold nothing, by name.",
    )

    @staticmethod
    def resolve_reasons(root: VendorActivity, info: Any) -> list[dict[str, Any]]:
        return [{"reason": reason.value, "count": count} for reason, count in root.reasons()]

    @staticmethod
    def resolve_idle_count(root: VendorActivity, info: Any, reason: Any = None) -> int:
        return len(_idle(root, reason))

    @staticmethod
    def resolve_idle(
        root: VendorActivity, info: Any, reason: Any = None, first: int = 50, skip: int = 0
    ) -> list[IdleVendor]:
        start = max(skip, 0)
        return _idle(root, reason)[start : start + max(0, min(first, 100))]


def _idle(report: VendorActivity, reason: Any) -> list[IdleVendor]:
    wanted = None if reason is None else getattr(reason, "value", reason)
    return [idle for idle in report.idle if wanted is None or idle.reason.value == wanted]
