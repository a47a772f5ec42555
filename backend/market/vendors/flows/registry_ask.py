"""Asking the tax service: save that we ask, ask, save what it said. No transaction is open while the network is waited for."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core.cache import cache

from market.accounts.services.mail_terms import HOUR, count_within
from market.core import clock
from market.core.actor import Actor
from market.core.sweeps import one_by_one
from market.vendors.errors import TooManyChecks
from market.vendors.gateways.business_registry import RegistryUnavailable, registry
from market.vendors.models import VendorApplication
from market.vendors.rules import RegistryState, business_number_clean
from market.vendors.selectors.applications import applications_to_ask
from market.vendors.services.application_submit import Question, application_submit, application_submit_begin
from market.vendors.services.registry_answer_save import registry_answer_save, registry_question_begin

KEPT_SECONDS = 600


def business_number_check(*, text: str, actor: Actor) -> RegistryState:
    """What the tax service says of a number. Raises BusinessNumberInvalid, TooManyChecks."""
    number = business_number_clean(text, field="number")
    _count(actor)
    name = f"business-number:{number}"
    known = cache.get(name)
    if known is not None:
        return RegistryState(**known)
    state = _asked(number)
    if state.code != "unanswered":
        cache.set(name, state.to_json(), KEPT_SECONDS)
    return state


def application_registry_check(*, application_id: UUID, actor: Actor) -> VendorApplication | None:
    """Ask about the number, opening day and representative of an application, and keep the answer with it.

    Raises NotFound, ApplicationNotEditable, Required, TooManyChecks.
    """
    question = registry_question_begin(application_id=application_id, actor=actor)
    _count(actor)
    return _answered(question)


def application_send(*, application_id: UUID, actor: Actor, agreed: bool) -> VendorApplication:
    """Send an application in, after the tax service was asked. Raises as ``application_submit`` does."""
    _answered(application_submit_begin(application_id=application_id, actor=actor, agreed=agreed))
    return application_submit(application_id=application_id, actor=actor, agreed=agreed)


def applications_ask_again() -> int:
    """Ask once more about those whom nobody answered for. Returns how many have an answer now."""
    return one_by_one(_ask_again, applications_to_ask(clock.now().isoformat()))


def _ask_again(application_id: UUID) -> int:
    application = _answered(registry_question_begin(application_id=application_id, actor=None))
    return int(application is not None and (application.registry_state or {}).get("code") != "unanswered")


def _answered(question: Question) -> VendorApplication | None:
    answer = _asked(question.number, question)
    return registry_answer_save(application_id=question.application_id, answer=answer)


def _asked(number: str, question: Question | None = None) -> RegistryState:
    try:
        said = registry().ask(
            number,
            opened_on=question.opened_on if question else None,
            representative=question.representative if question else "",
        )
    except RegistryUnavailable:
        return RegistryState(code="unanswered", number=number, checked_at=clock.now().isoformat())
    return RegistryState(
        code=said.code,
        number=number,
        text=said.text,
        source=said.source,
        tax_type=said.tax_type,
        ended_on=said.ended_on.isoformat() if said.ended_on else "",
        matches=said.matches,
        checked_at=clock.now().isoformat(),
    )


def _count(actor: Actor) -> None:
    if not count_within(f"business-numbers:{actor.signed_in_id}", settings.BUSINESS_NUMBER_CHECKS_PER_HOUR, HOUR):
        raise TooManyChecks("number")
