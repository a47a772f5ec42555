"""Apply, mend, withdraw, review."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import InvalidInput, NotFound, Required
from market.core.files.errors import FileRefused, FileTooLarge
from market.core.graphql.mutations import BaseMutation, InvalidId, uuid_from_id
from market.core.graphql.scalars import Upload
from market.vendors import errors
from market.vendors.flows.registry_ask import application_registry_check, application_send, business_number_check
from market.vendors.graphql.application_types import BusinessState, VendorApplication
from market.vendors.graphql.document_types import VendorDocumentKindEnum
from market.vendors.graphql.errors import VendorError
from market.vendors.graphql.mutations.application_decisions import (
    VendorApplicationApprove,
    VendorApplicationDecline,
    VendorApplicationReturn,
)
from market.vendors.graphql.mutations.application_inputs import VendorApplicationInput
from market.vendors.rules import registry_state_of
from market.vendors.selectors.applications import is_number_taken
from market.vendors.services.application_document import application_document_add, application_document_remove
from market.vendors.services.application_start import application_start
from market.vendors.services.application_update import application_update
from market.vendors.services.application_withdraw import application_withdraw

TYPE = "VendorApplication"


class VendorApplicationCreate(BaseMutation):
    application = graphene.Field(VendorApplication, description="The application.")

    class Meta:
        description = (
            "Begin to apply with an enterprise. An empty draft of one's own is found again, so asking twice makes one."
        )
        error_type = VendorError
        login_required = True

    raises = (errors.EmailNotConfirmed, errors.TooManyApplications)

    @classmethod
    def perform(cls, info: Any) -> Any:
        return cls(application=application_start(actor=info.context.actor))


class VendorApplicationUpdate(BaseMutation):
    application = graphene.Field(VendorApplication, description="The application.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the application.")
        input = VendorApplicationInput(required=True, description="What to set.")

    class Meta:
        description = "Fill in a draft, or what was sent back. All of it is set, or nothing."
        error_type = VendorError
        login_required = True

    raises = (
        InvalidId,
        NotFound,
        InvalidInput,
        errors.ApplicationNotEditable,
        errors.OwnApplicationExists,
        errors.BusinessNumberInvalid,
        errors.BusinessNumberTaken,
    )

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> Any:
        given = {name: getattr(value, "value", value) for name, value in input.items()}
        application = application_update(application_id=uuid_from_id(id, TYPE), given=given, actor=info.context.actor)
        return cls(application=application)


class VendorApplicationDocumentAdd(BaseMutation):
    application = graphene.Field(VendorApplication, description="The application.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the application.")
        kind = VendorDocumentKindEnum(required=True, description="What the paper shows.")
        file = Upload(required=True, description="The paper: PDF, JPEG or PNG, at most 10 MB.")

    class Meta:
        description = "Hand in a paper with a draft, or with what was sent back."
        error_type = VendorError
        login_required = True

    raises = (InvalidId, NotFound, errors.ApplicationNotEditable, errors.TooManyPapers, FileRefused, FileTooLarge)

    @classmethod
    def perform(cls, info: Any, *, id: str, kind: Any, file: Any) -> Any:
        application = application_document_add(
            application_id=uuid_from_id(id, TYPE),
            upload=file,
            kind=getattr(kind, "value", kind),
            actor=info.context.actor,
        )
        return cls(application=application)


class VendorApplicationDocumentRemove(BaseMutation):
    application = graphene.Field(VendorApplication, description="The application.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the paper.")

    class Meta:
        description = "Take back a paper of a draft, or of what was sent back."
        error_type = VendorError
        login_required = True

    raises = (InvalidId, NotFound, errors.ApplicationNotEditable)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> Any:
        document_id = uuid_from_id(id, "VendorDocument")
        return cls(application=application_document_remove(document_id=document_id, actor=info.context.actor))


class VendorApplicationSubmit(BaseMutation):
    application = graphene.Field(VendorApplication, description="The application.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the application.")
        agreed = graphene.Boolean(required=True, description="Whether the applicant agrees to the terms of selling.")

    class Meta:
        description = "Send a whole application to those who vet. The tax service is asked about its number on the way."
        error_type = VendorError
        login_required = True

    raises = (
        InvalidId,
        NotFound,
        Required,
        errors.ApplicationNotEditable,
        errors.EmailNotConfirmed,
        errors.MailOrderMissing,
        errors.MissingPaper,
        errors.TermsNotAccepted,
        errors.BusinessNumberTaken,
        errors.UnprovenClaim,
        errors.RegistryClosed,
        errors.RegistryUnknown,
    )

    @classmethod
    def perform(cls, info: Any, *, id: str, agreed: bool) -> Any:
        return cls(
            application=application_send(application_id=uuid_from_id(id, TYPE), actor=info.context.actor, agreed=agreed)
        )


class VendorApplicationWithdraw(BaseMutation):
    application = graphene.Field(VendorApplication, description="The application.")

    class Arguments:
        id = graphene.ID(required=True, description="ID of the application.")

    class Meta:
        description = "Take an application back, until it is decided."
        error_type = VendorError
        login_required = True

    raises = (InvalidId, NotFound, errors.AlreadyDecided)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> Any:
        return cls(application=application_withdraw(application_id=uuid_from_id(id, TYPE), actor=info.context.actor))


class BusinessNumberCheck(BaseMutation):
    business_state = graphene.Field(BusinessState, description="What the tax service says.")
    is_taken = graphene.Boolean(description="Whether an enterprise with this number sells here already.")
    application = graphene.Field(
        VendorApplication, description="The application that keeps the answer, if one was named."
    )

    class Arguments:
        number = graphene.String(description="The number, where no application is named.")
        application_id = graphene.ID(
            description="Ask about this application's number, opening day and representative, and keep the answer with it."
        )

    class Meta:
        description = "Check a business number and ask the tax service whether the business is open. So many times an hour for an account."
        error_type = VendorError
        login_required = True

    raises = (
        InvalidId,
        NotFound,
        Required,
        errors.ApplicationNotEditable,
        errors.BusinessNumberInvalid,
        errors.TooManyChecks,
    )

    @classmethod
    def perform(cls, info: Any, *, number: str | None = None, application_id: str | None = None) -> Any:
        if application_id is None:
            state = business_number_check(text=(number or "")[:40], actor=info.context.actor)
            return cls(business_state=state, is_taken=is_number_taken(state.number))
        pk = uuid_from_id(application_id, TYPE, field="applicationId")
        application = application_registry_check(application_id=pk, actor=info.context.actor)
        if application is None:
            raise NotFound("applicationId")
        known = registry_state_of(application.registry_state, application.business_number)
        is_taken = is_number_taken(application.business_number)
        return cls(business_state=known, is_taken=is_taken, application=application)


class ApplicationMutations:
    vendor_application_create = VendorApplicationCreate.Field()
    vendor_application_update = VendorApplicationUpdate.Field()
    vendor_application_document_add = VendorApplicationDocumentAdd.Field()
    vendor_application_document_remove = VendorApplicationDocumentRemove.Field()
    vendor_application_submit = VendorApplicationSubmit.Field()
    vendor_application_withdraw = VendorApplicationWithdraw.Field()
    vendor_application_approve = VendorApplicationApprove.Field()
    vendor_application_return = VendorApplicationReturn.Field()
    vendor_application_decline = VendorApplicationDecline.Field()
    business_number_check = BusinessNumberCheck.Field()
