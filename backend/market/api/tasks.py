"""Celery shells of the API."""

from __future__ import annotations

import time

from celery import shared_task

from market.api.pictures import draw, missing, shelf_artworks

ON_EACH_SHELF = 24  # what the first page of a list shows
SHELF_KINDS = ((512, "avif"), (256, "avif"))  # what lists of the storefront ask for
SECONDS_AT_A_TIME = 15.0  # other tasks of the same worker wait no longer


@shared_task
def draw_shelf_pictures(seconds: float = SECONDS_AT_A_TIME) -> int:
    """Draw beforehand what the first page of each list shows, a little at a time. Returns how many were drawn; safe to repeat."""
    until, drawn = time.monotonic() + seconds, 0
    for artwork in missing(shelf_artworks(ON_EACH_SHELF), SHELF_KINDS):
        if time.monotonic() > until:
            break
        draw(artwork, SHELF_KINDS)
        drawn += 1
    return drawn
