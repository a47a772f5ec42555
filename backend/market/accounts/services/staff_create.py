"""Opening an account for somebody who works for the market."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from market.accounts.errors import EmailTaken
from market.accounts.models import StaffGroup, User
from market.accounts.services.passwords import password_errors
from market.core import audit
from market.core.actor import Actor
from market.core.errors import ManyErrors
from market.core.permissions import ALL_PERMISSIONS

FULL_ACCESS = "full access"


def staff_create(*, actor: Actor, email: str, password: str) -> User:
    """A staff member with every permission (of the group "full access"). Raises ManyErrors for a weak password, EmailTaken."""
    errors = password_errors(password)
    if errors:
        raise ManyErrors(errors)
    try:
        with transaction.atomic():
            user = User.objects.create_user(email, password, is_staff=True, is_confirmed=True)
            group, _ = StaffGroup.objects.get_or_create(
                name=FULL_ACCESS, defaults={"permissions": list(ALL_PERMISSIONS)}
            )
            group.users.add(user)
            audit.record(actor=actor, action="accounts.staff_create", subject_type="User", subject_id=user.pk)
    except IntegrityError as error:
        raise EmailTaken("email") from error
    return user
