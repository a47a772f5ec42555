"""Whether the database is empty, seeded whole, or holds something else."""

from __future__ import annotations

from market.accounts.models import User
from market.catalog.models import Product
from market.channels.models import Channel
from market.orders.models import Order
from market.seeding.models import SeedRun
from market.seeding.sizes import Size
from market.vendors.models import Vendor


def is_complete(size: Size) -> bool:
    """A seed of this size has run to its end here."""
    return SeedRun.objects.filter(size=size.name).exists()


def obstacle(size: Size) -> str:
    """Why this database cannot be seeded, in a sentence; empty when it can."""
    other = SeedRun.objects.first()
    if other:
        return f"This database already holds a market of size {other.size}; seed {size.name} into an empty database."
    for model in (Channel, User, Vendor, Product, Order):
        if model.objects.exists():
            name = model._meta.verbose_name_plural
            return f"This database holds {name} that no seed wrote; seed into an empty database, so that nothing of yours is touched."
    return ""
