from django.apps import AppConfig


class QuotesConfig(AppConfig):
    name = "market.quotes"
    label = "quotes"

    def ready(self) -> None:
        from market.agencies.ports import register_work_keeper
        from market.core.files.sweep import files_named_by
        from market.papers.ports import register_paper_subjects
        from market.quotes.selectors.attachments import attachment_keys_named
        from market.quotes.selectors.subjects import QuoteSubjects, RequestSubjects
        from market.quotes.services.work_hand_over import QuoteKeeper

        files_named_by("papers", "quotes", attachment_keys_named)
        register_paper_subjects("Quote", QuoteSubjects())
        register_paper_subjects("QuoteRequest", RequestSubjects())
        register_work_keeper("quotes", QuoteKeeper())
