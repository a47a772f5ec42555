"""Enterprises for tests."""

from __future__ import annotations

import datetime as dt

import factory

from factories.accounts import UserFactory
from market.accounts.models import User
from market.core import clock
from market.vendors.models import Certificate, CertificateKind, District, Vendor, VendorMember, VendorRole

LONG_AGO = dt.datetime(2022, 1, 3, 9, tzinfo=dt.UTC)


class DistrictFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = District
        django_get_or_create = ("code",)

    code = "guro"
    name = "구로구"
    name_en = "Guro-gu"


class SellerFactory(factory.django.DjangoModelFactory):
    """An enterprise that sells; a sample, as all are."""

    class Meta:
        model = Vendor

    slug = factory.Sequence(lambda n: f"seller-{n}")
    name = factory.Sequence(lambda n: f"견본기업 {n}")
    legal_name = factory.SelfAttribute("name")
    representative = "한지우"
    business_number = factory.Sequence(lambda n: f"{n + 1:010d}")  # the operator of tests has 0000000000
    phone = "02-0000-0000"
    email = "seller@ieum.example"
    postal_code = "08274"
    address = "서울특별시 구로구 개봉로23길 10"
    district = factory.SubFactory(DistrictFactory)
    joined_at = LONG_AGO
    is_sample = True


def certify(vendor: Vendor, code: str, *, valid_until: dt.date | None = None, status: str = "verified") -> Certificate:
    kind, _ = CertificateKind.objects.get_or_create(
        code=code,
        defaults={
            "name": code,
            "name_en": code,
            "short_name": code,
            "short_name_en": code,
            "effective_from": LONG_AGO,
            "source": "법",
        },
    )
    return Certificate.objects.create(
        vendor=vendor,
        kind=kind,
        number=f"{code}-{Certificate.objects.count()}",
        authority="견본",
        issued_on=dt.date(2020, 1, 1),
        valid_until=valid_until,
        status=status,
        checked_on=dt.date(2020, 1, 2),
        revoked_on=clock.today() if status == "revoked" else None,
        decision_note="견본" if status in ("rejected", "revoked") else "",
    )


def member_of(vendor: Vendor | None = None, role: str = VendorRole.OWNER) -> User:
    """Somebody who works for the enterprise; for a new one where none is named."""
    user = UserFactory()
    VendorMember.objects.create(vendor=vendor or SellerFactory(), user=user, role=role)
    return user
