"""An enterprise hands in what it has proved: a new certificate, or the renewal of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.files.base import File
from django.db import transaction

from market.core import clock, outbox
from market.core.actor import Actor
from market.core.errors import InvalidInput, ManyErrors, NotFound, Required
from market.vendors.certificate_errors import CertificateKnown, CertificateNotDecidable, RenewalWaiting
from market.vendors.certificate_rules import Validity, ensure_dates
from market.vendors.events import CertificateSubmitted
from market.vendors.models import Certificate, CertificateKind, CertificateStatus, DocumentKind
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import ensure_acts_for
from market.vendors.services.document_add import document_add

IN_PLAY = (CertificateStatus.DRAFT, CertificateStatus.SUBMITTED, CertificateStatus.VERIFIED)
LONGEST = {"number": 60, "authority": 120, "item": 200}


@dataclass(frozen=True, kw_only=True)
class CertificatePaper:
    """What the paper says. ``authority`` empty: the kind's own; ``item`` only where a kind is per item."""

    number: str
    issued_on: dt.date
    valid_until: dt.date | None = None
    authority: str = ""
    item: str = ""


def certificate_submit(
    *, vendor_id: int, kind_code: str, paper: CertificatePaper, upload: File[Any], actor: Actor
) -> Certificate:
    """Hand a certificate in to be checked.

    Raises NotFound, PermissionDenied, ManyErrors of the fields, CertificateKnown, and what is wrong with the file.
    """
    ensure_acts_for(vendor_id, actor, Ability.MANAGE_CERTIFICATES, field="vendor")
    kind = CertificateKind.objects.filter(code=kind_code.replace("\x00", "\ufffd")).first()
    if kind is None:
        raise NotFound("kind")
    return _hand_in(vendor_id, kind, paper, upload, actor, replaces=None)


def certificate_replace(
    *, certificate_id: int, paper: CertificatePaper, upload: File[Any], actor: Actor
) -> Certificate:
    """Hand in a renewal of a verified certificate, of the same kind and item. The old one counts beside it, through its own end.

    Raises NotFound, PermissionDenied, CertificateNotDecidable, RenewalWaiting, and as ``certificate_submit``.
    """
    old = Certificate.objects.select_related("kind").filter(pk=certificate_id).first()
    ensure_acts_for(old.vendor_id if old else None, actor, Ability.MANAGE_CERTIFICATES)
    if old is None:
        raise NotFound("id")
    if old.status != CertificateStatus.VERIFIED:
        raise CertificateNotDecidable("id", status=old.status)
    renewed = CertificatePaper(
        number=paper.number,
        issued_on=paper.issued_on,
        valid_until=paper.valid_until,
        authority=paper.authority or old.authority,
        item=old.item or paper.item,
    )
    return _hand_in(old.vendor_id, old.kind, renewed, upload, actor, replaces=old)


def _hand_in(
    vendor_id: int,
    kind: CertificateKind,
    paper: CertificatePaper,
    upload: File[Any],
    actor: Actor,
    *,
    replaces: Certificate | None,
) -> Certificate:
    given = _checked(paper, kind)
    with transaction.atomic():
        # Takes the lock of the enterprise once the paper is read; a row that must not be takes the paper's row back with it.
        document = document_add(upload=upload, kind=DocumentKind.CERTIFICATE, vendor_id=vendor_id, actor=actor)
        _ensure_new(vendor_id, kind, given, replaces)
        certificate = Certificate.objects.create(
            vendor_id=vendor_id,
            kind=kind,
            **given,
            authority_en=_english_authority(kind, given["authority"], replaces),
            status=CertificateStatus.SUBMITTED,
            file=document,
            submitted_by_id=actor.user_id,
            submitted_at=clock.now(),
            replaces=replaces,
        )
        outbox.publish(CertificateSubmitted(vendor_id=vendor_id, certificate_id=certificate.pk))
    return certificate


def _checked(paper: CertificatePaper, kind: CertificateKind) -> dict[str, Any]:
    """The fields as they are stored. Raises ManyErrors."""
    number, authority, item = (" ".join(text.split()) for text in (paper.number, paper.authority, paper.item))
    errors: list[Any] = []
    if not number:
        errors.append(Required("number"))
    if kind.is_per_item and not item:
        errors.append(Required("item"))
    for name, text in (("number", number), ("authority", authority), ("item", item)):
        if len(text) > LONGEST[name] or not text.isprintable():
            longest = LONGEST[name]
            errors.append(
                InvalidInput(name, f"{longest}자까지 적을 수 있어요.", f"At most {longest} plain characters.")
            )
    try:
        ensure_dates(paper.issued_on, paper.valid_until, validity_of(kind), today=clock.today())
    except (InvalidInput, Required) as error:
        errors.append(error)
    if errors:
        raise ManyErrors(errors)
    return {
        "number": number,
        "authority": authority or kind.authority,
        "item": item if kind.is_per_item else "",
        "issued_on": paper.issued_on,
        "valid_until": paper.valid_until,
    }


def validity_of(kind: CertificateKind) -> Validity:
    return Validity(
        end=kind.end_rule, days=kind.validity_days, months=kind.validity_months, is_maximum=kind.is_validity_maximum
    )


def _ensure_new(vendor_id: int, kind: CertificateKind, given: dict[str, Any], replaces: Certificate | None) -> None:
    """Under the lock of the enterprise. Raises CertificateKnown, RenewalWaiting."""
    if (
        replaces is not None
        and Certificate.objects.filter(replaces=replaces, status=CertificateStatus.SUBMITTED).exists()
    ):
        raise RenewalWaiting("id")
    same = {name: given[name] for name in ("number", "item", "issued_on")}
    if Certificate.objects.filter(vendor_id=vendor_id, kind=kind, status__in=IN_PLAY, **same).exists():
        raise CertificateKnown("number")


def _english_authority(kind: CertificateKind, authority: str, replaces: Certificate | None) -> str:
    if authority == kind.authority:
        return kind.authority_en
    return replaces.authority_en if replaces is not None and replaces.authority == authority else ""
