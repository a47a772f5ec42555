"""Who reads reports."""

from market.core.permissions import MANAGE_REPORTS

__all__ = ["MANAGE_REPORTS"]
