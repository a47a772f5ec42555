"""What can go wrong in the catalogue."""

from __future__ import annotations

from market.core.errors import DomainError


class AttributeValueUnfit(DomainError):
    """The value does not fit its attribute; ``attributes`` are global ids."""

    code = "invalid"
    message_ko = "속성에 맞지 않는 값이에요: {reason_ko}"
    message_en = "The value does not fit the attribute: {reason_en}"


class AttributeNotOfKind(DomainError):
    """Products of this type have no such attribute; ``attributes`` are global ids."""

    code = "not_found"
    message_ko = "이 상품 유형에 없는 속성이에요."
    message_en = "This product type has no such attribute."


class AttributeValueMissing(DomainError):
    """Attributes that need a value got none; ``attributes`` are global ids."""

    code = "required"
    message_ko = "꼭 적어야 하는 속성에 값이 없어요."
    message_en = "All required attributes must take a value."


class DuplicatedItem(DomainError):
    """The same thing twice: in one request, or a second variant with the same choices."""

    code = "duplicated_input_item"
    message_ko = "같은 것이 두 번 있어요."
    message_en = "The same item is there twice."


class AlreadyTaken(DomainError):
    """Another row has this SKU or outside key."""

    code = "unique"
    message_ko = "이미 다른 상품이 쓰고 있는 값이에요."
    message_en = "This value is already in use."


class ProductWithoutCategory(DomainError):
    code = "product_without_category"
    message_ko = "분류를 고른 다음에 공개할 수 있어요."
    message_en = "Select a category to be able to publish."


class NotAssignedToChannel(DomainError):
    code = "product_not_assigned_to_channel"
    message_ko = "상품이 이 채널에 올라 있지 않아요."
    message_en = "The product is not assigned to this channel."


class NotProductsVariant(DomainError):
    code = "not_products_variant"
    message_ko = "이 상품의 옵션이 아니에요."
    message_en = "This variant does not belong to the product."


class NotProductsImage(DomainError):
    code = "not_products_image"
    message_ko = "이 상품의 사진이 아니에요."
    message_en = "This picture does not belong to the product."


class InvalidPrice(DomainError):
    code = "invalid_price"
    message_ko = "{reason_ko}"
    message_en = "{reason_en}"

    def __init__(self, field: str | None, reason_ko: str, reason_en: str, **params: object) -> None:
        super().__init__(field, reason_ko=reason_ko, reason_en=reason_en, **params)


class PriceMissing(DomainError):
    """Nothing of the product has a price where it is to be sold."""

    code = "required"
    message_ko = "가격이 있는 옵션이 하나는 있어야 공개할 수 있어요."
    message_en = "At least one variant needs a price in the channel."


class NoticeIncomplete(DomainError):
    """A fact of the legal product notice is missing or cannot stand; one error for each."""

    code = "required"
    message_ko = "상품정보제공고시: {reason_ko}"
    message_en = "Legal product notice: {reason_en}"


class NoticeUnfit(NoticeIncomplete):
    code = "invalid"


class ForStaffOnly(DomainError):
    code = "invalid"
    message_ko = "이음 운영팀만 바꿀 수 있는 칸이에요."
    message_en = "Only the market's staff may set this."


class VendorUnclear(DomainError):
    """Somebody who works for several enterprises must say which one sells."""

    code = "required"
    message_ko = "어느 기업의 상품인지 골라 주세요."
    message_en = "Say which enterprise sells it."


class ProposalDecided(DomainError):
    code = "already_decided"
    message_ko = "이미 처리된 제안이에요."
    message_en = "This proposal has been decided already."


class ProposalChanged(DomainError):
    """It is not what the caller has read any more."""

    code = "stale"
    is_passing = True
    message_ko = "읽는 사이에 내용이 바뀌었어요. 새로 고친 다음 다시 확인해 주세요."
    message_en = "It was changed since you read it. Reload, look again, and decide then."


class ProposalConflict(DomainError):
    """The live value is not the one that the enterprise wished to change; somebody has to choose."""

    code = "conflict"
    message_ko = "제안한 뒤에 상품 값이 바뀌었어요: {path}. 어느 값을 쓸지 정해 주세요."
    message_en = "The live value changed after the proposal: {path}. Choose which one stays."


class ProposalNotEditable(DomainError):
    code = "not_editable"
    message_ko = "지금은 할 수 없는 일이에요."
    message_en = "This cannot be done in its present state."


class AttributeAlreadyAssigned(DomainError):
    """The product type has the attribute already; ``attributes`` are the global ids."""

    code = "attribute_already_assigned"
    message_ko = "이미 이 상품 유형에 있는 속성이에요."
    message_en = "The product type already has this attribute."


class AttributeCannotBeAssigned(DomainError):
    """An attribute of pages, or one that does not fit the place; ``attributes`` are the global ids."""

    code = "attribute_cannot_be_assigned"
    message_ko = "{reason_ko}"
    message_en = "{reason_en}"


class VariantsDisabled(DomainError):
    code = "attribute_variants_disabled"
    message_ko = "옵션을 두지 않는 상품 유형이라 옵션 속성을 둘 수 없어요."
    message_en = "Products of this type have no variants, so it takes no variant attributes."


class ValueNameTaken(DomainError):
    """The attribute offers a value of this name already."""

    code = "already_exists"
    message_ko = "이 속성에 이미 있는 값이에요: {name}"
    message_en = "The attribute already has a value of this name: {name}"


class ValueNamesRepeat(DomainError):
    code = "unique"
    message_ko = "값의 이름이 겹쳐요."
    message_en = "The names of the values repeat."


class ProductWithoutVariant(DomainError):
    """``products`` are the global ids."""

    code = "cannot_manage_product_without_variant"
    message_ko = "옵션이 하나도 없는 상품은 모음에 담을 수 없어요."
    message_en = "Products without a variant cannot be put into a collection."


class TypeInUse(DomainError):
    """``count`` products are of the type; they belong to enterprises, so they are never deleted along with it."""

    code = "invalid"
    message_ko = "이 유형의 상품이 {count:,}개 있어서 지울 수 없어요. 먼저 상품을 옮기거나 지워 주세요."
    message_en = "{count:,} products are of this type, so it cannot be deleted. Move or delete them first."


class TooManyPictures(DomainError):
    code = "invalid"
    message_ko = "사진은 상품마다 {limit}장까지 올릴 수 있어요."
    message_en = "A product may have {limit} pictures at most."


class MediaAlreadyAssigned(DomainError):
    code = "media_already_assigned"
    message_ko = "이미 이 옵션에 붙인 사진이에요."
    message_en = "The picture is assigned to this variant already."


class PictureAddressRefused(DomainError):
    """Addresses are never fetched: they may lead into our own network, or to something else tomorrow."""

    code = "unsupported_media_provider"
    message_ko = "주소로는 받지 않아요. 사진 파일을 올려 주세요."
    message_en = "Addresses are not taken. Please send the picture as a file."
