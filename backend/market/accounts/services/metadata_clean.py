"""Metadata as it may be kept; the rule is everybody's."""

from __future__ import annotations

from market.core.metadata import metadata_clean

__all__ = ["metadata_clean"]
