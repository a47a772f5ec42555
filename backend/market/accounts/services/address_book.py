"""A user's own addresses."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.accounts.locks import own_user_for_update
from market.accounts.models import Address, User
from market.accounts.services.address_clean import address_clean
from market.accounts.services.metadata_clean import metadata_clean
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound

MOST_ADDRESSES = 100
SHIPPING, BILLING = "SHIPPING", "BILLING"


def address_create(*, actor: Actor, values: dict[str, Any], kind: str | None = None) -> tuple[User, Address]:
    """Add an address to the actor's book, as the default of ``kind`` where one is named. Raises ManyErrors, InvalidInput."""
    address = address_clean(values=values)
    with transaction.atomic():
        user = own_user_for_update(actor)
        if user.addresses.count() >= MOST_ADDRESSES:
            raise InvalidInput(
                None, f"주소는 {MOST_ADDRESSES}개까지 둘 수 있어요.", f"At most {MOST_ADDRESSES} addresses can be kept."
            )
        address.save()
        user.addresses.add(address)
        _make_default(user, address, kind)
    return user, address


def address_update(*, actor: Actor, address_id: int, values: dict[str, Any]) -> tuple[User, Address]:
    """Change an address of the actor's own book; fields that are not given stay. Raises NotFound, ManyErrors."""
    with transaction.atomic():
        user, address = _own(actor, address_id)
        merged = {
            field.name: getattr(address, field.name)
            for field in Address._meta.fields
            if field.name not in ("id", "metadata", "private_metadata")
        }
        clean = address_clean(values={**merged, **values})
        for name in merged:
            setattr(address, name, getattr(clean, name))
        address.metadata = metadata_clean(kept=address.metadata, given=clean.metadata)
        address.save()
    return user, address


def address_delete(*, actor: Actor, address_id: int) -> tuple[User, Address]:
    """Take an address out of the actor's book; orders keep their own copies. Raises NotFound."""
    with transaction.atomic():
        user, address = _own(actor, address_id)
        gone = Address.objects.get(pk=address.pk)
        address.delete()
        user.refresh_from_db()
    return user, gone


def address_set_default(*, actor: Actor, address_id: int, kind: str) -> User:
    """Make an own address the default for shipping or billing. Raises NotFound."""
    with transaction.atomic():
        user, address = _own(actor, address_id)
        _make_default(user, address, kind)
    return user


def _own(actor: Actor, address_id: int) -> tuple[User, Address]:
    user = own_user_for_update(actor)
    address = user.addresses.filter(pk=address_id).first()
    if address is None:
        raise NotFound("id")
    return user, address


def _make_default(user: User, address: Address, kind: str | None) -> None:
    if kind == SHIPPING:
        user.default_shipping_address = address
    elif kind == BILLING:
        user.default_billing_address = address
    if kind:
        user.save(update_fields=["default_shipping_address", "default_billing_address", "updated_at"])
