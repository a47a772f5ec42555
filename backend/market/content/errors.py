"""What can go wrong with pages and menus; codes are those of Saleor's PageErrorCode, MenuErrorCode and TranslationErrorCode."""

from __future__ import annotations

from market.core.errors import DomainError
from market.core.texts import SlugTaken

__all__ = ["AttributeNotOfType", "CannotAssignNode", "DuplicatedInputItem", "SlugTaken", "TooManyMenuItems"]


class DuplicatedInputItem(DomainError):
    """The same thing is named twice; ``attributes`` are the ids."""

    code = "duplicated_input_item"
    message_ko = "같은 것을 두 번 적었어요."
    message_en = "The same item is named more than once."


class AttributeNotOfType(DomainError):
    """The page type has no such attribute; ``attributes`` are the ids, where ids were given."""

    code = "not_found"
    message_ko = "이 종류의 페이지에 없는 속성이에요."
    message_en = "Pages of this type have no such attribute."


class TooManyMenuItems(DomainError):
    code = "too_many_menu_items"
    message_ko = "메뉴 항목은 한 가지만 가리킬 수 있어요: 분류, 모음, 페이지, 주소 가운데 하나예요."
    message_en = "A menu item points at one thing only: a category, a collection, a page or an address."


class CannotAssignNode(DomainError):
    code = "cannot_assign_node"
    message_ko = "{reason_ko}"
    message_en = "{reason_en}"
