"""Reading what goes back."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from market.core.actor import Actor
from market.core.permissions import MANAGE_ORDERS
from market.orders.models import Fulfillment, OrderLine, VendorOrder, Withdrawal, WithdrawalLine
from market.orders.rules import exception_holds
from market.orders.selectors.order_access import handled_vendor_ids

WITH = ("order__channel", "vendor_order__vendor", "vendor_order__order", "granted_refund")


def withdrawals_of_orders(order_ids: Iterable[UUID]) -> QuerySet[Withdrawal]:
    """The withdrawals of these orders, newest first."""
    rows = Withdrawal.objects.select_related(*WITH).filter(order_id__in=list(order_ids))
    return rows.order_by("-requested_at", "number")


def withdrawals_of_parts(vendor_order_ids: Iterable[UUID]) -> QuerySet[Withdrawal]:
    rows = Withdrawal.objects.select_related(*WITH).filter(vendor_order_id__in=list(vendor_order_ids))
    return rows.order_by("-requested_at", "number")


def withdrawal_lines_of(withdrawal_ids: Iterable[UUID]) -> QuerySet[WithdrawalLine]:
    lines = WithdrawalLine.objects.filter(withdrawal_id__in=list(withdrawal_ids))
    return lines.select_related("order_line__order__channel", "order_line__vendor_order__vendor").order_by("pk")


def withdrawal_list(*, viewer: Actor) -> QuerySet[Withdrawal]:
    """All withdrawals for staff who manage orders; for members those of the enterprises whose orders they handle."""
    rows = Withdrawal.objects.select_related(*WITH)
    if viewer.has_permission(MANAGE_ORDERS):
        return rows
    return rows.filter(vendor_order__vendor_id__in=handled_vendor_ids(viewer))


def withdrawal_get(*, withdrawal_id: UUID) -> Withdrawal | None:
    """For whoever has just acted on it: the door was passed in the service."""
    return Withdrawal.objects.select_related(*WITH).filter(pk=withdrawal_id).first()


def dispatches_that_count(vendor_order_ids: Iterable[UUID]) -> QuerySet[Fulfillment]:
    """What was really sent of these parts."""
    rows = Fulfillment.objects.filter(vendor_order_id__in=list(vendor_order_ids))
    return rows.exclude(status__in=["canceled", "waiting_for_approval"]).order_by("pk")


def excluded_lines(lines: Iterable[OrderLine], *, is_unopened: bool = False) -> dict[UUID, str]:
    """Lines that cannot be withdrawn without a fault, and the terms that were shown for them (ECA §17②, ⑥).

    What was sold under an exception, and services whose product notice (상품정보제공고시) names terms of cancellation.
    ``is_unopened``: sealed goods are not excluded, for their seals are said to be whole.
    """
    rows = list(lines)
    return {**service_terms(rows), **excepted_lines(rows, is_unopened=is_unopened)}


def excepted_lines(lines: Iterable[OrderLine], *, is_unopened: bool = False) -> dict[UUID, str]:
    """Lines that were sold under an exception that holds, and its terms. Asks the database nothing."""
    return {line.pk: line.return_policy_note for line in lines if exception_holds(line, is_unopened=is_unopened)}


def service_terms(lines: Iterable[OrderLine]) -> dict[UUID, str]:
    """The terms of cancellation of services among the lines, where their notices name any."""
    services = [line.pk for line in lines if not line.is_shipping_required and line.variant_id]
    if not services:
        return {}
    notices = dict(
        OrderLine.objects.filter(pk__in=services, variant__product__product_type__is_service=True)
        .order_by()
        .values_list("pk", "variant__product__notice")
    )
    return {pk: notice["cancellation"] for pk, notice in notices.items() if notice and notice.get("cancellation")}


def part_get(vendor_order_id: UUID) -> VendorOrder | None:
    return VendorOrder.objects.select_related("vendor", "order").filter(pk=vendor_order_id).first()
