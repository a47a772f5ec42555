"""``manage.py seed`` on a real database: whole or not at all, always the same, and nothing hanging in the air."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from decimal import Decimal

import pytest
from django.apps import apps
from django.contrib.auth.hashers import check_password
from django.core.management import CommandError
from django.db import connection, models, transaction

from market.accounts.models import User
from market.agencies.models import Agency, AgencyApplication, AgencyMember, BudgetUse
from market.agencies.selectors.policies import policy_on
from market.catalog.models import CollectionProduct, Product, QuantityPrice, ValueTheme
from market.catalog.services.product_listing_prices_update import product_listing_prices_update
from market.channels.models import Channel
from market.checkout.rules import price_line
from market.core import clock
from market.core.models import OutboxDelivery, OutboxEvent
from market.core.money import Money
from market.inventory.models import Allocation, Stock
from market.orders.models import Order, OrderLine, VendorOrder
from market.orders.rules import derive_order_status
from market.payments.models import AMOUNTS, TransactionItem
from market.payments.rules import Amounts, amounts_of
from market.procurement.models import AgencyOrder, PurchaseRequest
from market.search.models import SearchEntry
from market.seeding.agencies import COLLEAGUES
from market.seeding.bare_tables import without_indexes
from market.seeding.models import SeedRun
from market.seeding.people import DESKS_OPEN
from market.vendors.models import Certificate, Vendor
from seeding_runs import AS_OF, run_seed

COMPARED = {
    "vendors_vendor": "id, slug, name, business_number, address, joined_at, delivery_fee, artwork",
    "vendors_certificate": "vendor_id, kind_id, number, issued_on, valid_until, status",
    "catalog_product": "id, slug, name, description, notice, vendor_id, created_at",
    "catalog_variantchannellisting": "variant_id, channel_id, price_amount, discounted_price_amount",
    "catalog_quantityprice": "variant_id, channel_id, minimum_quantity, price_amount",
    "inventory_stock": "variant_id, warehouse_id, quantity, quantity_allocated",
    "accounts_user": "id, uuid, email, first_name, token_key, date_joined",
    "orders_order": "id, number, user_email, status, total_gross, created_at",
    "orders_orderline": "id, order_id, variant_id, quantity, unit_price_gross, campaign_id",
    "procurement_purchaserequest": "id, number, title, status, total_net, total_gross, submitted_at, held_until, created_at",
    "procurement_purchaseorder": "id, vendor_order_id, number, status, ordered_on, deliver_by, accepted_at, created_at",
    "content_story": "slug, body, vendor_id",
    "content_page": "id, slug, title, content, published_at, created_at",
    "content_menuitem": "id, menu_id, parent_id, level, sort_order, name, url, page_id",
    "campaigns_campaignproduct": "campaign_id, product_id",
    "promotions_vouchercode": "voucher_id, code, usage_limit",
    "promotions_giftcard": "id, code_digest, last_4, current_balance, is_active",
}
HELD = "unconfirmed"  # of requests in approval: their goods are promised, and nothing is ordered or paid yet


def rows(statement: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def checksums() -> dict[str, str]:
    sums = {}
    for table, columns in COMPARED.items():
        found: Iterable[tuple[object, ...]] = sorted(rows(f"SELECT {columns} FROM {table}"), key=str)
        sums[table] = hashlib.sha256("\n".join(map(str, found)).encode()).hexdigest()
    return sums


def seeded_checksums(*arguments: str) -> dict[str, str]:
    with transaction.atomic():
        run_seed("--size", "small", *arguments)
        found = checksums()
        transaction.set_rollback(True)
    return found


@pytest.mark.django_db
def test_two_seeds_of_one_day_are_the_same_and_of_two_days_are_not() -> None:
    first = seeded_checksums("--as-of", AS_OF.isoformat())
    assert seeded_checksums("--as-of", AS_OF.isoformat()) == first
    other = seeded_checksums("--as-of", "2026-11-13")
    assert other["orders_order"] != first["orders_order"]
    assert other["catalog_product"] == first["catalog_product"]


@pytest.mark.django_db
def test_check_says_whether_the_wanted_size_is_there() -> None:
    with pytest.raises(SystemExit) as refused:
        run_seed("--size", "small", "--check")
    assert refused.value.code == 1
    run_seed("--size", "small")
    run_seed("--size", "small", "--check")
    with pytest.raises(SystemExit):
        run_seed("--size", "full", "--check")


@pytest.mark.django_db
def test_a_second_run_changes_nothing_and_another_size_is_refused() -> None:
    run_seed("--size", "small", "--as-of", AS_OF.isoformat())
    before = checksums()
    assert "nothing to do" in run_seed("--size", "small", "--as-of", "2026-11-21")
    with pytest.raises(CommandError, match="size small"):
        run_seed("--size", "full")
    assert checksums() == before


@pytest.mark.django_db
def test_data_of_somebody_else_is_left_alone() -> None:
    Channel.objects.create(name="Mine", slug="mine")
    with pytest.raises(CommandError, match="empty database"):
        run_seed("--size", "small")
    assert not SeedRun.objects.exists()
    assert list(Channel.objects.values_list("slug", flat=True)) == ["mine"]


@pytest.mark.django_db
def test_an_interrupted_seed_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from market.seeding import market_seed

    def pulled_plug(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(market_seed, "load_orders", pulled_plug)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        run_seed("--size", "small")
    assert not Product.objects.exists()
    assert not SeedRun.objects.exists()
    monkeypatch.undo()
    run_seed("--size", "small")
    assert Product.objects.count() == 600


@pytest.mark.django_db
def test_a_real_market_gets_no_demo_accounts(settings: object) -> None:
    settings.SAMPLE_ACCOUNTS_ALLOWED = False  # type: ignore[attr-defined]
    run_seed("--size", "small")
    assert not User.objects.filter(email__endswith="@ieum.example").exists()
    assert not User.objects.exclude(password__startswith="!").exists()
    assert User.objects.filter(is_staff=False).count() == 80


@pytest.mark.django_db
def test_indexes_come_back_where_keys_are_still_to_be_checked() -> None:
    """A role that may not skip the checks has them pending when the indexes are built."""
    find = "SELECT indexname FROM pg_indexes WHERE tablename = 'orders_order'"
    before = set(rows(find))
    with without_indexes([Order]):
        assert set(rows(find)) < before
        Order.objects.create(
            number=1, channel=Channel.objects.create(name="Mine", slug="mine"), payment_means="deferred", currency="KRW",
            subtotal_net=0, subtotal_gross=0, shipping_net=0, shipping_gross=0, total_net=0, total_gross=0,
            created_at=clock.now(),
        )  # fmt: skip
    assert set(rows(find)) == before


@pytest.mark.usefixtures("small_market")
class TestSmallMarket:
    def test_it_has_the_wanted_size(self) -> None:
        assert Vendor.objects.count() == 60
        assert Product.objects.count() == 600
        members = User.objects.filter(is_staff=False).exclude(vendor_memberships__isnull=False)
        assert members.filter(date_joined__lt=DESKS_OPEN).count() == 80
        assert members.count() == 80 + len(COLLEAGUES)  # of the demo agency, who came after the counted years
        assert 200 < Order.objects.count() < 500

    def test_every_key_leads_somewhere(self) -> None:
        """The seed may skip the database's own check of keys, so each is looked up here."""
        looked_at = 0
        for model in apps.get_models(include_auto_created=True):
            for field in model._meta.concrete_fields:
                if not isinstance(field, models.ForeignKey) or model._meta.label.split(".")[0] not in ROOMS:
                    continue
                target = field.related_model._meta
                ((orphans,),) = rows(
                    f'SELECT count(*) FROM "{model._meta.db_table}" own WHERE own."{field.column}" IS NOT NULL AND NOT EXISTS'
                    f' (SELECT 1 FROM "{target.db_table}" other WHERE other."{target.pk.column}" = own."{field.column}")'
                )
                assert orphans == 0, field
                looked_at += 1
        assert looked_at > 60

    def test_the_indexes_are_all_back(self) -> None:
        names = {name for (name,) in rows("SELECT indexname FROM pg_indexes WHERE schemaname = 'public'")}
        declared = {
            index.name for model in apps.get_models() if model._meta.app_label in ROOMS for index in model._meta.indexes
        }
        assert declared <= names

    def test_collections_hold_what_they_say(self) -> None:
        for theme in ValueTheme.objects.all():
            wanted = Product.objects.filter(value_codes__contains=[theme.code]).values_list("pk", flat=True)
            shown = CollectionProduct.objects.filter(collection__slug=theme.slug).values_list("product_id", flat=True)
            assert sorted(shown) == sorted(wanted), theme

    def test_price_ranges_are_what_the_catalogue_would_compute(self) -> None:
        assert product_listing_prices_update() == 0

    def test_every_listed_product_can_be_found(self) -> None:
        listed = Product.objects.filter(channel_listings__isnull=False).values("channel_listings").count()
        assert SearchEntry.objects.count() == listed
        assert not SearchEntry.objects.filter(words="").exists()

    def test_new_rows_get_fresh_keys(self) -> None:
        with transaction.atomic():
            user = User.objects.create_user("new@citizen.example", "secret")
            assert not User.objects.filter(pk__gt=user.pk).exists()
            transaction.set_rollback(True)

    def test_orders_add_up(self) -> None:
        for order in Order.objects.prefetch_related("vendor_orders", "lines"):
            parts, lines = order.vendor_orders.all(), order.lines.all()
            for name in (
                "subtotal_gross",
                "subtotal_net",
                "shipping_gross",
                "shipping_net",
                "total_gross",
                "total_net",
            ):
                assert getattr(order, name) == sum(getattr(part, name) for part in parts), (order, name)
            assert order.subtotal_gross == sum(line.total_gross for line in lines)
            assert order.subtotal_net == sum(line.total_net for line in lines)
            assert order.status == derive_order_status([part.status for part in parts])
            assert [part.number for part in parts] == [f"{order.number}-{n}" for n in range(1, len(parts) + 1)]

    def test_amounts_are_split_as_the_checkout_splits_them(self) -> None:
        for line in OrderLine.objects.all()[:300]:
            gross = Money.of(line.unit_price_gross, "KRW")
            unit, total = price_line(gross, line.quantity, line.tax_kind, Decimal("0.1"))
            assert (line.unit_price_net, line.total_net) == (unit.net.amount, total.net.amount)

    def test_history_ends_where_the_order_stands(self) -> None:
        for order in Order.objects.prefetch_related("status_changes"):
            own = [change for change in order.status_changes.all() if change.vendor_order_id is None]
            assert own[0].from_status == ""
            assert [one.to_status for one in own[:-1]] == [one.from_status for one in own[1:]]
            assert own[-1].to_status == order.status

    def test_open_orders_hold_their_pieces(self) -> None:
        open_parts = VendorOrder.objects.filter(status__in=["unfulfilled", HELD])
        lines = OrderLine.objects.filter(vendor_order__in=open_parts, is_shipping_required=True)
        assert lines.exists()
        held = dict(Allocation.objects.values_list("order_line_id", "quantity"))
        assert held == {line.pk: line.quantity for line in lines}
        by_stock = Stock.objects.filter(quantity_allocated__gt=0).aggregate(total=models.Sum("quantity_allocated"))
        assert by_stock["total"] == sum(held.values())

    def test_public_orders_belong_to_an_agency(self) -> None:
        public = Order.objects.filter(channel__slug="public").exclude(status=HELD)
        assert set(AgencyOrder.objects.values_list("order_id", flat=True)) == set(public.values_list("pk", flat=True))
        assert set(public.values_list("payment_means", "pay_by")) == {("deferred", None)}

    def test_every_order_is_paid_by_one_transaction_whose_events_explain_it(self) -> None:
        orders = dict(Order.objects.filter(total_gross__gt=0).exclude(status=HELD).values_list("pk", "total_charged"))
        items = list(TransactionItem.objects.prefetch_related("events"))
        assert {item.order_id: item.charged_value for item in items} == orders
        assert {item.means for item in items} >= {"card", "easy_pay", "bank_transfer", "deferred"}
        for item in items:
            assert amounts_of(list(item.events.all())) == Amounts(*(getattr(item, name) for name in AMOUNTS))

    def test_demo_accounts_can_sign_in_and_have_something_to_see(self, settings: object) -> None:
        users = {user.email: user for user in User.objects.filter(email__endswith="@ieum.example")}
        assert sorted(email.split("@")[0] for email in users) == [
            "agency", "agency.finance", "agency.head", "agency.inspector", "agency.lead", "citizen", "staff", "vendor", "vendor2",
        ]  # fmt: skip
        assert all(check_password("ieum-demo-2026", user.password) for user in users.values())
        citizen, agency = users["citizen@ieum.example"], users["agency@ieum.example"]
        assert citizen.addresses.count() == 2
        states = set(citizen.orders.values_list("status", flat=True))
        assert {"fulfilled", "unfulfilled", "canceled", "partially fulfilled"} <= states
        assert agency.agency_memberships.filter(is_active=True).count() == 1
        assert agency.orders.filter(channel__slug="public").count() >= 5
        assert users["vendor@ieum.example"].vendor_memberships.get().vendor.name == "두손공방"
        assert users["vendor2@ieum.example"].vendor_memberships.get().vendor.name == "흙손도예"
        assert {"MANAGE_ORDERS", "MANAGE_AGENCIES"} <= set(users["staff@ieum.example"].staff_groups.get().permissions)

    def test_the_demo_agency_can_walk_an_approval_line(self) -> None:
        agency = AgencyMember.objects.get(user__email="agency@ieum.example").agency
        abilities = dict(
            agency.members.filter(user__email__endswith="@ieum.example").values_list("user__email", "abilities")
        )
        assert abilities == {
            "agency@ieum.example": ["request", "administer"],
            **{one.email: list(one.abilities) for one in COLLEAGUES},
        }
        assert set(AgencyMember.objects.exclude(agency=agency).values_list("abilities__0", flat=True)) == {"request"}
        assert agency.email_domain == "ieum.example"
        policy = policy_on(agency.pk, clock.today())
        assert (policy.law, policy.direct_order_up_to) == ("local", 2_000_000)
        application = AgencyApplication.objects.get()
        assert (application.status, application.steps.count()) == ("submitted", 2)
        assert Agency.objects.filter(representative="").count() == Agency.objects.filter(address="").count() == 0

    def test_certificates_are_valid_ending_and_ended(self) -> None:
        ends = Certificate.objects.exclude(valid_until=None)
        assert ends.filter(valid_until__lt=AS_OF).exists()
        assert ends.filter(valid_until__gte=AS_OF).count() > ends.filter(valid_until__lt=AS_OF).count() * 4
        assert not Certificate.objects.filter(issued_on__lt=models.F("kind__effective_from")).exists()


ROOMS = {app.label for app in apps.get_app_configs() if app.name.startswith("market.")}


def test_parcels_have_carriers_and_old_ones_have_arrived(small_market: None) -> None:
    assert rows("SELECT count(*) FROM orders_fulfillment WHERE (courier = '') <> (tracking_number = '')") == [(0,)]
    assert len(rows("SELECT DISTINCT courier FROM orders_fulfillment WHERE courier <> ''")) == 5
    old = f"created_at < date '{AS_OF}' - 3 AND delivered_at IS NULL"
    assert rows(f"SELECT count(*) FROM orders_fulfillment WHERE {old}") == [(0,)]
    returned = "SELECT bool_and(line.quantity_returned = line.quantity) FROM orders_orderline line JOIN orders_vendororder part"
    assert rows(f"{returned} ON part.id = line.vendor_order_id WHERE part.status = 'returned'") == [(True,)]


def test_quantity_prices_are_on_many_goods_for_agencies_and_fall_below_the_price(small_market: None) -> None:
    """As ``quantity_prices_set`` would have it: the seed writes them past it."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT count(*), count(*) FILTER (WHERE q.price_amount >= vl.price_amount OR q.price_amount >= before.price_amount
                   OR q.minimum_quantity < 2 * p.minimum_order_quantity)
               FROM catalog_quantityprice q
               JOIN catalog_productvariant v ON v.id = q.variant_id
               JOIN catalog_product p ON p.id = v.product_id
               LEFT JOIN catalog_variantchannellisting vl ON vl.variant_id = q.variant_id AND vl.channel_id = q.channel_id
               LEFT JOIN LATERAL (SELECT e.price_amount FROM catalog_quantityprice e WHERE e.variant_id = q.variant_id
                   AND e.channel_id = q.channel_id AND e.minimum_quantity < q.minimum_quantity
                   ORDER BY e.minimum_quantity DESC LIMIT 1) before ON TRUE
               WHERE vl.price_amount IS NOT NULL"""
        )
        steps, wrong = cursor.fetchone()
    assert (steps, wrong) == (QuantityPrice.objects.count(), 0)
    public = Product.objects.filter(channel_listings__channel__slug="public", is_quote_only=False)
    stepped = public.filter(variants__quantity_prices__channel__slug="public").distinct().count()
    assert 0.2 < stepped / public.count() < 0.45
    assert not QuantityPrice.objects.filter(variant__product__is_quote_only=True).exists()
    assert 0 < QuantityPrice.objects.filter(channel__slug="citizen").count() < QuantityPrice.objects.count() / 2


def test_the_demo_agency_has_purchases_at_every_stage(small_market: None) -> None:
    """A draft, one that waits for the lead with two days left, and one that was ordered, of which each enterprise did something else."""
    requests = {one.status: one for one in PurchaseRequest.objects.select_related("requester__user", "budget_line")}
    assert sorted(requests) == ["approved", "draft", "in_approval"]
    assert {one.requester.user.email for one in requests.values()} == {"agency@ieum.example"}
    waiting, ordered = requests["in_approval"], requests["approved"]
    assert waiting.held_until == clock.seoul_day_start(AS_OF) + dt.timedelta(days=2, hours=9)
    assert waiting.steps.get(status="waiting").member.user.email == "agency.lead@ieum.example"
    assert waiting.lines.values("vendor").distinct().count() == 2
    assert waiting.order.status == HELD
    assert sorted(ordered.purchase_orders.values_list("status", flat=True)) == ["accepted", "change_proposed", "issued"]
    assert ordered.purchase_orders.get(status="issued").vendor_order.vendor.name == "두손공방"
    for one, amount in ((waiting, "held"), (ordered, "committed")):
        assert (
            BudgetUse.objects.filter(line=one.budget_line).aggregate(total=models.Sum(amount))["total"]
            >= one.total_gross
        )
    assert not OutboxEvent.objects.filter(is_fanned_out=False).exists()
    assert set(OutboxDelivery.objects.values_list("status", flat=True)) == {"done"}


@pytest.mark.django_db
def test_purchases_lie_in_no_counted_month_and_never_before_the_colleagues_came() -> None:
    for day in ("2022-10-20", "2026-01-02"):
        with transaction.atomic():
            run_seed("--size", "small", "--as-of", day)
            made = PurchaseRequest.objects.count()
            assert made == (0 if day.startswith("2022") else 3)
            years = set(
                PurchaseRequest.objects.exclude(submitted_at=None).values_list("budget_line__fiscal_year", flat=True)
            )
            assert years == (set() if day.startswith("2022") else {2026})
            transaction.set_rollback(True)
