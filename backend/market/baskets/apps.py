from django.apps import AppConfig


class BasketsConfig(AppConfig):
    name = "market.baskets"
    label = "baskets"

    def ready(self) -> None:
        from market.agencies.ports import register_work_keeper
        from market.baskets.services.work_hand_over import ListKeeper

        register_work_keeper("baskets", ListKeeper())
