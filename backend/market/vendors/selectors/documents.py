"""Which papers a viewer may read."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.permissions import MANAGE_VENDORS
from market.vendors.models import VendorDocument
from market.vendors.permissions import Ability
from market.vendors.selectors.membership import abilities_in

READERS = frozenset({Ability.MANAGE_CERTIFICATES, Ability.MANAGE_PROFILE, Ability.MANAGE_ACCOUNT})


def document_get(viewer: Actor, document_id: UUID) -> VendorDocument:
    """The paper, for members whose role deals with papers, the applicant of its application, and staff who vet enterprises.

    Raises NotFound for everybody else, as for a paper that does not exist.
    """
    if viewer.user_id is None:
        raise NotFound("id")
    document = VendorDocument.objects.select_related("application").filter(pk=document_id).first()
    if document is None or not (viewer.has_permission(MANAGE_VENDORS) or is_own(document, viewer)):
        raise NotFound("id")
    return document


def is_own(document: VendorDocument, viewer: Actor) -> bool:
    """Whether the viewer reads it as one of those it belongs to, and not as staff."""
    if document.application is not None and document.application.applicant_id == viewer.user_id:
        return True
    return document.vendor_id is not None and bool(READERS & abilities_in(document.vendor_id, viewer))


def document_keys_named(keys: Iterable[str]) -> set[str]:
    """Those of the keys in the private storage that a paper names."""
    return set(VendorDocument.objects.filter(file__in=list(keys)).values_list("file", flat=True))
