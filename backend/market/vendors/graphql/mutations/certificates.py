"""Hand in, verify, reject, revoke."""

from __future__ import annotations

from typing import Any

import graphene

from market.core.errors import InvalidInput, NotFound, Required
from market.core.files.errors import FileRefused, FileTooLarge
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id
from market.core.graphql.scalars import Date, Upload
from market.core.permissions import MANAGE_VENDORS
from market.vendors.certificate_errors import (
    CertificateEnded,
    CertificateKnown,
    CertificateNotDecidable,
    OwnCertificate,
    RenewalWaiting,
)
from market.vendors.errors import TooManyPapers
from market.vendors.graphql.certificate_types import VendorCertificate
from market.vendors.graphql.errors import VendorError
from market.vendors.selectors.certificate_desk import certificate_get
from market.vendors.selectors.membership import ensure_member_or
from market.vendors.services.certificate_submit import CertificatePaper, certificate_replace, certificate_submit
from market.vendors.services.certificate_verify import certificate_reject, certificate_revoke, certificate_verify
from market.vendors.services.certificate_withdraw import certificate_withdraw

ID = "ID of the certificate."
AFTER = "The certificate after the change."
OF_PAPERS = (FileRefused, FileTooLarge, TooManyPapers)
OF_CHECKS = (NotFound, InvalidId, OwnCertificate, CertificateNotDecidable)


class CertificateInput(graphene.InputObjectType):
    """What a certificate says."""

    number = graphene.String(required=True, description="Its number, as printed.")
    issued_on = graphene.Field(Date, required=True, description="Day of issue.")
    valid_until = graphene.Field(Date, description="Last day it counts; none where its kind has no end.")
    authority = graphene.String(description="Who issued it; the kind's own authority unless given.")
    item = graphene.String(description="The item it speaks of, where its kind is per item.")


class CertificateSubmit(BaseMutation):
    class Meta:
        description = "Hand in a certificate of an enterprise to be checked, with its paper. For its people who keep certificates."
        error_type = VendorError

    class Arguments:
        vendor = graphene.ID(required=True, description="ID of the enterprise.")
        kind = graphene.String(required=True, description="Code of the kind.")
        input = CertificateInput(required=True, description="What it says.")
        file = Upload(required=True, description="The paper: PDF, JPEG or PNG, 10 MB at most.")

    raises = (NotFound, InvalidId, Required, InvalidInput, CertificateKnown, *OF_PAPERS)
    certificate = graphene.Field(VendorCertificate, description="The certificate, waiting to be checked.")

    @classmethod
    def perform(cls, info: Any, vendor: str, kind: str, input: Any, file: Any) -> CertificateSubmit:
        ensure_member_or(info.context.actor)
        done = certificate_submit(
            vendor_id=pk_from_id(vendor, "Vendor", field="vendor"),
            kind_code=kind,
            paper=_paper(input),
            upload=file,
            actor=info.context.actor,
        )
        return cls(certificate=_shown(done.pk, info))


class CertificateReplace(BaseMutation):
    class Meta:
        description = (
            "Hand in the renewal of a verified certificate; the old one counts beside it through its own last day. For people of its"
            " enterprise who keep certificates."
        )
        error_type = VendorError

    class Arguments:
        id = graphene.ID(required=True, description="ID of the certificate that is renewed.")
        input = CertificateInput(required=True, description="What the new one says.")
        file = Upload(required=True, description="The paper: PDF, JPEG or PNG, 10 MB at most.")

    raises = (
        NotFound, InvalidId, Required, InvalidInput, CertificateKnown, RenewalWaiting, CertificateNotDecidable, *OF_PAPERS,
    )  # fmt: skip
    certificate = graphene.Field(VendorCertificate, description="The new certificate, waiting to be checked.")

    @classmethod
    def perform(cls, info: Any, id: str, input: Any, file: Any) -> CertificateReplace:
        ensure_member_or(info.context.actor)
        done = certificate_replace(
            certificate_id=pk_from_id(id, "Certificate"),
            paper=_paper(input),
            upload=file,
            actor=info.context.actor,
        )
        return cls(certificate=_shown(done.pk, info))


class CertificateWithdraw(BaseMutation):
    class Meta:
        description = (
            "Take back a certificate that nobody has decided about. For people of its enterprise who keep certificates."
        )
        error_type = VendorError

    class Arguments:
        id = graphene.ID(required=True, description=ID)

    raises = (NotFound, InvalidId, CertificateNotDecidable)
    certificate = graphene.Field(VendorCertificate, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str) -> CertificateWithdraw:
        ensure_member_or(info.context.actor)
        done = certificate_withdraw(certificate_id=pk_from_id(id, "Certificate"), actor=info.context.actor)
        return cls(certificate=_shown(done.pk, info))


class CertificateVerify(BaseMutation):
    class Meta:
        description = (
            "Say that a certificate was checked and is right: it counts from now on. Not for people of its enterprise."
        )
        error_type = VendorError
        permissions = (MANAGE_VENDORS,)

    class Arguments:
        id = graphene.ID(required=True, description=ID)

    raises = (*OF_CHECKS, CertificateEnded)
    certificate = graphene.Field(VendorCertificate, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str) -> CertificateVerify:
        done = certificate_verify(certificate_id=pk_from_id(id, "Certificate"), actor=info.context.actor)
        return cls(certificate=_shown(done.pk, info))


class CertificateReject(BaseMutation):
    class Meta:
        description = "Send a certificate back with what is wrong with it. Not for people of its enterprise."
        error_type = VendorError
        permissions = (MANAGE_VENDORS,)

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        reason = graphene.String(required=True, description="What is wrong; the enterprise reads it.")

    raises = (*OF_CHECKS, Required, InvalidInput)
    certificate = graphene.Field(VendorCertificate, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> CertificateReject:
        done = certificate_reject(certificate_id=pk_from_id(id, "Certificate"), reason=reason, actor=info.context.actor)
        return cls(certificate=_shown(done.pk, info))


class CertificateRevoke(BaseMutation):
    class Meta:
        description = "Let a verified certificate count no longer, from this moment, with the reason. Not for people of its enterprise."
        error_type = VendorError
        permissions = (MANAGE_VENDORS,)

    class Arguments:
        id = graphene.ID(required=True, description=ID)
        reason = graphene.String(required=True, description="Why; the enterprise reads it.")

    raises = (*OF_CHECKS, Required, InvalidInput)
    certificate = graphene.Field(VendorCertificate, description=AFTER)

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> CertificateRevoke:
        done = certificate_revoke(certificate_id=pk_from_id(id, "Certificate"), reason=reason, actor=info.context.actor)
        return cls(certificate=_shown(done.pk, info))


class CertificateMutations:
    certificate_submit = CertificateSubmit.Field()
    certificate_replace = CertificateReplace.Field()
    certificate_withdraw = CertificateWithdraw.Field()
    certificate_verify = CertificateVerify.Field()
    certificate_reject = CertificateReject.Field()
    certificate_revoke = CertificateRevoke.Field()


def _paper(given: Any) -> CertificatePaper:
    texts = {name: (given.get(name) or "").replace("\x00", "") for name in ("number", "authority", "item")}
    return CertificatePaper(issued_on=given["issued_on"], valid_until=given.get("valid_until"), **texts)


def _shown(certificate_id: int, info: Any) -> Any:
    """As the viewer sees it, read anew."""
    return certificate_get(certificate_id=certificate_id, viewer=info.context.actor)
