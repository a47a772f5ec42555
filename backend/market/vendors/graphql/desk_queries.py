"""What members and staff read of an enterprise."""

from __future__ import annotations


class DeskQueries:
    pass
