"""What can be done with shipping zones and methods."""

from __future__ import annotations


class ShippingMutations:
    pass
