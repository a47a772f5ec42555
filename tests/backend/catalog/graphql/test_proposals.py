"""What a member changes on goods on sale waits, is seen field by field, and is decided by staff."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from factories.accounts import codes, staff_with
from factories.catalog import CategoryFactory, ProductFactory, VariantFactory
from factories.channels import ChannelFactory
from factories.goods import (
    DIFFERENCE,
    LISTING_UPDATE,
    PRICE_UPDATE,
    PRODUCT_UPDATE,
    VARIANT_CREATE,
    answer_of,
    change,
    colour,
    decide,
    gid,
    goods_kind,
    material,
    noticed,
    on_sale,
)
from factories.vendors import SellerFactory, member_of
from market.catalog.models import Product, ProductProposal, ProposalStep
from market.core.models import AuditEntry, OutboxEvent
from market.core.permissions import MANAGE_PRODUCTS
from market.vendors.models import VendorRole

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Any:
    return staff_with(MANAGE_PRODUCTS)


@pytest.fixture
def channel() -> Any:
    return ChannelFactory()


@pytest.fixture
def product(channel: Any) -> Product:
    return on_sale(channel, name="나무 망치", summary="단단해요")


@pytest.fixture
def member(product: Product) -> Any:
    return member_of(product.vendor)


def seen(graphql: Any, user: Any, proposal: ProductProposal) -> dict[str, Any]:
    document = f"""query ($id: ID!) {{ productChangeProposal(id: $id) {{ status version changes {{ {DIFFERENCE} }}
        history {{ action byStaff actorName comment changes reasons }} reasons {{ path label text }} }} }}"""
    return answer_of(graphql(document, {"id": gid(proposal)}, user=user))


def test_a_change_of_goods_on_sale_waits(graphql: Any, member: Any, product: Product) -> None:
    answer = change(graphql, member, product, name="참나무 망치", dispatchDays=5, attributes=[material("참나무")])
    assert answer["errors"] == []
    assert answer["product"]["name"] == "나무 망치"
    assert answer["product"]["dispatchDays"] == 5  # what never needs a second look passes at once
    assert answer["proposal"]["status"] == "OPEN"
    assert answer["product"]["openProposal"]["id"] == answer["proposal"]["id"]
    product.refresh_from_db()
    assert product.name == "나무 망치"
    assert not product.attribute_values.exists()
    changes = seen(graphql, member, ProductProposal.objects.get())["changes"]
    assert [(one["label"], one["oldText"], one["newText"]) for one in changes] == [
        ("상품 이름", "나무 망치", "참나무 망치"),
        ("material", "", "참나무"),
    ]
    assert changes[0]["currentText"] == "나무 망치"


def test_a_later_edit_joins_field_by_field_and_history_keeps_each(graphql: Any, member: Any, product: Product) -> None:
    change(graphql, member, product, name="하나", summary="처음")
    change(graphql, member, product, name="둘")
    proposal = ProductProposal.objects.get()
    found = seen(graphql, member, proposal)
    assert {one["path"]: one["newText"] for one in found["changes"]} == {"name": "둘", "summary": "처음"}
    assert found["version"] == 2
    assert [step["action"] for step in found["history"]] == ["SUBMITTED", "JOINED"]
    assert json.loads(found["history"][1]["changes"]) == {"name": {"old": "나무 망치", "new": "둘"}}
    assert found["history"][0]["actorName"] == "한지우"
    change(graphql, member, product, name="나무 망치", summary="단단해요")
    proposal.refresh_from_db()
    assert proposal.status == "withdrawn"  # nothing is left to change


def test_what_cannot_be_is_not_proposed(graphql: Any, member: Any, product: Product) -> None:
    taken = ProductFactory(slug="taken")
    assert codes(change(graphql, member, product, slug=taken.slug)) == [("slug", "UNIQUE")]
    assert codes(change(graphql, member, product, name=" ", dispatchDays=9)) == [("name", "REQUIRED")]
    assert not ProductProposal.objects.exists()
    product.refresh_from_db()
    assert product.dispatch_days != 9  # all or nothing


def test_trusted_enterprises_and_staff_change_at_once(graphql: Any, staff: Any, channel: Any) -> None:
    trusted = on_sale(channel, vendor=SellerFactory(is_trusted=True))
    for user in (member_of(trusted.vendor), staff):
        name = f"이름 {user.pk}"
        answer = change(graphql, user, trusted, name=name)
        assert (answer["product"]["name"], answer["proposal"]) == (name, None)
    assert not ProductProposal.objects.exists()


def test_prices_fall_at_once_and_rise_after_a_look(graphql: Any, member: Any, product: Product, channel: Any) -> None:
    variant = product.variants.get()

    def price(**given: Any) -> Any:
        prices = [{"channelId": gid(channel), **given}]
        return answer_of(graphql(PRICE_UPDATE, {"id": gid(variant), "input": prices}, user=member))

    assert price(price=9_000)["proposal"] is None
    assert variant.channel_listings.get().price_amount == 9_000
    assert price(price=9_000, discountedPrice=8_000)["proposal"] is None
    assert (
        price(price=9_000, priorPrice=20_000, discountedPrice=8_000)["proposal"] is not None
    )  # a comparison is looked at
    assert price(price=12_000)["variant"]["channelListings"][0]["price"]["amount"] == 9_000
    found = seen(graphql, member, ProductProposal.objects.get())["changes"]
    assert [(one["label"], one["oldText"], one["newText"]) for one in found] == [
        (f"기본 · 가격 · {channel.name}", "판매가 9000, 할인가 8000", "판매가 12000")
    ]


def test_taking_off_sale_never_waits_and_back_only_if_changed(
    graphql: Any, member: Any, product: Product, channel: Any
) -> None:
    def publish(shown: bool) -> Any:
        given = {"updateChannels": [{"channelId": gid(channel), "isPublished": shown}]}
        return change(graphql, member, product, LISTING_UPDATE, **given)

    assert not publish(False)["product"]["channelListings"][0]["isPublished"]
    assert publish(True)["product"]["channelListings"][0]["isPublished"]  # unchanged since it was on sale
    publish(False)
    assert change(graphql, member, product, name="다른 물건")["product"]["name"] == "다른 물건"  # nobody sees it
    waiting = publish(True)
    assert waiting["proposal"]["kind"] == "CHANGE"
    assert not waiting["product"]["channelListings"][0]["isPublished"]


def test_a_first_publication_is_looked_at_whole(
    graphql: Any, member: Any, staff: Any, product: Product, channel: Any
) -> None:
    draft = ProductFactory(vendor=product.vendor, product_type=goods_kind(), category=None)
    variant = VariantFactory(product=draft)
    given = {"updateChannels": [{"channelId": gid(channel), "isPublished": True, "isAvailableForPurchase": True}]}
    assert sorted(codes(change(graphql, member, draft, LISTING_UPDATE, **given))) == [
        ("isPublished", "PRODUCT_WITHOUT_CATEGORY"),
        ("legalNotice", "REQUIRED"),
        ("price", "REQUIRED"),
    ]
    assert not draft.channel_listings.exists()
    noticed(draft)
    unpublished = {"updateChannels": [{"channelId": gid(channel), "isPublished": False}]}
    assert change(graphql, member, draft, LISTING_UPDATE, **unpublished)["proposal"] is None
    prices = {"id": gid(variant), "input": [{"channelId": gid(channel), "price": 5_000}]}
    assert answer_of(graphql(PRICE_UPDATE, prices, user=member))["proposal"] is None  # a draft is priced freely
    proposal = change(graphql, member, draft, LISTING_UPDATE, **given)["proposal"]
    assert (proposal["kind"], proposal["status"]) == ("NEW_LISTING", "OPEN")
    assert change(graphql, member, draft, summary="더 좋아요")["product"]["summary"] == "더 좋아요"
    waiting = ProductProposal.objects.get()
    assert waiting.version == 2  # whoever looked at it must look again
    assert codes(decide(graphql, staff, "Approve", waiting, version=1)) == [("version", "STALE")]
    assert decide(graphql, staff, "Approve", waiting, version=2)["proposal"]["status"] == "APPROVED"
    assert draft.channel_listings.get().is_published
    draft.refresh_from_db()
    assert draft.first_published_at is not None


def test_approving_carries_out_what_was_read(graphql: Any, member: Any, staff: Any, product: Product) -> None:
    change(graphql, member, product, name="둘", summary="새 소개", attributes=[material("참나무")])
    waiting = ProductProposal.objects.get()
    OutboxEvent.objects.all().delete()
    answer = decide(graphql, staff, "Approve", waiting, version=1, comment="좋아요")
    assert answer["errors"] == []
    product.refresh_from_db()
    assert (product.name, product.summary) == ("둘", "새 소개")
    assert product.attribute_values.get().value.plain_text == "참나무"
    assert codes(decide(graphql, staff, "Approve", waiting, version=2)) == [("id", "ALREADY_DECIDED")]
    assert [event.topic for event in OutboxEvent.objects.order_by("id")] == [
        "catalog.products_changed",
        "catalog.proposal_approved",
    ]
    assert AuditEntry.objects.filter(action="catalog.proposal_approved", subject_id=str(product.pk)).count() == 1


def test_approving_with_edits_and_without_some_fields(graphql: Any, member: Any, staff: Any, product: Product) -> None:
    change(graphql, member, product, name="최고의 망치", summary="과장")
    waiting = ProductProposal.objects.get()
    given: dict[str, Any] = {
        "version": 1, "edits": [{"path": "name", "value": json.dumps("좋은 망치")}], "leaveOut": ["summary"]
    }  # fmt: skip
    assert decide(graphql, staff, "Approve", waiting, **given)["errors"] == []
    product.refresh_from_db()
    assert (product.name, product.summary) == ("좋은 망치", "단단해요")
    last = ProposalStep.objects.last()
    assert last is not None
    assert last.changes == {"name": {"old": "나무 망치", "new": "좋은 망치"}}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("name", 5), ("nonsense", "x"), ("variant:x:name", "x"), ("category", "x"), ("description", {"blocks": 1}), ("taxKind", "free"),
        ("returnPolicy", {"kind": "x"}), ("attribute:99999999999999999999", {}), ("variantOrder", "x"), ("media:new-1", {"image": 5}),
        ("variant:new-1", {"prices": {"1": {"price": "NaN"}}}), ("translation::name", "x"), ("listing:1", {"publishedAt": "soon"}),
    ],
)  # fmt: skip
def test_strange_edits_are_refused(
    graphql: Any, member: Any, staff: Any, product: Product, path: str, value: Any
) -> None:
    change(graphql, member, product, name="둘")
    edits = [{"path": path, "value": json.dumps(value)}]
    waiting = ProductProposal.objects.get()
    for user, verb in ((staff, "Approve"), (member, "Update")):
        answer = decide(graphql, user, verb, waiting, version=1, edits=edits)
        assert [code for _, code in codes(answer)] == ["INVALID"], answer
    product.refresh_from_db()
    assert product.name == "나무 망치"


def test_a_live_value_that_changed_meanwhile_is_somebodys_choice(
    graphql: Any, member: Any, staff: Any, product: Product
) -> None:
    change(graphql, member, product, name="둘", summary="새 소개")
    change(graphql, staff, product, name="운영팀이 고친 이름")
    waiting = ProductProposal.objects.get()
    change(graphql, member, product, originCountry="대한민국")  # a later edit of another field hides no conflict
    waiting.refresh_from_db()
    name = next(one for one in seen(graphql, staff, waiting)["changes"] if one["path"] == "name")
    assert (name["isConflict"], name["currentText"]) == (True, "운영팀이 고친 이름")
    assert codes(decide(graphql, staff, "Approve", waiting, version=2)) == [("name", "CONFLICT")]
    product.refresh_from_db()
    assert product.summary == "단단해요"
    assert decide(graphql, staff, "Approve", waiting, version=2, acceptConflicts=["name"])["errors"] == []
    product.refresh_from_db()
    assert (product.name, product.summary, product.origin_country) == ("둘", "새 소개", "대한민국")


def test_sent_back_mended_and_proposed_again(graphql: Any, member: Any, staff: Any, product: Product) -> None:
    change(graphql, member, product, name="최고 망치", summary="새 소개")
    waiting = ProductProposal.objects.get()
    assert codes(decide(graphql, staff, "Return", waiting, version=1)) == [("comment", "REQUIRED")]
    reasons = [{"path": "name", "text": "'최고'는 쓸 수 없어요"}]
    assert codes(decide(graphql, staff, "Return", waiting, version=1, reasons=[{"path": "x", "text": "y"}])) == [
        ("reasons", "INVALID")
    ]
    returned = decide(graphql, staff, "Return", waiting, version=1, reasons=reasons, comment="이름만 고쳐 주세요")
    assert returned["proposal"]["status"] == "RETURNED"
    assert codes(decide(graphql, staff, "Approve", waiting, version=2)) == [("id", "NOT_EDITABLE")]
    found = seen(graphql, member, waiting)
    assert found["reasons"] == [{"path": "name", "label": "상품 이름", "text": "'최고'는 쓸 수 없어요"}]
    edits = [{"path": "name", "value": json.dumps("좋은 망치")}]
    mended = decide(graphql, member, "Update", waiting, version=2, edits=edits, remove=["summary"])["proposal"]
    assert (mended["status"], mended["version"], mended["changeCount"]) == ("RETURNED", 3, 1)
    again = decide(graphql, member, "Resubmit", waiting, comment="고쳤어요")["proposal"]
    assert (again["status"], again["comment"]) == ("OPEN", "")
    history = seen(graphql, staff, waiting)["history"]
    assert [step["action"] for step in history] == ["SUBMITTED", "RETURNED", "MENDED", "SUBMITTED"]
    assert [step["byStaff"] for step in history] == [False, True, False, False]
    assert history[1]["actorName"] == ""  # staff are not named
    assert codes(decide(graphql, member, "Resubmit", waiting)) == [("id", "NOT_EDITABLE")]


def test_declined_and_withdrawn(graphql: Any, member: Any, staff: Any, product: Product) -> None:
    change(graphql, member, product, name="하나")
    first = ProductProposal.objects.get()
    assert codes(decide(graphql, staff, "Decline", first, version=1, comment=" ")) == [("comment", "REQUIRED")]
    assert decide(graphql, staff, "Decline", first, version=1, comment="안 돼요")["proposal"]["status"] == "DECLINED"
    change(graphql, member, product, name="둘")
    second = ProductProposal.objects.latest("id")
    assert decide(graphql, member, "Withdraw", second)["proposal"]["status"] == "WITHDRAWN"
    assert codes(decide(graphql, member, "Withdraw", second)) == [("id", "ALREADY_DECIDED")]
    product.refresh_from_db()
    assert product.name == "나무 망치"


def test_a_new_variant_and_a_deleted_one(graphql: Any, member: Any, staff: Any, product: Product) -> None:
    given = {"product": gid(product), "attributes": [colour("빨강")], "sku": "RED", "name": "빨강"}
    made = answer_of(graphql(VARIANT_CREATE, {"input": given}, user=member))
    assert (made["productVariant"], bool(made["proposal"])) == (None, True)
    assert product.variants.count() == 1
    waiting = ProductProposal.objects.get()
    difference = seen(graphql, member, waiting)["changes"][0]
    assert (difference["label"], difference["oldText"]) == ("새 옵션", "")
    assert difference["newText"] == "빨강 · colour 빨강 · SKU RED"
    assert decide(graphql, staff, "Approve", waiting, version=1)["errors"] == []
    assert product.variants.get(sku="RED").attribute_values.count() == 1


def test_nobody_reaches_anothers_proposal(graphql: Any, member: Any, product: Product) -> None:
    change(graphql, member, product, name="둘")
    waiting = ProductProposal.objects.get()
    stranger, clerk = member_of(), member_of(product.vendor, VendorRole.CLERK)
    assert seen(graphql, stranger, waiting) is None
    assert seen(graphql, clerk, waiting) is None
    for thing in (waiting, ProductProposal(pk=999_999)):
        assert codes(decide(graphql, stranger, "Withdraw", thing)) == [("id", "NOT_FOUND")]
        assert codes(decide(graphql, stranger, "Update", thing, version=1)) == [("id", "NOT_FOUND")]
        assert codes(decide(graphql, stranger, "Resubmit", thing)) == [("id", "NOT_FOUND")]
    document = "mutation ($id: ID!) { productProposalApprove(id: $id, version: 1) { errors { code } } }"
    denied = graphql(document, {"id": gid(waiting)}, user=member)
    assert denied["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    waiting.refresh_from_db()
    assert (waiting.status, waiting.version) == ("open", 1)


def test_history_cannot_be_altered(graphql: Any, member: Any, product: Product) -> None:
    change(graphql, member, product, name="둘")
    for statement in ("UPDATE catalog_proposalstep SET comment = 'x'", "DELETE FROM catalog_proposalstep"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert ProposalStep.objects.get().comment == ""


def test_deleting_the_product_ends_what_waits_and_keeps_its_history(
    graphql: Any, member: Any, product: Product
) -> None:
    change(graphql, member, product, name="둘")
    document = "mutation ($id: ID!) { productDelete(id: $id) { errors { code } } }"
    assert answer_of(graphql(document, {"id": gid(product)}, user=member))["errors"] == []
    waiting = ProductProposal.objects.get()
    assert (waiting.product, waiting.status) == (None, "withdrawn")
    assert [step.action for step in waiting.steps.all()] == ["submitted", "withdrawn"]
    assert seen(graphql, member, waiting)["status"] == "WITHDRAWN"


LIST = f"""query ($filter: ProposalFilterInput, $n: Int!) {{ productChangeProposals(filter: $filter, first: $n) {{ totalCount edges {{ node {{
    id kind status productName product {{ name channelListings {{ isPublished }} }} vendor {{ name }} reasons {{ text label }}
    changes {{ {DIFFERENCE} oldPicture newPicture }} history {{ action actorName }} }} }} }} }}"""


def test_lists_of_proposals_oldest_first(graphql: Any, staff: Any, channel: Any, assert_constant_queries: Any) -> None:
    category = CategoryFactory(name="새 분류")
    products = [on_sale(channel) for _ in range(4)]
    members = [member_of(product.vendor) for product in products]
    for product, member in zip(products, members, strict=True):
        change(graphql, member, product, name=f"새 {product.name}", category=gid(category), attributes=[material("솔")])
    found = answer_of(graphql(LIST, {"n": 10}, user=staff))
    assert [edge["node"]["product"]["name"] for edge in found["edges"]] == [product.name for product in products]
    assert assert_constant_queries(LIST, {"n": 1}, {"n": 4}, user=staff) < 40
    own = answer_of(graphql(LIST, {"n": 10}, user=members[1]))
    assert (own["totalCount"], len(own["edges"])) == (1, 1)
    narrowed: list[dict[str, Any]] = [
        {"vendors": [gid(products[2].vendor)]}, {"products": [gid(products[2])]}, {"search": products[2].name},
    ]  # fmt: skip
    for wanted in narrowed:
        node = answer_of(graphql(LIST, {"n": 10, "filter": wanted}, user=staff))["edges"][0]["node"]
        assert node["productName"] == products[2].name
    assert answer_of(graphql(LIST, {"n": 10, "filter": {"statuses": ["RETURNED"]}}, user=staff))["edges"] == []
    assert answer_of(graphql(LIST, {"n": 10, "filter": {"kinds": ["NEW_LISTING"]}}, user=staff))["edges"] == []


def test_an_unchanged_form_proposes_nothing(graphql: Any, member: Any, product: Product) -> None:
    answer = answer_of(
        graphql(
            PRODUCT_UPDATE,
            {"id": gid(product), "input": {"name": product.name, "summary": product.summary}},
            user=member,
        )
    )
    assert answer["proposal"] is None
    assert not ProductProposal.objects.exists()
