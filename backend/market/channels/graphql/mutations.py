"""What can be done with channels."""

from __future__ import annotations


class ChannelMutations:
    pass
