"""What an agency does with quotes."""

from __future__ import annotations


class QuoteAgencyMutations:
    pass
