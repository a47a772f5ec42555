"""What can be done with payments."""

from market.payments.graphql.mutations.order_mark_as_paid import OrderMarkAsPaid
from market.payments.graphql.mutations.payment_gateway_initialize import PaymentGatewayInitialize
from market.payments.graphql.mutations.transaction_event_report import TransactionEventReport
from market.payments.graphql.mutations.transaction_initialize import TransactionInitialize
from market.payments.graphql.mutations.transaction_process import TransactionProcess
from market.payments.graphql.mutations.transaction_request_action import TransactionRequestAction


class PaymentMutations:
    order_mark_as_paid = OrderMarkAsPaid.Field()
    payment_gateway_initialize = PaymentGatewayInitialize.Field()
    transaction_event_report = TransactionEventReport.Field()
    transaction_initialize = TransactionInitialize.Field()
    transaction_process = TransactionProcess.Field()
    transaction_request_action = TransactionRequestAction.Field()
