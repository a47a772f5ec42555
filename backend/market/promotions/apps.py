from django.apps import AppConfig


class PromotionsConfig(AppConfig):
    name = "market.promotions"
    label = "promotions"

    def ready(self) -> None:
        from market.promotions import handlers  # noqa: F401 - registers what promotions listen to
