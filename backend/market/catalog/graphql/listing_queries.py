"""What enterprises and staff read of listings and of changes proposed to them."""

from __future__ import annotations


class ListingQueries:
    pass
