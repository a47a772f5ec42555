from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "market.agencies"
    label = "agencies"

    def ready(self) -> None:
        from market.accounts.ports import register_ownership_guard
        from market.agencies.selectors.ownership import AgencyOwnership

        register_ownership_guard(AgencyOwnership())
