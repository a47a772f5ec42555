"""Staff ask a provider for something: capture, refund, let go."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db import transaction

from market.core import audit
from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.money import Money
from market.payments.enums import TransactionAction
from market.payments.errors import ActionNotAvailable, AmountInvalid
from market.payments.locks import siblings, transactions_for_update
from market.payments.models import ProviderAction, TransactionItem
from market.payments.services.action_request import action_request
from market.payments.services.funds_note import checkout_note


@transaction.atomic
def action_ask(
    *, token: UUID, kind: TransactionAction, amount: Decimal | None, actor: Actor, reason: str = ""
) -> tuple[TransactionItem, ProviderAction]:
    """Save a request to the provider. ``amount`` None: all there is; what is under way already cannot be asked for twice.

    Raises NotFound, ActionNotAvailable, AmountInvalid.
    """
    known = TransactionItem.objects.filter(pk=token).first()
    if known is None:
        raise NotFound("id")
    items = list(transactions_for_update(siblings(known)))
    item = next(row for row in items if row.pk == token)
    available = _available(item, kind)
    if available <= 0:
        raise ActionNotAvailable("actionType")
    wanted = available if amount is None else amount
    if not 0 < wanted <= available or Money.of(wanted, item.currency).amount != wanted:
        raise AmountInvalid("amount", remaining=f"{available:,}")
    action = action_request(item=item, kind=kind, amount=wanted, actor=actor, reason=reason)
    checkout_note(items=items)
    audit.record(
        actor=actor, action=f"payments.{kind.value}", subject_type="transaction", subject_id=item.pk, amount=str(wanted)
    )
    return item, action


def _available(item: TransactionItem, kind: TransactionAction) -> Decimal:
    if kind == TransactionAction.REFUND:
        return item.charged_value - item.refund_pending_value
    under_way = item.cancel_pending_value + sum(
        (row.amount for row in item.actions.filter(kind=TransactionAction.CHARGE, status__in=["waiting", "sent"])),
        Decimal(0),
    )
    return item.authorized_value - under_way
