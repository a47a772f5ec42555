from django.apps import AppConfig


class VendorsConfig(AppConfig):
    name = "market.vendors"
    label = "vendors"

    def ready(self) -> None:
        from market.accounts.ports import register_ownership_guard
        from market.core.files.sweep import files_named_by
        from market.vendors.selectors.documents import document_keys_named
        from market.vendors.selectors.ownership import VendorOwnership

        register_ownership_guard(VendorOwnership())
        files_named_by("papers", "vendors", document_keys_named)
