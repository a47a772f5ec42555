"""Hand in, verify, reject, revoke."""

from __future__ import annotations


class CertificateMutations:
    pass
