"""A stand-in for Stripe on this machine: development and tests only, a program of its own.

`testing` starts and steers it from elsewhere; nothing but that module may be imported by other code. See README.md.
"""
