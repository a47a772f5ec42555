"""What the fields of a listing are called, Korean and English."""

from __future__ import annotations

LABELS: dict[str, tuple[str, str]] = {
    "name": ("상품 이름", "Name"),
    "slug": ("주소 이름", "Slug"),
    "summary": ("한 줄 소개", "Summary"),
    "description": ("상세 설명", "Description"),
    "seoTitle": ("검색 제목", "Search title"),
    "seoDescription": ("검색 설명", "Search description"),
    "category": ("분류", "Category"),
    "taxKind": ("과세 구분", "Tax kind"),
    "isQuoteOnly": ("견적으로만 판매", "Sold by quotation only"),
    "minimumOrderQuantity": ("최소 주문 수량", "Minimum order"),
    "dispatchDays": ("발송까지 걸리는 날", "Days to dispatch"),
    "originCountry": ("원산지", "Origin"),
    "noticeType": ("상품정보제공고시 종류", "Type of legal notice"),
    "returnPolicy": ("청약철회", "Withdrawal"),
    "weight": ("무게(g)", "Weight (g)"),
    "rating": ("평점", "Rating"),
    "externalReference": ("외부 관리 번호", "Outside key"),
    "metadata": ("공개 메타데이터", "Metadata"),
    "privateMetadata": ("비공개 메타데이터", "Private metadata"),
    "collections": ("모음", "Collections"),
    "defaultVariant": ("대표 옵션", "Default variant"),
    "variantOrder": ("옵션 순서", "Order of variants"),
    "mediaOrder": ("사진 순서", "Order of pictures"),
}
VARIANT_LABELS: dict[str, tuple[str, str]] = {
    "": ("옵션", "Variant"),
    "name": ("옵션 이름", "Name"),
    "nameEn": ("옵션 영어 이름", "English name"),
    "sku": ("SKU", "SKU"),
    "trackInventory": ("재고 세기", "Counts pieces"),
    "quantityLimitPerCustomer": ("한 사람이 살 수 있는 수량", "Limit a customer"),
    "weight": ("무게(g)", "Weight (g)"),
    "externalReference": ("외부 관리 번호", "Outside key"),
    "metadata": ("공개 메타데이터", "Metadata"),
    "privateMetadata": ("비공개 메타데이터", "Private metadata"),
    "media": ("옵션 사진", "Pictures"),
    "attributes": ("고르는 값", "Choices"),
}
LISTING_WORDS: dict[str, tuple[str, str]] = {
    "isPublished": ("공개", "published"),
    "publishedAt": ("공개일", "published at"),
    "visibleInListings": ("목록에 보임", "in lists"),
    "availableForPurchaseAt": ("판매 시작", "on sale from"),
    "price": ("판매가", "price"),
    "discountedPrice": ("할인가", "discounted"),
    "priorPrice": ("이전 가격", "before"),
    "costPrice": ("매입가", "cost"),
}
TAX_WORDS = {"taxable": ("과세", "taxable"), "exempt": ("면세", "exempt"), "zero_rated": ("영세율", "zero-rated")}
YES, NO, NONE = ("예", "yes"), ("아니요", "no"), ("없음", "none")
PICTURE = ("사진", "Picture")
NEW_VARIANT, NEW_PICTURE = ("새 옵션", "New variant"), ("새 사진", "New picture")
TRANSLATION = ("번역", "translation")
QUANTITY_PRICES_IN = ("수량 단가", "quantity prices")
PRICE_IN, SHOWN_IN = ("가격", "price"), ("판매", "sale")
