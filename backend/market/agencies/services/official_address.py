"""Showing that the mailbox of an official address is the applicant's: a link that is good once, for one address of one application."""

from __future__ import annotations

from uuid import UUID

from django.core import signing
from django.db import transaction
from django.utils.crypto import salted_hmac

from market.accounts.services.mail_terms import count_within
from market.agencies.errors import ProofOver, TooManyMails
from market.agencies.events import OfficialAddressProofAsked
from market.agencies.models import AgencyApplication, OfficialAddressProof
from market.agencies.rules import PROOF_LIVES
from market.agencies.services.application_status_set import editable_application_locked, ensure_confirmed
from market.core import audit, clock, outbox
from market.core.actor import Actor
from market.core.errors import DomainError, Required

SALT = "market.agencies.official_address"
LONGEST_TOKEN = 512
DAY = 24 * 3600
MAILS_PER_ADDRESS, MAILS_PER_PERSON = 5, 10  # in a day
PAUSE_SECONDS = 60


def official_address_ask(*, application_id: UUID, actor: Actor) -> AgencyApplication:
    """Mail a link to the application's official address; nothing is mailed when it is proved already. Earlier links end.

    Raises NotFound, ApplicationNotEditable, EmailNotConfirmed, Required, TooManyMails.
    """
    ensure_confirmed(actor)
    with transaction.atomic():
        application = editable_application_locked(application_id, actor)
        if not application.official_email:
            raise Required("officialEmail")
        if application.official_proved_at is not None:
            return application
        _ensure_not_too_many(application)
        proof = OfficialAddressProof.objects.create(
            application=application, email=application.official_email, expires_at=clock.now() + PROOF_LIVES
        )
        outbox.publish(OfficialAddressProofAsked(application_id=application.pk, proof_id=proof.pk))
    return application


def official_address_confirm(*, token: str, actor: Actor) -> AgencyApplication:
    """Take the link's word, as the applicant. Raises ProofOver for everything that is not the latest unused link of the own application."""
    claims = _claims(token)
    asked = OfficialAddressProof.objects.filter(**claims).values_list("application_id", flat=True).first()
    if asked is None:
        raise ProofOver
    with transaction.atomic():
        try:
            application = editable_application_locked(asked, actor)
        except DomainError as error:
            raise ProofOver from error
        proof = application.proofs.order_by("id").last()  # read after the lock
        if proof is None or proof.pk != claims["pk"] or not is_proof_living(proof):
            raise ProofOver
        proof.used_at = application.official_proved_at = clock.now()
        proof.save(update_fields=["used_at"])
        application.save(update_fields=["official_proved_at"])
        audit.record(
            actor=actor,
            action="agencies.official_address_confirm",
            subject_type="AgencyApplication",
            subject_id=application.pk,
        )
    return application


def proof_token_create(proof: OfficialAddressProof) -> str:
    """The token for the mail to the official address."""
    return signing.dumps({"proof": proof.pk, "email": proof.email}, salt=SALT)


def is_proof_living(proof: OfficialAddressProof) -> bool:
    """Neither used nor too old, and the application still names this address."""
    return proof.used_at is None and proof.expires_at > clock.now() and proof.application.official_email == proof.email


def _claims(token: str) -> dict[str, object]:
    try:
        claims = signing.loads(token, salt=SALT) if len(token) <= LONGEST_TOKEN else None
    except (signing.BadSignature, ValueError):
        claims = None
    if not isinstance(claims, dict) or not isinstance(claims.get("proof"), int):
        raise ProofOver
    return {"pk": claims["proof"], "email": str(claims.get("email"))}


def _ensure_not_too_many(application: AgencyApplication) -> None:
    """Nobody's mailbox is filled by strangers."""
    last = application.proofs.order_by("id").last()
    if last is not None and (clock.now() - last.created_at).total_seconds() < PAUSE_SECONDS:
        raise TooManyMails("id")
    name = salted_hmac(SALT, application.official_email, algorithm="sha256").hexdigest()
    within_address = count_within(f"official-address:{name}", MAILS_PER_ADDRESS, DAY)
    if not within_address or not count_within(f"official-address-of:{application.applicant_id}", MAILS_PER_PERSON, DAY):
        raise TooManyMails("id")
