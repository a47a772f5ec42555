"""Approve, edit or send back what enterprises propose; mend and withdraw what is one's own."""

from __future__ import annotations

from typing import Any

import graphene

from market.catalog import errors
from market.catalog.graphql.mutations.products import GOODS_ERRORS
from market.catalog.graphql.proposal_types import ProductProposal, ProposalError
from market.catalog.services import proposal_decide
from market.core.errors import InvalidInput
from market.core.graphql.mutations import BaseMutation, pk_from_id
from market.core.graphql.scalars import JSONString
from market.core.graphql.types import non_null_list
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.selectors.membership import ensure_member_or

DECISION_ERRORS = (errors.ProposalDecided, errors.ProposalChanged, errors.ProposalNotEditable, errors.ProposalConflict)
VERSION = "Version that was read; another one is refused, so that nobody decides over what they have not seen."


class ProposalEditInput(graphene.InputObjectType):
    """Another value for one field."""

    path = graphene.String(required=True, description="The field.")
    value = JSONString(description="The value, in the form of `payload`; null takes away what can be taken away.")


class ProposalReasonInput(graphene.InputObjectType):
    """What is to be mended in one field."""

    path = graphene.String(required=True, description="The field.")
    text = graphene.String(required=True, description="What is wrong with it, and what would be right.")


def _by_path(given: list[Any] | None, value: str, field: str) -> dict[str, Any]:
    found = {item["path"]: item.get(value) for item in given or []}
    if len(found) != len(given or []):
        raise InvalidInput(field, "같은 칸이 두 번 있어요.", "The same field is named twice.")
    return found


class ProductProposalApprove(BaseMutation):
    class Meta:
        description = "Carry out what is proposed: all of it, with edits, or without some fields."
        error_type = ProposalError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the proposal.")
        version = graphene.Int(required=True, description=VERSION)
        edits = non_null_list(ProposalEditInput, description="Values that replace or complete what is proposed.")
        leave_out = non_null_list(graphene.String, description="Paths of fields that stay as they are on sale.")
        accept_conflicts = non_null_list(
            graphene.String,
            description="Paths of fields whose live value changed meanwhile and is replaced all the same.",
        )
        comment = graphene.String(description="A word to the enterprise.")

    raises = (*GOODS_ERRORS, *DECISION_ERRORS)
    proposal = graphene.Field(ProductProposal, description="The proposal.")

    @classmethod
    def perform(cls, info: Any, id: str, version: int, **given: Any) -> ProductProposalApprove:
        approval = proposal_decide.Approval(
            edits=_by_path(given.get("edits"), "value", "edits"),
            leave_out=frozenset(given.get("leave_out") or ()),
            accept=frozenset(given.get("accept_conflicts") or ()),
            comment=given.get("comment") or "",
        )
        key = pk_from_id(id, "ProductProposal")
        proposal = proposal_decide.proposal_approve(
            proposal_id=key, version=version, approval=approval, actor=info.context.actor
        )
        return cls(proposal=proposal)


class ProductProposalReturn(BaseMutation):
    class Meta:
        description = "Send a proposal back with what is to be mended."
        error_type = ProposalError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the proposal.")
        version = graphene.Int(required=True, description=VERSION)
        reasons = non_null_list(ProposalReasonInput, description="What is to be mended, by field.")
        comment = graphene.String(description="What is to be mended, in general.")

    raises = (*GOODS_ERRORS, *DECISION_ERRORS)
    proposal = graphene.Field(ProductProposal, description="The proposal.")

    @classmethod
    def perform(cls, info: Any, id: str, version: int, reasons: Any = None, comment: str | None = None) -> Any:
        proposal = proposal_decide.proposal_return(
            proposal_id=pk_from_id(id, "ProductProposal"),
            version=version,
            reasons=_by_path(reasons, "text", "reasons"),
            comment=comment or "",
            actor=info.context.actor,
        )
        return cls(proposal=proposal)


class ProductProposalDecline(BaseMutation):
    class Meta:
        description = "Refuse a proposal for good; the product stays as it is."
        error_type = ProposalError
        permissions = (MANAGE_PRODUCTS,)

    class Arguments:
        id = graphene.ID(required=True, description="ID of the proposal.")
        version = graphene.Int(required=True, description=VERSION)
        comment = graphene.String(required=True, description="Why.")

    raises = (*GOODS_ERRORS, *DECISION_ERRORS)
    proposal = graphene.Field(ProductProposal, description="The proposal.")

    @classmethod
    def perform(cls, info: Any, id: str, version: int, comment: str) -> ProductProposalDecline:
        proposal = proposal_decide.proposal_decline(
            proposal_id=pk_from_id(id, "ProductProposal"), version=version, comment=comment, actor=info.context.actor
        )
        return cls(proposal=proposal)


class ProductProposalWithdraw(BaseMutation):
    class Meta:
        description = "Take a proposal back."
        error_type = ProposalError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the proposal.")

    raises = (*GOODS_ERRORS, *DECISION_ERRORS)
    proposal = graphene.Field(ProductProposal, description="The proposal.")

    @classmethod
    def perform(cls, info: Any, id: str) -> ProductProposalWithdraw:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        key = pk_from_id(id, "ProductProposal")
        return cls(proposal=proposal_decide.proposal_withdraw(proposal_id=key, actor=info.context.actor))


class ProductProposalUpdate(BaseMutation):
    class Meta:
        description = "Mend what is proposed, field by field. One that was sent back is then to be resubmitted."
        error_type = ProposalError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the proposal.")
        version = graphene.Int(required=True, description=VERSION)
        edits = non_null_list(ProposalEditInput, description="Other values, by field.")
        remove = non_null_list(graphene.String, description="Paths of fields that are no longer proposed.")

    raises = (*GOODS_ERRORS, *DECISION_ERRORS)
    proposal = graphene.Field(ProductProposal, description="The proposal.")

    @classmethod
    def perform(cls, info: Any, id: str, version: int, edits: Any = None, remove: Any = None) -> Any:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        proposal = proposal_decide.proposal_update(
            proposal_id=pk_from_id(id, "ProductProposal"),
            version=version,
            edits=_by_path(edits, "value", "edits"),
            remove=remove or (),
            actor=info.context.actor,
        )
        return cls(proposal=proposal)


class ProductProposalResubmit(BaseMutation):
    class Meta:
        description = "Propose again what was sent back, once it is mended."
        error_type = ProposalError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the proposal.")
        comment = graphene.String(description="A word to the staff.")

    raises = (*GOODS_ERRORS, *DECISION_ERRORS)
    proposal = graphene.Field(ProductProposal, description="The proposal.")

    @classmethod
    def perform(cls, info: Any, id: str, comment: str | None = None) -> ProductProposalResubmit:
        ensure_member_or(info.context.actor, MANAGE_PRODUCTS)
        proposal = proposal_decide.proposal_resubmit(
            proposal_id=pk_from_id(id, "ProductProposal"), comment=comment or "", actor=info.context.actor
        )
        return cls(proposal=proposal)


class ProposalMutations:
    product_proposal_approve = ProductProposalApprove.Field()
    product_proposal_return = ProductProposalReturn.Field()
    product_proposal_decline = ProductProposalDecline.Field()
    product_proposal_withdraw = ProductProposalWithdraw.Field()
    product_proposal_update = ProductProposalUpdate.Field()
    product_proposal_resubmit = ProductProposalResubmit.Field()
