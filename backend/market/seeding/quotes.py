"""The demo agency's quotes: a request that takes answers, one whose answers wait to be compared, and instant quotes of a basket.

Written by the rooms' own services at their moments before the day of the seed, as ``procurement`` does; keys and PDFs are the services' own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from django.db.models import QuerySet

from market.accounts.models import User
from market.agencies.models import AgencyMember
from market.catalog.models import ProductVariant
from market.channels.models import Audience
from market.checkout.rules import LineRequest
from market.checkout.services.checkout_create import CheckoutWish, checkout_create
from market.core.actor import Actor
from market.core.clock import SEOUL, seoul_day_start
from market.quotes.models import QuoteInvitation, QuoteRequest
from market.quotes.services.question import question_answer, question_ask
from market.quotes.services.quote_create import quote_create
from market.quotes.services.quote_request_send import quote_request_send
from market.quotes.services.quote_request_write import quote_request_create
from market.quotes.services.quote_submit import AnsweredItem, AnswerTerms, quote_submit
from market.quotes.services.request_clean import ItemWish
from market.seeding.agencies import DEMO_DOMAIN
from market.seeding.draw import random_for
from market.seeding.people import DESKS_OPEN, KEY_LETTERS, NO_PASSWORD
from market.seeding.procurement import CHANNEL, CLERK, Moments, do, standing_at, with_checks
from market.seeding.sources import Entry, source
from market.vendors.models import Vendor, VendorMember, VendorRole, VendorStatus

VALID_DAYS = 30
EVENING = 18


def load_quotes(as_of: dt.date, demo_vendor_id: int) -> int:
    """Returns how many requests and bundles of quotes there are now; none where there is no demo agency."""
    moments = Moments(as_of, is_of_one_year=False)
    clerk = AgencyMember.objects.select_related("user").filter(user__email=f"{CLERK}@{DEMO_DOMAIN}").first()
    if not moments.is_possible or clerk is None or clerk.user is None:
        return 0
    with_checks()
    plan, workshop = source("quotes.yaml"), QuoteWorkshop(moments, clerk, demo_vendor_id)
    done = (
        workshop.answered(plan["answered"]),
        workshop.open(plan["open"]),
        workshop.instant(plan["instant"]),
    )
    return sum(done)


class QuoteWorkshop:
    """Does what the demo agency's clerk and the enterprises did."""

    def __init__(self, moments: Moments, clerk: AgencyMember, demo_vendor_id: int) -> None:
        assert clerk.user is not None
        self.moments, self.clerk = moments, clerk
        self.actor = Actor(user_id=clerk.user_id, email=clerk.user.email)
        self.demo = Vendor.objects.get(pk=demo_vendor_id)
        self.random = random_for("quotes")

    def open(self, plan: Entry) -> bool:
        """Two are asked and have time left; one asked something and got its answer."""
        vendors = self._vendors(plan["vendors"])
        request = self._sent(plan, vendors)
        asked = plan["question"]
        invitation = QuoteInvitation.objects.get(request=request, vendor=vendors[0])
        with standing_at(self.moments.at(plan["sent"], 14)):
            question = do(question_ask, token=invitation.token, question=asked["text"], actor=self._seller(vendors[0]))
        with standing_at(self.moments.at(plan["sent"], 16)):
            do(question_answer, question_id=question.pk, answer=asked["answer"], actor=self.actor)
        return True

    def answered(self, plan: Entry) -> bool:
        """Three were asked and all have answered: it closed by itself and waits to be compared."""
        vendors = self._vendors([row["name"] for row in plan["vendors"]])
        request = self._sent(plan, vendors)
        for row, vendor in zip(plan["vendors"], vendors, strict=True):
            with standing_at(self.moments.at(row["answered"], 11)):
                self._answer(request, vendor, row)
        return True

    def instant(self, plan: Entry) -> bool:
        lines = [line for item in plan["items"] if (line := self._line(item)) is not None]
        if not lines:
            return False
        with standing_at(self.moments.at(plan["days"], 10)):
            wish = CheckoutWish(channel_slug=CHANNEL, lines=lines, email=self.actor.email)
            basket = do(checkout_create, wish=wish, actor=self.actor)
            do(quote_create, checkout_id=basket.pk, actor=self.actor, title=plan["title"])
        return True

    def _sent(self, plan: Entry, vendors: Sequence[Vendor]) -> QuoteRequest:
        with standing_at(self.moments.at(plan["sent"], 10)):
            request = do(
                quote_request_create,
                agency_id=self.clerk.agency_id,
                values={
                    "title": plan["title"],
                    "specification": plan["specification"],
                    "delivery_place": plan["place"],
                    "delivery_by": self._day(plan["deliver"]),
                    "reply_by": self._reply_by(plan),
                },
                items=[ItemWish(**item) for item in plan["items"]],
                vendor_ids=[vendor.pk for vendor in vendors],
                actor=self.actor,
            )
            return do(quote_request_send, request_id=request.pk, actor=self.actor)

    def _reply_by(self, plan: Entry) -> dt.datetime:
        """In the evening of its day, and never before the day after it was sent: early in a year all things move together."""
        sent = self.moments.at(plan["sent"], 10).astimezone(SEOUL).date()
        return seoul_day_start(max(self._day(plan["reply"]), sent + dt.timedelta(days=1))) + dt.timedelta(hours=EVENING)

    def _day(self, days: int) -> dt.date:
        return self.moments.as_of - dt.timedelta(days=days)

    def _answer(self, request: QuoteRequest, vendor: Vendor, row: Entry) -> None:
        variant = self._listings(vendor)[0]
        items = request.items.order_by("position")
        do(
            quote_submit,
            token=QuoteInvitation.objects.get(request=request, vendor=vendor).token,
            items=[
                AnsweredItem(item_id=item.pk, variant_id=variant.pk, unit_price=Decimal(price))
                for item, price in zip(items, row["prices"], strict=True)
            ],
            terms=AnswerTerms(
                valid_until=self._day(row["answered"]) + dt.timedelta(days=VALID_DAYS),
                delivery_days=row["delivery_days"],
                delivery=Decimal(row["delivery"]),
                remarks=row["remarks"],
            ),
            actor=self._seller(vendor),
        )

    def _vendors(self, names: Sequence[str]) -> list[Vendor]:
        """The enterprises under these names; for one that is missing, as in the smallest market, another that sells to agencies."""
        found: list[Vendor] = []
        for name in names:
            known = (
                self.demo if name == "demo" else Vendor.objects.filter(name=name, status=VendorStatus.ACTIVE).first()
            )
            found.append(known if known is not None and self._listings(known) else self._other([*found, self.demo]))
        return found

    def _other(self, taken: Sequence[Vendor]) -> Vendor:
        selling = self._on_sale().exclude(product__vendor__in=taken).filter(product__vendor__status=VendorStatus.ACTIVE)
        return Vendor.objects.get(
            pk=selling.order_by("product__vendor_id").values_list("product__vendor_id", flat=True)[0]
        )

    def _listings(self, vendor: Vendor) -> list[ProductVariant]:
        """What it sells to agencies; what is made to order first, which a quote is for."""
        rows = self._on_sale().filter(product__vendor=vendor)
        return list(rows.order_by("-product__is_quote_only", "product_id", "pk")[:1])

    @staticmethod
    def _on_sale() -> QuerySet[ProductVariant]:
        return ProductVariant.objects.filter(
            product__channel_listings__channel__audience=Audience.PUBLIC,
            product__channel_listings__is_published=True,
            product__channel_listings__available_for_purchase_at__isnull=False,
        )

    def _line(self, item: Entry) -> LineRequest | None:
        rows = self._on_sale().filter(
            product__slug__startswith=item["slug"],
            product__is_quote_only=False,
            product__vendor__status=VendorStatus.ACTIVE,
            product__vendor__holiday_from__isnull=True,
            channel_listings__channel__slug=CHANNEL,
            channel_listings__price_amount__isnull=False,
            stocks__quantity__gt=20,
        )
        row = rows.order_by("product_id", "pk").values_list("pk", "product__minimum_order_quantity").first()
        return None if row is None else LineRequest(row[0], max(row[1], 5))

    def _seller(self, vendor: Vendor) -> Actor:
        """Who answers for the enterprise; where nobody works yet, a sample person whose account cannot sign in."""
        member = VendorMember.objects.select_related("user").filter(vendor=vendor).order_by("pk").first()
        if member is None:
            user = User.objects.create(
                email=f"quotes.{vendor.pk}@vendor.example",
                first_name=vendor.representative[1:],
                last_name=vendor.representative[:1],
                password=NO_PASSWORD,
                is_sample=True,
                date_joined=DESKS_OPEN,
                token_key="".join(self.random.choices(KEY_LETTERS, k=12)),
            )
            member = VendorMember.objects.create(vendor=vendor, user=user, role=VendorRole.OWNER, joined_at=DESKS_OPEN)
        return Actor(user_id=member.user_id, email=member.user.email)
