"""Invite, accept, change roles, remove."""

from __future__ import annotations


class MemberMutations:
    pass
