"""What the ids of each operation name: the table that every operation must be in.

A place is an operation and the path to an id in its arguments. Most follow from names (``FAMILIES`` for what an operation calls plainly ``id``,
``NAMES`` for the rest); what does not, stands in ``PLACES``. A place that none of them knows fails the test.
"""

from __future__ import annotations

# What the first words of an operation say about its own ``id`` or ``ids``; the longest that fits counts.
FAMILIES = {
    "accountAddress": "Address",
    "agency": "Agency",
    "agencyApplication": "AgencyApplication",
    "agencyDepartment": "AgencyDepartment",
    "agencyDeputy": "AgencyDeputy",
    "agencyInvitation": "AgencyInvitation",
    "agencyJoin": "AgencyApplication",
    "agencyMember": "AgencyMember",
    "agencyOfficialEmailRequest": "AgencyApplication",
    "agencyPolicy": "AgencyPolicy",
    "approvalTemplate": "ApprovalTemplate",
    "budgetImport": "BudgetImport",
    "budgetLine": "BudgetLine",
    "paper": "Paper",
    "purchaseOrder": "PurchaseOrder",
    "purchaseRequest": "PurchaseRequest",
    "quote": "Quote",
    "quoteRequest": "QuoteRequest",
    "quotesToCheckout": "Quote",
    "sharedList": "SharedList",
    "vendorPurchaseOrder": "PurchaseOrder",
    "vendorQuote": "VendorQuoteRequest",
    "accountSetDefaultAddress": "Address",
    "address": "Address",
    "bankDeposit": "BankDeposit",
    "bankStatement": "BankStatement",
    "bookDifference": "BookDifference",
    "campaign": "Campaign",
    "category": "Category",
    "categories": "Category",
    "channel": "Channel",
    "checkout": "Checkout",
    "collection": "Collection",
    "attributeValue": "AttributeValue",
    "attribute": "Attribute",
    "deliveryOptionsCalculate": "Checkout",
    "deleteMetadata": "*",
    "deletePrivateMetadata": "*",
    "deleteWarehouse": "Warehouse",
    "updateWarehouse": "Warehouse",
    "assignWarehouse": "Warehouse",
    "unassignWarehouse": "Warehouse",
    "fulfillment": "Fulfillment",
    "giftCard": "GiftCard",
    "listingImport": "ListingImport",
    "menuItem": "MenuItem",
    "menu": "Menu",
    "order": "Order",
    "orderFulfillment": "Fulfillment",
    "page": "Page",
    "pageType": "PageType",
    "paymentAction": "PaymentAction",
    "paymentGatewayInitialize": "Checkout",
    "product": "Product",
    "productMedia": "ProductMedia",
    "productType": "ProductType",
    "productVariant": "ProductVariant",
    "productChangeProposal": "ProductProposal",
    "productProposal": "ProductProposal",
    "providerMessage": "ProviderMessage",
    "refundMarkAsSent": "RefundToSend",
    "shippingMethod": "ShippingMethodType",
    "shippingPrice": "ShippingMethodType",
    "shippingZone": "ShippingZone",
    "stock": "Stock",
    "story": "Story",
    "taxClass": "TaxClass",
    "transaction": "TransactionItem",
    "updateMetadata": "*",
    "updatePrivateMetadata": "*",
    "user": "User",
    "variantQuantityPrices": "ProductVariant",
    "vendor": "Vendor",
    "vendorApplication": "VendorApplication",
    "vendorInvitation": "VendorInvitation",
    "vendorMember": "VendorMember",
    "vendorMemberInvitation": "VendorInvitation",
    "vendorOrder": "VendorOrder",
    "vendorRecheck": "VendorRecheck",
    "vendorBankAccount": "VendorBankAccount",
    "vendorCertificate": "Certificate",
    "vendorDocument": "VendorDocument",
    "certificate": "Certificate",
    "voucherCode": "VoucherCode",
    "voucher": "Voucher",
    "warehouse": "Warehouse",
    "withdrawal": "Withdrawal",
}
# What an id that has a name of its own names, whatever the operation.
NAMES = {
    "media": "ProductMedia",
    "addAttributes": "Attribute",
    "agency": "Agency",
    "budgetLine": "BudgetLine",
    "bundle": "QuoteBundle",
    "changeId": "PurchaseOrderChange",
    "checkout": "Checkout",
    "department": "AgencyDepartment",
    "deputy": "AgencyMember",
    "member": "AgencyMember",
    "quotes": "Quote",
    "request": "PurchaseRequest",
    "stepId": "PurchaseApprovalStep",
    "successor": "AgencyMember",
    "removeAttributes": "Attribute",
    "assignedTo": "User",
    "dropdown": "AttributeValue",
    "swatch": "AttributeValue",
    "multiselect": "AttributeValue",
    "itemId": "MenuItem",
    "menu": "Menu",
    "page": "Page",
    "pageType": "PageType",
    "pageTypes": "PageType",
    "parent": "MenuItem",
    "parentId": "MenuItem",
    "promoCodeId": "VoucherCode",
    "reference": "*",
    "references": "*",
    "inCollection": "Collection",
    "inCategory": "Category",
    "shipments": "VendorOrder",
    "deletePostalCodeRules": "ShippingMethodPostalCodeRule",
    "productAttributes": "Attribute",
    "variantAttributes": "Attribute",
    "operations": "Attribute",
    "attributeIds": "Attribute",
    "referenceTypes": "ProductType",
    "removeValues": "AttributeValue",
    "addChannels": "Channel",
    "addProducts": "Product",
    "addVariants": "ProductVariant",
    "applicationId": "VendorApplication",
    "attribute": "Attribute",
    "attributeId": "Attribute",
    "attributes": "Attribute",
    "attributeValue": "AttributeValue",
    "billingAddressId": "Address",
    "categories": "Category",
    "category": "Category",
    "categoryId": "Category",
    "certificateId": "Certificate",
    "certificates": "Certificate",
    "channel": "Channel",
    "channelId": "Channel",
    "channels": "Channel",
    "checkoutId": "Checkout",
    "collection": "Collection",
    "collectionId": "Collection",
    "collections": "Collection",
    "customerId": "User",
    "deliveryMethodId": "ShippingMethod",
    "document": "VendorDocument",
    "documentId": "VendorDocument",
    "documents": "VendorDocument",
    "fulfillmentId": "Fulfillment",
    "lineId": "OrderLine",
    "linesIds": "CheckoutLine",
    "mediaId": "ProductMedia",
    "mediaIds": "ProductMedia",
    "memberId": "VendorMember",
    "order": "Order",
    "orderId": "Order",
    "orderLineId": "OrderLine",
    "orders": "Order",
    "pageTypeId": "PageType",
    "product": "Product",
    "productId": "Product",
    "productType": "ProductType",
    "productTypeId": "ProductType",
    "productTypes": "ProductType",
    "products": "Product",
    "productIds": "Product",
    "removeChannels": "Channel",
    "removeProducts": "Product",
    "removeVariants": "ProductVariant",
    "shippingAddressId": "Address",
    "shippingMethodId": "ShippingMethod",
    "shippingZone": "ShippingZone",
    "shippingZoneIds": "ShippingZone",
    "taxClass": "TaxClass",
    "transactionId": "TransactionItem",
    "userId": "User",
    "variant": "ProductVariant",
    "variantId": "ProductVariant",
    "variantIds": "ProductVariant",
    "variants": "ProductVariant",
    "vendor": "Vendor",
    "vendorId": "Vendor",
    "vendors": "Vendor",
    "vendorOrder": "VendorOrder",
    "vendorOrderId": "VendorOrder",
    "warehouse": "Warehouse",
    "warehouseId": "Warehouse",
    "warehouseIds": "Warehouse",
    "warehouses": "Warehouse",
    "addWarehouses": "Warehouse",
    "removeWarehouses": "Warehouse",
    "addShippingZones": "ShippingZone",
    "removeShippingZones": "ShippingZone",
    "withdrawalId": "Withdrawal",
}
# Types whose objects belong to no enterprise: the catalogue's structure, the market's own desks, a person's own things.
SHARED = set(
    """Attribute AttributeTranslation AttributeValue AttributeValueTranslation BankDeposit BankStatement BookDifference Campaign
    Category CategoryTranslation CertificateKind Channel Checkout CheckoutLine Collection CollectionTranslation DeadProviderMessage
    Delivery District ExternalAuthentication GiftCard GiftCardEvent GiftCardTag Menu MenuItem MenuItemTranslation Page
    PageTranslatableContent PageTranslation PageType PaymentAction PaymentGateway PaymentGatewayConfig ProductType RefundToSend
    ShippingMethod Story TaxClass TransactionEvent ShippingMethodPostalCodeRule ShippingMethodTranslation ShippingMethodType
    ShippingZone TransactionItem ValueTheme Voucher VoucherChannelListing VoucherCode VoucherTranslation""".split()  # noqa: SIM905 - a list of words
)
# Types that are never asked for by their id: they come with the object they are part of, whose own id is tried.
PARTS = set(
    """AgencyJoinRequest AgencyMembership ApprovalTemplatePlace BudgetMovement CollectionChannelListing FulfillmentLine LineCancellation
    OrderDiscount OrderGrantedRefundLine ProductChannelListing ProductTranslation ProductVariantChannelListing
    ProductVariantTranslation PurchaseBudget PurchaseOrderChangeProposal PurchasePerson PurchaseQuote PurchaseTrailEvent
    ShippingMethodChannelListing ValueClaim VendorApplicationStep VendorCertificate VendorOrderRow VendorOrderShipmentRow
    VendorQuoteListing VendorStatusChange WithdrawalLine""".split()  # noqa: SIM905 - a list of words
)
# Operation and path -> type, where names mislead.
PLACES: dict[tuple[str, str], str] = {
    ("purchaseRequestDecide", "rejectLines.lineId"): "PurchaseRequestLine",
    ("quoteComparison", "request"): "QuoteRequest",
    ("sharedListItemsUpdate", "order"): "SharedListItem",
    ("vendorQuoteSubmit", "input.items.itemId"): "QuoteRequestItem",
    ("channelReorderWarehouses", "moves.id"): "Warehouse",
    ("productTypeReorderAttributes", "moves.id"): "Attribute",
    ("attributeReorderValues", "moves.id"): "AttributeValue",
    ("productVariantReorder", "moves.id"): "ProductVariant",
}
# What anybody may do with what the victim sells: looking at it and putting it into a cart.
PUBLIC_USE = {"checkoutCreate", "checkoutLinesAdd", "checkoutLinesUpdate", "productVariant", "product", "vendor"}
# Operations that answer otherwise for what exists, and why that is no harm. Their answers are still searched for the victim's words.
TELLS_EXISTENCE = {
    "order": "as in Saleor, whoever knows the UUID of an order may read it, masked",
    "vendorOrderCancel": "a guest shows the order's e-mail address for it, and the order's UUID is its secret",
    "vendorOrderBulkCancel": "a guest shows the order's e-mail address for it, and the order's UUID is its secret",
    "withdrawalCancel": "a guest shows the order's e-mail address for it, and the order's UUID is its secret",
    "withdrawalUpdateTracking": "a guest shows the order's e-mail address for it, and the order's UUID is its secret",
    "withdrawalCreate": "a guest shows the order's e-mail address for it, and the order's UUID is its secret",
    "checkoutCreate": "Saleor's code PRODUCT_NOT_PUBLISHED for what is not on sale",
    "checkoutLinesAdd": "Saleor's code PRODUCT_NOT_PUBLISHED for what is not on sale",
    "checkoutLinesUpdate": "Saleor's code PRODUCT_NOT_PUBLISHED for what is not on sale",
    "products": "Saleor's filter by the UUID of a warehouse, over what is on sale",
    "productFacets": "Saleor's filter by the UUID of a warehouse, over what is on sale",
    "productVariants": "Saleor's filter by the UUID of a warehouse, over what is on sale",
}
# Operation -> types whose public metadata, as in Saleor, whoever knows the UUID of an order may write.
WRITTEN_BY_UUID = {"updateMetadata": {"Order", "OrderLine"}, "deleteMetadata": {"Order", "OrderLine"}}


# Addresses of files -> whose id they take.
FILES = {
    "/documents/{pk}/": "VendorDocument",
    "/papers/vendor-orders.pdf?kind=packing&ids={id}": "VendorOrder",
    "/papers/vendor-orders.pdf?kind=statement&ids={id}": "VendorOrder",
    "/agency-papers/{pk}/": "AgencyApplication",
    "/papers/{pk}/": "Paper",
    "/papers/issued.pdf?ids={id}": "Paper",
    "/quote-files/{pk}/": "QuoteAttachment",
    "/workbooks/budgets.xlsx?agency={id}&year=2026": "Agency",
    "/workbooks/listings.xlsx?vendor={id}": "Vendor",
    "/workbooks/listings.xlsx?vendor={id}&empty=1": "Vendor",
}
GENERIC = {"id", "ids", "eq", "oneOf", "value", "values", "input", "where", "filter", "AND", "OR", "NOT"}


def type_of(operation: str, path: tuple[str, ...]) -> str | None:
    """The type an id names, ``*`` for any, None where no row says."""
    given = PLACES.get((operation, ".".join(path)))
    if given:
        return given
    telling = [step for step in reversed(path) if step not in GENERIC]
    if telling:
        return NAMES.get(telling[0])
    fitting = [family for family in FAMILIES if operation.startswith(family)]
    return FAMILIES[max(fitting, key=len)] if fitting else None
