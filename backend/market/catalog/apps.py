from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "market.catalog"
    label = "catalog"

    def ready(self) -> None:
        from market.catalog.selectors.media import picture_keys_named
        from market.catalog.selectors.proposals import proposal_pictures_named
        from market.core.files.sweep import files_named_by

        files_named_by("pictures", "products", proposal_pictures_named)
        for shelf in ("products", "categories", "collections"):
            files_named_by("pictures", shelf, picture_keys_named)
