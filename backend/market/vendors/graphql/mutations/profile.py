"""Profile, delivery terms, holidays, bank account, states."""

from __future__ import annotations


class ProfileMutations:
    pass
