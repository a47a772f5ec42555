"""Payment providers behind one shape. A provider is filled in by a gateway of this room; services never see one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol
from uuid import UUID

from market.core.money import Money
from market.orders.enums import PaymentMeans
from market.payments.enums import DisputeStatus, FlowStrategy, PaymentStatus, RefundStatus


@dataclass(frozen=True, slots=True)
class RefundState:
    """One refund in the provider's books. ``request_key`` is ours where the provider keeps it."""

    psp_reference: str
    amount: Decimal
    status: RefundStatus
    request_key: UUID | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class DisputeState:
    psp_reference: str
    amount: Decimal
    status: DisputeStatus
    message: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """One attempt that failed; ``psp_reference`` tells attempts of one payment apart."""

    psp_reference: str
    code: str
    message_ko: str
    message_en: str


@dataclass(frozen=True, slots=True)
class PaymentState:
    """A payment as the provider's books have it now, whole: whatever message came first or last, this is the same.

    Amounts are in won (or the currency's unit), gross: ``charged`` is what was ever captured, refunds stand beside it.
    ``charge_reference`` is the reference of the charge, where it is another than the payment's.
    """

    psp_reference: str
    status: PaymentStatus
    amount: Decimal
    currency: str
    authorized: Decimal = Decimal(0)
    charged: Decimal = Decimal(0)
    canceled: Decimal = Decimal(0)
    charge_reference: str = ""
    refunds: tuple[RefundState, ...] = ()
    disputes: tuple[DisputeState, ...] = ()
    failure: Failure | None = None
    means: PaymentMeans | None = None
    method_details: Mapping[str, str] = field(default_factory=dict)
    external_url: str = ""
    transaction_token: UUID | None = None  # ours, where the provider keeps it
    created_at: dt.datetime | None = None

    @property
    def refunded(self) -> Decimal:
        """What was given back, refunds under way not counted."""
        return sum((row.amount for row in self.refunds if row.status == RefundStatus.SUCCEEDED), Decimal(0))


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """What a provider is told when a payment begins."""

    transaction_token: UUID
    amount: Money
    strategy: FlowStrategy
    data: Mapping[str, Any]
    reference: str
    order_name: str  # what is bought, in the buyer's language, for the provider's own page
    email: str
    language: str
    pay_by: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Handle:
    """What a provider needs to know a payment again."""

    transaction_token: UUID
    psp_reference: str
    amount: Decimal
    currency: str
    data: Mapping[str, Any]
    is_open: bool = True  # whether we still want it to become money


@dataclass(frozen=True, slots=True)
class Answer:
    """The provider's answer to the shopper: the payment's state, and what the client needs to go on."""

    state: PaymentState
    data: Mapping[str, Any] = field(default_factory=dict)
    keep: Mapping[str, Any] = field(default_factory=dict)  # stored with the transaction


@dataclass(frozen=True, slots=True)
class Message:
    """A provider's message after its signature was checked. No ``psp_reference``: nothing of ours is touched."""

    event_id: str
    type: str
    psp_reference: str
    payload: Mapping[str, Any]
    is_signed: bool = True  # otherwise anybody may have sent it


class PaymentProvider(Protocol):
    """Every call may raise ProviderUnavailable (try again, same key) or ProviderRefused (do not)."""

    id: str
    name_ko: str
    name_en: str
    means: PaymentMeans
    currencies: tuple[str, ...]
    strategies: tuple[FlowStrategy, ...]
    minimum: Decimal
    is_remote: bool  # whether it keeps books of its own that can be asked

    def client_config(self, *, amount: Money, language: str) -> dict[str, Any]:
        """What a client needs before it begins: public keys, account to transfer to, ways to pay."""

    def check(self, data: Mapping[str, Any]) -> PaymentMeans:
        """Check what the client sends along, before anything is stored: the means it chose. Raises GatewayDataInvalid."""

    def open(self, request: OpenRequest) -> Answer:
        """Begin a payment. The transaction's token is the key: asking again gives the same payment."""

    def process(self, handle: Handle, data: Mapping[str, Any]) -> Answer:
        """Go on after the shopper did something: confirm what must be confirmed, else look."""

    def read(self, handle: Handle) -> PaymentState:
        """The payment as it stands."""

    def charge(self, handle: Handle, *, amount: Decimal, key: UUID) -> PaymentState:
        """Capture an authorised payment."""

    def refund(self, handle: Handle, *, amount: Decimal, key: UUID, reason: str) -> PaymentState:
        """Give back a part or all."""

    def cancel(self, handle: Handle, *, key: UUID, reason: str) -> PaymentState:
        """Call off a payment that was not captured."""

    def message(self, *, body: bytes, headers: Mapping[str, str]) -> Message:
        """Check and read a message. Raises SignatureInvalid."""

    def list_since(self, since: dt.datetime, until: dt.datetime) -> Iterator[PaymentState]:
        """The payments of the provider's books that began in this time."""
