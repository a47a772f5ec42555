from django.apps import AppConfig


class ProcurementConfig(AppConfig):
    name = "market.procurement"
    label = "procurement"

    def ready(self) -> None:
        from market.checkout.ports import set_purchaser_gate
        from market.procurement.services.purchaser_gate import AgencyGate

        set_purchaser_gate(AgencyGate())
