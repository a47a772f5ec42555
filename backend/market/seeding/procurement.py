"""The demo agency's purchases: approval lines, a draft, a request that waits, and one that was approved and ordered.

Written by the rooms' own services, step by step, each at its moment before the day of the seed: everything that follows from a purchase
(papers, budget, stock, trail, mails) is there as if people had done it.
"""

from __future__ import annotations

import datetime as dt
import math
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, TypeVar
from unittest.mock import patch

from django.db import connection
from django.db.models import F, Sum
from django.utils import timezone

from market.accounts.models import User
from market.agencies.models import AgencyMember, BudgetLine
from market.catalog.models import VariantChannelListing
from market.checkout.models import Checkout
from market.checkout.rules import LineRequest
from market.checkout.services.checkout_create import CheckoutWish, checkout_create
from market.core import outbox
from market.core.actor import Actor
from market.core.clock import seoul_day_start
from market.core.locks import reset_lock_order
from market.orders.models import OrderLine
from market.procurement.enums import Decision
from market.procurement.models import AgencyOrder, PurchaseOrder, PurchaseRequest
from market.procurement.services.approval_template_save import PlaceWish, TemplateWish, approval_template_create
from market.procurement.services.purchase_order_answer import purchase_order_accept, purchase_order_change_propose
from market.procurement.services.request_decide import Seen, request_decide
from market.procurement.services.request_submit import request_submit
from market.procurement.services.request_write import RequestWish, request_create
from market.quotes.services.quote_create import quote_create
from market.seeding.agencies import DEMO_DOMAIN
from market.seeding.draw import People, random_for
from market.seeding.people import DESKS_OPEN, KEY_LETTERS, NO_PASSWORD
from market.seeding.sizes import FIGURES_END
from market.seeding.sources import Entry, source
from market.vendors.models import VendorMember, VendorRole, VendorStatus

T = TypeVar("T")
CLERK, LEAD, HEAD = "agency", "agency.lead", "agency.head"
CHANNEL = "public"
MOST_OF_STOCK = 0.8
LATER = dt.timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Moments:
    """When things happened, counted back from the day of the seed; ``is_of_one_year``: all within its fiscal year, whose money is used."""

    as_of: dt.date
    is_of_one_year: bool = True

    def at(self, days: int, hour: int = 9) -> dt.datetime:
        day = self.as_of - dt.timedelta(days=days)
        if self.is_of_one_year:
            day = max(day, dt.date(self.as_of.year, 1, 1))
        return seoul_day_start(day) + dt.timedelta(hours=hour)

    @property
    def deliver_by(self) -> dt.date:
        return self.as_of + dt.timedelta(days=14)

    @property
    def is_possible(self) -> bool:
        """Never within the counted months, and only once the agency's people are there."""
        return self.at(9).date() >= FIGURES_END and self.at(9) >= DESKS_OPEN


@contextmanager
def drawn_keys(stage: str) -> Iterator[None]:
    """Keys that services choose come from the stage's generator, so that the same day gives the same rows in the same order.

    Whoever holds ``uuid4`` holds it for good; what all of them share are the random bytes it asks its module's ``os`` for.
    """
    with patch.object(uuid, "os", SimpleNamespace(urandom=random_for(f"{stage}/keys").randbytes)):
        yield


@contextmanager
def standing_at(moment: dt.datetime) -> Iterator[None]:
    """All who ask for the time hear this moment; what they tell each other is delivered before it passes."""
    with patch.object(timezone, "now", lambda: moment):
        yield
        while outbox.fan_out():
            while outbox.deliver_due():
                pass
    reset_lock_order()


def load_purchases(as_of: dt.date, demo_vendor_id: int) -> int:
    """Returns how many purchases there are now; none where there is no demo agency, or no goods for them."""
    moments = Moments(as_of)
    if not moments.is_possible or not User.objects.filter(email=f"{LEAD}@{DEMO_DOMAIN}").exists():
        return 0
    with_checks()
    plan = source("purchases.yaml")
    workshop = Workshop(plan, moments, demo_vendor_id)
    with standing_at(moments.at(30)):
        workshop.approval_lines()
    return sum(made is not None for made in (workshop.ordered(), workshop.waiting(), workshop.draft()))


def with_checks() -> None:
    """Services expect the database to look after keys and triggers again, which loading by COPY had switched off."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW session_replication_role")
        if cursor.fetchone()[0] != "origin":
            cursor.execute("SET LOCAL session_replication_role = origin")


class Workshop:
    """Does what the people of the demo agency and their enterprises did."""

    def __init__(self, plan: Entry, moments: Moments, demo_vendor_id: int) -> None:
        self.plan = plan
        self.moments = moments
        self.demo_vendor_id = demo_vendor_id
        self.people, self.random = People(), random_for("purchases")
        clerk = AgencyMember.objects.select_related("user", "department").get(user__email=f"{CLERK}@{DEMO_DOMAIN}")
        self.clerk: AgencyMember = clerk
        self.members = {
            member.user.email.split("@")[0]: member
            for member in AgencyMember.objects.select_related("user").filter(
                agency_id=clerk.agency_id, user__email__endswith=f"@{DEMO_DOMAIN}"
            )
            if member.user is not None
        }

    def approval_lines(self) -> None:
        for entry in self.plan["lines"]:
            places = [PlaceWish(row["stage"], self.members[row["who"]].pk, row["label"]) for row in entry["places"]]
            up_to = None if entry["up_to"] is None else Decimal(entry["up_to"])
            wish = TemplateWish(entry["name"], Decimal(entry["above"]), up_to, places)
            do(approval_template_create, agency_id=self.clerk.agency_id, wish=wish, actor=self.actor(CLERK))

    def draft(self) -> PurchaseRequest | None:
        return self._written(self.plan["draft"], self.moments.at(1, 15))

    def waiting(self) -> PurchaseRequest | None:
        """Put up five days ago: two of the seven days are left."""
        return self._put_up(self.plan["waiting"], self.moments.at(5))

    def ordered(self) -> PurchaseRequest | None:
        """Approved by two, ordered: the demo enterprise has not answered yet, one accepted, one proposes a change."""
        plan, at = self.plan["ordered"], self.moments.at
        request = self._put_up(plan, at(9, 11))
        if request is None:
            return None
        self._approve(request, LEAD, plan["lead_says"], at(8, 10))
        self._approve(request, HEAD, plan["head_says"], at(7, 14))
        orders = list(PurchaseOrder.objects.filter(request=request).select_related("vendor_order").order_by("number"))
        others = [one for one in orders if one.vendor_order.vendor_id != self.demo_vendor_id]
        for order in others[:1]:
            with standing_at(at(6, 10)):
                do(purchase_order_accept, purchase_order_id=order.pk, actor=self._seller(order))
        for order in others[1:]:
            with standing_at(at(1, 16)):
                self._propose(order, plan["change_says"])
        return request

    def actor(self, name: str) -> Actor:
        member = self.members[name]
        assert member.user is not None
        return Actor(user_id=member.user_id, email=member.user.email)

    def _seller(self, order: PurchaseOrder) -> Actor:
        """Who answers for the enterprise: most sample enterprises have nobody, and get a person here whose account cannot sign in."""
        vendor_id = order.vendor_order.vendor_id
        known = VendorMember.objects.filter(vendor_id=vendor_id).select_related("user").order_by("pk").first()
        if known is not None:
            return Actor(user_id=known.user_id, email=known.user.email)
        person = self.people.draw(self.random)
        user = User.objects.create(
            email=f"{person.mailbox}.{vendor_id}@vendor.example",
            first_name=person.given,
            last_name=person.surname,
            password=NO_PASSWORD,
            token_key="".join(self.random.choices(KEY_LETTERS, k=12)),
            is_sample=True,
            date_joined=DESKS_OPEN,
        )
        VendorMember.objects.create(vendor_id=vendor_id, user=user, role=VendorRole.OWNER, joined_at=DESKS_OPEN)
        return Actor(user_id=user.pk, email=user.email)

    def _approve(self, request: PurchaseRequest, name: str, comment: str, moment: dt.datetime) -> None:
        request.refresh_from_db()
        with standing_at(moment):
            do(
                request_decide,
                request_id=request.pk,
                decision=Decision.APPROVE,
                seen=Seen(request.round, request.total_gross),
                actor=self.actor(name),
                comment=comment,
            )

    def _propose(self, order: PurchaseOrder, reason: str) -> None:
        """A tenth of the pieces fewer, ten days later."""
        line = OrderLine.objects.filter(vendor_order_id=order.vendor_order_id).order_by("sort_order", "id").first()
        assert line is not None
        do(
            purchase_order_change_propose,
            purchase_order_id=order.pk,
            reason=reason,
            actor=self._seller(order),
            deliver_by=order.deliver_by + LATER,
            pieces={line.pk: max(line.quantity - math.ceil(line.quantity / 10), 1)},
        )

    def _put_up(self, plan: Entry, moment: dt.datetime) -> PurchaseRequest | None:
        draft = self._written(plan, moment)
        if draft is None:
            return None
        with standing_at(moment):
            return do(request_submit, request_id=draft.pk, actor=self.actor(CLERK))

    def _written(self, plan: Entry, moment: dt.datetime) -> PurchaseRequest | None:
        """A draft with its basket and a quote at once for each enterprise; None where the market does not sell it."""
        clerk = self.actor(CLERK)
        lines = self._lines(plan["items"])
        of_department = BudgetLine.objects.filter(department=self.clerk.department, code=plan["budget"])
        budget = of_department.filter(agency_id=self.clerk.agency_id, fiscal_year=moment.year).first()
        if len(lines) < len(plan["items"]) or budget is None:
            return None
        with standing_at(moment):
            wish = CheckoutWish(channel_slug=CHANNEL, lines=[line for line, _ in lines], email=clerk.email)
            basket: Checkout = do(checkout_create, wish=wish, actor=clerk)
            quotes = do(quote_create, checkout_id=basket.pk, actor=clerk, title=plan["title"])
            values: dict[str, Any] = {
                "title": plan["title"],
                "purpose": plan["purpose"],
                "budget_line_id": budget.pk,
                "deliver_by": self.moments.deliver_by,
                "split_reason": self.plan["split_reason"] if self._bought_before([pk for _, pk in lines]) else "",
            }
            request = RequestWish(values, [quote.pk for quote in quotes])
            return do(request_create, checkout_id=basket.pk, wish=request, actor=clerk)

    def _bought_before(self, vendor_ids: Sequence[int]) -> bool:
        """Whether the agency already bought from one of them this year: then the request says why this is no split purchase."""
        return AgencyOrder.objects.filter(
            agency_id=self.clerk.agency_id,
            order__created_at__gte=seoul_day_start(dt.date(self.moments.as_of.year, 1, 1)),
            order__vendor_orders__vendor__in=vendor_ids,
        ).exists()

    def _lines(self, items: Sequence[Entry]) -> list[tuple[LineRequest, int]]:
        """A line of each item with its enterprise, each of another one."""
        found: list[tuple[LineRequest, int]] = []
        for item in items:
            taken = [vendor for _, vendor in found] + ([] if item.get("demo") else [self.demo_vendor_id])
            line = self._line(item, taken, item["slug"]) or self._line(item, taken, "")
            if line is not None:
                found.append(line)
        return found

    def _line(self, item: Entry, taken: Sequence[int], slug: str) -> tuple[LineRequest, int] | None:
        """Goods that are there in such a number; ``slug`` "": whatever there is, as in the smallest market."""
        rows = (
            VariantChannelListing.objects.filter(
                channel__slug=CHANNEL,
                price_amount__isnull=False,
                variant__product__slug__startswith=slug,
                variant__product__is_quote_only=False,
                variant__product__product_type__is_service=False,
                variant__product__channel_listings__channel__slug=CHANNEL,
                variant__product__channel_listings__is_published=True,
                variant__product__vendor__status=VendorStatus.ACTIVE,
                variant__product__vendor__holiday_from__isnull=True,
            )
            .annotate(free=Sum(F("variant__stocks__quantity") - F("variant__stocks__quantity_allocated")))
            .select_related("variant__product")
            .order_by("variant__product_id", "variant_id")
        )
        chosen = rows.filter(variant__product__vendor_id=self.demo_vendor_id) if item.get("demo") else rows
        for row in chosen.exclude(variant__product__vendor_id__in=taken)[:200]:
            price = row.price_amount if row.discounted_price_amount is None else row.discounted_price_amount
            assert price is not None
            quantity = max(round(item["amount"] / price), row.variant.product.minimum_order_quantity, 1)
            if quantity <= (row.free or 0) * MOST_OF_STOCK and quantity * price <= item["amount"] * 2:
                return LineRequest(row.variant_id, quantity), row.variant.product.vendor_id
        return None


def do(service: Callable[..., T], **arguments: Any) -> T:
    """Call a service as a request of its own does: one transaction spans all of them here, so each starts with a clean record of locks."""
    reset_lock_order()
    return service(**arguments)
