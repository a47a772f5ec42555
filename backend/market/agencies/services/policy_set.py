"""By which rules an agency buys from a day on. What has begun is never changed: history tells what held when something was bought."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction

from market.agencies.errors import LawFixed, PolicyDayTaken, PolicyFixed
from market.agencies.locks import agency_for_update
from market.agencies.models import Agency, AgencyPolicy, AgencyRegime
from market.agencies.models.policies import DEFAULT_HOLD_DAYS
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import ensure_acts_for_agency
from market.agencies.selectors.policies import LAW_OF_REGIME, Policy, policy_of, policy_on
from market.core import audit, clock
from market.core.actor import Actor
from market.core.errors import DomainError, InvalidInput, ManyErrors, NotFound

LIMITS = ("quote_omit_below", "one_quote_up_to", "comparison_from", "split_warning_from", "direct_order_up_to")
HIGHEST = Decimal(10) ** 15
LONGEST_HOLD_DAYS = 30
FARTHEST_DAYS = 730


@dataclass(frozen=True)
class PolicyChange:
    """One rule that differs from what would hold on that day without the change. Amounts as plain numbers, None: the law's own."""

    field: str
    old: str | None
    new: str | None


def policy_create(*, agency_id: int, effective_from: dt.date, given: Mapping[str, Any], actor: Actor) -> AgencyPolicy:
    """A policy from today or a later day on; what is not given is the law's own. By an administrator.

    Raises NotFound, PermissionDenied, InvalidInput, PolicyDayTaken, LawFixed, ManyErrors.
    """
    ensure_acts_for_agency(agency_id, actor, AgencyAbility.ADMINISTER, field="agency")
    with transaction.atomic():
        agency = agency_for_update(agency_id, field="agency")
        ensure_acts_for_agency(agency_id, actor, AgencyAbility.ADMINISTER, field="agency")
        policy = AgencyPolicy(agency=agency, created_by_id=actor.user_id)
        _fill(policy, agency, {**given, "effective_from": effective_from}, first_day=clock.today())
        _save(policy)
        _note(actor, "policy_create", policy)
    return policy


def policy_update(*, policy_id: int, given: Mapping[str, Any], actor: Actor) -> AgencyPolicy:
    """Change one that has not begun. Raises NotFound, PermissionDenied, PolicyFixed, InvalidInput, PolicyDayTaken, LawFixed, ManyErrors."""
    with transaction.atomic():
        policy = _future_policy_for_update(policy_id, actor)
        _fill(policy, policy.agency, given, first_day=clock.today() + dt.timedelta(days=1))
        _save(policy)
        _note(actor, "policy_update", policy)
    return policy


def policy_delete(*, policy_id: int, actor: Actor) -> AgencyPolicy:
    """Call off one that has not begun. Returns it as it was. Raises NotFound, PermissionDenied, PolicyFixed."""
    with transaction.atomic():
        policy = _future_policy_for_update(policy_id, actor)
        key = policy.pk
        _note(actor, "policy_delete", policy)
        policy.delete()
        policy.pk = key  # the answer names what is gone
    return policy


def policy_changes(
    *, agency_id: int, effective_from: dt.date, given: Mapping[str, Any], actor: Actor
) -> list[PolicyChange]:
    """What such a policy would change on its first day. Changes nothing. Raises as ``policy_create`` does."""
    ensure_acts_for_agency(agency_id, actor, AgencyAbility.ADMINISTER, field="agency")
    agency = Agency.objects.get(pk=agency_id)
    policy = AgencyPolicy(agency=agency)
    _fill(policy, agency, {**given, "effective_from": effective_from}, first_day=clock.today())
    before, after = policy_on(agency_id, effective_from), policy_of(policy, agency.regime)
    return [
        PolicyChange(name, _plain(before, name), _plain(after, name))
        for name in ("law", *LIMITS, "hold_days")
        if getattr(before, name) != getattr(after, name)
    ]


def _plain(policy: Policy, name: str) -> str | None:
    value = getattr(policy, name)
    return None if value is None else str(getattr(value, "value", value))


def _fill(policy: AgencyPolicy, agency: Agency, given: Mapping[str, Any], *, first_day: dt.date) -> None:
    errors: list[DomainError] = []
    if "effective_from" in given and not first_day <= given["effective_from"] <= clock.today() + dt.timedelta(
        days=FARTHEST_DAYS
    ):
        errors.append(
            InvalidInput(
                "effectiveFrom",
                f"{first_day:%Y-%m-%d}부터 2년 안의 날짜로 정해 주세요.",
                f"Choose a day from {first_day:%Y-%m-%d} on, within two years.",
            )
        )
    policy.effective_from = given.get("effective_from", policy.effective_from)
    law = given.get("law") or policy.law or LAW_OF_REGIME.get(agency.regime) or policy_on(agency.pk, clock.today()).law
    if agency.regime != AgencyRegime.OWN_RULES and law != LAW_OF_REGIME[agency.regime]:
        errors.append(LawFixed("law"))
    policy.law = law
    for name in LIMITS:
        if name in given:
            setattr(policy, name, given[name])
            if given[name] is not None and not 0 <= given[name] <= HIGHEST:
                errors.append(
                    InvalidInput(_camel(name), "0원 이상의 금액을 적어 주세요.", "Give an amount of 0 won or more.")
                )
    policy.hold_days = given.get("hold_days") or policy.hold_days or DEFAULT_HOLD_DAYS
    if not 1 <= policy.hold_days <= LONGEST_HOLD_DAYS:
        errors.append(InvalidInput("holdDays", "1일부터 30일까지 정할 수 있어요.", "Between 1 and 30 days."))
    errors += _order_faults(policy)
    if errors:
        raise ManyErrors(errors)


def _order_faults(policy: AgencyPolicy) -> list[DomainError]:
    """A quote is left out only below what one quote is enough for."""
    omit, one = policy.quote_omit_below, policy.one_quote_up_to
    if omit is not None and one is not None and omit > one:
        return [
            InvalidInput(
                "quoteOmitBelow",
                "견적 생략 금액은 1인 견적 금액보다 클 수 없어요.",
                "A quote cannot be left out above what one quote is enough for.",
            )
        ]
    return []


def _future_policy_for_update(policy_id: int, actor: Actor) -> AgencyPolicy:
    found = AgencyPolicy.objects.filter(pk=policy_id).values_list("agency_id", flat=True).first()
    ensure_acts_for_agency(found, actor, AgencyAbility.ADMINISTER)
    agency_for_update(found or 0)
    policy = AgencyPolicy.objects.select_related("agency").filter(pk=policy_id).first()
    if policy is None:
        raise NotFound("id")
    if policy.effective_from <= clock.today():
        raise PolicyFixed("id")
    return policy


def _save(policy: AgencyPolicy) -> None:
    try:
        with transaction.atomic():
            policy.save()
    except IntegrityError as error:
        raise PolicyDayTaken("effectiveFrom") from error


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def _note(actor: Actor, action: str, policy: AgencyPolicy) -> None:
    audit.record(
        actor=actor,
        action=f"agencies.{action}",
        subject_type="AgencyPolicy",
        subject_id=policy.pk,
        agency=policy.agency_id,
        effective_from=policy.effective_from.isoformat(),
        law=policy.law,
        **{name: None if (value := getattr(policy, name)) is None else str(value) for name in LIMITS},
    )
