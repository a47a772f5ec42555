"""Shared lists, and what is put into a basket from them."""

from __future__ import annotations


class BasketMutations:
    pass
