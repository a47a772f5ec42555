"""What the tests of this room share."""

from factories.certificates import law

__all__ = ["law"]
