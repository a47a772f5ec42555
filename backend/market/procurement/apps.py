from django.apps import AppConfig


class ProcurementConfig(AppConfig):
    name = "market.procurement"
    label = "procurement"

    def ready(self) -> None:
        from market.accounts.ports import register_ownership_guard
        from market.checkout.ports import set_purchaser_gate
        from market.procurement.selectors.ownership import AgencyOwnership
        from market.procurement.services.purchaser_gate import AgencyGate

        set_purchaser_gate(AgencyGate())
        register_ownership_guard(AgencyOwnership())
