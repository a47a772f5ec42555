from django.apps import AppConfig


class CheckoutConfig(AppConfig):
    name = "market.checkout"
    label = "checkout"

    def ready(self) -> None:
        from market.channels.ports import register_channel_user
        from market.checkout.services.checkouts_hand_over import CheckoutsOfChannel

        register_channel_user("checkout", CheckoutsOfChannel())
