"""The only row locks of this room, always in the order of the primary key."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from market.core.errors import NotFound
from market.core.locks import locked
from market.vendors.models import Certificate, Vendor, VendorApplication


def vendors_for_update() -> QuerySet[Vendor]:
    """Enterprises; whoever changes members, invitations, states or the account of one locks it first. A new order waits for it, too
    (``vendors_held``)."""
    return locked(Vendor.objects.all())


def vendor_for_update(vendor_id: int, *, field: str = "id") -> Vendor:
    """One enterprise, read after the lock. Raises NotFound."""
    vendor = vendors_for_update().filter(pk=vendor_id).first()
    if vendor is None:
        raise NotFound(field)
    return vendor


def applications_for_update() -> QuerySet[VendorApplication]:
    """Applications; their papers and steps are changed under the lock of their application."""
    return locked(VendorApplication.objects.all())


def application_for_update(application_id: UUID, *, field: str = "id") -> VendorApplication:
    """One application, read after the lock. Raises NotFound."""
    application = applications_for_update().filter(pk=application_id).first()
    if application is None:
        raise NotFound(field)
    return application


def certificates_for_update() -> QuerySet[Certificate]:
    """Certificates; whoever decides about one locks it first."""
    return locked(Certificate.objects.all())


def vendors_held(vendor_ids: Iterable[int]) -> list[Vendor]:
    """These enterprises as they are now, and as they stay until the transaction ends: who wants to suspend or close one waits.

    A shared lock: orders at one enterprise do not wait for each other. (Foreign keys are checked at the end of a transaction, too late
    to hold anything.)
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("rows are held inside a transaction only")
    statement = "SELECT * FROM vendors_vendor WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE"
    return list(Vendor.objects.raw(statement, [sorted(set(vendor_ids))]))
