"""Two enterprises, or two agencies, that must not touch each other, and everybody who might try."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.utils import timezone

from contract.isolation.agency_belongings import furnish_agency
from contract.isolation.belongings import Belongings, furnish
from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory, public_channel
from factories.procurement import agency_buyer, agency_member, agency_of
from factories.vendors import SellerFactory, member_of
from market.accounts.models import User
from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.core.global_ids import to_global_id
from market.vendors.models import Vendor, VendorMember, VendorRole

MARK = "ZQX7"  # stands in every text of the victim's that is nobody else's business
NOWHERE = {"int": "987654321", "uuid": "00000000-0000-4000-8000-00000000dead"}
Snapshot = dict[str, dict[str, str]]


@dataclass
class World:
    """``victim`` is what must stay untouched; ``own`` the same things of the one who tries. ``members``: actors who have ``own``."""

    channel: Any
    victim: Belongings
    own: Belongings
    actors: dict[str, User | None]
    members: tuple[str, ...]
    victims_rows: dict[str, set[str]] = field(default_factory=dict)
    before: Snapshot = field(default_factory=dict)

    def nowhere(self, type_name: str) -> str:
        """An id of the type that no row has."""
        some = self.victim.ids[type_name][0]
        return to_global_id(type_name, NOWHERE["uuid" if "-" in some.pk else "int"])


def build(kind: str) -> World:
    """``kind``: enterprise or agency."""
    return BUILDERS[kind]()


def _enterprises() -> World:
    channel = ChannelFactory()
    victim_vendor, own_vendor = (
        SellerFactory(slug="victim", name="당하는기업"),
        SellerFactory(slug="own", name="하려는기업"),
    )
    before = snapshot()
    victim = furnish(victim_vendor, channel, MARK)
    after = snapshot()
    own = furnish(own_vendor, channel, "own")
    members = ("owner", "manager", "clerk")
    return _with_rows(World(channel, victim, own, _actors(own_vendor, victim_vendor), members), before, after)


def _agencies() -> World:
    """The same with two public bodies; the victim's own enterprises may know what it asked them, no other."""
    ChannelFactory()  # where citizens buy
    channel = public_channel()
    victim_agency, own_agency = agency_of(name="당하는기관"), agency_of(name="하려는기관")
    before = snapshot()
    victim = furnish_agency(victim_agency, channel, MARK)
    after = snapshot()
    own = furnish_agency(own_agency, channel, "own")
    former = agency_member(victim_agency)
    AgencyMember.objects.filter(pk=former.pk).update(is_active=False, left_at=timezone.now())
    actors = {
        "anonymous": None,
        "customer": UserFactory(),
        "member of another agency": agency_member(own_agency).user,
        "clerk of another agency": agency_member(own_agency, AgencyAbility.REQUEST).user,
        "former member": former.user,
        "owner of an enterprise": member_of(SellerFactory(slug="stranger")),
        "staff without permissions": staff_with(),
    }
    members = ("member of another agency", "clerk of another agency")
    return _with_rows(World(channel, victim, own, actors, members), before, after)


BUILDERS = {"enterprise": _enterprises, "agency": _agencies}


def _with_rows(world: World, before: Snapshot, after: Snapshot) -> World:
    for table, rows in after.items():
        new = set(rows) - set(before.get(table, {}))
        if new:
            world.victims_rows[table] = new
    world.before = snapshot()
    return world


def _actors(own: Vendor, victim: Vendor) -> dict[str, User | None]:
    """Every kind of requestor that has no business with the victim."""
    former = member_of(victim, VendorRole.MANAGER)
    VendorMember.objects.filter(user=former).delete()
    return {
        "anonymous": None,
        "customer": UserFactory(),
        "agency buyer": agency_buyer(),
        "owner": member_of(own),
        "manager": member_of(own, VendorRole.MANAGER),
        "clerk": member_of(own, VendorRole.CLERK),
        "former member": former,
        "staff without permissions": staff_with(),
    }


def tables() -> Iterator[type[models.Model]]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            yield model


def snapshot() -> Snapshot:
    """Every row of the database: table -> key -> digest of the row."""
    found: Snapshot = {}
    with connection.cursor() as cursor:
        for model in tables():
            table, key = model._meta.db_table, model._meta.pk.column
            cursor.execute(f'SELECT "{key}"::text, md5(t::text) FROM "{table}" t')
            rows = dict(cursor.fetchall())
            if rows:
                found[table] = rows
    return found


def writes_so_far() -> int:
    """How many rows this transaction has written, kept or not: if it did not grow, nothing was changed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COALESCE(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_xact_user_tables")
        return int(cursor.fetchone()[0])


def references_to(rows: dict[str, set[str]], new: dict[str, set[str]]) -> list[str]:
    """New rows that point at one of ``rows`` by a foreign key."""
    found = []
    with connection.cursor() as cursor:
        for model in tables():
            made = new.get(model._meta.db_table)
            if not made:
                continue
            for column, target in _foreign_keys(model):
                cursor.execute(
                    f'SELECT count(*) FROM "{model._meta.db_table}" WHERE "{model._meta.pk.column}"::text = ANY(%s)'
                    f' AND "{column}"::text = ANY(%s)',
                    (sorted(made), sorted(rows.get(target, ()))),
                )
                if cursor.fetchone()[0]:
                    found.append(f"{model._meta.db_table}.{column} -> {target}")
    return found


def _foreign_keys(model: type[models.Model]) -> Iterator[tuple[str, str]]:
    for one in model._meta.get_fields():
        if isinstance(one, models.ForeignKey) and one.related_model is not None:
            yield one.column, one.related_model._meta.db_table  # type: ignore[union-attr]


def plain(answer: Any, *ids: str) -> str:
    """An answer without the ids that were asked for, so that two can be compared."""
    text = json.dumps(answer, ensure_ascii=False, sort_keys=True, default=str)
    for one in ids:
        text = text.replace(one, "·")
    return text
