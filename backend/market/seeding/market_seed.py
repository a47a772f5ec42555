"""The whole seed: stage after stage in one transaction, the mark of completeness last."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from market.catalog.models import (
    Product,
    ProductAttributeValue,
    ProductChannelListing,
    ProductMedia,
    ProductTranslation,
    ProductVariant,
    QuantityPrice,
    ValueClaim,
    VariantAttributeValue,
    VariantChannelListing,
)
from market.core import catalogue_version
from market.core.clock import seoul_day_start
from market.inventory.models import Stock
from market.orders.models import Fulfillment, FulfillmentLine, Order, OrderLine, OrderStatusChange, VendorOrder
from market.procurement.models import AgencyOrder
from market.search.models import SearchEntry
from market.seeding import finish
from market.seeding.bare_tables import without_indexes
from market.seeding.budgets import load_budgets, load_lists
from market.seeding.campaigns import load_campaigns, plan_campaigns
from market.seeding.certificates import load_certificates
from market.seeding.collections import load_collections
from market.seeding.content import load_content
from market.seeding.copier import Copier
from market.seeding.draw import Pictures
from market.seeding.insight import load_insight
from market.seeding.listings import plan_listings, supply_of
from market.seeding.models import SeedRun
from market.seeding.order_rows import load_orders
from market.seeding.orders import plan_orders
from market.seeding.payments import load_payments
from market.seeding.people import PeopleWorkshop, load_people
from market.seeding.procurement import drawn_keys, load_purchases
from market.seeding.products import load_products, plan_products
from market.seeding.promotions import load_promotions
from market.seeding.quantity_prices import load_quantity_prices
from market.seeding.quotes import load_quotes
from market.seeding.reference import load_reference
from market.seeding.sizes import Size
from market.seeding.sources import base_products
from market.seeding.stories import load_stories
from market.seeding.vendors import VendorWorkshop, load_vendors, main_vendor

CATALOGUE_TABLES = (
    Product, ProductAttributeValue, ProductChannelListing, ProductMedia, ProductTranslation, ProductVariant, ValueClaim,
    VariantAttributeValue, VariantChannelListing, QuantityPrice, Stock,
)  # fmt: skip
ORDER_TABLES = (Order, VendorOrder, OrderLine, Fulfillment, FulfillmentLine, OrderStatusChange, AgencyOrder)
Say = Callable[[str], None]


class Progress:
    """Says what each stage did and how long it took."""

    def __init__(self, say: Say, copier: Copier) -> None:
        self.say = say
        self.copier = copier
        self.started = time.monotonic()

    @contextmanager
    def stage(self, name: str) -> Any:
        start, before = time.monotonic(), self.copier.rows
        yield
        rows = self.copier.rows - before
        self.say(f"{name}: {rows:,} rows, {time.monotonic() - start:.1f} s")

    def total(self) -> float:
        return time.monotonic() - self.started


def seed(size: Size, as_of: dt.date, say: Say) -> None:
    """Fill an empty database. All or nothing: an interrupted seed leaves the database as it was."""
    moment = seoul_day_start(as_of) + dt.timedelta(hours=9)
    copier = Copier(moment, say)
    progress = Progress(say, copier)
    with transaction.atomic():
        _hurry()
        _fill(size, as_of, copier, progress)
        SeedRun.objects.create(size=size.name, as_of=as_of)
        catalogue_version.bump()
    if not connection.in_atomic_block:  # a test seeds inside its own transaction
        with progress.stage("visibility of rows"):
            finish.vacuum([*CATALOGUE_TABLES, SearchEntry])
    say(f"seeded {size.name} as of {as_of}: {copier.rows:,} rows, {progress.total():.1f} s")


def _hurry() -> None:
    """Settings of this transaction only. Where the role may, keys are not checked row by row: the generator chose them all, and a
    test looks every one of them up."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")
        cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone()[0]:
            cursor.execute("SET LOCAL session_replication_role = replica")


def _fill(size: Size, as_of: dt.date, copier: Copier, progress: Progress) -> None:
    pictures = Pictures()
    with progress.stage("reference data"):
        reference = load_reference(copier, pictures)
    with progress.stage("vendors"):
        vendors = VendorWorkshop(size, supply_of(base_products())).plan()
        load_vendors(copier, vendors, reference, pictures)
        load_certificates(copier, vendors, reference, as_of)
    with progress.stage("products"), without_indexes(CATALOGUE_TABLES):
        products = plan_products(plan_listings(size, base_products(), vendors), pictures)
        load_products(copier, products, reference)
        load_quantity_prices(copier, products)
        load_collections(copier, products, vendors, reference)
    with progress.stage("people and agencies"):
        population = PeopleWorkshop(size).plan()
        load_people(copier, population, vendors)
    with progress.stage("campaigns and stories"):
        campaigns = plan_campaigns(products, size)
        load_campaigns(copier, campaigns)
        load_stories(copier, vendors, products, reference, pictures)
    with progress.stage("pages and menus"):
        load_content(copier, reference)
    with progress.stage("vouchers and gift cards"):
        load_promotions(copier, reference, {vendor.name: vendor.id for vendor in vendors})
    with progress.stage("orders"), without_indexes(ORDER_TABLES):
        load_orders(copier, plan_orders(size, as_of, products, population, campaigns, main_vendor(vendors).id), as_of)
    with progress.stage("budgets and lists"):
        copier.rows += load_budgets(as_of, copier.moment) + load_lists()
    with progress.stage("payments"):
        copier.rows += load_payments()
    with progress.stage("visits and searches"):
        load_insight(copier, as_of)
    with progress.stage("statistics"):
        finish.analyze()
    with progress.stage("search entries"), without_indexes([SearchEntry]):
        finish.search_entries(len(products), progress.say)
    with progress.stage("statistics of search"):
        finish.analyze([SearchEntry])
    with progress.stage("purchases of the demo agency"), drawn_keys("purchases"):
        copier.rows += load_purchases(as_of, main_vendor(vendors).id)
    with progress.stage("quotes of the demo agency"), drawn_keys("quotes"):
        copier.rows += load_quotes(as_of, main_vendor(vendors).id)
