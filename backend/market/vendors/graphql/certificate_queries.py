"""What members and staff read of certificates."""

from __future__ import annotations


class CertificateQueries:
    pass
