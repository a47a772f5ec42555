"""What enterprises read of the orders they have to serve."""

from __future__ import annotations


class VendorDeskQueries:
    pass
