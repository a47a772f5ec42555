"""How an agency comes here: apply, prove the official address, send, decide."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies import errors
from market.agencies.graphql.application_types import AgencyApplication
from market.agencies.graphql.errors import AgencyError
from market.agencies.graphql.mutations.registration_decisions import (
    AgencyApplicationApprove,
    AgencyApplicationDecline,
    AgencyApplicationPassOn,
    AgencyApplicationReturn,
    AgencyJoinApprove,
)
from market.agencies.graphql.policy_types import AgencyLawEnum
from market.agencies.graphql.queries import plain
from market.agencies.graphql.types import AgencyRegimeEnum
from market.agencies.services.application_start import application_start
from market.agencies.services.application_submit import application_submit, application_withdraw
from market.agencies.services.application_update import (
    application_paper_remove,
    application_paper_set,
    application_update,
)
from market.agencies.services.official_address import official_address_ask, official_address_confirm
from market.core.errors import InvalidInput, NotFound, Required
from market.core.files.errors import FileRefused, FileTooLarge
from market.core.graphql.mutations import BaseMutation, InvalidId, uuid_from_id
from market.core.graphql.scalars import Upload

TYPE = "AgencyApplication"
ID = "ID of the application."
THE = "The application."


class AgencyApplicationInput(graphene.InputObjectType):
    """Facts of an application. What is left out stays; a blank text is taken away."""

    registration_number = graphene.InputField(graphene.String, description="고유번호, with or without hyphens.")
    name = graphene.InputField(graphene.String, description="Name of the agency.")
    regime = graphene.InputField(AgencyRegimeEnum, description="Whose contract rules it follows.")
    base_law = graphene.InputField(
        AgencyLawEnum, description="Of an agency with rules of its own: the law they rest on."
    )
    official_email = graphene.InputField(
        graphene.String, description="An address of the agency's own domain; no public provider."
    )
    representative = graphene.InputField(graphene.String, description="기관장.")
    phone = graphene.InputField(graphene.String, description="A Korean phone number, in any way of writing.")
    postal_code = graphene.InputField(graphene.String, description="Postcode of five digits.")
    address = graphene.InputField(graphene.String, description="Address without postcode.")
    department = graphene.InputField(graphene.String, description="The applicant's department.")
    job_title = graphene.InputField(graphene.String, description="The applicant's title.")


class AgencyRegister(BaseMutation):
    application = graphene.Field(AgencyApplication, description=THE)

    class Meta:
        description = (
            "Begin to apply for an agency. An empty draft of one's own is found again, so asking twice makes one."
        )
        error_type = AgencyError
        login_required = True

    raises = (errors.EmailNotConfirmed, errors.TooManyApplications)

    @classmethod
    def perform(cls, info: Any) -> Any:
        return cls(application=application_start(actor=info.context.actor))


class AgencyApplicationUpdate(BaseMutation):
    application = graphene.Field(AgencyApplication, description=THE)

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        input = AgencyApplicationInput(required=True, description="What to set.")

    class Meta:
        description = "Fill in a draft, or what was sent back. All of it is set, or nothing."
        error_type = AgencyError
        login_required = True

    raises = (
        InvalidId,
        NotFound,
        InvalidInput,
        errors.ApplicationNotEditable,
        errors.OwnApplicationExists,
        errors.AgencyNumberInvalid,
        errors.PublicMailRefused,
    )

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> Any:
        pk = uuid_from_id(id, TYPE)
        return cls(application=application_update(application_id=pk, given=plain(input), actor=info.context.actor))


class AgencyApplicationPaperSet(BaseMutation):
    application = graphene.Field(AgencyApplication, description=THE)

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        file = Upload(description="고유번호증: PDF, JPEG or PNG, at most 10 MB; null takes the one there is back.")

    class Meta:
        description = "Hand in the certificate of the number with a draft or what was sent back, or take it back."
        error_type = AgencyError
        login_required = True

    raises = (InvalidId, NotFound, errors.ApplicationNotEditable, FileRefused, FileTooLarge)

    @classmethod
    def perform(cls, info: Any, *, id: str, file: Any = None) -> Any:
        pk, actor = uuid_from_id(id, TYPE), info.context.actor
        if file is None:
            return cls(application=application_paper_remove(application_id=pk, actor=actor))
        return cls(application=application_paper_set(application_id=pk, upload=file, actor=actor))


class AgencyOfficialEmailRequest(BaseMutation):
    application = graphene.Field(AgencyApplication, description=THE)

    class Arguments:
        id = graphene.ID(required=True, description=ID)

    class Meta:
        description = (
            "Mail a link to the official address, good once within a day. Nothing is mailed when it is confirmed."
        )
        error_type = AgencyError
        login_required = True

    raises = (
        InvalidId,
        NotFound,
        Required,
        errors.ApplicationNotEditable,
        errors.EmailNotConfirmed,
        errors.TooManyMails,
    )

    @classmethod
    def perform(cls, info: Any, *, id: str) -> Any:
        pk = uuid_from_id(id, TYPE)
        return cls(application=official_address_ask(application_id=pk, actor=info.context.actor))


class AgencyOfficialEmailConfirm(BaseMutation):
    application = graphene.Field(AgencyApplication, description=THE)

    class Arguments:
        token = graphene.String(required=True, description="The token of the mail.")

    class Meta:
        description = "Confirm the official address by the token of its mail, as the applicant."
        error_type = AgencyError
        login_required = True

    raises = (errors.ProofOver,)

    @classmethod
    def perform(cls, info: Any, *, token: str) -> Any:
        return cls(application=official_address_confirm(token=token, actor=info.context.actor))


class AgencyApplicationSubmit(BaseMutation):
    application = graphene.Field(AgencyApplication, description=THE)

    class Arguments:
        id = graphene.ID(required=True, description=ID)

    class Meta:
        description = (
            "Send a whole application to those who decide. Where the agency is here already, its administrators do; the answer does not"
            " tell."
        )
        error_type = AgencyError
        login_required = True

    raises = (
        InvalidId,
        NotFound,
        Required,
        errors.ApplicationNotEditable,
        errors.EmailNotConfirmed,
        errors.OfficialAddressUnproved,
    )

    @classmethod
    def perform(cls, info: Any, *, id: str) -> Any:
        pk = uuid_from_id(id, TYPE)
        return cls(application=application_submit(application_id=pk, actor=info.context.actor))


class AgencyApplicationWithdraw(BaseMutation):
    application = graphene.Field(AgencyApplication, description=THE)

    class Arguments:
        id = graphene.ID(required=True, description=ID)

    class Meta:
        description = "Take an application back, until it is decided."
        error_type = AgencyError
        login_required = True

    raises = (InvalidId, NotFound, errors.ApplicationMoved)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> Any:
        pk = uuid_from_id(id, TYPE)
        return cls(application=application_withdraw(application_id=pk, actor=info.context.actor))


class RegistrationMutations:
    agency_register = AgencyRegister.Field()
    agency_application_update = AgencyApplicationUpdate.Field()
    agency_application_paper_set = AgencyApplicationPaperSet.Field()
    agency_official_email_request = AgencyOfficialEmailRequest.Field()
    agency_official_email_confirm = AgencyOfficialEmailConfirm.Field()
    agency_application_submit = AgencyApplicationSubmit.Field()
    agency_application_withdraw = AgencyApplicationWithdraw.Field()
    agency_application_approve = AgencyApplicationApprove.Field()
    agency_application_return = AgencyApplicationReturn.Field()
    agency_application_decline = AgencyApplicationDecline.Field()
    agency_application_pass_on = AgencyApplicationPassOn.Field()
    agency_join_approve = AgencyJoinApprove.Field()
