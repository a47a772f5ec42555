"""The first member of staff comes from the command line."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from market.accounts.models import User
from market.accounts.selectors.actors import actor_of
from market.core.permissions import ALL_PERMISSIONS

pytestmark = pytest.mark.django_db


def test_a_staff_account_has_every_permission(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("IEUM_STAFF_PASSWORD", "correct-horse-battery")
    call_command("create_staff", "Boss@ieum.example")
    user = User.objects.get(email="boss@ieum.example")
    assert user.is_staff
    assert actor_of(user, language="ko").permissions == set(ALL_PERMISSIONS)


@pytest.mark.parametrize(
    ("email", "password", "words"),
    [("boss@ieum.example", "short", "8자"), ("taken@ieum.example", "correct-horse-9", "이미")],
)
def test_what_is_wrong_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, email: str, password: str, words: str
) -> None:
    User.objects.create_user("taken@ieum.example", "x")
    monkeypatch.setenv("IEUM_STAFF_PASSWORD", password)
    with pytest.raises(CommandError, match=words):
        call_command("create_staff", email)
    assert User.objects.count() == 1
