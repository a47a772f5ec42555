"""The only row locks of accounts."""

from __future__ import annotations

from django.db import connection
from django.db.models import QuerySet

from market.accounts.models import User
from market.core.actor import Actor
from market.core.errors import PermissionDenied
from market.core.locks import locked


def users_for_update() -> QuerySet[User]:
    return locked(User.objects.all())


def own_user_for_update(actor: Actor) -> User:
    """The actor's own account. Raises PermissionDenied when nobody is signed in, or the account was deleted a moment ago."""
    user = users_for_update().filter(pk=actor.signed_in_id).first()
    if user is None:
        raise PermissionDenied("AUTHENTICATED_USER")
    return user


DELETIONS = 0x6163_6364  # the number of this advisory lock, the letters "accd"


def deletions_one_by_one() -> None:
    """Until the end of the transaction no other account is deleted: of two last owners who leave at once, one sees the other gone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [DELETIONS])
