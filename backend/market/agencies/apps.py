from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "market.agencies"
    label = "agencies"

    def ready(self) -> None:
        from market.accounts.ports import register_membership_keeper, register_ownership_guard
        from market.agencies.selectors.applications import paper_keys_named
        from market.agencies.selectors.ownership import AgencyOwnership
        from market.agencies.services.membership_keeping import AgencyMemberships
        from market.core.files.sweep import files_named_by

        register_ownership_guard(AgencyOwnership())
        register_membership_keeper(AgencyMemberships())
        files_named_by("papers", "agencies", paper_keys_named)
