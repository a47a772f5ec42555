from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "market.notifications"
    label = "notifications"

    def ready(self) -> None:
        from market.notifications import handlers  # noqa: F401 - registers what notifications listens to
