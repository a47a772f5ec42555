"""Every operation × every kind of actor × another enterprise's or agency's objects: nothing is told, nothing is changed.

The schema is walked, so that an operation cannot be forgotten: an id whose meaning no row of ``isolation/rows.py`` knows fails, and so does
a type of object that neither belongs to nobody (``SHARED``) nor is among what the victim has (``isolation/belongings.py``).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from graphql import GraphQLObjectType

from contract.isolation import rows, walk, world
from contract.isolation.belongings import Thing
from contract.isolation.walk import Operation, Path
from contract.isolation.world import MARK, World
from market.accounts.models import User
from market.accounts.services.tokens import ACCESS, token_create
from market.api.schema import schema
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db
CHUNKS = 16
Ask = Callable[..., dict[str, Any]]


class Undo(Exception):
    """Takes back what a call has done to the caller's own things."""


@dataclass(frozen=True)
class Attempt:
    """One call: by whom, what, with which of the victim's things at which place."""

    actor: str
    operation: Operation
    place: Path
    type_name: str
    thing: Thing
    is_mixed: bool  # the other ids are the actor's own

    def __str__(self) -> str:
        with_own = ", the rest own" if self.is_mixed else ""
        return f"{self.actor}: {self.operation} at {'.'.join(self.place)} = {self.type_name}:{self.thing.pk}{with_own}"


@pytest.fixture(params=["enterprise", "agency"])
def everybody(request: pytest.FixtureRequest) -> World:
    return world.build(request.param)


def test_every_id_has_its_row() -> None:
    unknown = [
        f"{operation.name} {'.'.join(place)}"
        for operation in walk.operations()
        for place in walk.id_places(operation)
        if rows.type_of(operation.name, place) is None
    ]
    assert not unknown


def test_everything_that_can_be_owned_is_among_what_is_owned() -> None:
    nodes = {
        name
        for name, kind in schema().type_map.items()
        if isinstance(kind, GraphQLObjectType) and "id" in kind.fields and not name.startswith("__")
    }
    of_enterprise, of_agency = (set(world.build(kind).victim.ids) for kind in ("enterprise", "agency"))
    assert not sorted(nodes - of_enterprise - of_agency - rows.SHARED - rows.PARTS)
    assert not sorted((rows.SHARED | rows.PARTS) & of_enterprise)
    assert not sorted(rows.PARTS & of_agency)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_nobody_reaches_what_is_not_theirs(graphql: Ask, everybody: World, chunk: int) -> None:
    found = [
        f"{attempt}: {what}"
        for attempt in itertools.islice(attempts(everybody), chunk, None, CHUNKS)
        for what in tried(graphql, everybody, attempt)
    ]
    assert not found, "\n" + "\n".join(found[:40]) + f"\n{len(found)} in all"


def attempts(everybody: World) -> Iterator[Attempt]:
    for operation in walk.operations():
        for place in walk.id_places(operation):
            type_name = rows.type_of(operation.name, place)
            names = list(everybody.victim.ids) if type_name == "*" else [type_name or ""]
            for name, actor in itertools.product(names, everybody.actors):
                for thing in everybody.victim.ids.get(name, ()):
                    yield Attempt(actor, operation, place, name, thing, is_mixed=False)
                    if len(walk.id_places(operation)) > 1 and actor in everybody.members:
                        yield Attempt(actor, operation, place, name, thing, is_mixed=True)


def tried(graphql: Ask, everybody: World, attempt: Attempt) -> list[str]:
    """What is wrong with the answer, or with what became of the database."""
    if attempt.type_name in rows.WRITTEN_BY_UUID.get(attempt.operation.name, ()):
        return []
    nowhere = everybody.nowhere(attempt.type_name)
    before = world.writes_so_far()
    problems: list[str] = []
    try:
        with transaction.atomic():
            answer = call(graphql, everybody, attempt, attempt.thing.global_id)
            if world.writes_so_far() != before:
                problems += _damage(everybody, attempt)
            raise Undo
    except Undo:
        pass
    if MARK.lower() in world.plain(answer).lower():
        problems.append(f"tells {world.plain(answer)[:300]}")
    if not attempt.thing.is_public or attempt.operation.kind == "mutation":
        problems += _differs(graphql, everybody, attempt, answer, nowhere)
    return problems


def call(graphql: Ask, everybody: World, attempt: Attempt, target: str) -> dict[str, Any]:
    cache.clear()

    def fill(path: Path) -> str:
        if path == attempt.place:
            return target
        type_name = rows.type_of(attempt.operation.name, path) or ""
        things = (everybody.own if attempt.is_mixed else everybody.victim).ids.get(type_name)
        if things:
            return things[0].global_id
        return to_global_id("Channel", everybody.channel.pk) if type_name == "Channel" else to_global_id("Nothing", 1)

    document, variables = walk.call_of(attempt.operation, {attempt.place}, fill)
    return graphql(document, variables, user=everybody.actors[attempt.actor])


def _damage(everybody: World, attempt: Attempt) -> list[str]:
    """Rows of the victim's that are gone or different, and new rows that lean on them. Every attempt is undone, so ``before`` stays true."""
    before, after = everybody.before, world.snapshot()
    changed = [
        f"changed {table} {key}"
        for table, keys in everybody.victims_rows.items()
        for key in keys
        if after.get(table, {}).get(key) != before.get(table, {}).get(key)
    ]
    new = {table: set(found) - set(before.get(table, {})) for table, found in after.items()}
    if attempt.operation.name in rows.PUBLIC_USE and attempt.thing.is_public:
        return changed
    leaning = [f"made {one}" for one in world.references_to(everybody.victims_rows, new)]
    return changed + leaning


def _differs(graphql: Ask, everybody: World, attempt: Attempt, answer: dict[str, Any], nowhere: str) -> list[str]:
    """Another's must answer as what does not exist."""
    if attempt.operation.name in rows.TELLS_EXISTENCE:
        return []
    if attempt.operation.name in rows.PUBLIC_USE and attempt.thing.is_public:
        return []
    try:
        with transaction.atomic():
            other = call(graphql, everybody, attempt, nowhere)
            raise Undo
    except Undo:
        pass
    here, there = world.plain(answer, attempt.thing.global_id), world.plain(other, nowhere)
    return [] if here == there else [f"answers {here[:250]} but for nothing {there[:250]}"]


def test_lists_tell_nothing_of_another(graphql: Ask, everybody: World) -> None:
    """Each query that takes no id, each of its filters with the victim's words, and each of its orders, for every actor."""
    found = []
    for operation, (actor, user) in itertools.product(walk.operations(), everybody.actors.items()):
        if operation.kind != "query":
            continue
        for what, document, variables in walk.questions_of(operation, everybody.victim.texts):
            cache.clear()
            answer = graphql(document, variables, user=user)
            told = world.plain(answer.get("data"))
            if MARK.lower() in told.lower():
                found.append(f"{actor}: {operation} {what} tells {told[:300]}")
            if walk.counts(answer) and what.startswith("words"):
                found.append(f"{actor}: {operation} {what} counts what it does not show")
    assert not found, "\n" + "\n".join(found[:40]) + f"\n{len(found)} in all"


def test_the_walk_would_notice(graphql: Ask, everybody: World) -> None:
    """The negative control: to the victim's own people the same calls tell and change."""
    everybody.actors = {"owner": User.objects.get(pk=everybody.victim.ids["User"][0].pk)}
    told = changed = 0
    for attempt in attempts(everybody):
        if attempt.is_mixed:
            continue
        problems = tried(graphql, everybody, attempt)
        told += any(problem.startswith("tells") for problem in problems)
        changed += any(problem.startswith(("changed", "made")) for problem in problems)
    assert told > 20, told
    assert changed > 20, changed


def test_files_are_handed_to_nobody_else(client: Any, everybody: World) -> None:
    """Papers of enterprises, papers of orders and workbooks: another's answer as what does not exist, to everybody."""
    found = []
    for (actor, user), (address, type_name) in itertools.product(everybody.actors.items(), rows.FILES.items()):
        if type_name not in everybody.victim.ids:
            continue
        headers = {"Authorization": f"Bearer {token_create(user=user, kind=ACCESS)}"} if user else {}
        thing = everybody.victim.ids[type_name][0]
        here, there = (
            client.get(address.format(id=one.global_id, pk=one.pk), headers=headers)
            for one in (thing, Thing(everybody.nowhere(type_name), world.NOWHERE["uuid" if "-" in thing.pk else "int"]))
        )
        if here.status_code < 400 or (here.status_code, here.content) != (there.status_code, there.content):
            found.append(f"{actor}: {address} {here.status_code} but for nothing {there.status_code}")
    assert not found, "\n".join(found)
