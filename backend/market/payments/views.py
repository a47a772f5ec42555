"""Where providers send their messages."""

from __future__ import annotations

import logging

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from kombu.exceptions import OperationalError

from market.payments.errors import GatewayUnknown, SignatureInvalid
from market.payments.flows.provider_messages import message_receive
from market.payments.tasks import process_provider_message

logger = logging.getLogger(__name__)
GATEWAYS = {"stripe": "saleor.app.payment.stripe", "toss": "ieum.payment.toss"}
MAX_BYTES = 256 * 1024


@csrf_exempt
@require_POST
def provider_webhook(request: HttpRequest, provider: str) -> HttpResponse:
    """Store the message and say so; what it means is worked out afterwards. The provider sends again whatever was not answered 200."""
    gateway = GATEWAYS.get(provider)
    if gateway is None:
        return HttpResponse(status=404)
    try:
        if int(request.headers.get("Content-Length") or 0) > MAX_BYTES:
            return HttpResponse(status=413)
        event_pk = message_receive(gateway=gateway, body=request.body, headers=request.headers)
    except (SignatureInvalid, GatewayUnknown, ValueError, RecursionError):
        return HttpResponse(status=400)
    except DatabaseError:
        logger.exception("a message of %s could not be stored", provider)
        return HttpResponse(status=503)
    if event_pk is not None:
        _nudge(event_pk)
    return HttpResponse(status=200)


def _nudge(event_pk: int) -> None:
    """Have it acted on at once; should the broker be away, the periodic task finds it."""
    try:
        process_provider_message.apply_async((event_pk,), retry=False)
    except (OperationalError, OSError):
        logger.warning("no broker: message %s waits for the periodic task", event_pk)
