"""What can go wrong in the catalogue."""

from __future__ import annotations

from market.core.errors import DomainError


class AttributeValueUnfit(DomainError):
    """The value does not fit its attribute; ``attributes`` are global ids."""

    code = "invalid"
    message_ko = "속성에 맞지 않는 값이에요: {reason_ko}"
    message_en = "The value does not fit the attribute: {reason_en}"
