"""Upload, apply and undo workbooks."""

from __future__ import annotations


class ImportMutations:
    pass
