"""Certificates, the law, and a clock that stands still."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from jwt import api_jwt

from factories.vendors import SellerFactory, certify
from market.accounts.models import User
from market.core.actor import Actor
from market.core.clock import SEOUL
from market.core.permissions import MANAGE_VENDORS
from market.seeding.sources import source
from market.vendors.models import Certificate, CertificateKind, Vendor, VendorMember
from market.vendors.services.certificate_submit import CertificatePaper, certificate_submit
from market.vendors.services.duties_load import duties_load
from market.vendors.services.law_load import law_load

KIND_TEXTS = (
    "name", "name_en", "short_name", "short_name_en", "authority", "authority_en", "legal_basis", "legal_basis_en", "is_preliminary",
    "is_enterprise_kind", "effective_from", "source",
)  # fmt: skip
TODAY = dt.date(2026, 9, 8)  # a Tuesday; the day of the reference screens


@pytest.fixture
def law(db: None) -> None:
    """The kinds of certificate and the ways of buying as the market's own files have them."""
    for place, entry in enumerate(source("certificate_kinds.yaml")):
        CertificateKind.objects.create(
            code=entry["code"], sort_order=place, **{name: entry[name] for name in KIND_TEXTS}
        )
    law_load(kinds=source("certificate_kinds.yaml"), routes=source("buying_routes.yaml"))
    duties_load(schemes=source("duty_schemes.yaml"))


class Clock:
    """Stands at a Seoul time until it is moved."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.moment = dt.datetime.combine(TODAY, dt.time(15), tzinfo=SEOUL)
        monkeypatch.setattr(timezone, "now", lambda: self.moment.astimezone(dt.UTC))
        monkeypatch.setattr(api_jwt, "datetime", _reading(self))  # tokens are read by the same clock they were made by

    def at(self, day: dt.date, hour: int = 15, minute: int = 0, second: int = 0) -> None:
        self.moment = dt.datetime.combine(day, dt.time(hour, minute, second), tzinfo=SEOUL)


def _reading(clock: Clock) -> type[dt.datetime]:
    class Datetime(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> Any:
            return clock.moment.astimezone(tz)

    return Datetime


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """8 September 2026, 15:00 in Seoul, until it is moved."""
    return Clock(monkeypatch)


def actor_of(user: User, *permissions: str) -> Actor:
    return Actor(user_id=user.pk, email=user.email, permissions=frozenset(permissions), is_staff=bool(permissions))


def checker_of(user: User) -> Actor:
    """Staff who vet."""
    return actor_of(user, MANAGE_VENDORS)


def paper_file(text: str = "견본 인증서") -> SimpleUploadedFile:
    """A small real PNG; another one for another text."""
    from io import BytesIO

    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (320, 240), "white")
    ImageDraw.Draw(picture).text((20, 100), str(abs(hash(text))), fill="black")
    content = BytesIO()
    picture.save(content, "PNG")
    return SimpleUploadedFile("certificate.png", content.getvalue(), content_type="image/png")


def paper(**changes: Any) -> CertificatePaper:
    given: dict[str, Any] = {"number": "견본-1", "issued_on": TODAY - dt.timedelta(days=10), **changes}
    return CertificatePaper(**given)


def waiting(vendor: Vendor | None = None, kind: str = "SOCIAL_ENTERPRISE", **changes: Any) -> Certificate:
    """One that its owner handed in."""
    vendor = vendor or SellerFactory()
    owner = VendorMember.objects.filter(vendor=vendor, role="owner").first()
    user = owner.user if owner else _owner(vendor)
    return certificate_submit(
        vendor_id=vendor.pk, kind_code=kind, paper=paper(**changes), upload=paper_file(), actor=actor_of(user)
    )


def _owner(vendor: Vendor) -> User:
    from factories.vendors import member_of

    return member_of(vendor)


def hold(vendor: Vendor, *codes: str, until: dt.date | None = None) -> list[Certificate]:
    """Verified certificates of these kinds, issued long ago."""
    return [certify(vendor, code, valid_until=until) for code in codes]
