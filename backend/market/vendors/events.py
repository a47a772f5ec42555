"""What enterprises tell the other rooms. Payloads are ids; people and words are looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from market.core.events import Event


@dataclass(frozen=True, kw_only=True)
class VendorEvent(Event):
    """Something about one enterprise; events of one keep their order."""

    topic: ClassVar[str] = "vendors.vendor_event"
    vendor_id: int

    @property
    def key(self) -> str:
        return f"vendor:{self.vendor_id}"


@dataclass(frozen=True, kw_only=True)
class VendorStatusChanged(VendorEvent):
    """Suspended, closed or selling again: ``status`` is a value of VendorStatus, ``change_id`` the row that says why."""

    topic: ClassVar[str] = "vendors.vendor_status_changed"
    status: str
    change_id: int


@dataclass(frozen=True, kw_only=True)
class VendorHolidaySet(VendorEvent):
    """Holidays were entered, moved or called off."""

    topic: ClassVar[str] = "vendors.vendor_holiday_set"


@dataclass(frozen=True, kw_only=True)
class VendorRecheckOpened(VendorEvent):
    """Name, representative, place or form changed: certificates are to be looked at again."""

    topic: ClassVar[str] = "vendors.vendor_recheck_opened"
    recheck_id: int


@dataclass(frozen=True, kw_only=True)
class VendorRecheckDecided(VendorEvent):
    topic: ClassVar[str] = "vendors.vendor_recheck_decided"
    recheck_id: int


@dataclass(frozen=True, kw_only=True)
class VendorMemberInvited(VendorEvent):
    """Somebody is invited; the mail makes the link when it is written. Also published when the mail is to go once more."""

    topic: ClassVar[str] = "vendors.vendor_member_invited"
    invitation_id: int


@dataclass(frozen=True, kw_only=True)
class VendorMemberJoined(VendorEvent):
    topic: ClassVar[str] = "vendors.vendor_member_joined"
    member_id: int


@dataclass(frozen=True, kw_only=True)
class VendorMemberRemoved(VendorEvent):
    """``member_id`` was the key of the membership that is gone: somebody may come and go more than once."""

    topic: ClassVar[str] = "vendors.vendor_member_removed"
    user_id: int
    member_id: int


@dataclass(frozen=True, kw_only=True)
class VendorBankAccountChanged(VendorEvent):
    """Money would go elsewhere from now on: every owner is told."""

    topic: ClassVar[str] = "vendors.vendor_bank_account_changed"
    bank_account_id: int


@dataclass(frozen=True, kw_only=True)
class ApplicationEvent(Event):
    """Something about one application; events of one keep their order."""

    topic: ClassVar[str] = "vendors.application_event"
    application_id: UUID

    @property
    def key(self) -> str:
        return f"vendor-application:{self.application_id}"


@dataclass(frozen=True, kw_only=True)
class ApplicationSubmitted(ApplicationEvent):
    topic: ClassVar[str] = "vendors.application_submitted"


@dataclass(frozen=True, kw_only=True)
class ApplicationReturned(ApplicationEvent):
    """Sent back with what to mend."""

    topic: ClassVar[str] = "vendors.application_returned"


@dataclass(frozen=True, kw_only=True)
class ApplicationApproved(ApplicationEvent):
    topic: ClassVar[str] = "vendors.application_approved"
    vendor_id: int


@dataclass(frozen=True, kw_only=True)
class ApplicationDeclined(ApplicationEvent):
    topic: ClassVar[str] = "vendors.application_declined"


@dataclass(frozen=True, kw_only=True)
class CertificateEvent(VendorEvent):
    """Something about one certificate."""

    topic: ClassVar[str] = "vendors.certificate_event"
    certificate_id: int


@dataclass(frozen=True, kw_only=True)
class CertificateSubmitted(CertificateEvent):
    topic: ClassVar[str] = "vendors.certificate_submitted"


@dataclass(frozen=True, kw_only=True)
class CertificateVerified(CertificateEvent):
    topic: ClassVar[str] = "vendors.certificate_verified"


@dataclass(frozen=True, kw_only=True)
class CertificateRejected(CertificateEvent):
    topic: ClassVar[str] = "vendors.certificate_rejected"


@dataclass(frozen=True, kw_only=True)
class CertificateRevoked(CertificateEvent):
    topic: ClassVar[str] = "vendors.certificate_revoked"


@dataclass(frozen=True, kw_only=True)
class CertificateEnding(CertificateEvent):
    """It ends in so many days: 60, 30 or 7."""

    topic: ClassVar[str] = "vendors.certificate_ending"
    days_before: int
