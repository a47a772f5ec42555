from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "market.papers"
    label = "papers"

    def ready(self) -> None:
        from market.core.files.sweep import files_named_by
        from market.papers.selectors.papers import paper_keys_named

        files_named_by("papers", "issued", paper_keys_named)
