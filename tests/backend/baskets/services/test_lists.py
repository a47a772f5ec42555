"""Lists: who sees, fills and governs them, and that nothing of others is lost."""

from __future__ import annotations

from typing import Any

import pytest

from factories.applications import actor_of
from factories.baskets import shared_list
from factories.channels import ChannelFactory, public_channel
from factories.checkout import anew
from factories.inventory import variant_on_sale
from factories.procurement import agency_member
from market.agencies.models import AgencyMember, Department
from market.agencies.permissions import AgencyAbility
from market.baskets.errors import TooManyItems, TooManyLists
from market.baskets.models import SharedList, SharedListItem
from market.baskets.selectors.buyables import Wish
from market.baskets.selectors.lists import lists_for
from market.baskets.services import list_items, list_save
from market.baskets.services.list_items import ItemChange, list_items_add, list_items_update
from market.baskets.services.list_save import (
    shared_list_copy,
    shared_list_create,
    shared_list_delete,
    shared_list_update,
)
from market.core.errors import InvalidInput, NotFound, PermissionDenied, Required
from market.core.models import AuditEntry

pytestmark = pytest.mark.django_db
REQUEST, APPROVE, ADMINISTER = AgencyAbility.REQUEST, AgencyAbility.APPROVE, AgencyAbility.ADMINISTER


class Office:
    """An agency with two departments and people of every kind."""

    def __init__(self) -> None:
        first = agency_member()
        self.agency = first.agency
        culture, roads = (Department.objects.create(agency=self.agency, name=name) for name in ("문화체육과", "도로과"))
        self.owner = agency_member(self.agency, REQUEST, department=culture)
        self.colleague = agency_member(self.agency, REQUEST, department=culture)
        self.approver = agency_member(self.agency, APPROVE, department=culture)
        self.elsewhere = agency_member(self.agency, REQUEST, department=roads)
        self.administrator = agency_member(self.agency, ADMINISTER, REQUEST, department=roads)
        self.stranger = agency_member()

    @property
    def everybody(self) -> dict[str, AgencyMember]:
        return {name: one for name, one in vars(self).items() if isinstance(one, AgencyMember)}


def seen_by(office: Office, row: SharedList) -> set[str]:
    return {name for name, one in office.everybody.items() if lists_for(actor_of(one.user)).filter(pk=row.pk).exists()}


def test_who_sees_a_list() -> None:
    public_channel()
    office = Office()
    of_department = shared_list(office.owner)
    own = shared_list(office.owner, is_shared=False)
    of_all = shared_list(office.owner, is_of_all=True)
    assert seen_by(office, of_department) == {"owner", "colleague", "approver", "administrator"}
    assert seen_by(office, own) == {"owner"}
    assert seen_by(office, of_all) == set(office.everybody) - {"stranger"}


def test_who_fills_and_who_governs() -> None:
    channel, office = public_channel(), Office()
    variant = variant_on_sale(channel)
    row = shared_list(office.owner)

    def may(service: Any, member: AgencyMember, **given: Any) -> type[Exception] | None:
        try:
            anew(service, list_id=row.pk, actor=actor_of(member.user), **given)
        except (NotFound, PermissionDenied) as error:
            return type(error)
        return None

    adding = {"wishes": [Wish(variant.pk, 1)]}
    assert {name: may(list_items_add, one, **adding) for name, one in office.everybody.items()} == {
        "owner": None, "colleague": None, "administrator": None, "approver": PermissionDenied,
        "elsewhere": NotFound, "stranger": NotFound,
    }  # fmt: skip
    assert SharedListItem.objects.get().quantity == 3
    assert {name: may(shared_list_update, one, name="새 이름") for name, one in office.everybody.items()} == {
        "owner": None, "administrator": None, "colleague": PermissionDenied, "approver": PermissionDenied,
        "elsewhere": NotFound, "stranger": NotFound,
    }  # fmt: skip
    for name in ("colleague", "approver", "elsewhere", "stranger"):
        assert may(shared_list_delete, office.everybody[name]) is not None
    assert may(shared_list_update, office.owner, is_shared=False) is None
    assert may(list_items_add, office.colleague, **adding) is NotFound
    assert may(shared_list_delete, office.administrator) is NotFound, "what is not shared is nobody else's"
    assert SharedListItem.objects.get().quantity == 3


def test_a_list_is_made_by_who_asks_for_purchases() -> None:
    office = Office()
    with pytest.raises(PermissionDenied):
        shared_list(office.approver)
    with pytest.raises(NotFound):
        anew(shared_list_create, agency_id=office.agency.pk, name="x", actor=actor_of(office.stranger.user))
    for name, error in (("  ", Required), ("가" * 81, InvalidInput), ("가\x00", InvalidInput)):
        with pytest.raises(error):
            shared_list(office.owner, name=name)
    made = shared_list(office.owner, name="  봄  문화제 ")
    assert (made.name, made.department_id) == ("봄 문화제", office.owner.department_id)
    assert SharedList.objects.count() == 1


def test_things_are_changed_taken_off_and_put_in_order() -> None:
    channel, office = public_channel(), Office()
    first, second, third, later = (variant_on_sale(channel) for _ in range(4))
    row, actor = shared_list(office.owner, {first: 1, second: 2, third: 3}), actor_of(office.owner.user)
    anew(list_items_add, list_id=row.pk, wishes=[Wish(later.pk, 1)], actor=actor_of(office.colleague.user))
    changes = [
        ItemChange(variant_id=second.pk, quantity=0),
        ItemChange(variant_id=first.pk, quantity=9, note="  회의실용 "),
    ]
    anew(list_items_update, list_id=row.pk, changes=changes, order=[third.pk, first.pk], actor=actor)
    assert list(row.items.values_list("variant_id", "quantity", "note", "position")) == [
        (third.pk, 3, "", 0), (first.pk, 9, "회의실용", 1), (later.pk, 1, "", 2),
    ]  # fmt: skip
    for bad in (ItemChange(variant_id=first.pk, quantity=-1), ItemChange(variant_id=first.pk, quantity=10_000)):
        with pytest.raises(InvalidInput):
            anew(
                list_items_update,
                list_id=row.pk,
                changes=[ItemChange(variant_id=third.pk, quantity=5), bad],
                actor=actor,
            )
    with pytest.raises(NotFound):
        anew(list_items_update, list_id=row.pk, changes=[ItemChange(variant_id=second.pk, quantity=1)], actor=actor)
    assert SharedListItem.objects.get(variant=third).quantity == 3, "nothing by halves"


def test_only_what_agencies_are_shown_is_put_on_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    channel, office = public_channel(), Office()
    row, actor = shared_list(office.owner), actor_of(office.owner.user)
    hidden = variant_on_sale(ChannelFactory())
    quote = variant_on_sale(channel, is_quote_only=True)
    for pk in (hidden.pk, 10**9):
        with pytest.raises(NotFound):
            anew(list_items_add, list_id=row.pk, wishes=[Wish(quote.pk, 1), Wish(pk, 1)], actor=actor)
    assert not SharedListItem.objects.exists()
    anew(list_items_add, list_id=row.pk, wishes=[Wish(quote.pk, 2), Wish(quote.pk, 3)], actor=actor)
    assert SharedListItem.objects.get().quantity == 5
    monkeypatch.setattr(list_items, "MOST_ITEMS", 1)
    with pytest.raises(TooManyItems):
        anew(list_items_add, list_id=row.pk, wishes=[Wish(variant_on_sale(channel).pk, 1)], actor=actor)
    monkeypatch.setattr(list_save, "MOST_LISTS", 1)
    with pytest.raises(TooManyLists):
        shared_list(office.owner)


def test_a_copy_is_ones_own_and_deleting_leaves_a_trace() -> None:
    channel, office = public_channel(), Office()
    variant = variant_on_sale(channel)
    row = shared_list(office.owner, {variant: 4})
    copy = anew(shared_list_copy, list_id=row.pk, actor=actor_of(office.colleague.user))
    assert (copy.name, copy.is_shared, copy.owner_id) == ("사무용품 사본", False, office.colleague.pk)
    assert list(copy.items.values_list("variant_id", "quantity")) == [(variant.pk, 4)]
    with pytest.raises(NotFound):
        anew(shared_list_copy, list_id=row.pk, actor=actor_of(office.elsewhere.user))
    anew(shared_list_delete, list_id=row.pk, actor=actor_of(office.owner.user))
    assert AuditEntry.objects.get(action="baskets.list_delete").data["items"] == [[variant.pk, 4]]
    assert SharedList.objects.get() == copy
