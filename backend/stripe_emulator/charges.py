"""Charges, what is given back of them, and disputes."""

from __future__ import annotations

from stripe_emulator import cards
from stripe_emulator.books import Books
from stripe_emulator.errors import Json, StripeError, invalid, required
from stripe_emulator.parameters import choice, ensure_known, integer, metadata_after, money_text, table, text

REFUND_CREATE = (
    "amount", "charge", "currency", "customer", "instructions_email", "metadata", "origin", "payment_intent", "reason",
    "refund_application_fee", "reverse_transfer",
)  # fmt: skip
REASONS = ("duplicate", "fraudulent", "requested_by_customer")


def transaction(books: Books, source: Json, amount: int, kind: str) -> str:
    """A line of the balance; the emulator takes no fee."""
    line = books.new(
        "balance_transaction", amount=amount, available_on=source["created"], currency=source["currency"],
        description=None, exchange_rate=None, balance_type="payments", fee=0, fee_details=[], net=amount, reporting_category=kind,
        source=source["id"], status="available", type=kind,
    )  # fmt: skip
    return str(line["id"])


def charge_create(books: Books, intent: Json, method: Json, decline: tuple[str, str | None, str] | None) -> Json:
    """A charge of the intent's whole amount, failed, authorised or captured. Events follow when the intent says so."""
    is_paid, is_captured = decline is None, decline is None and intent["capture_method"] != "manual"
    code, decline_code, message = decline or (None, None, None)
    outcome = {
        "advice_code": None, "network_decline_code": None, "network_status": "approved_by_network", "reason": None,
        "risk_level": "normal", "seller_message": "Payment complete.", "type": "authorized",
    }  # fmt: skip
    if decline:
        outcome |= {
            "network_status": "declined_by_network", "reason": decline_code or code, "type": "issuer_declined",
            "seller_message": "The bank did not return any further details with this decline.",
        }  # fmt: skip
    charge = books.new(
        "charge", amount=intent["amount"], amount_captured=intent["amount"] if is_captured else 0, amount_refunded=0,
        application=None, application_fee=None, application_fee_amount=None, balance_transaction=None,
        billing_details=method["billing_details"], calculated_statement_descriptor="IEUM", captured=is_captured,
        currency=intent["currency"], customer=intent["customer"], description=intent["description"], disputed=False,
        failure_balance_transaction=None, failure_code=code, failure_message=message, fraud_details={},
        metadata=dict(intent["metadata"]), on_behalf_of=None, outcome=outcome, paid=is_paid,
        payment_intent=intent["id"], payment_method=method["id"], payment_method_details=cards.details_of(method),
        receipt_email=intent["receipt_email"], receipt_number=None, receipt_url=None, refunded=False, review=None,
        shipping=intent["shipping"], source=None, source_transfer=None, statement_descriptor=None,
        statement_descriptor_suffix=None, status="succeeded" if is_paid else "failed", transfer_data=None,
        transfer_group=None,
    )  # fmt: skip
    if is_captured:
        charge["balance_transaction"] = transaction(books, charge, charge["amount"], "charge")
    books.put("charge", charge)
    books.record("charge.failed" if decline else "charge.succeeded", charge)
    if is_captured and cards.behaviour(method).is_disputed:
        dispute_create(books, charge)
    return charge


def charge_capture(books: Books, charge: Json, amount: int) -> None:
    """Take part or all of what is authorised. What is left over is let go and cannot be taken later."""
    charge |= {"captured": True, "amount_captured": amount, "amount_refunded": charge["amount"] - amount}
    charge["balance_transaction"] = transaction(books, charge, amount, "charge")
    books.put("charge", charge)
    books.record("charge.captured", charge)


def charge_release(books: Books, charge: Json) -> None:
    """Let go of an authorisation: Stripe shows it as refunded, though no money moved."""
    charge |= {"amount_refunded": charge["amount"], "refunded": True}
    books.put("charge", charge)
    books.record("charge.refunded", charge)


def refundable_charge(books: Books, given: Json) -> Json:
    charge_id, intent_id = text(given, "charge"), text(given, "payment_intent")
    if intent_id:
        intent = books.get("payment_intent", intent_id, "payment_intent")
        charge = books.find("charge", charge_id or intent["latest_charge"])
        if charge is None or charge["status"] != "succeeded" or not charge["captured"]:
            raise StripeError(
                f"This PaymentIntent ({intent_id}) does not have a successful charge to refund.", param="payment_intent"
            )
    elif charge_id:
        charge = books.get("charge", charge_id, "charge")
    else:
        raise required("charge")
    if charge["status"] != "succeeded" or not charge["captured"]:
        raise StripeError(f"Charge {charge['id']} is not refundable: nothing was taken.", param="charge")
    return charge


def refund_amount(charge: Json, amount: int | None) -> int:
    """What may be given back; raises Stripe's errors for a charge that is returned, disputed or smaller."""
    left = charge["amount"] - charge["amount_refunded"]
    if charge["refunded"] or left == 0:
        raise StripeError(f"Charge {charge['id']} has already been refunded.", code="charge_already_refunded")
    if charge["disputed"]:
        message = f"Charge {charge['id']} has been charged back; cannot issue a refund."
        raise StripeError(message, code="charge_disputed")
    if amount is None:
        return int(left)
    if amount < 1:
        raise invalid("Invalid positive integer", "amount", "parameter_invalid_integer")
    if amount > left:
        of = "charge amount" if left == charge["amount"] else "unrefunded amount on charge"
        wanted, there = money_text(amount, charge["currency"]), money_text(left, charge["currency"])
        raise StripeError(f"Refund amount ({wanted}) is greater than {of} ({there})", param="amount")
    return amount


def refund_create(books: Books, given: Json) -> Json:
    """Give back part or all of what is left of a charge. An authorisation is let go by cancelling its intent."""
    ensure_known(given, REFUND_CREATE)
    reason = choice(given, "reason", REASONS)
    charge = refundable_charge(books, given)
    amount = refund_amount(charge, integer(given, "amount"))
    method = books.find("payment_method", charge["payment_method"])
    going = cards.behaviour(method).refund if method else "succeeded"
    refund = books.new(
        "refund", amount=amount, balance_transaction=None, charge=charge["id"], currency=charge["currency"],
        destination_details={"type": charge["payment_method_details"]["type"]}, metadata=metadata_after(given, {}),
        customer=charge["customer"], customer_account=None, payment_method=charge["payment_method"],
        payment_intent=charge["payment_intent"], reason=reason, receipt_number=None, source_transfer_reversal=None,
        status="pending" if going == "pending" else "succeeded", transfer_reversal=None,
    )  # fmt: skip
    del refund["livemode"]  # refunds have none
    refund["balance_transaction"] = transaction(books, refund, -amount, "refund")
    books.put("refund", refund)
    before = {"amount_refunded": charge["amount_refunded"], "refunded": charge["refunded"]}
    charge["amount_refunded"] += amount
    charge["refunded"] = charge["amount_refunded"] == charge["amount"] and amount_given_back(books, charge) > 0
    books.put("charge", charge)
    books.record("refund.created", refund)
    books.record("charge.refunded", charge, before)
    if going == "succeeded" and charge["payment_method_details"]["type"] == "card":
        # The bank's reference arrives a little later.
        refund["destination_details"]["card"] = {
            "reference_status": "available", "reference_type": "acquirer_reference_number", "type": "refund",
        }  # fmt: skip
        books.record("refund.updated", books.put("refund", refund))
        books.record("charge.refund.updated", refund)
    return refund


def amount_given_back(books: Books, charge: Json) -> int:
    returned = books.all("refund", charge=charge["id"])
    return sum(refund["amount"] for refund in returned if refund["status"] in ("succeeded", "pending"))


def refund_settle(books: Books, refund: Json, status: str) -> Json:
    """What becomes of a refund afterwards: ``succeeded``, or ``failed`` with the money back on the balance."""
    if status not in ("succeeded", "failed"):
        raise invalid("status must be succeeded or failed", "status")
    before = {"status": refund["status"]}
    if refund["status"] == status:
        return refund
    refund["status"] = status
    if status == "failed":
        charge = books.get("charge", refund["charge"])
        charge |= {"amount_refunded": charge["amount_refunded"] - refund["amount"], "refunded": False}
        books.put("charge", charge)
        refund["failure_reason"] = "expired_or_canceled_card"
        refund["failure_balance_transaction"] = transaction(books, refund, refund["amount"], "refund_failure")
    books.put("refund", refund)
    names = ("refund.updated", "charge.refund.updated", *(("refund.failed",) if status == "failed" else ()))
    for name in names:
        books.record(name, refund, before)
    return refund


def refund_update(books: Books, refund: Json, given: Json) -> Json:
    ensure_known(given, ("metadata",))
    refund["metadata"] = metadata_after(given, refund["metadata"])
    books.record("refund.updated", books.put("refund", refund))
    return refund


def charge_update(books: Books, charge: Json, given: Json) -> Json:
    ensure_known(
        given, ("customer", "description", "fraud_details", "metadata", "receipt_email", "shipping", "transfer_group")
    )
    charge["metadata"] = metadata_after(given, charge["metadata"])
    charge |= {name: text(given, name) for name in ("description", "receipt_email") if name in given}
    charge |= {"shipping": table(given, "shipping")} if "shipping" in given else {}
    books.record("charge.updated", books.put("charge", charge))
    return charge


def dispute_create(books: Books, charge: Json, amount: int | None = None, reason: str = "fraudulent") -> Json:
    """The shopper's bank takes the money back until the dispute is closed."""
    if not charge["captured"] or charge["disputed"]:
        raise StripeError(f"Charge {charge['id']} cannot be disputed.")
    sum_disputed = amount or charge["amount"] - charge["amount_refunded"]
    dispute = books.new(
        "dispute", amount=sum_disputed, balance_transactions=[], charge=charge["id"], currency=charge["currency"],
        enhanced_eligibility_types=[], evidence={}, is_charge_refundable=False, metadata={},
        evidence_details={"due_by": charge["created"] + 9 * 86_400, "has_evidence": False, "past_due": False, "submission_count": 0},
        payment_intent=charge["payment_intent"], reason=reason, status="needs_response",
        payment_method_details={"type": charge["payment_method_details"]["type"]},
    )  # fmt: skip
    dispute["balance_transactions"] = [transaction(books, dispute, -sum_disputed, "dispute")]
    books.put("dispute", dispute)
    charge["disputed"] = True
    books.put("charge", charge)
    books.record("charge.dispute.created", dispute)
    books.record("charge.dispute.funds_withdrawn", dispute)
    return dispute


def dispute_close(books: Books, dispute: Json, status: str) -> Json:
    """``won`` gives the money back to the merchant, ``lost`` does not."""
    if status not in ("won", "lost"):
        raise invalid("status must be won or lost", "status")
    if dispute["status"] in ("won", "lost"):
        raise StripeError(f"This dispute is already closed: {dispute['status']}.")
    dispute["status"] = status
    if status == "won":
        dispute["balance_transactions"].append(transaction(books, dispute, dispute["amount"], "dispute_reversal"))
        books.record("charge.dispute.funds_reinstated", dispute)
    books.record("charge.dispute.closed", books.put("dispute", dispute))
    return dispute
