"""Keep an agency's approval lines (결재선): who approves, by amount and department."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import IntegrityError, transaction

from market.agencies.locks import agency_for_update
from market.agencies.models import AgencyMember, Department
from market.agencies.permissions import AgencyAbility
from market.agencies.selectors.membership import ensure_acts_for_agency
from market.core import audit
from market.core.actor import Actor
from market.core.errors import InvalidInput, NotFound, Required
from market.core.texts import text_clean
from market.procurement.errors import ApproverGone, TemplateRangeTaken
from market.procurement.models import ApprovalTemplate, ApprovalTemplateStep
from market.procurement.selectors.approval_lines import may_stand_in_line
from market.procurement.selectors.people import member_words

MOST_PLACES, MOST_STAGES, LONGEST_LABEL = 20, 10, 20


@dataclass(frozen=True, slots=True)
class PlaceWish:
    """A member's place: members of one stage decide in parallel."""

    stage: int
    member_id: int
    label: str = "결재"


@dataclass(frozen=True, slots=True)
class TemplateWish:
    """An approval line as it should be; amounts in won, VAT included: for more than ``above``, up to and with ``up_to`` (None: no end)."""

    name: str
    above: Decimal
    up_to: Decimal | None
    places: Sequence[PlaceWish]
    department_id: int | None = None
    is_active: bool = True


def approval_template_create(*, agency_id: int, wish: TemplateWish, actor: Actor) -> ApprovalTemplate:
    """A new approval line, by who administers the agency.

    Raises NotFound, PermissionDenied, Required, InvalidInput, ApproverGone, TemplateRangeTaken.
    """
    ensure_acts_for_agency(agency_id, actor, AgencyAbility.ADMINISTER, field="agency")
    with transaction.atomic():
        agency_for_update(agency_id, field="agency")
        return _save(ApprovalTemplate(agency_id=agency_id), wish, actor)


def approval_template_update(*, template_id: int, wish: TemplateWish, actor: Actor) -> ApprovalTemplate:
    """The line as the wish says, for requests that are put up from now on; what is in approval keeps its places. Raises as creating."""
    agency_id = agency_of_template(template_id, actor)
    with transaction.atomic():
        agency_for_update(agency_id)
        return _save(_template(template_id), wish, actor)


def approval_template_delete(*, template_id: int, actor: Actor) -> ApprovalTemplate:
    """Away with it; requests in approval keep their places. Raises NotFound, PermissionDenied."""
    agency_id = agency_of_template(template_id, actor)
    with transaction.atomic():
        agency_for_update(agency_id)
        template = _template(template_id)
        audit.record(
            actor=actor,
            action="procurement.template_delete",
            subject_type="ApprovalTemplate",
            subject_id=template_id,
            name=template.name,
        )
        template.delete()
        template.pk = template_id
    return template


def agency_of_template(template_id: int, actor: Actor) -> int:
    """Whose it is. Raises NotFound for another agency's, PermissionDenied for a member who does not administer."""
    agency_id = ApprovalTemplate.objects.filter(pk=template_id).values_list("agency_id", flat=True).first()
    ensure_acts_for_agency(agency_id, actor, AgencyAbility.ADMINISTER)
    assert agency_id is not None
    return agency_id


def _template(template_id: int) -> ApprovalTemplate:
    template = ApprovalTemplate.objects.filter(pk=template_id).first()
    if template is None:
        raise NotFound("id")
    return template


def _save(template: ApprovalTemplate, wish: TemplateWish, actor: Actor) -> ApprovalTemplate:
    template.name = text_clean(wish.name, field="name", longest=80)
    template.above, template.up_to = _range(wish)
    template.department_id = _department(template.agency_id, wish.department_id)
    template.is_active = wish.is_active
    places = _places(template.agency_id, wish.places)
    try:
        with transaction.atomic():
            template.save()
    except IntegrityError as error:
        raise TemplateRangeTaken("above") from error
    template.steps.all().delete()
    ApprovalTemplateStep.objects.bulk_create(
        ApprovalTemplateStep(template=template, stage=place.stage, member_id=place.member_id, label=place.label)
        for place in places
    )
    audit.record(
        actor=actor,
        action="procurement.template_save",
        subject_type="ApprovalTemplate",
        subject_id=template.pk,
        above=str(template.above),
        up_to=str(template.up_to),
        department=template.department_id,
        members=[place.member_id for place in places],
        is_active=template.is_active,
    )
    return template


def _range(wish: TemplateWish) -> tuple[Decimal, Decimal | None]:
    above, up_to = wish.above, wish.up_to
    largest = Decimal(10**15)
    if any(one is not None and (one < 0 or one != int(one) or one > largest) for one in (above, up_to)):
        raise InvalidInput("above", "금액은 0원 이상의 원 단위로 적어 주세요.", "Amounts are whole won, not negative.")
    if up_to is not None and up_to <= above:
        raise InvalidInput("upTo", "끝 금액은 시작 금액보다 커야 해요.", "The end must be above the start.")
    return above, up_to


def _department(agency_id: int, department_id: int | None) -> int | None:
    if department_id is None:
        return None
    if not Department.objects.filter(pk=department_id, agency_id=agency_id).exists():
        raise NotFound("department")
    return department_id


def _places(agency_id: int, wishes: Sequence[PlaceWish]) -> list[PlaceWish]:
    """Members of the agency who may approve, each once; stages counted from 1 without gaps."""
    if not wishes:
        raise Required("steps")
    ids = [place.member_id for place in wishes]
    if len(set(ids)) < len(ids):
        raise InvalidInput("steps", "한 사람은 한 번만 넣을 수 있어요.", "Each member stands in a line once.")
    stages = sorted({place.stage for place in wishes})
    if len(wishes) > MOST_PLACES or len(stages) > MOST_STAGES or stages[0] < 1 or stages[-1] > 1_000:
        raise InvalidInput("steps", "결재선은 10단계, 20명까지예요.", "At most 10 stages and 20 members.")
    members = {
        member.pk: member
        for member in AgencyMember.objects.select_related("user").filter(pk__in=ids, agency_id=agency_id)
    }
    for pk in ids:
        if pk not in members:
            raise NotFound("steps")
        if not may_stand_in_line(members[pk]):
            raise ApproverGone("steps", name=member_words(members[pk]))
    numbers = {stage: number for number, stage in enumerate(stages, start=1)}
    return [
        PlaceWish(numbers[place.stage], place.member_id, text_clean(place.label, field="steps", longest=LONGEST_LABEL))
        for place in sorted(wishes, key=lambda place: place.stage)
    ]
