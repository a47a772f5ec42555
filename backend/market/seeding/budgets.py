"""What the sample agencies may spend this year, and the lists of the demo account's department. Written as the rooms would write them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from market.agencies.models import Agency, AgencyMember, BudgetEntry, BudgetLine, BudgetUse, Department
from market.baskets.models import SharedList, SharedListItem
from market.catalog.models import ProductVariant, VariantChannelListing
from market.seeding.draw import random_for
from market.seeding.sources import Entry, source

AGENCIES = 4
DEMO = "agency@ieum.example"
ELSEWHERE = "이음 밖에서 집행 (표본)"
THOUSAND = Decimal(1_000)


def load_budgets(as_of: dt.date, moment: dt.datetime) -> int:
    """Lines of the fiscal year of the day for the first agencies, with what they spent elsewhere. Returns how many rows."""
    plan = source("budgets.yaml")
    agencies = list(Agency.objects.filter(is_sample=True).order_by("pk")[:AGENCIES])
    departments = list(Department.objects.filter(agency__in=agencies).order_by("pk"))
    wanted = [
        *((agency.pk, None, entry) for agency in agencies for entry in plan["whole"]),
        *((row.agency_id, row.pk, entry) for row in departments for entry in plan["department"]),
    ]
    random = random_for("budgets")
    lines, uses, entries = [], [], []
    for agency_id, department_id, entry in wanted:
        line = _line(agency_id, department_id, entry, plan["account"], as_of.year, random.uniform(0.7, 1.3))
        line.spent, line.committed = (_share(line, entry[key], random.uniform(0.8, 1.2)) for key in ("paid", "ordered"))
        lines.append(line)
    BudgetLine.objects.bulk_create(lines)
    for line in lines:
        used = {"committed": line.committed, "spent": line.spent}
        reference = f"sample:{line.pk}"
        uses.append(BudgetUse(line=line, reference=reference, **used))
        entries.append(_entry(line, "edit", moment, "본예산", appropriated=line.appropriated))
        entries.append(_entry(line, reference, moment, ELSEWHERE, **used))
    BudgetUse.objects.bulk_create(uses)
    BudgetEntry.objects.bulk_create(entries)
    return len(lines) + len(uses) + len(entries)


def load_lists() -> int:
    """The shared lists of the demo account's department. Returns how many rows; none where there is no demo account."""
    owner = AgencyMember.objects.filter(user__email=DEMO).order_by("pk").first()
    if owner is None:
        return 0
    rows = 0
    for entry in source("budgets.yaml")["lists"]:
        made = SharedList.objects.create(
            agency_id=owner.agency_id,
            department_id=owner.department_id,
            owner=owner,
            name=entry["name"],
            note=entry["note"],
        )
        items = [
            item for place, wish in enumerate(entry["items"]) if (item := _item(made, owner, wish, place)) is not None
        ]
        rows += 1 + len(SharedListItem.objects.bulk_create(items))
    return rows


def _line(agency_id: int, department_id: int | None, entry: Entry, account: str, year: int, size: float) -> BudgetLine:
    return BudgetLine(
        agency_id=agency_id,
        department_id=department_id,
        fiscal_year=year,
        account=account,
        project=entry["project"],
        code=entry["code"],
        name=entry["name"],
        appropriated=_rounded(Decimal(entry["amount"]) * Decimal(str(size)), THOUSAND * THOUSAND),
    )


def _share(line: BudgetLine, share: float, size: float) -> Decimal:
    return _rounded(line.appropriated * Decimal(str(share * size)), THOUSAND * 10)


def _rounded(amount: Decimal, unit: Decimal) -> Decimal:
    return (amount / unit).to_integral_value() * unit


def _entry(line: BudgetLine, reference: str, at: dt.datetime, note: str, **deltas: Any) -> BudgetEntry:
    return BudgetEntry(line=line, reference=reference, note=note, at=at, **deltas)


def _item(made: SharedList, owner: AgencyMember, wish: Entry, place: int) -> SharedListItem | None:
    """None where nothing of the kind is sold to agencies, as in the smallest market."""
    variants = ProductVariant.objects.filter(product__slug__startswith=wish["slug"], product__is_quote_only=False)
    listings = VariantChannelListing.objects.filter(
        variant__in=variants, channel__slug="public", price_amount__isnull=False
    )
    listing = listings.order_by("variant_id").first()
    if listing is None:
        return None
    price = listing.price_amount if listing.discounted_price_amount is None else listing.discounted_price_amount
    return SharedListItem(
        list=made,
        variant_id=listing.variant_id,
        quantity=wish["quantity"],
        note=wish.get("note", ""),
        position=place,
        seen_price=price,
        added_by=owner,
    )
