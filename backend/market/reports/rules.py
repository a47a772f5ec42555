"""Figures made of figures. Pure."""

from __future__ import annotations

from decimal import Decimal


def calculate_growth_rate(now: Decimal, before: Decimal) -> float | None:
    """The growth as a share (0.696 = +69.6 %), from amounts and never from printed rates; None where nothing came before."""
    return float((now - before) / before) if before else None
