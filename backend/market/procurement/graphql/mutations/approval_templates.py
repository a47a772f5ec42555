"""Approval lines of an agency."""

from __future__ import annotations


class ApprovalTemplateMutations:
    pass
