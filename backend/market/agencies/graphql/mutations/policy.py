"""By which rules an agency buys."""

from __future__ import annotations


class PolicyMutations:
    pass
