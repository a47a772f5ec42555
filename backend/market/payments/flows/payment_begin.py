"""Begin to pay, and go on after the shopper did something. Save the intent, ask the provider, save the answer: never in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.money import Money
from market.payments.enums import FlowStrategy, PaymentStatus
from market.payments.errors import (
    GatewayDataInvalid,
    GatewayUnknown,
    PaymentOutdated,
    ProviderRefused,
    TransactionAlreadyProcessed,
)
from market.payments.flows.actions_send import actions_send_of
from market.payments.gateways.registry import gateways_offered, provider_named
from market.payments.models import TransactionItem
from market.payments.ports import Answer, OpenRequest, PaymentProvider
from market.payments.selectors.payable import Payable, payable_get
from market.payments.selectors.transaction_get import transaction_get
from market.payments.services.action_send import handle_of
from market.payments.services.attempts_call_off import attempt_abandon, is_outdated
from market.payments.services.transaction_fail import transaction_fail
from market.payments.services.transaction_open import PaymentWish, transaction_open
from market.payments.services.transaction_sync import transaction_sync

Outcome = tuple[TransactionItem, Mapping[str, Any]]


def payment_begin(
    *,
    type_name: str,
    pk: UUID,
    gateway: str,
    data: Mapping[str, Any],
    actor: Actor,
    amount: Decimal | None = None,
    strategy: FlowStrategy = FlowStrategy.CHARGE,
    idempotency_key: str = "",
) -> Outcome:
    """Open a payment of a checkout or order with a provider: the transaction and what the client needs to go on.

    Attempts before it are called off at their providers first. Raises what ``transaction_open`` does, GatewayUnknown,
    GatewayDataInvalid, ProviderRefused; ProviderUnavailable when the provider cannot be reached (asking again is safe).
    """
    provider = provider_named(gateway)
    _ensure_offered(provider, type_name, pk, actor)
    if strategy not in provider.strategies:
        raise GatewayDataInvalid("action", detail=strategy.value)
    wish = PaymentWish(
        gateway=provider.id,
        gateway_name=provider.name_ko,
        means=provider.check(data),
        currencies=provider.currencies,
        minimum=provider.minimum,
        strategy=strategy,
        amount=amount,
        idempotency_key=idempotency_key,
        has_reference=not provider.is_remote,
    )
    item, payable = transaction_open(type_name=type_name, pk=pk, wish=wish, actor=actor)
    actions_send_of(checkout_id=payable.checkout_id, order_id=payable.order_id)
    if item.is_open and item.psp_reference in ("", str(item.pk)):
        answer = provider.open(_request(item, payable, data, actor))
    else:
        answer = provider.process(handle_of(item), {})  # the same attempt again, which the provider knows already
    return _saved(item, answer, actor)


def payment_process(*, token: UUID, data: Mapping[str, Any], actor: Actor) -> Outcome:
    """Go on with a payment after the shopper confirmed it, or look what became of it.

    Raises NotFound, PaymentOutdated (the total changed; the attempt is called off), TransactionAlreadyProcessed, ProviderRefused
    (which stands in the transaction's events as well); ProviderUnavailable.
    """
    item = transaction_get(token=token, viewer=actor)
    if item is None:
        raise NotFound("id")
    provider = provider_named(item.gateway, field="id")
    if not item.psp_reference and not item.data:
        raise TransactionAlreadyProcessed("id")  # never begun with the provider, or called off before it was
    if item.is_open and is_outdated(item):
        return _outdated(item, actor)
    try:
        answer = provider.process(handle_of(item), data)
    except ProviderRefused as refusal:
        transaction_fail(token=item.pk, detail=refusal.params.get("detail", ""), actor=actor)
        raise
    return _saved(item, answer, actor)


def _ensure_offered(provider: PaymentProvider, type_name: str, pk: UUID, actor: Actor) -> None:
    payable = payable_get(type_name=type_name, pk=pk, viewer=actor)
    if payable is None:
        raise NotFound("id")
    if all(offered.id != provider.id for offered in gateways_offered(payable.channel)):
        raise GatewayUnknown("paymentGateway")


def _outdated(item: TransactionItem, actor: Actor) -> Outcome:
    """The payment may have gone through in the meantime; then it counts. Otherwise it is called off."""
    provider = provider_named(item.gateway, field="id")
    state = provider.read(handle_of(item))
    if state.charged > 0 or state.authorized > 0:
        return _saved(item, Answer(state), actor)
    attempt_abandon(token=item.pk)
    actions_send_of(checkout_id=item.checkout_token, order_id=item.order_id)
    raise PaymentOutdated("id")


def _request(item: TransactionItem, payable: Payable, data: Mapping[str, Any], actor: Actor) -> OpenRequest:
    return OpenRequest(
        transaction_token=item.pk,
        amount=Money.of(item.amount, item.currency),
        strategy=FlowStrategy(item.strategy),
        data=data,
        reference=item.reference,
        order_name=payable.name,
        email=payable.email,
        language=actor.language,
        pay_by=payable.pay_by,
    )


def _saved(item: TransactionItem, answer: Answer, actor: Actor) -> Outcome:
    state = replace(answer.state, transaction_token=item.pk)
    item = transaction_sync(token=item.pk, state=state, actor=actor, keep=answer.keep)
    if not item.is_open and state.status == PaymentStatus.ACTION_REQUIRED:
        # Another attempt began while the provider opened this one.
        actions_send_of(checkout_id=item.checkout_token, order_id=item.order_id)
    return item, answer.data
