"""Approve, edit or send back what enterprises propose."""

from __future__ import annotations


class ProposalMutations:
    pass
