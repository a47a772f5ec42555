"""Shipping zones."""

from __future__ import annotations


class ShippingQueries:
    pass
