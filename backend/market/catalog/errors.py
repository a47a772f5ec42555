"""What can go wrong in the catalogue."""

from __future__ import annotations

from market.core.errors import DomainError


class AttributeValueUnfit(DomainError):
    """The value does not fit its attribute; ``attributes`` are global ids."""

    code = "invalid"
    message_ko = "속성에 맞지 않는 값이에요: {reason_ko}"
    message_en = "The value does not fit the attribute: {reason_en}"


class NotProductsImage(DomainError):
    code = "not_products_image"
    message_ko = "이 상품의 사진이 아니에요."
    message_en = "This picture does not belong to the product."


class NeedsProposal(DomainError):
    """What shoppers see of an enterprise that is not trusted yet changes only after somebody of the market looked at it."""

    code = "invalid"
    message_ko = "판매 중인 상품의 사진은 바로 바꿀 수 없어요. 변경 제안을 보내면 확인한 뒤에 바뀌어요."
    message_en = "Pictures of a product on sale are not changed at once. Propose the change; it shows after a review."


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
