"""What enterprises read of their sales, and staff of who sells."""

from __future__ import annotations


class VendorInsightQueries:
    pass
