"""Applications for tests, and the tax service they ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from emulators.nts import NtsStub
from factories.accounts import UserFactory, staff_with
from factories.vendors import LONG_AGO, DistrictFactory
from market.accounts.models import User
from market.core.actor import Actor
from market.core.permissions import MANAGE_VENDORS
from market.vendors.flows.registry_ask import application_send
from market.vendors.models import CertificateKind, DocumentKind, VendorApplication, VendorDocument
from market.vendors.services.application_start import application_start
from market.vendors.services.application_update import application_update

NUMBER = "110-81-41272"
OTHER_NUMBER = "123-45-67891"
ACCOUNT = "110-000-000000"
SUSPENDED, CLOSED, UNREGISTERED, SILENT, MISMATCHED = (
    "999-00-00020",
    "999-00-00035",
    "999-00-00049",
    "999-00-00054",
    "999-00-00068",
)  # what the offline answers know


def actor_of(user: User, *permissions: str) -> Actor:
    return Actor(user_id=user.pk, email=user.email, is_staff=user.is_staff, permissions=frozenset(permissions))


def reviewer() -> Actor:
    return actor_of(staff_with(MANAGE_VENDORS), MANAGE_VENDORS)


def applicant() -> User:
    return UserFactory(is_confirmed=True)


def kind_of_enterprise(code: str = "SOCIAL_ENTERPRISE", **fields: Any) -> CertificateKind:
    defaults = {
        "name": "사회적기업",
        "name_en": "Social enterprise",
        "short_name": "사회적기업",
        "short_name_en": "Social enterprise",
        "authority": "고용노동부",
        "is_enterprise_kind": True,
        "effective_from": LONG_AGO,
        "source": "법",
    }
    return CertificateKind.objects.get_or_create(code=code, defaults={**defaults, **fields})[0]


def facts(**changes: Any) -> dict[str, Any]:
    """All that an application asks for."""
    kind_of_enterprise()
    DistrictFactory()
    return {
        "business_number": NUMBER, "name": "새봄빵집", "legal_name": "새봄빵집 협동조합", "legal_form": "cooperative", "representative": "한지우",
        "opened_on": dt.date(2020, 3, 2), "kind": "SOCIAL_ENTERPRISE", "mail_order_number": "제2024-서울구로-0123호", "phone": "0200000000",
        "email": "bakery@ieum.example", "postal_code": "08274", "address": "서울특별시 구로구 가상로 10", "district": "guro",
        "introduction": "동네 사람들이 아침마다 굽는 빵이에요.", "bank": "004", "account_number": ACCOUNT, "account_holder": "새봄빵집 협동조합",
        **changes,
    }  # fmt: skip


def paper(application: VendorApplication, kind: str) -> VendorDocument:
    """A paper as it lies in the table; its file is another test's."""
    return VendorDocument.objects.create(
        application=application,
        kind=kind,
        file=f"vendors/{kind}-{application.pk}.pdf",
        name=f"{kind}.pdf",
        content_type="application/pdf",
        size=1_000,
        sha256="0" * 64,
    )


def picture() -> SimpleUploadedFile:
    """A small photograph of a paper."""
    content = BytesIO()
    Image.new("RGB", (60, 80), "white").save(content, "JPEG")
    return SimpleUploadedFile("사업자등록증.jpg", content.getvalue(), "image/jpeg")


def draft(user: User | None = None, *, with_certificate: bool = False, **changes: Any) -> VendorApplication:
    """A whole application, not yet sent."""
    actor = actor_of(user or applicant())
    application = application_start(actor=actor)
    if with_certificate:
        changes = {"certificate_number": "제2024-001호", "certificate_issued_on": dt.date(2024, 5, 2), **changes}
        paper(application, DocumentKind.CERTIFICATE)
    for kind in (DocumentKind.BUSINESS_REGISTRATION, DocumentKind.BANKBOOK_COPY):
        paper(application, kind)
    return application_update(application_id=application.pk, given=facts(**changes), actor=actor)


def sent(user: User | None = None, **options: Any) -> VendorApplication:
    """An application that waits for those who vet."""
    application = draft(user, **options)
    return application_send(application_id=application.pk, actor=actor_of(application.applicant), agreed=True)


@pytest.fixture
def tax_service(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[NtsStub]:
    """The market asks the stub instead of giving offline answers."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with NtsStub.running() as stub:
        settings.NTS_SERVICE_KEY, settings.NTS_API_BASE, settings.NTS_TIMEOUT_SECONDS = stub.key, stub.url, 0.5
        yield stub
