"""Keep a member's addresses for the next time."""

from __future__ import annotations

from django.forms.models import model_to_dict

from market.accounts.models import Address
from market.accounts.services.address_book import address_create
from market.accounts.services.address_clean import COLUMNS
from market.checkout.models import Checkout
from market.core.actor import Actor
from market.core.errors import DomainError, ManyErrors


def addresses_remember(*, checkout: Checkout) -> None:
    """Add the addresses the member asked to keep to the book, unless they stand there already.

    A full book or an address that was taken unchecked keeps nobody from ordering: such an address is not kept.
    """
    if checkout.user_id is None:
        return
    wanted = [
        address
        for address, keep in (
            (checkout.shipping_address, checkout.save_shipping_address),
            (checkout.billing_address, checkout.save_billing_address),
        )
        if address is not None and keep
    ]
    fresh = {tuple(_values(address).items()): address for address in wanted}
    for address in fresh.values():
        values = _values(address)
        if Address.objects.filter(owners=checkout.user_id, **values).exists():
            continue
        try:
            address_create(actor=Actor(user_id=checkout.user_id), values=values)
        except (DomainError, ManyErrors):
            continue


def _values(address: Address) -> dict[str, str]:
    return model_to_dict(address, fields=COLUMNS)
