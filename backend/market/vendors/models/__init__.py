"""Enterprises, who works for them, what they have proved, and how they came here."""

from market.vendors.models.applications import ApplicationStatus, ApplicationStep, VendorApplication
from market.vendors.models.buying_routes import BuyingRoute, Regime
from market.vendors.models.certificates import Certificate, CertificateReminder, CertificateStatus
from market.vendors.models.documents import DocumentKind, VendorDocument
from market.vendors.models.duties import DutyDenominator, DutyScheme, DutyScope, DutyTerms
from market.vendors.models.enterprises import (
    CertificateKind,
    District,
    EndRule,
    LegalForm,
    RecheckStatus,
    Vendor,
    VendorBankAccount,
    VendorRecheck,
    VendorStatus,
    VendorStatusChange,
)
from market.vendors.models.members import VendorInvitation, VendorMember, VendorRole

__all__ = [
    "ApplicationStatus",
    "ApplicationStep",
    "BuyingRoute",
    "Certificate",
    "CertificateKind",
    "CertificateReminder",
    "CertificateStatus",
    "District",
    "DocumentKind",
    "DutyDenominator",
    "DutyScheme",
    "DutyScope",
    "DutyTerms",
    "EndRule",
    "LegalForm",
    "RecheckStatus",
    "Regime",
    "Vendor",
    "VendorApplication",
    "VendorBankAccount",
    "VendorDocument",
    "VendorInvitation",
    "VendorMember",
    "VendorRecheck",
    "VendorRole",
    "VendorStatus",
    "VendorStatusChange",
]
