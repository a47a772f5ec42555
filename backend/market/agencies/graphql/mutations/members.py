"""Who works for an agency, in which department, and who stands in."""

from __future__ import annotations


class AgencyMemberMutations:
    pass
