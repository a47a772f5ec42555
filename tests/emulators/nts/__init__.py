"""The national tax service's business API for tests."""

from emulators.nts.server import NtsStub

__all__ = ["NtsStub"]
