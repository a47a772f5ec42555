"""Keep lists."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies.selectors.membership import ensure_agency_member_or
from market.baskets.errors import NoPublicChannel, TooManyItems, TooManyLists
from market.baskets.graphql.inputs import BasketItemInput, SharedListItemChangeInput, bounded, wishes_of
from market.baskets.graphql.types import BasketError, SharedList
from market.baskets.services.list_items import ItemChange, list_items_add, list_items_update
from market.baskets.services.list_save import (
    shared_list_copy,
    shared_list_create,
    shared_list_delete,
    shared_list_update,
)
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id, uuid_from_id
from market.core.graphql.types import non_null_list

LIST = "ID of the list."
ITEMS = "What to put on it, 300 things at once; a list holds 200."


class SharedListCreate(BaseMutation):
    class Meta:
        description = "Make a list; by members who ask for purchases. An agency keeps 300 of them."
        error_type = BasketError
        login_required = True
        idempotent = True

    class Arguments:
        agency = graphene.ID(required=True, description="ID of the agency.")
        name = graphene.String(required=True, description="Its name, 80 letters.")
        note = graphene.String(description="What it is for, 300 letters.")
        is_shared = graphene.Boolean(description="False: only its owner sees it. Shared unless said otherwise.")
        is_of_all = graphene.Boolean(description="True: shared with the whole agency, not with the department alone.")

    raises = (NotFound, InvalidId, InvalidInput, Required, TooManyLists)
    shared_list = graphene.Field(SharedList, description="The list.")

    @classmethod
    def perform(cls, info: Any, agency: str, name: str, **given: Any) -> SharedListCreate:
        ensure_agency_member_or(info.context.actor)
        made = shared_list_create(
            agency_id=pk_from_id(agency, "Agency", field="agency"),
            name=name,
            note=given.get("note") or "",
            is_shared=given.get("is_shared") is not False,
            is_of_all=bool(given.get("is_of_all")),
            actor=info.context.actor,
        )
        return cls(shared_list=made)


class SharedListCopy(BaseMutation):
    class Meta:
        description = "Make an own copy of a list one may see; it is not shared until one says so."
        error_type = BasketError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=LIST)
        name = graphene.String(description="Name of the copy; without one that of the list with a word behind it.")

    raises = (NotFound, InvalidId, InvalidInput, Required, TooManyLists)
    shared_list = graphene.Field(SharedList, description="The copy.")

    @classmethod
    def perform(cls, info: Any, id: str, name: str | None = None) -> SharedListCopy:
        ensure_agency_member_or(info.context.actor)
        made = shared_list_copy(list_id=uuid_from_id(id, "SharedList"), name=name or "", actor=info.context.actor)
        return cls(shared_list=made)


class SharedListUpdate(BaseMutation):
    class Meta:
        description = "Rename, share or unshare a list; by its owner, and by administrators for shared ones."
        error_type = BasketError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=LIST)
        name = graphene.String(description="Its name, 80 letters.")
        note = graphene.String(description="What it is for, 300 letters.")
        is_shared = graphene.Boolean(description="False: only its owner sees it.")

    raises = (NotFound, InvalidId, InvalidInput, Required)
    shared_list = graphene.Field(SharedList, description="The list.")

    @classmethod
    def perform(cls, info: Any, id: str, **given: Any) -> SharedListUpdate:
        ensure_agency_member_or(info.context.actor)
        row = shared_list_update(
            list_id=uuid_from_id(id, "SharedList"),
            actor=info.context.actor,
            name=given.get("name"),
            note=given.get("note"),
            is_shared=given.get("is_shared"),
        )
        return cls(shared_list=row)


class SharedListDelete(BaseMutation):
    class Meta:
        description = "Delete a list with what stands on it; by its owner, and by administrators for shared ones."
        error_type = BasketError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=LIST)

    raises = (NotFound, InvalidId)
    name = graphene.String(description="What it was called.")

    @classmethod
    def perform(cls, info: Any, id: str) -> SharedListDelete:
        ensure_agency_member_or(info.context.actor)
        gone = shared_list_delete(list_id=uuid_from_id(id, "SharedList"), actor=info.context.actor)
        return cls(name=gone.name)


class SharedListItemsAdd(BaseMutation):
    class Meta:
        description = "Put things on a list, of what stands there already more; by members who ask for purchases and see the list."
        error_type = BasketError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=LIST)
        items = graphene.Argument(non_null_list(BasketItemInput), required=True, description=ITEMS)

    raises = (NotFound, InvalidId, InvalidInput, TooManyItems, NoPublicChannel)
    shared_list = graphene.Field(SharedList, description="The list.")

    @classmethod
    def perform(cls, info: Any, id: str, items: Any) -> SharedListItemsAdd:
        ensure_agency_member_or(info.context.actor)
        row = list_items_add(list_id=uuid_from_id(id, "SharedList"), wishes=wishes_of(items), actor=info.context.actor)
        return cls(shared_list=row)


class SharedListItemsUpdate(BaseMutation):
    class Meta:
        description = (
            "Change pieces and notes of things on a list, take them off, put them in order. What others added stays."
        )
        error_type = BasketError
        login_required = True

    class Arguments:
        id = graphene.ID(required=True, description=LIST)
        items = graphene.Argument(non_null_list(SharedListItemChangeInput), description="What to change.")
        order = graphene.Argument(
            non_null_list(graphene.ID), description="IDs of variants to stand first, in this order; the others follow."
        )

    raises = (NotFound, InvalidId, InvalidInput, TooManyItems)
    shared_list = graphene.Field(SharedList, description="The list.")

    @classmethod
    def perform(cls, info: Any, id: str, items: Any = None, order: Any = None) -> SharedListItemsUpdate:
        ensure_agency_member_or(info.context.actor)
        changes = [
            ItemChange(
                variant_id=pk_from_id(item.variant, "ProductVariant", field="items"),
                quantity=item.get("quantity"),
                note=item.get("note"),
            )
            for item in bounded(items or ())
        ]
        row = list_items_update(
            list_id=uuid_from_id(id, "SharedList"),
            changes=changes,
            order=[pk_from_id(one, "ProductVariant", field="order") for one in bounded(order or (), "order")],
            actor=info.context.actor,
        )
        return cls(shared_list=row)
