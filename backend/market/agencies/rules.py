"""Pure rules: the course of an application, official addresses, who may stand in for whom."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection

from market.agencies.errors import (
    AbilityUnknown,
    AgencyNumberInvalid,
    ApplicationMoved,
    ApplicationNotEditable,
    DeputyLacksAbility,
    NothingToStandInFor,
    OwnAbilities,
)
from market.agencies.permissions import ALL_ABILITIES, AgencyAbility
from market.core.errors import InvalidInput
from market.vendors.errors import BusinessNumberInvalid
from market.vendors.rules import business_number_clean

INVITATION_LIVES = dt.timedelta(days=7)
PROOF_LIVES = dt.timedelta(hours=24)
LONGEST_ABSENCE_DAYS = 366
FARTHEST_ABSENCE_DAYS = 366
PUBLIC_BODIES = range(
    82, 84
)  # the fourth and fifth digit of a 고유번호: 83 state and local government, 82 other non-profit bodies
EDITABLE = frozenset({"draft", "returned"})
OPEN = frozenset({"draft", "submitted", "returned"})
# By the values of models.AgencyApplicationStatus.
NEXT: dict[str, frozenset[str]] = {
    "draft": frozenset({"submitted", "withdrawn"}),
    "submitted": frozenset({"returned", "approved", "declined", "withdrawn"}),
    "returned": frozenset({"submitted", "withdrawn"}),
    "approved": frozenset(),
    "declined": frozenset(),
    "withdrawn": frozenset(),
}
# What a deputy does instead of the absent (대결, 대리 검수, 대리 지출); asking for purchases and administering are not stood in for.
STOOD_IN_FOR = frozenset({AgencyAbility.APPROVE.value, AgencyAbility.INSPECT.value, AgencyAbility.PAY.value})
DOMAIN_SHAPE = re.compile(r"^(?=.{4,120}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$")


def ensure_editable(status: str) -> None:
    """Raises ApplicationNotEditable."""
    if status not in EDITABLE:
        raise ApplicationNotEditable("id")


def ensure_may_become(status: str, to: str) -> None:
    """Raises ApplicationMoved."""
    if to not in NEXT[status]:
        raise ApplicationMoved("id")


def agency_number_clean(text: str, *, field: str = "registrationNumber") -> str:
    """Ten digits of a 고유번호; it has the check digit of business numbers. Raises AgencyNumberInvalid."""
    try:
        return business_number_clean(text[:40], field=field)
    except BusinessNumberInvalid as error:
        raise AgencyNumberInvalid(field) from error


def is_number_of_a_public_body(number: str) -> bool:
    """Whether its middle is 83 (state, local government) or 82 (other bodies without profit). A hint, no proof: schools and corporations
    may have the number of a business."""
    return len(number) == 10 and int(number[3:5]) in PUBLIC_BODIES


def domain_of(email: str) -> str:
    """What stands behind the @, in lower case."""
    return email.rpartition("@")[2].strip().lower()


def is_domain(text: str) -> bool:
    return bool(DOMAIN_SHAPE.match(text))


def is_within(domain: str, wider: str) -> bool:
    """Whether a domain is this one or lies below it."""
    return bool(wider) and (domain == wider or domain.endswith("." + wider))


def abilities_clean(given: Collection[str], *, field: str = "abilities") -> list[str]:
    """In the order of AgencyAbility, each once. Raises AbilityUnknown."""
    if not set(given) <= set(ALL_ABILITIES):
        raise AbilityUnknown(field)
    return [ability for ability in ALL_ABILITIES if ability in given]


def ensure_no_self_promotion(*, before: Collection[str], after: Collection[str]) -> None:
    """Who changes the own abilities only gives some up. Raises OwnAbilities."""
    if set(after) - set(before):
        raise OwnAbilities("abilities")


def ensure_absence(first: dt.date, last: dt.date, *, today: dt.date) -> None:
    """Raises InvalidInput: an absence begins today at the earliest and within a year, and does not end before it begins."""
    if first < today:
        raise InvalidInput("startsOn", "오늘부터 정할 수 있어요.", "A deputy is named from today on.")
    if last < first:
        raise InvalidInput("endsOn", "마지막 날이 첫날보다 빨라요.", "The last day lies before the first.")
    if (first - today).days > FARTHEST_ABSENCE_DAYS:
        raise InvalidInput("startsOn", "1년 안의 날짜로 정해 주세요.", "Choose a day within a year.")
    if (last - first).days >= LONGEST_ABSENCE_DAYS:
        raise InvalidInput("endsOn", "한 번에 1년까지 정할 수 있어요.", "At most a year at a time.")


def ensure_can_stand_in(absent: Collection[str], deputy: Collection[str]) -> None:
    """A deputy holds every ability that is stood in for. Raises NothingToStandInFor, DeputyLacksAbility."""
    needed = STOOD_IN_FOR & set(absent)
    if not needed:
        raise NothingToStandInFor("member")
    if needed - set(deputy):
        raise DeputyLacksAbility("deputy")
