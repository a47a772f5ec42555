from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "market.search"
    label = "search"

    def ready(self) -> None:
        from market.catalog.ports import register_product_search
        from market.search import handlers  # noqa: F401 - registers what search listens to
        from market.search.selectors.postgres import PostgresProductSearch

        register_product_search(PostgresProductSearch())
