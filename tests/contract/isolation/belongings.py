"""Something of everything an enterprise can own, with a mark in every text that only it and the market may read."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils import timezone

from factories.accounts import UserFactory
from factories.catalog import ProductFactory, VariantFactory
from factories.inventory import WarehouseFactory, variant_on_sale, warehouse_of
from factories.orders import ask_back, placed_order, receive_money, send
from factories.vendors import certify, member_of
from market.catalog.models import Product, ProductProposal, ProposalAction, ProposalKind, ProposalStep
from market.core.banks import Bank
from market.core.global_ids import to_global_id
from market.core.sealing import seal
from market.inventory.models import Stock
from market.listings.models import ImportStatus, ListingImport, ListingImportRow, RowStatus
from market.orders.enums import RefundKind
from market.orders.models import OrderGrantedRefund
from market.vendors.models import (
    ApplicationStatus,
    CertificateStatus,
    DocumentKind,
    Vendor,
    VendorApplication,
    VendorBankAccount,
    VendorDocument,
    VendorInvitation,
    VendorRecheck,
    VendorRole,
)


@dataclass(frozen=True)
class Thing:
    """One object: its global id, its bare key, and whether shoppers may see it."""

    global_id: str
    pk: str
    is_public: bool = False


@dataclass
class Belongings:
    """``vendor``: whose they are; None for those of an agency."""

    vendor: Vendor | None
    ids: dict[str, list[Thing]] = field(default_factory=lambda: defaultdict(list))
    texts: list[str] = field(default_factory=list)

    def add(self, type_name: str, pk: object, *, is_public: bool = False) -> None:
        self.ids[type_name].append(Thing(to_global_id(type_name, pk), str(pk), is_public))


def furnish(vendor: Vendor, channel: Any, mark: str) -> Belongings:
    """Give the enterprise one of each."""
    things = Belongings(vendor, texts=[mark])
    vendor.private_metadata = {"note": mark}
    vendor.save(update_fields=["private_metadata"])
    things.add("Vendor", vendor.pk, is_public=True)
    _people(things, mark)
    _papers(things, mark)
    selling = _goods(things, channel, mark)
    _orders(things, channel, selling, mark)
    return things


def _people(things: Belongings, mark: str) -> None:
    owner = member_of(things.vendor)
    owner.email, owner.first_name, owner.last_name = f"{mark}-owner@ieum.example".lower(), f"{mark}이름", mark
    owner.save()
    things.add("User", owner.pk)
    things.add("VendorMember", owner.vendor_memberships.get().pk)
    now = timezone.now()
    invitation = VendorInvitation.objects.create(
        vendor=things.vendor,
        email=f"{mark}-invited@ieum.example".lower(),
        role=VendorRole.CLERK,
        invited_by=owner,
        expires_at=now + dt.timedelta(days=7),
    )
    things.add("VendorInvitation", invitation.pk)
    account = VendorBankAccount.objects.create(
        vendor=things.vendor,
        bank=Bank.KAKAO,
        sealed_number=seal("333301987654"),
        sealed_holder=seal(f"{mark} 예금주"),
        last_digits="7654",
        registered_by=owner,
    )
    things.add("VendorBankAccount", account.pk)
    recheck = VendorRecheck.objects.create(
        vendor=things.vendor, changes=[{"field": "representative", "old": mark, "new": mark}], requested_by=owner
    )
    things.add("VendorRecheck", recheck.pk)


def _papers(things: Belongings, mark: str) -> None:
    applicant = UserFactory(email=f"{mark}-applicant@ieum.example".lower())
    things.add("User", applicant.pk)
    application = VendorApplication.objects.create(
        applicant=applicant,
        status=ApplicationStatus.SUBMITTED,
        business_number="1208147521",
        name=f"{mark} 신청",
        legal_name=f"{mark} 신청",
        introduction=mark,
        submitted_at=timezone.now(),
    )
    things.add("VendorApplication", application.pk)
    document = VendorDocument.objects.create(
        vendor=things.vendor, kind=DocumentKind.CERTIFICATE, file=f"{mark}.pdf", name=f"{mark}.pdf",
        content_type="application/pdf", size=1, sha256="0" * 64,
    )  # fmt: skip
    things.add("VendorDocument", document.pk)
    certificate = certify(things.vendor, "WOMEN", status=CertificateStatus.SUBMITTED)
    certificate.number, certificate.authority, certificate.file = f"{mark}-1", mark, document
    certificate.save()
    things.add("Certificate", certificate.pk)


def _goods(things: Belongings, channel: Any, mark: str) -> Any:
    """One thing on sale, and one that nobody is to see yet."""
    selling = variant_on_sale(channel, vendor=things.vendor, price=20_000, private_metadata={"cost": mark})
    selling.private_metadata = {"cost": mark}
    selling.save(update_fields=["private_metadata"])
    things.add("Product", selling.product_id, is_public=True)
    things.add("ProductVariant", selling.pk, is_public=True)
    draft = ProductFactory(vendor=things.vendor, name=f"{mark} 준비 중", slug=f"{mark}-draft".lower())
    variant = VariantFactory(product=draft, sku=f"{mark}-SKU", name=f"{mark} 옵션")
    things.add("Product", draft.pk)
    things.add("ProductVariant", variant.pk)
    things.add("ProductMedia", draft.media.get().pk)
    things.texts += [f"{mark} 준비 중", f"{mark}-draft".lower()]
    _proposal(things, selling.product, mark)
    house = WarehouseFactory(vendor=things.vendor, name=f"{mark} 창고", slug=f"{mark}-warehouse".lower())
    things.add("Warehouse", house.pk)
    things.add("Warehouse", warehouse_of(things.vendor).pk)
    run = ListingImport.objects.create(
        vendor=things.vendor, actor={}, file_name=f"{mark}.xlsx", status=ImportStatus.CHECKED, row_count=1
    )
    ListingImportRow.objects.create(
        listing_import=run, number=2, cells={"name": mark}, status=RowStatus.GOOD, payload={"variant": {}}
    )
    things.add("ListingImport", run.pk)
    stock = Stock.objects.create(variant=variant, warehouse=house, quantity=7)
    things.add("Stock", stock.pk)
    return selling


def _proposal(things: Belongings, product: Product, mark: str) -> None:
    """A change that waits, with a word of the staff and a line of history."""
    changes = {"name": {"old": product.name, "new": f"{mark} 새 이름", "payload": f"{mark} 새 이름"}}
    proposal = ProductProposal.objects.create(
        product=product, product_name=product.name, vendor=things.vendor, kind=ProposalKind.CHANGE, changes=changes, comment=mark,
        submitted_at=timezone.now(),
    )  # fmt: skip
    ProposalStep.objects.create(
        proposal=proposal, action=ProposalAction.SUBMITTED, by_staff=False, version=1, changes={"name": {"old": "", "new": mark}},
        comment=mark,
    )  # fmt: skip
    things.add("ProductProposal", proposal.pk)


def _orders(things: Belongings, channel: Any, selling: Any, mark: str) -> None:
    """An order that is to be sent, and one whose goods come back."""
    order = placed_order(channel, {selling: 2})
    for address in (order.shipping_address, order.billing_address):
        address.first_name, address.last_name, address.street_address_1 = f"{mark}받는", mark, f"{mark}로 1"
        address.save()
    order.customer_note, order.user_email = mark, f"{mark}-buyer@ieum.example".lower()
    order.private_metadata = {"note": mark}
    order.save(update_fields=["customer_note", "user_email", "private_metadata"])
    receive_money(order, Decimal(order.total_gross))
    part = order.vendor_orders.get()
    line = order.lines.get()
    things.add("Order", order.pk)
    things.add("VendorOrder", part.pk)
    things.add("OrderLine", line.pk)
    things.add("Address", order.shipping_address_id)
    _back(things, channel, selling)


def _back(things: Belongings, channel: Any, selling: Any) -> None:
    """An order that arrived, of which a piece is to come back."""
    order = receive_money(placed_order(channel, {selling: 2}))
    (fulfillment,) = send(order, days_ago=1)
    things.add("Fulfillment", fulfillment.pk)
    things.add("Withdrawal", ask_back(order, 1).pk)
    refund = OrderGrantedRefund.objects.create(
        order=order, vendor_order=order.vendor_orders.get(), kind=RefundKind.values[0], key=f"of {order.pk}",
        amount=Decimal(1), currency=order.currency, created_at=timezone.now(),
    )  # fmt: skip
    things.add("OrderGrantedRefund", refund.pk)
