"""Proposals as clients see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import graphene

from market.accounts.models import User as UserModel
from market.catalog.graphql.desk_views import desk_view
from market.catalog.graphql.media import picture_url
from market.catalog.models import ProposalAction, ProposalKind, ProposalStatus
from market.catalog.selectors.products import products_in_view
from market.catalog.selectors.proposal_words import Names, label_of, names_for, words_of
from market.catalog.selectors.proposals import Difference, differences_of, steps_of
from market.core.graphql.batch import batch, by_key, grouped
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import enum_from_choices, error_code_enum
from market.core.graphql.languages import in_english, language_argument
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import DateTime, JSONString
from market.core.graphql.types import ModelObjectType, Node, non_null_list
from market.vendors.models import Vendor as VendorModel

ProposalKindEnum = enum_from_choices("ProposalKindEnum", ProposalKind, "What is proposed.")
ProposalStatusEnum = enum_from_choices("ProposalStatusEnum", ProposalStatus, "How a proposal stands.")
ProposalActionEnum = enum_from_choices("ProposalActionEnum", ProposalAction, "What was done to a proposal.")
ProposalErrorCode = error_code_enum(
    "ProposalErrorCode",
    """GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE ALREADY_DECIDED STALE CONFLICT NOT_EDITABLE DUPLICATED_INPUT_ITEM INVALID_PRICE
    PRODUCT_WITHOUT_CATEGORY PRODUCT_NOT_ASSIGNED_TO_CHANNEL NOT_PRODUCTS_IMAGE NOT_PRODUCTS_VARIANT""",
)
ProductProposalCountableConnection = connection_type(
    "ProductProposal", "market.catalog.graphql.proposal_types.ProductProposal", "proposals"
)


class ProposalError(SaleorError):
    """What went wrong with a proposal. ``field`` is the path where a value is wrong."""

    code = graphene.Field(ProposalErrorCode, required=True, description="The error's code.")


@dataclass(slots=True)
class Worded:
    difference: Difference
    names: Names


class ProposalDifference(graphene.ObjectType):
    """One field of a proposal."""

    path = graphene.String(
        required=True, description="Which field, for edits and reasons: `name`, `variant:7:price:1`."
    )
    label = graphene.String(required=True, language_code=language_argument(), description="What the field is called.")
    old_value = JSONString(description="What it was when it was proposed.")
    new_value = JSONString(description="What is proposed.")
    current_value = JSONString(description="What is on sale now.")
    payload = JSONString(
        description="What is proposed in the form that edits take; for most fields the new value itself."
    )
    old_text = graphene.String(required=True, language_code=language_argument(), description="The old value in words.")
    new_text = graphene.String(required=True, language_code=language_argument(), description="The new value in words.")
    current_text = graphene.String(
        required=True, language_code=language_argument(), description="What is on sale now, in words."
    )
    old_picture = graphene.String(description="Address of the old picture, where the field is one.")
    new_picture = graphene.String(description="Address of the new picture, where the field is one.")
    is_conflict = graphene.Boolean(
        required=True, description="The live value changed after the proposal: somebody has to choose which one stays."
    )
    reason = graphene.String(required=True, description="What staff asked to be mended here.")

    @staticmethod
    def resolve_path(root: Worded, info: Any) -> str:
        return root.difference.path

    @staticmethod
    def resolve_label(root: Worded, info: Any, language_code: Any = None) -> str:
        return label_of(root.difference.path, root.names)[in_english(info, language_code)]

    @staticmethod
    def resolve_old_value(root: Worded, info: Any) -> Any:
        return root.difference.old

    @staticmethod
    def resolve_new_value(root: Worded, info: Any) -> Any:
        return root.difference.new

    @staticmethod
    def resolve_current_value(root: Worded, info: Any) -> Any:
        return root.difference.now

    @staticmethod
    def resolve_payload(root: Worded, info: Any) -> Any:
        return root.difference.payload

    @staticmethod
    def resolve_old_text(root: Worded, info: Any, language_code: Any = None) -> str:
        return _words(root, root.difference.old, info, language_code)

    @staticmethod
    def resolve_new_text(root: Worded, info: Any, language_code: Any = None) -> str:
        return _words(root, root.difference.new, info, language_code)

    @staticmethod
    def resolve_current_text(root: Worded, info: Any, language_code: Any = None) -> str:
        return _words(root, root.difference.now, info, language_code)

    @staticmethod
    def resolve_old_picture(root: Worded, info: Any) -> str | None:
        return _picture(root, root.difference.old)

    @staticmethod
    def resolve_new_picture(root: Worded, info: Any) -> str | None:
        return _picture(root, root.difference.new)

    @staticmethod
    def resolve_is_conflict(root: Worded, info: Any) -> bool:
        return root.difference.is_conflict

    @staticmethod
    def resolve_reason(root: Worded, info: Any) -> str:
        return root.difference.reason


def _words(root: Worded, value: Any, info: Any, language_code: Any) -> str:
    return words_of(root.difference.path, value, root.names)[in_english(info, language_code)]


def _picture(root: Worded, value: Any) -> str | None:
    if not root.difference.path.startswith("media:") or not isinstance(value, dict):
        return None
    return picture_url(value.get("artwork", ""), value.get("image", ""), None, None)


class ProposalStep(graphene.ObjectType):
    """One thing that was done to a proposal. The history only grows."""

    action = graphene.Field(ProposalActionEnum, required=True, description="What was done.")
    at = DateTime(required=True, description="When.")
    by_staff = graphene.Boolean(required=True, description="Whether the market's staff did it.")
    actor_name = graphene.String(
        required=True, description="Who of the enterprise did it; staff and people who left are not named."
    )
    version = graphene.Int(required=True, description="Version of the proposal after it.")
    comment = graphene.String(required=True, description="What was said.")
    changes = JSONString(required=True, description="What it changed: {path: {old, new}}.")
    reasons = JSONString(required=True, description="What was asked to be mended: {path: text}.")

    @batch
    def resolve_actor_name(parents: Sequence[Any], info: Any) -> list[str]:
        wanted = {parent.actor_id for parent in parents if not parent.by_staff and parent.actor_id is not None}
        names = (
            {user.pk: f"{user.last_name}{user.first_name}".strip() for user in UserModel.objects.filter(pk__in=wanted)}
            if wanted
            else {}
        )
        return ["" if parent.by_staff else names.get(parent.actor_id, "") for parent in parents]


class ProposalReason(graphene.ObjectType):
    """What staff asked to be mended in one field."""

    path = graphene.String(required=True, description="The field.")
    label = graphene.String(required=True, language_code=language_argument(), description="What the field is called.")
    text = graphene.String(required=True, description="What is wrong with it.")

    @staticmethod
    def resolve_label(root: Any, info: Any, language_code: Any = None) -> str:
        return label_of(root["path"], root["names"])[in_english(info, language_code)]


class ProductProposal(ModelObjectType):
    """Changes of one product that wait for a review, or were decided."""

    class Meta:
        interfaces = (Node,)

    kind = graphene.Field(ProposalKindEnum, required=True, description="What is proposed.")
    status = graphene.Field(ProposalStatusEnum, required=True, description="How it stands.")
    product_name = graphene.String(required=True, description="Name of the product, as it was.")
    product = graphene.Field(
        "market.catalog.graphql.products.Product", description="The product; none once it is deleted."
    )
    vendor = graphene.Field(
        "market.vendors.graphql.types.Vendor", required=True, description="The enterprise that proposes."
    )
    version = graphene.Int(required=True, description="Grows with each change; name it to decide what you have read.")
    submitted_at = DateTime(required=True, description="Since when it waits.")
    created_at = DateTime(required=True, description="When it was first proposed.")
    decided_at = DateTime(description="When it was decided.")
    comment = graphene.String(required=True, description="What staff said last.")
    changes = graphene.Field(
        non_null_list(ProposalDifference), required=True, description="What it changes, field by field."
    )
    reasons = graphene.Field(
        non_null_list(ProposalReason),
        required=True,
        description="What is to be mended; also of fields that are not changed.",
    )
    change_count = graphene.Int(required=True, description="How many fields it changes.")
    history = graphene.Field(
        non_null_list(ProposalStep), required=True, description="What was done to it, oldest first."
    )

    @batch
    def resolve_product(parents: Sequence[Any], info: Any) -> list[Any]:
        keys = [parent.product_id for parent in parents]
        found = products_in_view((key for key in keys if key is not None), desk_view(info))
        return [found.get(key) for key in keys]

    @batch
    def resolve_vendor(parents: Sequence[Any], info: Any) -> list[Any]:
        keys = [parent.vendor_id for parent in parents]
        return by_key(VendorModel.objects.filter(pk__in=set(keys)), lambda row: row.pk, keys)

    @batch
    def resolve_changes(parents: Sequence[Any], info: Any) -> list[list[Worded]]:
        found = differences_of(parents)
        names = names_for(one for rows in found.values() for one in rows)
        return [[Worded(one, names) for one in found[parent.pk]] for parent in parents]

    @batch
    def resolve_reasons(parents: Sequence[Any], info: Any) -> list[list[Any]]:
        paths = [path for parent in parents for path in parent.reasons]
        names = names_for(Difference(path, None, None, None, None, False, "") for path in paths) if paths else Names()
        return [
            [{"path": path, "text": text, "names": names} for path, text in parent.reasons.items()]
            for parent in parents
        ]

    @staticmethod
    def resolve_change_count(root: Any, info: Any) -> int:
        return len(root.changes)

    @batch
    def resolve_history(parents: Sequence[Any], info: Any) -> list[list[Any]]:
        keys = [parent.pk for parent in parents]
        return grouped(steps_of(keys), lambda row: row.proposal_id, keys)
