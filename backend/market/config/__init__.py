"""Settings, addresses and servers of the market.

The Celery application is made with the package, so that whoever hands over a task (the API, too) knows the broker.
"""

from market.config.celery import app as celery_app

__all__ = ["celery_app"]
