"""Who the enterprise is and on what terms it delivers."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from market.core import audit, catalogue_version
from market.core.actor import Actor
from market.vendors.claims import ensure_no_unproven_claim
from market.vendors.locks import vendor_for_update
from market.vendors.models import District, Vendor
from market.vendors.permissions import Ability
from market.vendors.selectors.certificates import certificates_of
from market.vendors.selectors.membership import ensure_acts_for
from market.vendors.services.profile_clean import CLAIMING_FIELDS, profile_clean
from market.vendors.services.recheck_open import recheck_open
from market.vendors.states import WATCHED_FIELDS


def vendor_update(*, vendor_id: int, values: dict[str, Any], actor: Actor) -> Vendor:
    """Change what is given of the profile and the delivery terms; orders that were placed keep the terms they were placed on.

    It counts at once: whoever orders must read who sells (전자상거래법 §20②). What certificates bear on their face opens a re-check, or
    joins the one that is open (docs/adr/0015). Raises NotFound, ManyErrors with every fault of the values, UnprovenClaim.
    """
    ensure_acts_for(vendor_id, actor, Ability.MANAGE_PROFILE)
    clean = profile_clean(values)
    with transaction.atomic():
        vendor = vendor_for_update(vendor_id)
        ensure_acts_for(vendor_id, actor, Ability.MANAGE_PROFILE)
        changed = {name: value for name, value in clean.items() if getattr(vendor, name) != value}
        _ensure_claims(vendor, changed)
        if not changed:
            return vendor
        watched = [
            {"field": name, "old": _told(getattr(vendor, name)), "new": _told(changed[name])}
            for name in WATCHED_FIELDS
            if name in changed
        ]
        for name, value in changed.items():
            setattr(vendor, name, value)
        vendor.save(update_fields=[*changed, "updated_at"])
        if watched:
            recheck_open(vendor=vendor, changes=watched, actor=actor)
        audit.record(
            actor=actor,
            action="vendors.vendor_update",
            subject_type="Vendor",
            subject_id=vendor.pk,
            fields=sorted(changed),
        )
        catalogue_version.bump()
    return vendor


def _ensure_claims(vendor: Vendor, changed: dict[str, Any]) -> None:
    """Texts that are not touched are not judged anew."""
    texts = {name: field for name, field in CLAIMING_FIELDS.items() if name in changed}
    if not texts:
        return
    held = set(certificates_of([vendor.pk]).values_list("kind__code", flat=True))
    for name, field in texts.items():
        ensure_no_unproven_claim(changed[name], held=held, field=field)


def _told(value: Any) -> str:
    """As a person would read it: a district by its name, everything else as it is."""
    return value.name if isinstance(value, District) else str(value)
