"""What an enterprise answers."""

from __future__ import annotations


class QuoteVendorMutations:
    pass
