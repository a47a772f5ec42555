"""What can be done with a checkout."""

from market.checkout.graphql.mutations.checkout_add_promo_code import CheckoutAddPromoCode
from market.checkout.graphql.mutations.checkout_billing_address_update import CheckoutBillingAddressUpdate
from market.checkout.graphql.mutations.checkout_complete import CheckoutComplete
from market.checkout.graphql.mutations.checkout_create import CheckoutCreate
from market.checkout.graphql.mutations.checkout_customer_attach import CheckoutCustomerAttach
from market.checkout.graphql.mutations.checkout_customer_detach import CheckoutCustomerDetach
from market.checkout.graphql.mutations.checkout_customer_note_update import CheckoutCustomerNoteUpdate
from market.checkout.graphql.mutations.checkout_delivery_method_update import (
    CheckoutDeliveryMethodUpdate,
    CheckoutShippingMethodUpdate,
)
from market.checkout.graphql.mutations.checkout_email_update import CheckoutEmailUpdate
from market.checkout.graphql.mutations.checkout_language_code_update import CheckoutLanguageCodeUpdate
from market.checkout.graphql.mutations.checkout_line_delete import CheckoutLineDelete
from market.checkout.graphql.mutations.checkout_lines_add import CheckoutLinesAdd
from market.checkout.graphql.mutations.checkout_lines_delete import CheckoutLinesDelete
from market.checkout.graphql.mutations.checkout_lines_update import CheckoutLinesUpdate
from market.checkout.graphql.mutations.checkout_remove_promo_code import CheckoutRemovePromoCode
from market.checkout.graphql.mutations.checkout_shipping_address_update import CheckoutShippingAddressUpdate
from market.checkout.graphql.mutations.delivery_options_calculate import DeliveryOptionsCalculate


class CheckoutMutations:
    checkout_add_promo_code = CheckoutAddPromoCode.Field()
    checkout_billing_address_update = CheckoutBillingAddressUpdate.Field()
    checkout_complete = CheckoutComplete.Field()
    checkout_create = CheckoutCreate.Field()
    checkout_customer_attach = CheckoutCustomerAttach.Field()
    checkout_customer_detach = CheckoutCustomerDetach.Field()
    checkout_customer_note_update = CheckoutCustomerNoteUpdate.Field()
    checkout_delivery_method_update = CheckoutDeliveryMethodUpdate.Field()
    checkout_email_update = CheckoutEmailUpdate.Field()
    checkout_language_code_update = CheckoutLanguageCodeUpdate.Field()
    checkout_line_delete = CheckoutLineDelete.Field(deprecation_reason="Use `checkoutLinesDelete`.")
    checkout_lines_add = CheckoutLinesAdd.Field()
    checkout_lines_delete = CheckoutLinesDelete.Field()
    checkout_lines_update = CheckoutLinesUpdate.Field()
    checkout_remove_promo_code = CheckoutRemovePromoCode.Field()
    checkout_shipping_address_update = CheckoutShippingAddressUpdate.Field()
    checkout_shipping_method_update = CheckoutShippingMethodUpdate.Field(
        deprecation_reason="Use `checkoutDeliveryMethodUpdate`."
    )
    delivery_options_calculate = DeliveryOptionsCalculate.Field()
