"""What putting up and deciding may be refused for."""

from __future__ import annotations

from market.agencies.errors import BudgetExceeded
from market.checkout.errors import (
    BillingAddressNotSet,
    ChannelInactive,
    EmailNotSet,
    ForAgenciesOnly,
    HeldPriceLapsed,
    NoLines,
    NotFullyPaid,
    ProductNotPublished,
    ProductQuoteOnly,
    ProductUnavailable,
    PromoCodesNotHeld,
    PurchaserRefused,
    RequestAbilityNeeded,
    ShippingAddressNotSet,
    ShippingMethodInvalid,
    ShippingMethodNotSet,
    TotalChanged,
    UnavailableVariant,
    VendorOnHoliday,
)
from market.core.errors import InvalidInput, NotFound, Required
from market.core.graphql.mutations import InvalidId
from market.inventory.errors import InsufficientStock
from market.procurement.errors import (
    ApproverGone,
    BasketGone,
    ChoiceReasonNeeded,
    DecidedAlready,
    DeliveryDayPassed,
    HoldLapsed,
    LineNotStanding,
    NobodyToApprove,
    NotEditable,
    NotInApproval,
    NotInLine,
    NotYourTurn,
    OlderRound,
    OpenTenderNeeded,
    OwnRequest,
    QuotesMissing,
    SplitReasonNeeded,
    TotalMoved,
    VendorStopped,
)

SUBMITTING = (
    NotFound, InvalidId, Required, InvalidInput, NotEditable, BasketGone, NobodyToApprove, ApproverGone, OpenTenderNeeded, QuotesMissing,
    SplitReasonNeeded, ChoiceReasonNeeded, BudgetExceeded, PurchaserRefused, ForAgenciesOnly, PromoCodesNotHeld, TotalChanged, ChannelInactive,
    NoLines, EmailNotSet, BillingAddressNotSet, ShippingAddressNotSet, ShippingMethodNotSet, ShippingMethodInvalid, ProductNotPublished,
    ProductUnavailable, ProductQuoteOnly, UnavailableVariant, VendorOnHoliday, HeldPriceLapsed, InsufficientStock, NotFullyPaid,
    RequestAbilityNeeded,
)  # fmt: skip
DECIDING = (
    NotFound, InvalidId, Required, InvalidInput, OwnRequest, NotInLine, NotInApproval, OlderRound, HoldLapsed, NotYourTurn, DecidedAlready,
    TotalMoved, LineNotStanding, DeliveryDayPassed, VendorStopped, BudgetExceeded,
)  # fmt: skip
