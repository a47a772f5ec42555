"""By which rules an agency buys on a day; what has begun is never changed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from factories.agencies import colleague, noted, once, run_agency
from factories.procurement import agency_of
from market.agencies import errors
from market.agencies.models import AgencyPolicy
from market.agencies.selectors.desk import policies_of
from market.agencies.selectors.policies import policies_on, policy_on
from market.agencies.services.policy_set import (
    PolicyChange,
    policy_changes,
    policy_create,
    policy_delete,
    policy_update,
)
from market.core import clock
from market.core.errors import ManyErrors, NotFound, PermissionDenied

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def create(agency: Any, actor: Any, after: int = 1, **given: Any) -> AgencyPolicy:
    return once(
        policy_create, agency_id=agency.pk, effective_from=clock.today() + after * DAY, given=given, actor=actor
    )


@pytest.mark.parametrize(("regime", "law"), [("local", "local"), ("state", "state"), ("own_rules", "local")])
def test_an_agency_that_set_nothing_buys_by_its_law_and_orders_directly(regime: str, law: str) -> None:
    policy = policy_on(agency_of(regime=regime).pk, clock.today())
    assert (policy.law, policy.policy_id, policy.hold_days) == (law, None, 7)
    assert policy.quote_omit_below is None
    assert policy.orders_directly(Decimal(10**9))
    assert policy.may_widen == (regime == "own_rules")


def test_the_latest_that_has_begun_holds() -> None:
    agency, _, boss = run_agency()
    create(agency, boss, 0, direct_order_up_to=Decimal(2_000_000), one_quote_up_to=Decimal(10_000_000))
    create(agency, boss, 10, direct_order_up_to=Decimal(0))
    today = clock.today()
    assert policy_on(agency.pk, today - DAY).policy_id is None
    now, before, after = (policy_on(agency.pk, today + days * DAY) for days in (0, 9, 10))
    assert (now, before.direct_order_up_to, after.direct_order_up_to) == (before, 2_000_000, 0)
    assert [now.orders_directly(Decimal(amount)) for amount in (1_999_999, 2_000_000, 2_000_001)] == [True, True, False]
    assert not after.orders_directly(Decimal(1))
    assert after.one_quote_up_to is None  # a new policy is whole, it takes nothing over
    assert [row.following for row in policies_of([agency.pk])] == [None, today + 10 * DAY]
    assert set(policies_on([agency.pk, agency_of().pk, 0], today)) >= {agency.pk}
    with pytest.raises(NotFound):
        policy_on(0, today)


def test_only_the_future_is_changed_and_called_off() -> None:
    agency, _, boss = run_agency()
    begun, ahead = create(agency, boss, 0), create(agency, boss, 5)
    for change, more in ((policy_update, {"given": {"hold_days": 3}}), (policy_delete, {})):
        with pytest.raises(errors.PolicyFixed):
            once(change, policy_id=begun.pk, actor=boss, **more)
    changed = once(policy_update, policy_id=ahead.pk, given={"hold_days": 3, "comparison_from": None}, actor=boss)
    assert (changed.hold_days, changed.effective_from) == (3, clock.today() + 5 * DAY)
    with pytest.raises(ManyErrors):  # not into the past
        once(policy_update, policy_id=ahead.pk, given={"effective_from": clock.today()}, actor=boss)
    with pytest.raises(errors.PolicyDayTaken):
        create(agency, boss, 5)
    once(policy_delete, policy_id=ahead.pk, actor=boss)
    assert list(agency.policies.all()) == [begun]
    assert noted() == ["policy_create", "policy_create", "policy_update", "policy_delete"]


@pytest.mark.parametrize(
    ("after", "given", "field"),
    [
        (-1, {}, "effectiveFrom"),
        (800, {}, "effectiveFrom"),
        (1, {"law": "state"}, "law"),
        (1, {"hold_days": 31}, "holdDays"),
        (1, {"direct_order_up_to": Decimal(-1)}, "directOrderUpTo"),
        (1, {"split_warning_from": Decimal(10**16)}, "splitWarningFrom"),
        (1, {"quote_omit_below": Decimal(3), "one_quote_up_to": Decimal(2)}, "quoteOmitBelow"),
    ],
)
def test_rules_that_make_no_sense_are_refused(after: int, given: dict[str, Any], field: str) -> None:
    agency, _, boss = run_agency()
    with pytest.raises(ManyErrors) as caught:
        create(agency, boss, after, **given)
    assert [error.field for error in caught.value.errors] == [field]
    assert not AgencyPolicy.objects.exists()


def test_who_has_own_rules_names_the_law_they_rest_on() -> None:
    agency, _, boss = run_agency(regime="own_rules")
    assert create(agency, boss, 0, law="state").law == "state"
    assert policy_on(agency.pk, clock.today()).law == "state"
    assert create(agency, boss, 3).law == "state"  # as it is today


def test_what_would_change_is_shown_and_nothing_is_kept() -> None:
    agency, _, boss = run_agency()
    create(agency, boss, 0, direct_order_up_to=Decimal(2_000_000))
    changes = policy_changes(
        agency_id=agency.pk,
        effective_from=clock.today() + DAY,
        given={"direct_order_up_to": Decimal(0), "hold_days": 7},
        actor=boss,
    )
    assert changes == [PolicyChange("direct_order_up_to", "2000000", "0")]
    assert agency.policies.count() == 1


def test_only_administrators_set_rules() -> None:
    agency, _, boss = run_agency()
    policy = create(agency, boss)
    _, clerk = colleague(agency)
    _, _, stranger = run_agency(email_domain="noeul.example")
    for actor, error in ((clerk, PermissionDenied), (stranger, NotFound)):
        with pytest.raises(error):
            create(agency, actor, 2)
        with pytest.raises(error):
            once(policy_delete, policy_id=policy.pk, actor=actor)
        with pytest.raises(error):
            once(policy_update, policy_id=policy.pk, given={}, actor=actor)
