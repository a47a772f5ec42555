"""The Celery application: `celery -A market.config.celery worker`."""

import os
from typing import Any

from celery import Celery
from celery.signals import task_prerun

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "market.config.settings.development")
app = Celery("market")
app.set_default()  # for the threads of the API as well
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@task_prerun.connect(dispatch_uid="market.locks")
def forget_locks_of_the_last_task(**_: Any) -> None:
    """A task that failed leaves a record of row locks that are gone; the next one in this process must not stumble over it."""
    from market.core.locks import reset_lock_order

    reset_lock_order()
