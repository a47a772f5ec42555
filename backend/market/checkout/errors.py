"""What can go wrong on the way to an order; codes are those of Saleor's CheckoutErrorCode."""

from __future__ import annotations

from collections.abc import Iterable

from market.core.errors import DomainError
from market.core.global_ids import to_global_id


class VariantError(DomainError):
    """Something about variants of the checkout; ``variants`` are their global ids."""

    def __init__(self, variant_ids: Iterable[int], field: str | None = "lines", **params: object) -> None:
        super().__init__(field, variants=[to_global_id("ProductVariant", pk) for pk in sorted(variant_ids)], **params)


class UnknownVariant(VariantError):
    code = "not_found"
    message_ko = "찾는 상품이 없어요."
    message_en = "There is no such product variant."


class UnavailableVariant(VariantError):
    """Not sold in this channel."""

    code = "unavailable_variant_in_channel"
    message_ko = "이 채널에서는 팔지 않는 상품이에요."
    message_en = "Cannot add lines with unavailable variants."


class ProductNotPublished(VariantError):
    code = "product_not_published"
    message_ko = "지금은 볼 수 없는 상품이에요."
    message_en = "Can't add unpublished product."


class ProductUnavailable(VariantError):
    code = "product_unavailable_for_purchase"
    message_ko = "지금은 살 수 없는 상품이에요."
    message_en = "Product is not available for purchase."


class ProductQuoteOnly(ProductUnavailable):
    message_ko = "견적으로만 살 수 있는 상품이에요. 견적을 요청해 주세요."
    message_en = "This product is sold by quotation only."


class VendorOnHoliday(ProductUnavailable):
    message_ko = "지금은 쉬고 있는 기업의 상품이에요. 쉬는 날이 지나면 살 수 있어요."
    message_en = "The enterprise is on holiday. Its goods can be bought again afterwards."


class HeldPriceLapsed(VariantError):
    """The time for which an enterprise gave its quoted price is over."""

    code = "held_price_lapsed"
    message_ko = "견적 가격의 기한이 지났어요. 이 줄을 빼거나 견적을 다시 받아 주세요."
    message_en = "The quoted price has lapsed. Remove this line, or ask for a new quote."


class HeldLineFixed(VariantError):
    """A quote holds for its quantity; another one needs another quote."""

    code = "held_line_fixed"
    message_ko = "견적으로 정한 수량은 바꿀 수 없어요. 빼거나, 다른 수량으로 견적을 다시 받아 주세요."
    message_en = "The quantity of a quoted line cannot be changed. Remove it, or ask for another quote."


class HeldLinesStay(DomainError):
    """Quoted prices were given to one buyer; their checkout cannot become anybody's."""

    code = "invalid"
    message_ko = "견적 가격이 담긴 장바구니는 내 것으로만 둘 수 있어요. 견적 줄을 먼저 빼 주세요."
    message_en = "A checkout with quoted prices stays its buyer's. Remove the quoted lines first."


class ZeroQuantity(VariantError):
    code = "zero_quantity"
    message_ko = "수량은 1개 이상이어야 해요."
    message_en = "The quantity should be higher than zero."


class QuantityAboveLimit(VariantError):
    code = "quantity_greater_than_limit"
    message_ko = "한 번에 {limit}개까지 살 수 있어요."
    message_en = "Cannot add more than {limit} times this item."


class QuantityBelowMinimum(VariantError):
    code = "invalid"
    message_ko = "{minimum}개부터 살 수 있어요."
    message_en = "At least {minimum} of this item must be bought."


class TooManyLines(DomainError):
    code = "invalid"
    message_ko = "한 번에 {limit}가지까지 담을 수 있어요."
    message_en = "A checkout holds at most {limit} lines."


class ChannelInactive(DomainError):
    code = "channel_inactive"
    message_ko = "지금은 주문을 받지 않는 채널이에요."
    message_en = "Channel is inactive."


class ChannelMissing(DomainError):
    code = "missing_channel_slug"
    message_ko = "어느 채널에서 사는지 적어 주세요."
    message_en = "You need to provide a channel slug."


class NoLines(DomainError):
    code = "no_lines"
    message_ko = "장바구니가 비어 있어요."
    message_en = "Cannot proceed checkout without lines."


class EmailNotSet(DomainError):
    code = "email_not_set"
    message_ko = "주문 소식을 받을 이메일을 적어 주세요."
    message_en = "Checkout email must be set."


class ShippingAddressNotSet(DomainError):
    code = "shipping_address_not_set"
    message_ko = "받을 주소를 적어 주세요."
    message_en = "Shipping address is not set."


class BillingAddressNotSet(DomainError):
    code = "billing_address_not_set"
    message_ko = "주문하는 분의 주소를 적어 주세요."
    message_en = "Billing address is not set."


class ShippingMethodNotSet(DomainError):
    code = "shipping_method_not_set"
    message_ko = "배송 방법을 골라 주세요."
    message_en = "Shipping method is not set."


class ShippingMethodInvalid(DomainError):
    """Chosen once, but no longer offered to this address or channel."""

    code = "invalid_shipping_method"
    message_ko = "고른 배송 방법으로는 보낼 수 없어요. 다시 골라 주세요."
    message_en = "Shipping method is not valid for your shipping address."


class DeliveryMethodNotApplicable(DomainError):
    code = "delivery_method_not_applicable"
    message_ko = "이 주문에는 쓸 수 없는 배송 방법이에요."
    message_en = "This shipping method is not applicable."


class ShippingNotRequired(DomainError):
    code = "shipping_not_required"
    message_ko = "배송할 것이 없는 주문이에요."
    message_en = "This checkout does not require shipping."


class NotFullyPaid(DomainError):
    """The channel takes orders paid beforehand only."""

    code = "checkout_not_fully_paid"
    message_ko = "결제를 마친 뒤에 주문할 수 있어요."
    message_en = "Provided payment methods can not cover the checkout's total amount."


class TotalChanged(DomainError):
    """The total is not what the buyer was last told; the new one is noted, so asking again accepts it."""

    code = "invalid"
    message_ko = "그사이 가격이 바뀌었어요. 새 금액 {total}원을 확인하고 다시 주문해 주세요."
    message_en = "The price has changed in the meantime. The new total is {total}; order again to accept it."


class ForeignLine(DomainError):
    """A line that is not in this checkout; ``lines`` are the ids as they were given."""

    code = "invalid"
    message_ko = "이 장바구니에 없는 줄이에요."
    message_en = "Provided line ids aren't part of checkout."


class ForAgenciesOnly(DomainError):
    """Terms are held for an approval in channels for agencies only."""

    code = "invalid"
    message_ko = "공공기관 채널의 장바구니만 품의에 올릴 수 있어요."
    message_en = "Only baskets of a channel for agencies can wait for an approval."


class PromoCodesNotHeld(DomainError):
    """Vouchers and gift cards count at the moment of an order, not while one waits."""

    code = "invalid"
    message_ko = "할인 코드나 상품권을 넣은 장바구니는 품의에 올릴 수 없어요. 코드를 빼 주세요."
    message_en = "A basket with promo codes cannot wait for an approval; please take them out."


class PurchaserRefused(DomainError):
    """The channel sells to members of an agency only."""

    code = "invalid"
    message_ko = "공공기관 회원만 주문할 수 있는 채널이에요."
    message_en = "Only members of a public agency can order in this channel."


class PromoCodeNotInUse(DomainError):
    """No such voucher or gift card in this checkout."""

    code = "not_found"
    message_ko = "이 장바구니에서 쓰고 있는 코드가 아니에요."
    message_en = "Couldn't remove a promo code from a checkout."


class ApprovalRequired(DomainError):
    """Above what the agency's members may order without a request; ``limit`` in won, VAT included."""

    code = "approval_required"
    message_ko = "{limit}원이 넘는 구매는 품의를 올려 결재를 받아야 해요. 지금 {total}원이에요."
    message_en = "Purchases above {limit} won need an approved request; this is {total} won."


class RequestAbilityNeeded(DomainError):
    """The member may not order for the agency."""

    code = "request_ability_needed"
    message_ko = "구매 권한이 없어요. 기관 관리자에게 권한을 달라고 해 주세요."
    message_en = "You are not allowed to buy for the agency. Ask whoever administers it."
