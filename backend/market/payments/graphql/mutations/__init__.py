"""What can be done with payments."""

from market.payments.graphql.mutations.bank_deposit import (
    BankDepositIgnore,
    BankDepositMatch,
    BankDepositReopen,
    BankDepositUnmatch,
)
from market.payments.graphql.mutations.bank_refund import RefundAccountSet, RefundMarkAsSent
from market.payments.graphql.mutations.bank_statement import BankStatementApply, BankStatementUpload
from market.payments.graphql.mutations.book_difference_settle import (
    BookDifferenceSettle,
    PaymentActionRetry,
    ProviderMessageRetry,
)
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
    bank_deposit_ignore = BankDepositIgnore.Field()
    bank_deposit_match = BankDepositMatch.Field()
    bank_deposit_reopen = BankDepositReopen.Field()
    bank_deposit_unmatch = BankDepositUnmatch.Field()
    bank_statement_apply = BankStatementApply.Field()
    bank_statement_upload = BankStatementUpload.Field()
    book_difference_settle = BookDifferenceSettle.Field()
    payment_action_retry = PaymentActionRetry.Field()
    provider_message_retry = ProviderMessageRetry.Field()
    refund_account_set = RefundAccountSet.Field()
    refund_mark_as_sent = RefundMarkAsSent.Field()
