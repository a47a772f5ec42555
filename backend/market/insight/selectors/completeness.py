"""How complete the listings of an enterprise are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Length

from market.catalog.models import (
    Product,
    ProductChannelListing,
    ProductMedia,
    ProductTranslation,
    ProductVariant,
    VariantChannelListing,
)
from market.channels.models import Audience
from market.insight.completeness_rules import Face, Lack, lacks, score
from market.inventory.models import Stock


@dataclass(frozen=True, slots=True)
class ListingCompleteness:
    """A listing's score from 0 to 100 and what it lacks, the heaviest first: the first is the next best thing to do."""

    product_id: int
    name: str
    score: int
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class Completeness:
    """All listings of an enterprise together."""

    listings: tuple[ListingCompleteness, ...]

    @property
    def complete_count(self) -> int:
        return sum(not listing.lacks for listing in self.listings)

    @property
    def score(self) -> int | None:
        """The mean of the scores; None without listings."""
        if not self.listings:
            return None
        return round(sum(listing.score for listing in self.listings) / len(self.listings))

    def counts(self) -> list[tuple[Lack, int]]:
        """How many listings lack what, the heaviest first."""
        counted = Counter(lack for listing in self.listings for lack in listing.lacks)
        return [(lack, counted[lack]) for lack in Lack if counted[lack]]


def completeness_of(vendor_id: int) -> Completeness:
    """Every listing, the least complete first. One statement."""
    found = [_judged(row) for row in _faces(Product.objects.filter(vendor_id=vendor_id))]
    return Completeness(tuple(sorted(found, key=lambda listing: (listing.score, listing.product_id))))


def _judged(row: Any) -> ListingCompleteness:
    fields = row["notice_type__fields"] or []
    notice = row["notice"] or {}
    face = Face(
        pictures=row["pictures"],
        description_length=row["words"],
        has_summary=bool(row["summary"]),
        has_category=row["category_id"] is not None,
        has_notice_type=bool(fields),
        notice_gaps=sum(not str(notice.get(field["code"]) or "").strip() for field in fields),
        channels_with_price=row["priced"],
        is_in_public_channel=row["is_public"],
        has_stock=row["in_stock"],
        has_weight=bool(row["weight_grams"]) or not row["product_type__is_shipping_required"],
        has_english_name=row["is_english"],
        is_by_quotation=row["is_quote_only"],
    )
    missing = lacks(face)
    return ListingCompleteness(row["pk"], row["name"], score(missing), tuple(missing))


def _faces(products: QuerySet[Product]) -> Iterable[Any]:
    of_product = {"product": OuterRef("pk")}
    pictures = (
        ProductMedia.objects.filter(**of_product).order_by().values("product").annotate(n=Count("pk")).values("n")
    )
    priced = (
        VariantChannelListing.objects.filter(variant__product=OuterRef("pk"), price_amount__isnull=False)
        .order_by()
        .values("variant__product")
        .annotate(n=Count("channel", distinct=True))
        .values("n")
    )
    free = Stock.objects.filter(variant__product=OuterRef("pk"), quantity__gt=F("quantity_allocated"))
    uncounted = ProductVariant.objects.filter(product=OuterRef("pk"), track_inventory=False)
    return (
        products.annotate(
            pictures=Coalesce(Subquery(pictures, output_field=IntegerField()), Value(0)),
            priced=Coalesce(Subquery(priced, output_field=IntegerField()), Value(0)),
            words=Length("description_plaintext"),
            in_stock=Case(When(Exists(free) | Exists(uncounted), then=Value(True)), default=Value(False)),
            is_public=Exists(
                ProductChannelListing.objects.filter(
                    **of_product, is_published=True, channel__audience=Audience.PUBLIC
                )
            ),
            is_english=Exists(
                ProductTranslation.objects.filter(Q(name__gt=""), **of_product, language_code__istartswith="en")
            ),
        )
        .order_by("pk")
        .values(
            "pk", "name", "summary", "category_id", "notice", "notice_type__fields", "weight_grams", "is_quote_only",
            "product_type__is_shipping_required", "pictures", "priced", "words", "in_stock", "is_public", "is_english",
        )
    )  # fmt: skip
