"""Leaves out what needs Stripe's mock where it cannot be built."""

from __future__ import annotations

from factories import stripe_mock

collect_ignore = [] if stripe_mock.program() else ["test_stripe_requests.py"]
