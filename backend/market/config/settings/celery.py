"""Celery: the worker relays the outbox, the beat starts what happens by the clock."""

import environ
from celery.schedules import crontab

env = environ.Env()

# Django's cache names a socket `unix://path?db=1`, Celery's transport `redis+socket://path?virtual_host=1`.
_REDIS = env("REDIS_URL", default="redis://127.0.0.1:6379/0")
_REDIS = _REDIS.replace("unix://", "redis+socket://").replace("?db=", "?virtual_host=")
CELERY_BROKER_URL = env("CELERY_BROKER_URL", default=_REDIS)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "Asia/Seoul"
CELERY_BEAT_SCHEDULE = {
    "relay-outbox": {"task": "market.core.tasks.relay_outbox", "schedule": 2.0},
    "compact-catalogue-version": {
        "task": "market.core.tasks.compact_catalogue_version",
        "schedule": 20.0,
        "options": {"expires": 20},
    },
    "forget-idempotent-answers": {"task": "market.core.tasks.forget_idempotent_answers", "schedule": 3600.0},
    "forget-deliveries": {"task": "market.core.tasks.forget_deliveries", "schedule": crontab(hour=3, minute=40)},
    "sweep-files": {"task": "market.core.tasks.sweep_files", "schedule": crontab(hour=4, minute=50)},
    "expire-unpaid-orders": {"task": "market.orders.tasks.expire_unpaid_orders", "schedule": 300.0},
    "send-provider-actions": {"task": "market.payments.tasks.send_provider_actions", "schedule": 10.0},
    "process-provider-messages": {"task": "market.payments.tasks.process_provider_messages", "schedule": 15.0},
    "sweep-payment-attempts": {"task": "market.payments.tasks.sweep_attempts", "schedule": 300.0},
    "compare-books": {"task": "market.payments.tasks.compare_books", "schedule": 3600.0},
    "compare-books-far-back": {
        "task": "market.payments.tasks.compare_books",
        "schedule": crontab(hour=4, minute=20),
        "kwargs": {"days": env.int("IEUM_BOOKS_COMPARE_LONG_DAYS", default=45)},
    },
    "apply-deposit-batches": {"task": "market.payments.tasks.apply_deposit_batches", "schedule": 5.0},
    "forget-bank-data": {"task": "market.payments.tasks.forget_bank_data", "schedule": 3600.0},
    "finish-paid-checkouts": {"task": "market.payments.tasks.finish_paid_checkouts", "schedule": 30.0},
    "confirm-deliveries": {"task": "market.orders.tasks.confirm_deliveries", "schedule": 3600.0},
    "lapse-purchase-requests": {"task": "market.procurement.tasks.lapse_requests", "schedule": 60.0},
    "tell-of-ended-campaigns": {"task": "market.procurement.tasks.tell_of_ended_campaigns", "schedule": 300.0},
    "remind-of-approvals": {"task": "market.procurement.tasks.remind_of_approvals", "schedule": 600.0},
    "delete-stale-checkouts": {"task": "market.checkout.tasks.delete_stale_checkouts", "schedule": 3600.0},
    "draw-shelf-pictures": {"task": "market.api.tasks.draw_shelf_pictures", "schedule": 45.0},
    "send-due-mails": {
        "task": "market.notifications.tasks.send_due_mails",
        "schedule": 20.0,
        "options": {"expires": 20},
    },
    "forget-old-mails": {"task": "market.notifications.tasks.forget_old_mails", "schedule": 3600.0},
    # Hourly, so that a worker that was down in the morning makes up for it; each reminder goes out once.
    "remind-of-certificates": {
        "task": "market.vendors.tasks.remind_of_certificates",
        "schedule": crontab(minute=10, hour="8-20"),
    },
    "ask-business-registry": {"task": "market.vendors.tasks.ask_business_registry", "schedule": 60.0},
    # Hourly on Monday, so that a worker that was down in the morning makes up for it; each note is asked for once.
    "publish-weekly-notes": {
        "task": "market.insight.tasks.publish_weekly_notes",
        "schedule": crontab(minute=5, hour="9-18", day_of_week="mon"),
    },
    "work-on-forgotten-imports": {"task": "market.listings.tasks.work_on_forgotten_imports", "schedule": 60.0},
    "forget-old-counts": {"task": "market.insight.tasks.forget_old_counts", "schedule": crontab(hour=4, minute=5)},
    # At ten, and again later in the day for a worker that was down; each enterprise is told once a day.
    "remind-of-due-orders": {
        "task": "market.notifications.tasks.remind_of_due_orders",
        "schedule": crontab(minute=0, hour="10-15"),
    },
    "close-quote-requests": {"task": "market.quotes.tasks.close_quote_requests", "schedule": 60.0},
    "remind-of-quote-deadlines": {"task": "market.quotes.tasks.remind_of_quote_deadlines", "schedule": 600.0},
    "refresh-search-entries": {"task": "market.search.tasks.refresh_stale_entries", "schedule": 60.0},
}
