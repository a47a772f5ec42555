"""Files of a draft, and of an enterprise's answer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.db import transaction

from market.core.actor import Actor
from market.core.errors import NotFound
from market.core.files.documents import KeptDocument, document_keep
from market.quotes.errors import RequestNotEditable, TooManyFiles
from market.quotes.models import QuoteAttachment, QuoteInvitation, QuoteRequest, QuoteRequestStatus
from market.quotes.rules import MOST_FILES
from market.quotes.selectors.requests import invitation_get, request_get
from market.quotes.services.request_locked import invitation_locked, request_locked

SHELF = "quotes"


def request_file_add(*, request_id: UUID, upload: File[Any], actor: Actor) -> QuoteAttachment:
    """Add a file to a draft. Raises NotFound, PermissionDenied, RequestNotEditable, TooManyFiles, and what is wrong with the file."""
    request_get(request_id=request_id, viewer=actor)  # nobody's file is kept for a request that is not theirs
    kept = document_keep(upload, field="file", shelf=SHELF)
    with transaction.atomic():
        request = request_locked(request_id=request_id, actor=actor)
        if request.status != QuoteRequestStatus.DRAFT:
            raise RequestNotEditable("id")
        return _row(request, None, kept, actor)


def answer_file_add(*, token: UUID, upload: File[Any], actor: Actor) -> QuoteAttachment:
    """Add a file to an answer, while answers are taken. Raises NotFound, PermissionDenied, RequestNotOpen, TooManyFiles, and what is wrong
    with the file."""
    invitation_get(token=token, viewer=actor)
    kept = document_keep(upload, field="file", shelf=SHELF)
    with transaction.atomic():
        invitation = invitation_locked(token=token, actor=actor)
        return _row(invitation.request, invitation, kept, actor)


def file_remove(*, attachment_id: UUID, actor: Actor) -> None:
    """Take a file back: of a draft, or of an answer while answers are taken. The file itself is swept a day later.

    Raises NotFound, PermissionDenied, RequestNotEditable, RequestNotOpen.
    """
    file = QuoteAttachment.objects.select_related("invitation").filter(pk=attachment_id).first()
    if file is None:
        raise NotFound("id")
    with transaction.atomic():
        if file.invitation is not None:
            invitation_locked(token=file.invitation.token, actor=actor)
        elif request_locked(request_id=file.request_id, actor=actor).status != QuoteRequestStatus.DRAFT:
            raise RequestNotEditable("id")
        QuoteAttachment.objects.filter(pk=attachment_id).delete()


def _row(
    request: QuoteRequest, invitation: QuoteInvitation | None, kept: KeptDocument, actor: Actor
) -> QuoteAttachment:
    if QuoteAttachment.objects.filter(request=request, invitation=invitation).count() >= MOST_FILES:
        raise TooManyFiles("file", limit=MOST_FILES)
    return QuoteAttachment.objects.create(
        request=request,
        invitation=invitation,
        key=kept.key,
        name=kept.name,
        content_type=kept.content_type,
        size=kept.size,
        sha256=kept.sha256,
        uploaded_by_id=actor.user_id,
    )
