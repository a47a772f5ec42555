"""How each listing of an enterprise does: looked at, ordered, sold."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Sum

from market.catalog.models import Product
from market.core.money import Money
from market.insight.models import ListingVisits
from market.insight.rules import Period, share
from market.insight.selectors.sales import CURRENCY, sold_parts
from market.orders.models import OrderLine


@dataclass(frozen=True, slots=True)
class ListingFigures:
    """A product in a period: views of its page, orders that held it, pieces kept, and their amount (VAT included)."""

    product_id: int
    name: str
    slug: str
    views: int
    order_count: int
    quantity: int
    amount: Money

    @property
    def conversion(self) -> float | None:
        """Orders for each view; None while nobody looked. More than one order can follow one view, so it is capped at 1."""
        rate = share(self.order_count, self.views)
        return None if rate is None else min(rate, 1.0)


def listing_figures(vendor_id: int, period: Period) -> list[ListingFigures]:
    """Every product that was looked at or ordered, best amount first, then most looked at. Three statements."""
    lines = OrderLine.objects.filter(
        vendor_order__in=sold_parts(vendor_id, period).values("pk"), variant__isnull=False
    ).order_by()
    kept = F("quantity") - F("quantity_returned")
    sold = {
        product_id: (orders, quantity, amount)
        for product_id, orders, quantity, amount in lines.values_list("variant__product_id").annotate(
            orders=Count("vendor_order", distinct=True), pieces=Sum(kept), amount=Sum("total_gross")
        )
    }
    visits = ListingVisits.objects.filter(product__vendor_id=vendor_id, day__gte=period.start, day__lte=period.end)
    seen = dict(visits.order_by().values_list("product_id").annotate(views=Sum("views")))
    products = Product.objects.filter(pk__in={*sold, *seen}).order_by().values_list("pk", "name", "slug")
    figures = [
        ListingFigures(pk, name, slug, seen.get(pk, 0), *_figures(sold.get(pk, (0, 0, Decimal(0)))))
        for pk, name, slug in products
    ]
    return sorted(figures, key=lambda row: (-row.amount.amount, -row.views, row.product_id))


def _figures(found: tuple[int, int, Decimal]) -> tuple[int, int, Money]:
    orders, quantity, amount = found
    return orders, quantity, Money.of(amount, CURRENCY)


def views_of(vendor_id: int, period: Period) -> int:
    """How often pages of the enterprise's goods were looked at."""
    visits = ListingVisits.objects.filter(product__vendor_id=vendor_id, day__gte=period.start, day__lte=period.end)
    return visits.aggregate(total=Sum("views"))["total"] or 0
