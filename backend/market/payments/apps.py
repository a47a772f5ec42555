from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "market.payments"
    label = "payments"

    def ready(self) -> None:
        from market.payments import handlers  # noqa: F401 - registers what payments listens to
