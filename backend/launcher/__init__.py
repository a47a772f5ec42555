"""Sets the market up on one machine, runs it, and runs its checks.

`entry` and what it imports use the standard library only, because they run before anything is installed.
"""
