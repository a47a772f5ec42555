from django.apps import AppConfig


class ProcurementConfig(AppConfig):
    name = "market.procurement"
    label = "procurement"

    def ready(self) -> None:
        from market.agencies.ports import register_work_keeper
        from market.baskets.ports import set_agency_orders
        from market.checkout.ports import set_purchaser_gate
        from market.procurement import handlers  # noqa: F401 - registers what procurement listens to
        from market.procurement.selectors.order_places import OrdersOfAgencies
        from market.procurement.services.purchaser_gate import AgencyGate
        from market.procurement.services.work_hand_over import DraftBaskets, RequestKeeper

        set_purchaser_gate(AgencyGate())
        register_work_keeper("procurement", RequestKeeper())
        register_work_keeper("checkout", DraftBaskets())
        set_agency_orders(OrdersOfAgencies())
