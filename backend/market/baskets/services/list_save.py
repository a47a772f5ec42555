"""Make, rename, share, copy and delete lists."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from market.agencies.locks import agency_for_update
from market.agencies.models import AgencyMember
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import ensure_acts_for_agency, membership_in
from market.baskets.errors import TooManyLists
from market.baskets.locks import lists_for_update
from market.baskets.models import SharedList, SharedListItem
from market.baskets.rules import MOST_LISTS
from market.baskets.selectors.lists import list_get, may_govern
from market.core import audit
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound, PermissionDenied, Required

LONGEST_NAME, LONGEST_NOTE = 80, 300


def shared_list_create(
    *, agency_id: int, name: str, actor: Actor, note: str = "", is_shared: bool = True, is_of_all: bool = False
) -> SharedList:
    """A new, empty list of the member's department (``is_of_all``: of the whole agency), or the member's alone while it is not shared.

    By who asks for purchases. Raises NotFound, PermissionDenied, Required, InvalidInput, TooManyLists.
    """
    member = asking(agency_id, actor)
    title, words = plain_name(name), plain_note(note)
    department_id = None if is_of_all else member.department_id
    with transaction.atomic():
        return _make(member, department_id=department_id, name=title, note=words, is_shared=is_shared)


def shared_list_copy(*, list_id: UUID, actor: Actor, name: str = "") -> SharedList:
    """An own copy, not shared yet, of a list the member may see. Raises NotFound, PermissionDenied, TooManyLists."""
    source = list_get(list_id=list_id, viewer=actor)
    if source is None:
        raise NotFound("id")
    member = asking(source.agency_id, actor, field="id")
    title = plain_name(name or f"{source.name} 사본"[:LONGEST_NAME])
    with transaction.atomic():
        source = lists_for_update().get(pk=source.pk)
        made = _make(member, department_id=member.department_id, name=title, note=source.note, is_shared=False)
        SharedListItem.objects.bulk_create(
            SharedListItem(
                list=made,
                variant_id=item.variant_id,
                quantity=item.quantity,
                note=item.note,
                position=item.position,
                seen_price=item.seen_price,
                added_by=member,
            )
            for item in source.items.order_by("position", "pk")
        )
    return made


def shared_list_update(
    *,
    list_id: UUID,
    actor: Actor,
    name: str | None = None,
    note: str | None = None,
    is_shared: bool | None = None,
) -> SharedList:
    """Rename, share or unshare. By its owner, and by administrators for shared ones.

    Raises NotFound, PermissionDenied, Required, InvalidInput.
    """
    with transaction.atomic():
        row = governed(list_id, actor)
        if name is not None:
            row.name = plain_name(name)
        if note is not None:
            row.note = plain_note(note)
        if is_shared is not None:
            row.is_shared = is_shared
        row.save(update_fields=["name", "note", "is_shared", "updated_at"])
    return row


def shared_list_delete(*, list_id: UUID, actor: Actor) -> SharedList:
    """Delete a list with what stands on it; the audit log keeps what it was. Raises NotFound, PermissionDenied."""
    with transaction.atomic():
        row = governed(list_id, actor)
        items = list(row.items.order_by("position", "pk").values_list("variant_id", "quantity"))
        audit.record(
            actor=actor,
            action="baskets.list_delete",
            subject_type="SharedList",
            subject_id=row.pk,
            agency=row.agency_id,
            name=row.name,
            items=[list(item) for item in items],
        )
        gone = SharedList(pk=row.pk, agency_id=row.agency_id, owner_id=row.owner_id, name=row.name)
        row.delete()
    return gone


def asking(agency_id: int | None, actor: Actor, *, field: str = "agency") -> AgencyMember:
    """The member, who asks for purchases. Raises NotFound, PermissionDenied."""
    member = ensure_acts_for_agency(agency_id, actor, AgencyAbility.REQUEST, field=field)
    assert member is not None  # no staff permission is named
    return member


def governed(list_id: UUID, actor: Actor) -> SharedList:
    """The list, locked, for who may rename, share and delete it."""
    known = list_get(list_id=list_id, viewer=actor)
    if known is None:
        raise NotFound("id")
    row = lists_for_update().filter(pk=list_id).first()
    if row is None:
        raise NotFound("id")
    if not may_govern(membership_in(row.agency_id, actor), row):
        raise PermissionDenied("AUTHENTICATED_AGENCY_MEMBER")
    return row


def plain_name(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise Required("name")
    if len(plain) > LONGEST_NAME or "\x00" in plain:
        raise InvalidInput("name", f"{LONGEST_NAME}자까지 쓸 수 있어요.", f"It may have {LONGEST_NAME} letters.")
    return plain


def plain_note(note: str) -> str:
    plain = " ".join(note.split())
    if len(plain) > LONGEST_NOTE or "\x00" in plain:
        raise InvalidInput("note", f"{LONGEST_NOTE}자까지 쓸 수 있어요.", f"It may have {LONGEST_NOTE} letters.")
    return plain


def _make(member: AgencyMember, *, department_id: int | None, name: str, note: str, is_shared: bool) -> SharedList:
    agency_for_update(member.agency_id, field="agency")
    if SharedList.objects.filter(agency_id=member.agency_id).count() >= MOST_LISTS:
        raise TooManyLists("name", limit=MOST_LISTS)
    return SharedList.objects.create(
        agency_id=member.agency_id, department_id=department_id, owner=member, name=name, note=note, is_shared=is_shared
    )
