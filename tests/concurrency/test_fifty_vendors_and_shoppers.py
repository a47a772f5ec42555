"""Fifty enterprises edit and upload while fifty shoppers buy: no update is lost, nothing waits for ever, nothing is sold twice."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from django.db.models import F, Sum

from factories.applications import actor_of
from factories.channels import ChannelFactory
from factories.checkout import ready_checkout
from factories.inventory import WarehouseFactory, variant_on_sale
from factories.vendors import SellerFactory, member_of
from factories.workbooks import SOAP, kinds_and_categories, workbook
from market.catalog.models import Product, ProductChannelListing, ProductProposal, ProductVariant
from market.catalog.services.listing_change import listing_change
from market.checkout.services.checkout_complete import checkout_complete
from market.core.actor import ANONYMOUS, Actor
from market.core.errors import DomainError, ManyErrors
from market.core.graphql.mutations import RETRYABLE_SQLSTATES
from market.core.locks import reset_lock_order
from market.inventory.models import Allocation, Stock
from market.inventory.services.stocks_write import Writing, variant_stocks_write
from market.listings.services.import_create import import_create
from market.listings.services.import_start import import_apply_start
from market.listings.tasks import work_on_import
from market.orders.models import Order, OrderLine
from market.vendors.models import Vendor

ENTERPRISES, SHOPPERS, PIECES = 50, 50, 12
Race = Callable[[Sequence[Callable[[], Any]]], list[Any]]


@dataclass
class Shop:
    """An enterprise with its person and the thing it sells."""

    vendor: Vendor
    actor: Actor
    variant: ProductVariant
    channel_id: int

    def price(self, amount: int) -> dict[str, Any]:
        return {f"variant:{self.variant.pk}:price:{self.channel_id}": {"price": str(amount)}}


@pytest.fixture
def shops(transactional_db: None) -> list[Shop]:
    channel = ChannelFactory()
    kinds_and_categories()
    made = []
    for number in range(ENTERPRISES):
        seller = SellerFactory(is_trusted=bool(number % 2))
        WarehouseFactory(vendor=seller)
        variant = variant_on_sale(channel, vendor=seller, price=10_000, stock=PIECES, name=f"이음 비누 {number}")
        made.append(Shop(seller, actor_of(member_of(seller)), variant, channel.pk))
    return made


def edit(shop: Shop, turn: int) -> str:
    """Name, price and dispatch days: at once for trusted ones; otherwise the name waits and a lower price passes."""
    reset_lock_order()
    changes = {"name": f"새 이름 {turn}", "dispatchDays": turn + 1, **shop.price(9_000 - turn)}
    listing_change(product_id=shop.variant.product_id, changes=changes, actor=shop.actor)
    return "edited"


def count(shop: Shop, quantity: int) -> str:
    reset_lock_order()
    stock = Stock.objects.get(variant=shop.variant)
    variant_stocks_write(
        variant_id=shop.variant.pk, quantities=[(stock.warehouse_id, quantity)], actor=shop.actor, writing=Writing.SET
    )
    return "counted"


def upload(shop: Shop) -> str:
    """Three new goods, one of them wrong, and a change of the thing on sale."""
    reset_lock_order()
    rows = [{**SOAP, "name": f"{shop.vendor.pk}-{number}"} for number in range(2)]
    known = {"product": shop.variant.product_id, "variant": shop.variant.pk, "origin": "국산"}
    content = workbook(*rows, {"name": "분류 없는 것"}, known)
    run = import_create(
        vendor_id=shop.vendor.pk, content=content, name="a.xlsx", asks_for_review=False, actor=shop.actor
    )
    work_on_import(str(run.pk))
    import_apply_start(import_id=run.pk, actor=shop.actor)
    work_on_import(str(run.pk))
    return "uploaded"


def buy(checkout_id: Any) -> str:
    reset_lock_order()
    checkout_complete(checkout_id=checkout_id, actor=ANONYMOUS)
    return "bought"


def is_fair(answer: Any) -> bool:
    """Done, or refused with a reason; never a deadlock or anything unforeseen."""
    return isinstance(answer, str | DomainError | ManyErrors)


def held(answer: Any) -> bool:
    """Somebody else held the rows: the API would try again."""
    return getattr(getattr(answer, "__cause__", None), "sqlstate", None) in RETRYABLE_SQLSTATES


def test_fifty_edit_and_upload_while_fifty_buy(race: Race, shops: list[Shop]) -> None:
    channel = shops[0].variant.product.channel_listings.get().channel
    wanted = [
        {shops[number].variant: 3, shops[(number * 7 + 1) % ENTERPRISES].variant: 2} for number in range(SHOPPERS)
    ]
    carts = [ready_checkout(channel, lines).pk for lines in wanted]
    tasks: list[Callable[[], Any]] = []
    for number, shop in enumerate(shops):
        tasks += [
            functools.partial(edit, shop, 0),
            functools.partial(buy, carts[number]),
            functools.partial(upload, shop),
            functools.partial(edit, shop, 1),
            functools.partial(count, shop, PIECES + 5),
        ]
    answers = race(tasks)

    assert not [answer for answer in answers if held(answer)], "rows were held for too long, or crosswise"
    assert all(is_fair(answer) for answer in answers), [answer for answer in answers if not is_fair(answer)][:3]
    assert sum(answer == "uploaded" for answer in answers) == ENTERPRISES
    assert sum(answer == "bought" for answer in answers) == Order.objects.count() > 0

    # No oversale: what was promised is what was ordered, and never more than lies there.
    assert not Stock.objects.filter(quantity_allocated__gt=F("quantity")).exists()
    promised = Allocation.objects.aggregate(total=Sum("quantity"))["total"]
    assert promised == OrderLine.objects.aggregate(total=Sum("quantity"))["total"]
    assert promised == Stock.objects.aggregate(total=Sum("quantity_allocated"))["total"]

    # No lost update: each enterprise's last numbers stand, its goods were entered, and the lists tell the same prices.
    for shop, (edited, counted) in zip(shops, zip(answers[3::5], answers[4::5], strict=True), strict=True):
        shop.variant.product.refresh_from_db()
        if counted == "counted":
            assert Stock.objects.get(variant=shop.variant).quantity == PIECES + 5
        assert Product.objects.filter(vendor=shop.vendor, name__startswith=f"{shop.vendor.pk}-").count() == 2
        if edited == "edited" and answers[0] == "edited":
            assert shop.variant.product.dispatch_days in (1, 2)
    drifted = ProductChannelListing.objects.exclude(
        product__variants__channel_listings__price_amount=F("price_amount")
    ).filter(price_amount__isnull=False)
    assert not drifted.exists()
    names = set(
        Product.objects.filter(pk__in=[shop.variant.product_id for shop in shops[1::2]]).values_list("name", flat=True)
    )
    assert names <= {"새 이름 0", "새 이름 1"}
    waiting = ProductProposal.objects.filter(vendor__in=[shop.vendor for shop in shops[::2]])
    assert waiting.count() == ENTERPRISES / 2, "one open proposal for each product, all edits in it"


def test_two_people_of_one_enterprise_lose_nothing(race: Race, shops: list[Shop]) -> None:
    """Each writes another field of the same thing many times: both of the last values stand."""
    shop = shops[1]
    tasks = [
        functools.partial(one, shop, turn)
        for turn, one in zip(range(24), itertools.cycle((_dispatch, _minimum)), strict=False)
    ]
    assert race(tasks) == ["done"] * 24
    product = Product.objects.get(pk=shop.variant.product_id)
    assert product.dispatch_days > 1
    assert product.minimum_order_quantity > 1


def _dispatch(shop: Shop, turn: int) -> str:
    reset_lock_order()
    listing_change(product_id=shop.variant.product_id, changes={"dispatchDays": turn + 2}, actor=shop.actor)
    return "done"


def _minimum(shop: Shop, turn: int) -> str:
    reset_lock_order()
    listing_change(product_id=shop.variant.product_id, changes={"minimumOrderQuantity": turn + 2}, actor=shop.actor)
    return "done"
