"""Every error a mutation of accounts says it raises has a code in its error type: none may turn into INVALID by accident."""

from __future__ import annotations

import pytest

from market.accounts.graphql.mutations import AccountMutations
from market.accounts.services.passwords import PASSWORD_CODES
from market.core.graphql.mutations import BaseMutation


def mutations() -> list[type[BaseMutation]]:
    room = AccountMutations.__module__
    return [kind for kind in BaseMutation.__subclasses__() if kind.__module__.startswith(room)]


@pytest.mark.parametrize("mutation", mutations(), ids=lambda mutation: mutation.__name__)
def test_each_error_has_its_code(mutation: type[BaseMutation]) -> None:
    known = set(mutation.error_type._meta.fields["code"].type.of_type._meta.enum._value2member_map_)
    assert {error.code for error in mutation.raises} <= known


def test_each_rule_of_passwords_has_its_code() -> None:
    error_type = next(kind for kind in mutations() if kind.__name__ == "SetPassword").error_type
    assert set(PASSWORD_CODES) <= set(error_type._meta.fields["code"].type.of_type._meta.enum._value2member_map_)


def test_all_mutations_are_looked_at() -> None:
    assert len(mutations()) == len([name for name in vars(AccountMutations) if not name.startswith("_")])
