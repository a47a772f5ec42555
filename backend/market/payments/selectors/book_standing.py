"""What our books say of payments, as the comparison wants it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from market.payments.book_rules import Standing
from market.payments.enums import ActionStatus, TransactionAction, TransactionEventType
from market.payments.models import BookComparison, BookDifference, ProviderAction, ProviderEvent, TransactionItem

LIVING = (ActionStatus.WAITING, ActionStatus.SENT, ActionStatus.DEAD)


def standing_of(item: TransactionItem) -> Standing:
    """The stored amounts of a transaction, read now."""
    backs = item.events.filter(type=TransactionEventType.CHARGE_BACK).aggregate(sum=Sum("amount"))["sum"]
    return Standing(
        strategy=item.strategy,
        is_open=item.is_open,
        is_being_called_off=item.actions.filter(kind=TransactionAction.CANCEL, status__in=LIVING).exists(),
        charged=item.charged_value,
        refunded=item.refunded_value,
        charged_back=backs or Decimal(0),
        authorized=item.authorized_value,
    )


def item_of(*, gateway: str, psp_reference: str, token: UUID | None) -> TransactionItem | None:
    """Our transaction behind a payment of a provider: by the provider's reference, or by ours where we never learned theirs."""
    own = TransactionItem.objects.filter(gateway=gateway)
    found = own.filter(psp_reference=psp_reference).first()
    if found is None and token is not None:
        found = own.filter(pk=token, psp_reference__in=("", str(token))).first()
    return found


def items_to_ask_about(*, gateway: str, since: dt.datetime, until: dt.datetime) -> QuerySet[TransactionItem]:
    """Ours that the provider should know: those that began in this time, and older ones that something is still asked for."""
    began = Q(created_at__gte=since, created_at__lt=until)
    asked = Q(pk__in=ProviderAction.objects.filter(status=ActionStatus.SENT).values("transaction"))
    return (
        TransactionItem.objects.filter(began | asked, gateway=gateway).exclude(psp_reference="").order_by("created_at")
    )


def differences_open(gateways: Iterable[str] | None = None) -> QuerySet[BookDifference]:
    """Differences that stand, the newest first."""
    found = BookDifference.objects.filter(settled_at__isnull=True).select_related("transaction")
    return found if gateways is None else found.filter(gateway__in=list(gateways))


def comparisons_latest() -> list[BookComparison]:
    """The last comparison with each provider."""
    return list(BookComparison.objects.order_by("gateway", "-ended_at", "-pk").distinct("gateway"))


def actions_dead() -> QuerySet[ProviderAction]:
    """What was asked of providers in vain."""
    return ProviderAction.objects.filter(status=ActionStatus.DEAD).select_related("transaction").order_by("created_at")


def messages_dead() -> QuerySet[ProviderEvent]:
    """Messages of providers that could not be acted on."""
    return ProviderEvent.objects.filter(status="dead").order_by("pk")


def difference_list(*, is_settled: bool) -> QuerySet[BookDifference]:
    """Differences that stand, or those that do no more."""
    return BookDifference.objects.filter(settled_at__isnull=not is_settled).select_related("transaction")
