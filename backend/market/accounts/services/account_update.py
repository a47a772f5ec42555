"""Changing one's own account."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.accounts.events import PasswordChanged
from market.accounts.locks import own_user_for_update
from market.accounts.models import Address, User, new_token_key
from market.accounts.services.address_clean import address_clean
from market.accounts.services.metadata_clean import metadata_clean
from market.accounts.services.passwords import password_errors
from market.accounts.services.token_issue import password_check
from market.core import audit, outbox
from market.core.actor import Actor
from market.core.errors import InvalidInput, ManyErrors


def account_update(*, actor: Actor, values: dict[str, Any]) -> User:
    """Change names, language, metadata and default addresses of the actor's own account. Raises ManyErrors, InvalidInput."""
    with transaction.atomic():
        user = own_user_for_update(actor)
        for name in ("first_name", "last_name", "language_code"):
            if values.get(name) is not None:
                if len(values[name]) > 256 or "\x00" in values[name]:
                    raise InvalidInput(name, "쓸 수 없는 값이에요.", "This value cannot be used.")
                setattr(user, name, values[name])
        user.metadata = metadata_clean(kept=user.metadata, given=values.get("metadata"))
        for kind, name in (("SHIPPING", "default_shipping_address"), ("BILLING", "default_billing_address")):
            if values.get(name):
                address = _address(kind, values[name])
                address.save()
                user.addresses.add(address)
                setattr(user, name, address)
        user.save()
    return user


def _address(kind: str, values: dict[str, Any]) -> Address:
    """An unsaved address. Raises ManyErrors whose errors say which address (SHIPPING, BILLING) they mean."""
    try:
        return address_clean(values=values)
    except ManyErrors as many:
        for error in many.errors:
            error.params["address_type"] = kind
        raise


def password_change(*, actor: Actor, old_password: str | None, new_password: str) -> User:
    """Set a new password; every earlier token ends. Raises InvalidCredentials, LoginAttemptDelayed, ManyErrors.

    Who came by another service and has no password yet needs no old one.
    """
    with transaction.atomic():
        user = own_user_for_update(actor)
        if user.has_usable_password():
            password_check(user=user, password=old_password or "", ip_address=actor.ip_address, field="oldPassword")
        errors = password_errors(new_password, field="newPassword")
        if errors:
            raise ManyErrors(errors)
        user.set_password(new_password)
        user.token_key = new_token_key()
        user.save(update_fields=["password", "token_key", "updated_at"])
        audit.record(actor=actor, action="accounts.password_change", subject_type="User", subject_id=user.pk)
        outbox.publish(PasswordChanged(user_id=user.pk))
    return user


def tokens_deactivate_all(*, actor: Actor) -> None:
    """Sign out everywhere: every token issued so far ends."""
    User.objects.filter(pk=actor.signed_in_id).update(token_key=new_token_key())
