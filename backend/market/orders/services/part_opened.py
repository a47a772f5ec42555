"""Somebody of the enterprise reads who receives a part: the law asks to know who saw whose data."""

from __future__ import annotations

from collections.abc import Sequence

from market.core import audit
from market.core.actor import Actor
from market.orders.models import VendorOrder


def parts_opened(*, parts: Sequence[VendorOrder], actor: Actor, how: str) -> None:
    """Write down that these parts' receivers were shown (개인정보의 안전성 확보조치 기준 §8: who, when, from where, whose, what was done).

    ``how``: "read" on the desk or "printed". The receiver is named by the part's number, which leads to the person. From then on, in this
    request, the instances show their receiver.
    """
    audit.record_each(
        actor=actor,
        action=f"orders.receiver_{how}",
        subject_type="vendor_order",
        changes={part.pk: {"number": part.number} for part in parts},
    )
    for part in parts:
        part.is_opened = True
