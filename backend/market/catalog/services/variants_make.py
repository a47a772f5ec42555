"""Several new variants of one product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from market.catalog.models import ProductProposal
from market.catalog.rules.listing_paths import new_key
from market.catalog.services.listing_change import Outcome, listing_change
from market.core.actor import Actor
from market.core.errors import DomainError, ManyErrors

IGNORE, REJECT_ROWS = "ignore_failed", "reject_failed_rows"
OPTIONAL_PARTS = ("stocks", "prices")


@dataclass
class RowOutcome:
    """What became of one row: a variant, errors, or both where only a part of it could be saved."""

    variant_id: int | None = None
    errors: list[DomainError] = field(default_factory=list)


@dataclass
class BulkOutcome:
    rows: list[RowOutcome]
    proposal: ProductProposal | None = None


class _Refused(Exception):
    """Ends a transaction of which nothing is to stay."""


def variants_make(
    *, product_id: int, rows: Sequence[Mapping[str, Any] | DomainError], policy: str, actor: Actor
) -> BulkOutcome:
    """Make a variant of each row (``variant_make``); a row that is an error already stays one.

    ``policy``: ``reject_everything`` makes all or none, ``reject_failed_rows`` those that are right, ``ignore_failed`` of a wrong row what
    can be: without its stocks, then without its prices. Raises NotFound and PermissionDenied for the product.
    """
    done = BulkOutcome([])
    try:
        with transaction.atomic():
            listing_change(product_id=product_id, changes={}, actor=actor, field="product")  # whose it is, and the lock
            for row in rows:
                done.rows.append(_row(product_id, row, policy, actor, done))
            if policy not in (IGNORE, REJECT_ROWS) and any(row.errors for row in done.rows):
                raise _Refused
    except _Refused:
        for outcome in done.rows:
            outcome.variant_id = None
        done.proposal = None
    return done


def _row(
    product_id: int, row: Mapping[str, Any] | DomainError, policy: str, actor: Actor, done: BulkOutcome
) -> RowOutcome:
    if isinstance(row, DomainError):
        return RowOutcome(errors=[row])
    outcome, values = RowOutcome(), dict(row)
    for part in ("", *(OPTIONAL_PARTS if policy == IGNORE else ())):
        if part and values.pop(part, None) is None:
            continue
        try:
            made = _made(product_id, values, actor)
        except ManyErrors as many:
            outcome.errors += many.errors
        except DomainError as error:
            outcome.errors.append(error)
        else:
            outcome.variant_id = next(iter(made.made.values()), None)
            done.proposal = made.proposal or done.proposal
            return outcome
    return outcome


def _made(product_id: int, values: Mapping[str, Any], actor: Actor) -> Outcome:
    with transaction.atomic():
        return listing_change(
            product_id=product_id, changes={f"variant:{new_key()}": values}, actor=actor, field="product"
        )
