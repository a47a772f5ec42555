"""Toss Payments' stub for the tests of its gateway."""

from factories.toss import toss_shop, toss_stub  # noqa: F401
