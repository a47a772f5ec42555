"""What members of an agency, and staff who vet agencies, read."""

from __future__ import annotations


class AgencyQueries:
    pass
