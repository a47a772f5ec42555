"""Products, variants and how they stand in channels."""

from __future__ import annotations


class ListingMutations:
    pass
