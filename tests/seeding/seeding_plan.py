"""The full market as planned: some seconds, no database."""

from __future__ import annotations

import datetime as dt

from market.seeding.campaigns import plan_campaigns
from market.seeding.draw import Pictures
from market.seeding.listings import plan_listings, supply_of
from market.seeding.orders import plan_orders
from market.seeding.people import PeopleWorkshop
from market.seeding.products import plan_products
from market.seeding.sizes import SIZES
from market.seeding.sources import base_products
from market.seeding.vendors import VendorWorkshop


class FullPlan:
    def __init__(self, as_of: dt.date, size: str = "full") -> None:
        wanted = SIZES[size]
        self.vendors = VendorWorkshop(wanted, supply_of(base_products())).plan()
        self.products = plan_products(plan_listings(wanted, base_products(), self.vendors), Pictures())
        self.population = PeopleWorkshop(wanted).plan()
        self.campaigns = plan_campaigns(self.products, wanted)
        self.orders = plan_orders(wanted, as_of, self.products, self.population, self.campaigns)
