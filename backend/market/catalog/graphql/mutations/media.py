"""Pictures of products."""

from __future__ import annotations


class MediaMutations:
    pass
