"""Apply, mend, withdraw, review."""

from __future__ import annotations


class ApplicationMutations:
    pass
