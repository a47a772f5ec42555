"""Values of every kind wait as they were given and arrive as they were meant; pictures and translations, too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factories.accounts import codes, staff_with
from factories.catalog import AttributeFactory, CollectionFactory
from factories.channels import ChannelFactory
from factories.files import keep_files_in, picture, upload
from factories.goods import answer_of, change, decide, gid, on_sale
from factories.vendors import member_of
from market.catalog.models import AttributeInputType, Product, ProductProposal
from market.catalog.selectors.listing_values import listing_values
from market.catalog.selectors.proposals import proposal_pictures_named
from market.core.permissions import MANAGE_PRODUCTS

pytestmark = pytest.mark.django_db
TEXT = '{"blocks": [{"type": "paragraph", "data": {"text": "손으로"}}]}'
KINDS: list[tuple[AttributeInputType, dict[str, Any], list[str]]] = [
    (AttributeInputType.DROPDOWN, {"dropdown": {"value": "국산"}}, ["국산"]),
    (AttributeInputType.SWATCH, {"swatch": {"value": "쪽빛"}}, ["쪽빛"]),
    (AttributeInputType.MULTISELECT, {"multiselect": [{"value": "유기농"}, {"value": "비건"}]}, ["유기농", "비건"]),
    (AttributeInputType.NUMERIC, {"numeric": "3.50"}, ["3.5"]),
    (AttributeInputType.BOOLEAN, {"boolean": False}, ["false"]),
    (AttributeInputType.PLAIN_TEXT, {"plainText": "단단해요"}, ["단단해요"]),
    (AttributeInputType.RICH_TEXT, {"richText": TEXT}, ["손으로"]),
    (AttributeInputType.DATE, {"date": "2026-03-01"}, ["2026-03-01"]),
    (AttributeInputType.DATE_TIME, {"dateTime": "2026-03-01T09:00:00+09:00"}, ["2026-03-01T09:00:00+09:00"]),
    (AttributeInputType.FILE, {"file": "https://files.ieum.example/care.pdf"}, ["https://files.ieum.example/care.pdf"]),
]


@pytest.fixture
def product() -> Product:
    return on_sale(ChannelFactory(), name="망치")


@pytest.fixture
def staff() -> Any:
    return staff_with(MANAGE_PRODUCTS)


def test_attributes_of_every_kind(graphql: Any, product: Product, staff: Any) -> None:
    member, given, expected = member_of(product.vendor), [], {}
    for kind, value, read in KINDS:
        attribute = AttributeFactory(slug=f"a-{kind.value}", input_type=kind)
        product.product_type.product_attributes.add(attribute)
        given.append({"id": gid(attribute), **value})
        expected[f"attribute:{attribute.pk}"] = read
    collection = CollectionFactory(name="봄")
    pointing = AttributeFactory(slug="a-ref", input_type=AttributeInputType.SINGLE_REFERENCE, entity_type="Collection")
    product.product_type.product_attributes.add(pointing)
    given.append({"id": gid(pointing), "reference": gid(collection)})
    expected[f"attribute:{pointing.pk}"] = ["봄"]
    assert change(graphql, member, product, attributes=given)["errors"] == []
    assert not product.attribute_values.exists()
    waiting = ProductProposal.objects.get()
    assert {path: entry["new"] for path, entry in waiting.changes.items()} == expected
    assert decide(graphql, staff, "Approve", waiting, version=1)["errors"] == []
    live = listing_values(product.pk)
    assert {path: live[path] for path in expected} == expected
    again = change(graphql, member, product, attributes=given)
    assert again["proposal"] is None  # the same values change nothing


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, settings: Any) -> None:
    keep_files_in(tmp_path, settings)


UPLOAD = """mutation ($image: Upload!) { productPictureUpload(image: $image) { upload url errors { field code } } }"""


def test_pictures_wait_and_arrive_in_order(graphql: Any, product: Product, staff: Any) -> None:
    member, old = member_of(product.vendor), product.media.get()
    key = answer_of(graphql(UPLOAD, {"image": upload(picture())}, user=member))["upload"]
    pictures = [{"upload": key, "alt": "새 사진"}, {"media": gid(old), "alt": "옛 사진"}]
    answer = change(graphql, member, product, pictures=pictures)
    assert (answer["errors"], len(answer["product"]["media"])) == ([], 1)
    assert proposal_pictures_named([key, "products/other"]) == {key}  # what waits is not swept away
    waiting = ProductProposal.objects.get()
    assert decide(graphql, staff, "Approve", waiting, version=1)["errors"] == []
    assert [(media.image or media.artwork, media.alt) for media in product.media.order_by("sort_order")] == [
        (key, "새 사진"),
        (old.artwork, "옛 사진"),
    ]
    assert codes(
        change(graphql, member, product, pictures=[{"media": gid(on_sale(ChannelFactory(slug="b")).media.get())}])
    ) == [("pictures", "NOT_PRODUCTS_IMAGE")]


def test_a_picture_left_out_leaves_no_gap(graphql: Any, product: Product, staff: Any) -> None:
    member, old = member_of(product.vendor), product.media.get()
    key = answer_of(graphql(UPLOAD, {"image": upload(picture())}, user=member))["upload"]
    change(graphql, member, product, name="새 이름", pictures=[{"upload": key}, {"media": gid(old)}])
    waiting = ProductProposal.objects.get()
    new = next(path for path in waiting.changes if path.startswith("media:new-"))
    assert decide(graphql, staff, "Approve", waiting, version=1, leaveOut=[new])["errors"] == []
    product.refresh_from_db()
    assert (product.name, [media.pk for media in product.media.all()]) == ("새 이름", [old.pk])


def test_english_texts_wait_like_korean_ones(graphql: Any, product: Product, staff: Any) -> None:
    document = """mutation ($id: ID!) { productTranslate(id: $id, languageCode: EN, input: {name: "Mallet"}) {
        product { translation(languageCode: EN) { name } } proposal { id } errors { code } } }"""
    waiting = answer_of(graphql(document, {"id": gid(product)}, user=member_of(product.vendor)))
    assert (waiting["product"]["translation"], bool(waiting["proposal"])) == (None, True)
    assert decide(graphql, staff, "Approve", ProductProposal.objects.get(), version=1)["errors"] == []
    assert product.translations.get().name == "Mallet"
