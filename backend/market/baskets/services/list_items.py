"""What stands on a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from market.agencies.models import AgencyMember
from market.agencies.selectors.membership import membership_in
from market.baskets.errors import TooManyItems
from market.baskets.locks import lists_for_update
from market.baskets.models import SharedList, SharedListItem
from market.baskets.rules import MOST_ITEMS, MOST_PIECES, Standing
from market.baskets.selectors.buyables import Buyable, Wish, buyables_get, public_channel
from market.baskets.selectors.lists import list_get, may_fill
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound, PermissionDenied

LONGEST_NOTE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """What to change of one thing: 0 pieces takes it off the list; None leaves as it is."""

    variant_id: int
    quantity: int | None = None
    note: str | None = None


def list_items_add(*, list_id: UUID, wishes: Sequence[Wish], actor: Actor) -> SharedList:
    """Put things on the list; of what stands there already more. Raises NotFound (also for what the public channel does not show),
    PermissionDenied, InvalidInput, TooManyItems. All or nothing."""
    channel = public_channel()
    found = {one.wish.variant_id: one for one in buyables_get(wishes, channel)}
    if any(one.offer is None or not _is_shown(one) for one in found.values()):
        raise NotFound("items")
    with transaction.atomic():
        row, member = filled(list_id, actor)
        there = {item.variant_id: item for item in row.items.all()}
        fresh: dict[int, SharedListItem] = {}
        end = max((item.position for item in there.values()), default=-1) + 1
        for wish in wishes:
            known = there.get(wish.variant_id) or fresh.get(wish.variant_id)
            if known is None:
                known = SharedListItem(
                    list=row, variant_id=wish.variant_id, quantity=0, position=end + len(fresh), added_by=member
                )
                fresh[wish.variant_id] = known
            known.quantity = pieces(known.quantity + wish.quantity)
            unit = found[wish.variant_id].unit
            known.seen_price = unit.amount if unit is not None else None
        if len(there) + len(fresh) > MOST_ITEMS:
            raise TooManyItems("items", limit=MOST_ITEMS)
        grown = [there[wish.variant_id] for wish in wishes if wish.variant_id in there]
        SharedListItem.objects.bulk_update(grown, ["quantity", "seen_price"])
        SharedListItem.objects.bulk_create(fresh.values())
        return _touched(row)


def list_items_update(
    *, list_id: UUID, changes: Sequence[ItemChange] = (), order: Sequence[int] = (), actor: Actor
) -> SharedList:
    """Change pieces and notes, take things off, and put the named first in the given order; what is not named follows as it stood.

    Things that somebody else added meanwhile stay. Raises NotFound, PermissionDenied, InvalidInput.
    """
    with transaction.atomic():
        row, _ = filled(list_id, actor)
        there = {item.variant_id: item for item in row.items.order_by("position", "pk")}
        removed: set[int] = set()
        for change in changes:
            item = there.get(change.variant_id)
            if item is None:
                raise NotFound("items")
            if change.quantity == 0:
                removed.add(change.variant_id)
            elif change.quantity is not None:
                item.quantity = pieces(change.quantity)
            if change.note is not None:
                item.note = _note(change.note)
        if removed:
            SharedListItem.objects.filter(list=row, variant_id__in=removed).delete()
        first = [pk for pk in dict.fromkeys(order) if pk in there]
        rest = [pk for pk in there if pk not in set(first)]
        kept = [there[pk] for pk in (*first, *rest) if pk not in removed]
        for position, item in enumerate(kept):
            item.position = position
        SharedListItem.objects.bulk_update(kept, ["quantity", "note", "position"])
        return _touched(row)


def seen_prices_set(*, row: SharedList, seen: Iterable[Buyable]) -> None:
    """Remember what people were shown, so that the next change of a price can be told. Under the lock of the list."""
    units = {one.wish.variant_id: one.unit for one in seen if one.unit is not None}
    items = [item for item in row.items.all() if item.variant_id in units]
    for item in items:
        item.seen_price = units[item.variant_id].amount
    SharedListItem.objects.bulk_update(items, ["seen_price"])


def filled(list_id: UUID, actor: Actor) -> tuple[SharedList, AgencyMember]:
    """The list, locked, and the member who may fill it. Raises NotFound, PermissionDenied."""
    if list_get(list_id=list_id, viewer=actor) is None:
        raise NotFound("id")
    row = lists_for_update().filter(pk=list_id).first()
    if row is None:
        raise NotFound("id")
    member = membership_in(row.agency_id, actor)
    if member is None or not may_fill(member, row):
        raise PermissionDenied("AUTHENTICATED_AGENCY_MEMBER")
    return row, member


def pieces(quantity: int) -> int:
    if not 1 <= quantity <= MOST_PIECES:
        raise InvalidInput(
            "quantity", f"수량은 1개부터 {MOST_PIECES:,}개까지예요.", f"A quantity is 1 to {MOST_PIECES:,}."
        )
    return quantity


def _is_shown(one: Buyable) -> bool:
    return one.standing is not Standing.GONE


def _note(note: str) -> str:
    plain = " ".join(note.split())
    if len(plain) > LONGEST_NOTE or "\x00" in plain:
        raise InvalidInput("note", f"{LONGEST_NOTE}자까지 쓸 수 있어요.", f"It may have {LONGEST_NOTE} letters.")
    return plain


def _touched(row: SharedList) -> SharedList:
    row.updated_at = timezone.now()
    row.save(update_fields=["updated_at"])
    return row
