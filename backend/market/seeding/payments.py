"""How the seeded orders were paid: one transaction each, worked out from the orders by the database itself."""

from __future__ import annotations

from django.db import connection

SAMPLE_GATEWAY = "ieum.payment.sample"  # belongs to no provider: nobody's books know these payments

# Eight of ten citizens who paid did so by card or wallet.
PAID_BY_CARD = """
UPDATE orders_order o
SET payment_means = CASE WHEN o.number %% 10 < 5 THEN 'card' ELSE 'easy_pay' END, pay_by = NULL
FROM channels_channel c
WHERE c.id = o.channel_id AND c.audience = 'citizen' AND o.charge_status = 'full' AND o.number %% 10 < 8 AND o.is_sample
"""
TRANSACTIONS = """
INSERT INTO payments_transactionitem (
    token, gateway, order_id, user_id, idempotency_key, strategy, means, name, message, psp_reference, external_url, reference,
    data, method_details, metadata, private_metadata, currency, amount, charged_value, charge_pending_value, is_open, is_disputed,
    created_at, modified_at)
SELECT md5(o.id::text || ':payment')::uuid,
    CASE o.payment_means WHEN 'bank_transfer' THEN 'ieum.payment.bank_transfer' WHEN 'deferred' THEN 'ieum.payment.deferred'
        ELSE %(sample)s END,
    o.id, o.user_id, 'order', 'charge', o.payment_means,
    CASE o.payment_means WHEN 'bank_transfer' THEN '무통장 입금' WHEN 'deferred' THEN '후불' ELSE '카드(견본)' END,
    '', '', '', CASE o.payment_means WHEN 'bank_transfer' THEN 'S' || o.number ELSE '' END,
    '{}', '{}', '{}', '{}', o.currency, o.total_gross, o.total_charged,
    CASE WHEN waits THEN o.total_gross ELSE 0 END, waits, false, o.created_at, o.updated_at
FROM (SELECT o.*, o.charge_status = 'none' AND o.status NOT IN ('canceled', 'expired') AS waits FROM orders_order o) o
WHERE o.total_gross > 0 AND o.is_sample
"""
REQUESTS = """
INSERT INTO payments_transactionevent (
    transaction_id, type, amount, currency, psp_reference, message, reason, external_url, created_at)
SELECT t.token, 'charge_request', t.amount, t.currency, t.token::text, '', '', '', t.created_at
FROM payments_transactionitem t WHERE t.gateway <> %(sample)s ORDER BY t.created_at, t.token
"""
RECEIPTS = """
INSERT INTO payments_transactionevent (
    transaction_id, type, amount, currency, psp_reference, message, reason, external_url, created_at)
SELECT t.token, 'charge_success', t.charged_value, t.currency, 'sample-' || o.number, '', '', '',
    LEAST(o.updated_at, o.created_at + CASE WHEN t.gateway = %(sample)s THEN interval '1 minute' ELSE interval '1 day' END)
FROM payments_transactionitem t JOIN orders_order o ON o.id = t.order_id
WHERE t.charged_value > 0 ORDER BY t.created_at, t.token
"""
CANCELLED = """
INSERT INTO payments_transactionevent (
    transaction_id, type, amount, currency, psp_reference, message, reason, external_url, created_at)
SELECT t.token, 'cancel_success', 0, t.currency, t.token::text, '', '', '', o.updated_at
FROM payments_transactionitem t JOIN orders_order o ON o.id = t.order_id
WHERE t.charged_value = 0 AND NOT t.is_open ORDER BY t.created_at, t.token
"""


def load_payments() -> int:
    """A transaction with its events for each seeded order. Returns how many rows were added."""
    added = 0
    with connection.cursor() as cursor:
        cursor.execute(PAID_BY_CARD, {})
        for statement in (TRANSACTIONS, REQUESTS, RECEIPTS, CANCELLED):
            cursor.execute(statement, {"sample": SAMPLE_GATEWAY})
            added += cursor.rowcount
    return added
