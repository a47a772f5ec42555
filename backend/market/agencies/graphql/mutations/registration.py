"""How an agency comes here."""

from __future__ import annotations


class RegistrationMutations:
    pass
