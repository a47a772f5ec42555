"""What applicants and those who vet them read."""

from __future__ import annotations


class ApplicationQueries:
    pass
