"""Mails to applicants for an agency and to the people of one. Each says only what still holds when it goes out."""

from __future__ import annotations

from urllib.parse import urlencode

from market.agencies.models import (
    Agency,
    AgencyApplication,
    AgencyApplicationStep,
    AgencyInvitation,
    AgencyMember,
    Deputy,
    OfficialAddressProof,
)
from market.agencies.services.invitation_accept import invitation_token_create, is_living
from market.agencies.services.official_address import is_proof_living, proof_token_create
from market.core.global_ids import to_global_id
from market.notifications.enums import MailKind
from market.notifications.flows.writers.registry import account_of, writes
from market.notifications.letters import agencies
from market.notifications.letters.letter import Letter, NothingToSay
from market.notifications.letters.links import shop_link
from market.notifications.letters.voice import Voice
from market.notifications.models import Mail


def _told(mail: Mail) -> tuple[agencies.ApplicationFacts, Voice]:
    """Raises NothingToSay when the application is gone, another's, or has moved on since."""
    user, voice = account_of(mail)
    step = (
        AgencyApplicationStep.objects.filter(pk=mail.params["step_id"], application__applicant_id=user.pk)
        .select_related("application")
        .first()
    )
    if step is None:
        raise NothingToSay("the application is gone")
    if step.application.steps.filter(pk__gt=step.pk).exists():
        raise NothingToSay("the application has moved on")
    application = step.application
    facts = agencies.ApplicationFacts(
        path=f"/agency/apply/{to_global_id('AgencyApplication', application.pk)}",
        name=application.agency.name if application.agency is not None else application.name,
        number=application.registration_number,
        at=step.at,
        note=step.note,
    )
    return facts, voice


@writes(MailKind.AGENCY_APPLICATION_SUBMITTED)
def _submitted(mail: Mail) -> Letter:
    return agencies.application_submitted(*_told(mail))


@writes(MailKind.AGENCY_APPLICATION_RETURNED)
def _returned(mail: Mail) -> Letter:
    return agencies.application_returned(*_told(mail))


@writes(MailKind.AGENCY_APPLICATION_APPROVED)
def _approved(mail: Mail) -> Letter:
    return agencies.application_approved(*_told(mail))


@writes(MailKind.AGENCY_APPLICATION_DECLINED)
def _declined(mail: Mail) -> Letter:
    return agencies.application_declined(*_told(mail))


@writes(MailKind.AGENCY_OFFICIAL_ADDRESS)
def _official_address(mail: Mail) -> Letter:
    """The link is made now, and goes to the official address and nowhere else."""
    _, voice = account_of(mail)
    proof = OfficialAddressProof.objects.select_related("application").filter(pk=mail.params["proof_id"]).first()
    if proof is None or proof.email != mail.recipient or not is_proof_living(proof):
        raise NothingToSay("the link is over")
    page = f"/agency/apply/{to_global_id('AgencyApplication', proof.application_id)}"
    url = shop_link(f"{page}?{urlencode({'token': proof_token_create(proof)})}", voice.language)
    return agencies.official_address(proof.application.name, proof.expires_at, url, voice)


@writes(MailKind.AGENCY_JOIN_REQUESTED)
def _join_requested(mail: Mail) -> Letter:
    agency, voice = _of_member(mail)
    application = AgencyApplication.objects.select_related("applicant").filter(pk=mail.params["application_id"]).first()
    if application is None or application.joins_id != agency.pk or application.status != "submitted":
        raise NothingToSay("it was decided already")
    person = agencies.person(application.applicant, application.department, application.job_title)
    return agencies.join_requested(_named(agency, voice), person, application.official_email, voice)


@writes(MailKind.AGENCY_MEMBER_INVITED)
def _member_invited(mail: Mail) -> Letter:
    """The link is made now, and goes to the invited address and nowhere else."""
    invitation = AgencyInvitation.objects.select_related("agency").filter(pk=mail.params["invitation_id"]).first()
    if invitation is None or not is_living(invitation) or invitation.email != mail.recipient:
        raise NothingToSay("the invitation is over")
    voice = Voice(mail.language)
    token = urlencode({"token": invitation_token_create(invitation)})
    url = shop_link(f"/agency/invitation?{token}", voice.language)
    name = _named(invitation.agency, voice)
    return agencies.member_invited(name, invitation.abilities, invitation.expires_at, url, voice)


@writes(MailKind.AGENCY_MEMBER_JOINED)
def _member_joined(mail: Mail) -> Letter:
    agency, voice = _of_member(mail)
    member = _member(mail.params["member_id"])
    if member is None or not member.is_active:
        raise NothingToSay("has left already")
    return agencies.member_joined(_named(agency, voice), _person(member), member.abilities, voice)


@writes(MailKind.AGENCY_MEMBER_LEFT)
def _member_left(mail: Mail) -> Letter:
    user, voice = account_of(mail)
    member = _member(mail.params["member_id"])
    if member is None or member.is_active:
        raise NothingToSay("is a member again")
    if member.user_id == user.pk:
        return agencies.you_left(_named(member.agency, voice), voice)
    agency, voice = _of_member(mail)
    path = f"/agency/members/{to_global_id('AgencyMember', member.pk)}"
    return agencies.member_left(_named(agency, voice), _person(member), mail.params["work_left"], path, voice)


def _deputy(mail: Mail) -> tuple[Deputy, bool, Voice]:
    """With whether the reader is the one who acts."""
    user, voice = account_of(mail)
    _of_member(mail)
    deputy = (
        Deputy.objects.select_related("member__user", "member__department", "member__agency")
        .select_related("deputy__user", "deputy__department")
        .filter(pk=mail.params["deputy_id"])
        .first()
    )
    if deputy is None:
        raise NothingToSay("it is gone")
    return deputy, deputy.deputy.user_id == user.pk, voice


def _words(deputy: Deputy, voice: Voice) -> agencies.DeputyFacts:
    return agencies.DeputyFacts(
        agency=_named(deputy.member.agency, voice),
        absent=_person(deputy.member),
        deputy=_person(deputy.deputy),
        starts_on=deputy.starts_on,
        ends_on=deputy.ends_on,
        reason=deputy.reason,
    )


@writes(MailKind.AGENCY_DEPUTY_NAMED)
def _deputy_named(mail: Mail) -> Letter:
    deputy, acts, voice = _deputy(mail)
    if deputy.revoked_at is not None:
        raise NothingToSay("it was called off")
    return agencies.deputy_named(_words(deputy, voice), acts=acts, voice=voice)


@writes(MailKind.AGENCY_DEPUTY_REVOKED)
def _deputy_revoked(mail: Mail) -> Letter:
    deputy, acts, voice = _deputy(mail)
    return agencies.deputy_revoked(_words(deputy, voice), acts=acts, voice=voice)


@writes(MailKind.AGENCY_WORK_HANDED_OVER)
def _work_handed_over(mail: Mail) -> Letter:
    agency, voice = _of_member(mail)
    leaver = _member(mail.params["from_id"])
    name = _person(leaver) if leaver is not None else ""
    return agencies.work_handed_over(_named(agency, voice), name, mail.params["moved"], voice)


def _of_member(mail: Mail) -> tuple[Agency, Voice]:
    """For who works there still: somebody who left before the mail went out has no business with it any more."""
    user, voice = account_of(mail)
    member = (
        AgencyMember.objects.select_related("agency")
        .filter(agency_id=mail.params["agency_id"], user=user, is_active=True)
        .first()
    )
    if member is None:
        raise NothingToSay("works there no longer")
    return member.agency, voice


def _member(member_id: int) -> AgencyMember | None:
    return AgencyMember.objects.select_related("user", "department", "agency").filter(pk=member_id).first()


def _person(member: AgencyMember) -> str:
    return agencies.person(member.user, member.department.name if member.department else "", member.job_title)


def _named(agency: Agency, voice: Voice) -> str:
    return voice.named(agency.name, agency.name_en)
