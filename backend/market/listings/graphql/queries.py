"""What enterprises read of their workbooks."""

from __future__ import annotations


class ImportQueries:
    pass
