"""What was promised. An order holds one vendor order for each enterprise; lines copy what they were sold as.

Do NOT edit amounts of a placed order; do NOT set a status but through ``services.order_status_set``.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models.functions import Upper

from market.accounts.models import Address, User
from market.campaigns.models import Campaign
from market.catalog.models import MONEY, ProductVariant
from market.channels.models import Channel
from market.core.models import ModelWithMetadata, metadata_index
from market.core.tax import TaxKind
from market.orders.enums import (
    ChargeStatus,
    DiscountType,
    DueReason,
    OrderStatus,
    PaymentMeans,
    RefundKind,
    WorkState,
)
from market.orders.models.terms import RETURN_CHECKS, ReturnTerms
from market.promotions.enums import DiscountValueType, Funder
from market.promotions.models import Voucher
from market.shipping.models import ShippingMethod
from market.vendors.models import Vendor


class Order(ModelWithMetadata):
    """One purchase of one buyer. Amounts are in the order's currency; net is 공급가액, gross includes VAT.

    Subtotal and shipping are after the voucher and before gift cards: a gift card is a means of payment, so it lowers what is still to
    be paid (``total``) and no amount that a paper shows (docs/adr/0010).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.BigIntegerField(unique=True)
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="orders")
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="orders")
    user_email = models.EmailField(blank=True, default="")
    language_code = models.CharField(max_length=35, default="ko")
    status = models.CharField(max_length=32, choices=OrderStatus.choices, default=OrderStatus.UNFULFILLED)
    charge_status = models.CharField(max_length=16, choices=ChargeStatus.choices, default=ChargeStatus.NONE)
    payment_means = models.CharField(max_length=20, choices=PaymentMeans.choices)
    pay_by = models.DateTimeField(null=True, blank=True)
    checkout_token = models.UUIDField(
        null=True, blank=True, unique=True, help_text="a checkout becomes one order, however often it is asked"
    )
    billing_address = models.ForeignKey(Address, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    shipping_address = models.ForeignKey(Address, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    shipping_method = models.ForeignKey(
        ShippingMethod, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    shipping_method_name = models.CharField(max_length=100, blank=True, default="")
    buyer_organization = models.CharField(
        max_length=120, blank=True, default="", help_text="the agency's name as it was"
    )
    customer_note = models.TextField(blank=True, default="")
    currency = models.CharField(max_length=3)
    subtotal_net = models.DecimalField(**MONEY)
    subtotal_gross = models.DecimalField(**MONEY)
    shipping_net = models.DecimalField(**MONEY)
    shipping_gross = models.DecimalField(**MONEY)
    total_net = models.DecimalField(**MONEY, help_text="total_gross in the proportion of supply to price")
    total_gross = models.DecimalField(**MONEY, help_text="what is to be paid in money: less gift cards")
    gift_cards_gross = models.DecimalField(**MONEY, default=0, db_default=0, help_text="what gift cards paid")
    discount_net = models.DecimalField(**MONEY, default=0, db_default=0)
    discount_gross = models.DecimalField(
        **MONEY, default=0, db_default=0, help_text="what the voucher took off lines and delivery charges"
    )
    voucher = models.ForeignKey(Voucher, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    voucher_code = models.CharField(max_length=255, blank=True, default="", db_default="")
    total_authorized = models.DecimalField(
        **MONEY, default=0, db_default=0, help_text="promised by a provider, not yet charged"
    )
    total_charged = models.DecimalField(
        **MONEY, default=0, db_default=0, help_text="received, less what was given back"
    )
    total_granted = models.DecimalField(
        **MONEY, default=0, db_default=0, help_text="of the total, what need not be paid any more"
    )
    is_sample = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField(auto_now=True)

    is_buyer_recognised = False  # of this instance, in this request: its reader has shown to be the buyer

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    total_gross=models.F("subtotal_gross") + models.F("shipping_gross") - models.F("gift_cards_gross")
                )
                & (
                    models.Q(total_net=models.F("subtotal_net") + models.F("shipping_net"))
                    | models.Q(gift_cards_gross__gt=0)
                    & models.Q(total_net__lte=models.F("subtotal_net") + models.F("shipping_net"))
                ),
                name="order_total_is_its_parts",
            ),
            models.CheckConstraint(
                condition=models.Q(total_gross__gte=models.F("total_net"), total_net__gte=0),
                name="order_amounts_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(gift_cards_gross__gte=0, discount_net__gte=0)
                & models.Q(discount_gross__gte=models.F("discount_net")),
                name="order_reductions_not_negative",
            ),
            models.CheckConstraint(
                condition=models.Q(total_authorized__gte=0, total_charged__gte=0, total_granted__gte=0)
                & models.Q(total_granted__lte=models.F("total_gross")),
                name="order_payment_amounts_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["user", "-created_at"], name="order_of_user"),
            models.Index(fields=["created_at"], name="order_created"),
            models.Index(
                fields=["pay_by"],
                name="order_unpaid",
                condition=models.Q(
                    status__in=["unconfirmed", "unfulfilled"], charge_status="none", pay_by__isnull=False
                ),
            ),
            # A guest's orders are looked for by address when an account of that address is confirmed.
            models.Index(Upper("user_email"), name="order_of_guest", condition=models.Q(user__isnull=True)),
            metadata_index("order_metadata"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class VendorOrder(ModelWithMetadata):
    """One enterprise's part of an order, with its own delivery charge, fulfilment and papers."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="vendor_orders")
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="vendor_orders")
    number = models.CharField(max_length=30, unique=True, help_text="order number, hyphen, running number")
    status = models.CharField(max_length=32, choices=OrderStatus.choices, default=OrderStatus.UNFULFILLED)
    currency = models.CharField(max_length=3)
    subtotal_net = models.DecimalField(**MONEY)
    subtotal_gross = models.DecimalField(**MONEY)
    shipping_net = models.DecimalField(**MONEY)
    shipping_gross = models.DecimalField(**MONEY)
    shipping_discount_gross = models.DecimalField(
        **MONEY, default=0, db_default=0, help_text="what the voucher took off the delivery charge"
    )
    total_net = models.DecimalField(**MONEY)
    total_gross = models.DecimalField(**MONEY)
    created_at = models.DateTimeField()
    # What the enterprise does with it. Nothing of it is shown to the enterprise before ``ready_at``.
    ready_at = models.DateTimeField(
        null=True, blank=True, help_text="since when it may be dispatched: paid, or placed where payment comes later"
    )
    work_state = models.CharField(
        max_length=10, choices=WorkState.choices, default=WorkState.NEW, db_default=WorkState.NEW
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    preparing_at = models.DateTimeField(null=True, blank=True)
    promised_days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="working days to dispatch that its listings promised, the longest"
    )
    agreed_on = models.DateField(null=True, blank=True, help_text="납품 기한 that enterprise and agency agreed")
    due_on = models.DateField(null=True, blank=True, help_text="the Seoul date by which it has to be on its way")
    due_reason = models.CharField(max_length=10, choices=DueReason.choices, blank=True, default="", db_default="")

    is_opened = False  # of this instance, in this request: the enterprise reads its detail, which is noted

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["order", "vendor"], name="vendor_order_once_per_vendor"),
            models.CheckConstraint(
                condition=models.Q(ready_at__isnull=True, due_on__isnull=True, due_reason="")
                | models.Q(ready_at__isnull=False, due_on__isnull=False) & ~models.Q(due_reason=""),
                name="vendor_order_ready_is_due",
            ),
            models.CheckConstraint(
                condition=models.Q(work_state="new", confirmed_at__isnull=True, preparing_at__isnull=True)
                | models.Q(work_state="confirmed", confirmed_at__isnull=False, preparing_at__isnull=True)
                | models.Q(work_state="preparing", confirmed_at__isnull=False, preparing_at__isnull=False),
                name="vendor_order_work_has_its_times",
            ),
            models.CheckConstraint(
                condition=~models.Q(due_reason="agreed")
                | models.Q(agreed_on__isnull=False, due_on=models.F("agreed_on")),
                name="vendor_order_agreed_is_due",
            ),
            models.CheckConstraint(
                condition=models.Q(total_gross=models.F("subtotal_gross") + models.F("shipping_gross"))
                & models.Q(total_net=models.F("subtotal_net") + models.F("shipping_net")),
                name="vendor_order_total_is_its_parts",
            ),
            models.CheckConstraint(
                condition=models.Q(shipping_gross__gte=0, shipping_discount_gross__gte=0),
                name="vendor_order_shipping_not_negative",
            ),
        ]
        indexes = [
            models.Index(fields=["vendor", "-created_at"], name="vendor_order_of_vendor"),
            models.Index(
                fields=["vendor", "status", "work_state", "due_on"],
                name="vendor_order_desk",
                condition=models.Q(ready_at__isnull=False),
            ),
            # What everybody still has to send, by day: the morning mail.
            models.Index(
                fields=["due_on"],
                name="vendor_order_to_send",
                condition=models.Q(status__in=["unfulfilled", "partially fulfilled"], ready_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class OrderLine(ReturnTerms, ModelWithMetadata):
    """What was sold, copied at that moment: the listing may change, the promise may not."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    vendor_order = models.ForeignKey(VendorOrder, on_delete=models.CASCADE, related_name="lines")
    variant = models.ForeignKey(
        ProductVariant, null=True, blank=True, on_delete=models.SET_NULL, related_name="order_lines"
    )
    campaign = models.ForeignKey(Campaign, null=True, blank=True, on_delete=models.SET_NULL, related_name="order_lines")
    product_name = models.CharField(max_length=386)
    variant_name = models.CharField(max_length=255, blank=True, default="")
    product_sku = models.CharField(max_length=255, null=True, blank=True)
    product_slug = models.CharField(max_length=255, blank=True, default="")
    artwork = models.CharField(max_length=100, blank=True, default="")
    is_shipping_required = models.BooleanField(default=True)
    quantity = models.PositiveIntegerField()
    quantity_fulfilled = models.PositiveIntegerField(default=0)
    quantity_canceled = models.PositiveIntegerField(
        default=0, db_default=0, help_text="pieces that the enterprise cannot send; they were refunded"
    )
    quantity_withdrawn = models.PositiveIntegerField(
        default=0, db_default=0, help_text="pieces of withdrawals that stand, received or not"
    )
    quantity_returned = models.PositiveIntegerField(default=0, db_default=0, help_text="of them, what came back")
    tax_kind = models.CharField(max_length=10, choices=TaxKind.choices)
    tax_rate = models.DecimalField(max_digits=5, decimal_places=4)
    currency = models.CharField(max_length=3)
    undiscounted_unit_price = models.DecimalField(**MONEY, help_text="VAT included")
    unit_price_net = models.DecimalField(**MONEY)
    unit_price_gross = models.DecimalField(
        **MONEY, help_text="of one, before the voucher; what people see is total / quantity"
    )
    discount_gross = models.DecimalField(**MONEY, default=0, db_default=0, help_text="the line's part of the voucher")
    total_net = models.DecimalField(**MONEY)
    total_gross = models.DecimalField(**MONEY)
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [
            *RETURN_CHECKS,
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="order_line_has_pieces"),
            models.CheckConstraint(
                condition=models.Q(quantity_fulfilled__lte=models.F("quantity") - models.F("quantity_canceled")),
                name="order_line_not_overfulfilled",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    total_gross=models.F("unit_price_gross") * models.F("quantity") - models.F("discount_gross")
                ),
                name="order_line_total_is_price_less_discount",
            ),
            models.CheckConstraint(
                condition=models.Q(discount_gross__gte=0, total_gross__gte=0), name="order_line_discount_within_price"
            ),
            models.CheckConstraint(
                condition=models.Q(total_net__lte=models.F("total_gross")), name="order_line_net_within_gross"
            ),
        ]
        indexes = [
            models.Index(fields=["campaign"], name="order_line_campaign", condition=models.Q(campaign__isnull=False))
        ]

    @property
    def quantity_open(self) -> int:
        """Pieces that are still to be sent."""
        return self.quantity - self.quantity_fulfilled - self.quantity_canceled

    @property
    def quantity_gone_back(self) -> int:
        """Pieces whose price was refunded already, one after the other: returned or cancelled."""
        return self.quantity_returned + self.quantity_canceled

    def __str__(self) -> str:
        return f"{self.product_name} x {self.quantity}"


class OrderStatusChange(models.Model):
    """The history of an order's and its vendor orders' statuses; only ever added to."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="status_changes")
    vendor_order = models.ForeignKey(
        VendorOrder, null=True, blank=True, on_delete=models.CASCADE, related_name="status_changes"
    )
    from_status = models.CharField(max_length=32, blank=True, default="")
    to_status = models.CharField(max_length=32)
    actor_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.from_status} -> {self.to_status}"


class OrderDiscount(models.Model):
    """A discount as it was granted, copied from the voucher. ``funder`` says who bears it when the vendors are settled with."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="discounts")
    type = models.CharField(max_length=20, choices=DiscountType.choices)
    name = models.CharField(max_length=255, blank=True, default="")
    name_translations = models.JSONField(default=dict, blank=True, help_text="language code -> name")
    value_type = models.CharField(max_length=10, choices=DiscountValueType.choices)
    value = models.DecimalField(**MONEY, help_text="an amount, or per cent")
    amount = models.DecimalField(**MONEY, help_text="what it took off in all, VAT included")
    reason = models.CharField(max_length=500, blank=True, default="")
    voucher_code = models.CharField(max_length=255, blank=True, default="")
    funder = models.CharField(max_length=10, choices=Funder.choices, default=Funder.MARKET)
    vendor = models.ForeignKey(
        Vendor,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="whose goods it counted for",
    )

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=models.Q(amount__gte=0), name="order_discount_not_negative")]

    def __str__(self) -> str:
        return f"{self.amount} off {self.order_id}"


class OrderGrantedRefund(models.Model):
    """A part of the total that the buyer need not pay any more, or gets back; only ever added to.

    The payment side gives back what was received above the rest. ``key`` names the cause, so that one cause grants once.
    """

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="granted_refunds")
    vendor_order = models.ForeignKey(
        VendorOrder, null=True, blank=True, on_delete=models.CASCADE, related_name="granted_refunds"
    )
    kind = models.CharField(max_length=20, choices=RefundKind.choices)
    key = models.CharField(max_length=100, unique=True)
    amount = models.DecimalField(**MONEY, help_text="VAT included")
    currency = models.CharField(max_length=3)
    reason = models.CharField(max_length=500, blank=True, default="")
    is_shipping_included = models.BooleanField(default=False)
    actor_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=models.Q(amount__gt=0), name="granted_refund_is_something")]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency} of {self.order_id}"


class OrderGrantedRefundLine(models.Model):
    """For which pieces a refund was granted."""

    granted_refund = models.ForeignKey(OrderGrantedRefund, on_delete=models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(OrderLine, on_delete=models.CASCADE, related_name="granted_refund_lines")
    quantity = models.PositiveIntegerField()
    amount = models.DecimalField(**MONEY)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["granted_refund", "order_line"], name="granted_refund_line_once"),
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="granted_refund_line_has_pieces"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.order_line_id}"
