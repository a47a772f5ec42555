"""Messages of providers: checked, stored, and then acted on by reading the provider's books, so that their order does not matter."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from django.core.cache import cache

from market.core.actor import SYSTEM
from market.core.locks import reset_lock_order
from market.payments.errors import GatewayUnknown, ProviderRefused, ProviderUnavailable
from market.payments.gateways.registry import provider_named
from market.payments.models import TransactionItem
from market.payments.services.action_send import handle_of
from market.payments.services.provider_events import (
    ClaimedEvent,
    provider_event_claim,
    provider_event_done,
    provider_event_failed,
    provider_event_store,
    provider_events_due,
)
from market.payments.services.transaction_sync import transaction_sync

logger = logging.getLogger(__name__)
UNSIGNED_WINDOW_SECONDS = 3600
UNSIGNED_IN_A_WINDOW = 60  # for one payment; a provider sends a handful


def message_receive(*, gateway: str, body: bytes, headers: Mapping[str, str]) -> int | None:
    """Store a message. Returns its key, None when it is not new or not about a payment.

    Of messages that anybody may have sent only so many are taken for one payment: each costs a row and a call to the provider. What
    is left out that way the comparison of books finds.

    Raises SignatureInvalid, GatewayUnknown.
    """
    message = provider_named(gateway).message(body=body, headers=headers)
    if not message.psp_reference or (not message.is_signed and _is_too_much(gateway, message.psp_reference)):
        return None
    return provider_event_store(
        gateway=gateway,
        event_id=message.event_id,
        type=message.type,
        psp_reference=message.psp_reference,
        payload=message.payload,
    )


def _is_too_much(gateway: str, reference: str) -> bool:
    name = f"payments:unsigned:{gateway}:{reference}"
    cache.add(name, 0, UNSIGNED_WINDOW_SECONDS)
    try:
        return cache.incr(name) > UNSIGNED_IN_A_WINDOW
    except ValueError:  # the window ended between the two calls
        return False


def messages_process(*, limit: int = 100) -> int:
    """Act on what waits. Returns how many were tried. Safe in several workers at once."""
    return sum(message_process(event_pk=pk) for pk in provider_events_due(limit=limit))


def message_process(*, event_pk: int) -> bool:
    """Act on one message. Returns whether it was tried."""
    event = provider_event_claim(event_pk=event_pk)
    if event is None:
        return False
    try:
        _act(event)
    except (ProviderUnavailable, GatewayUnknown, ProviderRefused) as error:
        logger.warning("message %s: %s", event.id, error)
        provider_event_failed(event_pk=event.id, error=str(error))
    except Exception as error:
        logger.exception("message %s", event.id)
        reset_lock_order()
        provider_event_failed(event_pk=event.id, error=f"{type(error).__name__}: {error}")
    else:
        provider_event_done(event_pk=event.id)
    return True


def _act(event: ClaimedEvent) -> None:
    item = TransactionItem.objects.filter(gateway=event.gateway, psp_reference=event.psp_reference).first()
    token = event.payload.get("transaction_token")
    if item is None and token:
        # The answer to our call was lost, so we do not know the reference yet; or the message came by ours. The provider knows it.
        item = TransactionItem.objects.filter(gateway=event.gateway, pk=token).first()
    if item is None:
        return  # not of this market; the comparison of books would say so
    handle = handle_of(item)
    if not handle.psp_reference:
        item.psp_reference = event.psp_reference
        handle = handle_of(item)
    state = provider_named(event.gateway).read(handle)
    transaction_sync(token=item.pk, state=state, actor=SYSTEM)
