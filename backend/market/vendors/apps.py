from django.apps import AppConfig


class VendorsConfig(AppConfig):
    name = "market.vendors"
    label = "vendors"

    def ready(self) -> None:
        from market.accounts.ports import register_ownership_guard
        from market.vendors.selectors.ownership import VendorOwnership

        register_ownership_guard(VendorOwnership())
