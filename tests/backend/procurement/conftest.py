"""What the tests of this room share."""

from factories.certificates import law, still

__all__ = ["law", "still"]
