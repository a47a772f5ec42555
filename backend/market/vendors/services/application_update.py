"""Fill in an application, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from market.core.actor import Actor
from market.core.errors import InvalidInput
from market.vendors.errors import OwnApplicationExists
from market.vendors.models import VendorApplication
from market.vendors.services.application_clean import application_clean
from market.vendors.services.application_status_set import editable_application_locked


def application_update(*, application_id: UUID, given: Mapping[str, Any], actor: Actor) -> VendorApplication:
    """Set what is given, all of it or nothing, while the application is a draft or was sent back.

    Another number forgets what the tax service said of the one before; so do another opening day and representative.
    Raises NotFound, ApplicationNotEditable, OwnApplicationExists, ManyErrors (BusinessNumberInvalid, BusinessNumberTaken, InvalidInput).
    """
    with transaction.atomic():
        application = editable_application_locked(application_id, actor)
        columns = application_clean(given)
        if any(
            name in columns and columns[name] != getattr(application, name)
            for name in ("business_number", "opened_on", "representative")
        ):
            application.registry_state = None
        for name, value in columns.items():
            setattr(application, name, value)
        _ensure_dates(application)
        try:
            with transaction.atomic():
                application.save()
        except IntegrityError as error:
            raise OwnApplicationExists("businessNumber") from error
    return application


def _ensure_dates(application: VendorApplication) -> None:
    issued, until = application.certificate_issued_on, application.certificate_valid_until
    if issued is not None and until is not None and until < issued:
        raise InvalidInput(
            "certificateValidUntil", "끝나는 날이 발급일보다 빨라요.", "It ends before the day of issue."
        )
