"""Pictures of goods: who may change them, what is taken, and what a browser is given."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.files.storage import storages
from PIL import Image

from factories.accounts import UserFactory, codes, staff_with
from factories.catalog import ProductFactory, VariantFactory, sell
from factories.channels import ChannelFactory
from factories.files import MADE_HARMLESS, MARK, REFUSED_AS_PICTURES, keep_files_in, picture, upload
from factories.vendors import SellerFactory, member_of
from market.catalog.models import Product, ProductMedia, ProductProposal, VariantMedia
from market.catalog.services.goods_media_set import MOST_PICTURES
from market.catalog.services.listing_change import listing_change
from market.catalog.services.proposal_join import payloads
from market.core.actor import Actor
from market.core.global_ids import to_global_id
from market.core.models import OutboxEvent
from market.core.permissions import MANAGE_PRODUCTS
from market.core.tasks import sweep_files
from market.vendors.models import VendorRole

pytestmark = pytest.mark.django_db
Ask = Callable[..., Any]
CREATE = """mutation ($product: ID!, $image: Upload, $alt: String, $url: String) {
  productMediaCreate(input: {product: $product, image: $image, alt: $alt, mediaUrl: $url}) {
    media { id alt type url(size: 256, format: WEBP) sortOrder } product { id media { id } thumbnail(size: 64) { url alt } }
    errors { field code message } } }"""
REORDER = """mutation ($id: ID!, $media: [ID!]!) { productMediaReorder(productId: $id, mediaIds: $media) {
  media { id } product { media { id } } errors { field code } } }"""

ASSIGN = """mutation ($m: ID!, $v: ID!) { variantMediaAssign(mediaId: $m, variantId: $v) {
  media { id } productVariant { media { id } } errors { field code } } }"""
UNASSIGN = ASSIGN.replace("variantMediaAssign", "variantMediaUnassign")
UPDATE = """mutation ($id: ID!) { productMediaUpdate(id: $id, input: {alt: "새 말"}) {
  media { alt } product { id } errors { field code } } }"""


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    keep_files_in(tmp_path, settings)
    return tmp_path


@pytest.fixture
def staff() -> Any:
    return staff_with(MANAGE_PRODUCTS)


@pytest.fixture
def create(graphql: Ask) -> Ask:
    def call(product: Product, content: bytes | None = None, *, user: Any, name: str = "a.png", **more: Any) -> Any:
        image = None if content is None else upload(content, name)
        answer = graphql(CREATE, {"product": to_global_id("Product", product.pk), "image": image, **more}, user=user)
        return answer["data"]["productMediaCreate"] if answer.get("data") else answer

    return call


def media_of(product: Product) -> list[ProductMedia]:
    return list(ProductMedia.objects.filter(product=product))


def ids(*media: ProductMedia) -> list[str]:
    return [to_global_id("ProductMedia", row.pk) for row in media]


def kept(folder: Path) -> list[Path]:
    return [path for path in (folder / "pictures").rglob("*") if path.is_file()]


def test_a_picture_is_added_behind_the_others_and_shown(create: Ask, client: Any, staff: Any, folder: Path) -> None:
    product = ProductFactory()
    answer = create(product, picture("JPEG", size=(600, 300), colour="red"), user=staff, alt=" 빨간 비누 ")
    assert answer["errors"] == []
    assert (answer["media"]["alt"], answer["media"]["type"], answer["media"]["sortOrder"]) == ("빨간 비누", "IMAGE", 1)
    assert len(answer["product"]["media"]) == 2
    shown = client.get(urlsplit(answer["media"]["url"]).path)
    with Image.open(io.BytesIO(b"".join(shown.streaming_content))) as image:
        assert (image.format, image.size) == ("WEBP", (256, 128))
    product.refresh_from_db()
    assert product.updated_at.year > 2022
    assert OutboxEvent.objects.filter(topic="catalog.products_changed", payload={"product_ids": [product.pk]}).exists()


@pytest.mark.parametrize("fmt", [("WEBP", "image/webp"), ("AVIF", "image/avif"), ("ORIGINAL", "image/jpeg")])
def test_a_browser_is_only_given_a_picture(create: Ask, graphql: Ask, client: Any, staff: Any, fmt: Any) -> None:
    """Whatever was sent: a raster type that cannot be sniffed into a page, under a policy that forbids everything."""
    channel = ChannelFactory()
    product = sell(channel)
    product.media.all().delete()
    create(product, MADE_HARMLESS["png with html behind it"], name="a.html", user=staff)
    document = """query ($id: ID!, $channel: String!, $format: ThumbnailFormatEnum!) { product(id: $id, channel: $channel) {
      media { url(size: 4096, format: $format) } thumbnail(format: $format) { url } } }"""
    variables = {"id": to_global_id("Product", product.pk), "channel": channel.slug, "format": fmt[0]}
    found = graphql(document, variables)["data"]["product"]
    [media] = media_of(product)
    for address in (
        found["media"][0]["url"],
        found["thumbnail"]["url"],
        f"/thumbnail/media/{media.pk}/64/{fmt[0].lower()}/",
    ):
        answer = client.get(urlsplit(address).path)
        assert answer.status_code == 200, address
        assert answer["Content-Type"] == fmt[1]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert MARK not in b"".join(answer.streaming_content)


def test_nothing_of_the_folder_is_handed_out_as_it_lies(create: Ask, client: Any, staff: Any) -> None:
    create(ProductFactory(), picture(), user=staff)
    key = ProductMedia.objects.exclude(image="").get().image
    shelf, name = key.split("/")
    below = "/thumbnail/picture"
    for path in (
        f"/media/{key}",
        f"/media/pictures/{key}",
        f"{below}/{shelf}/{name}/",
        f"{below}/{shelf}/..%2F{name}/64/webp/",
        f"{below}/papers/{name}/64/webp/",
        f"{below}/{shelf}/{name}/65/webp/",
        f"{below}/{shelf}/{name}/64/svg/",
        f"{below}/{shelf}/{'0' * 32}.jpg/64/webp/",
    ):
        assert client.get(path).status_code == 404, path
    assert client.get(f"/thumbnail/picture/{key}/64/webp/").status_code == 200


def test_pictures_of_what_is_not_out_yet_cannot_be_counted_through(create: Ask, client: Any, staff: Any) -> None:
    product = ProductFactory()
    create(product, picture(), user=staff)
    media = product.media.exclude(image="").get()
    assert client.get(f"/thumbnail/media/{media.pk}/64/webp/").status_code == 404
    sold = sell(ChannelFactory())
    media.product = sold
    media.save()
    assert client.get(f"/thumbnail/media/{media.pk}/64/webp/").status_code == 200


@pytest.mark.parametrize("name", REFUSED_AS_PICTURES)
def test_what_is_no_picture_is_answered_and_changes_nothing(create: Ask, staff: Any, folder: Path, name: str) -> None:
    product = ProductFactory()
    answer = create(product, REFUSED_AS_PICTURES[name], user=staff)
    assert codes(answer) == [("image", "INVALID")]
    assert len(media_of(product)) == 1
    assert not kept(folder)


def test_what_else_may_be_wrong_with_a_new_picture(create: Ask, staff: Any, folder: Path) -> None:
    product = ProductFactory()
    assert codes(create(product, user=staff)) == [("image", "REQUIRED")]
    assert codes(create(product, user=staff, url="http://127.0.0.1/x.png")) == [
        ("mediaUrl", "UNSUPPORTED_MEDIA_PROVIDER")
    ]
    assert codes(create(product, picture() + bytes(10_000_000), user=staff)) == [("image", "FILE_SIZE_LIMIT_EXCEEDED")]
    assert codes(create(product, picture(), user=staff, alt="가" * 251)) == [("alt", "INVALID")]
    assert codes(create(Product(pk=10**9), picture(), user=staff)) == [("product", "NOT_FOUND")]
    for place in range(len(media_of(product)), MOST_PICTURES):
        ProductMedia.objects.create(product=product, artwork="soap/moss/1", sort_order=place)
    assert codes(create(product, picture(), user=staff)) == [("image", "INVALID")]
    assert len(media_of(product)) == MOST_PICTURES


def all_calls(product: Product, variant: Any, media: ProductMedia) -> dict[str, tuple[str, dict[str, Any]]]:
    """Every mutation of pictures, on this product."""
    mine, [one], of_variant = (
        to_global_id("Product", product.pk),
        ids(media),
        to_global_id("ProductVariant", variant.pk),
    )
    order = ids(*media_of(product))[::-1]
    return {
        "productMediaReorder": (REORDER, {"id": mine, "media": order}),
        "productMediaCreate": (CREATE, {"product": mine, "image": upload(picture())}),
        "productMediaUpdate": (
            UPDATE,
            {"id": one},
        ),
        "variantMediaAssign": (
            ASSIGN,
            {"m": one, "v": of_variant},
        ),
        "variantMediaUnassign": (
            UNASSIGN,
            {"m": one, "v": of_variant},
        ),
        "productMediaBulkDelete": (
            "mutation ($ids: [ID!]!) { productMediaBulkDelete(ids: $ids) { count errors { field code } } }",
            {"ids": [one]},
        ),
    }  # fmt: skip


def state() -> Any:
    return (
        sorted(ProductMedia.objects.values_list("pk", "alt", "sort_order", "image")),
        sorted(VariantMedia.objects.values_list("variant_id", "media_id")),
    )


def prepared(vendor: Any, channel: Any = None) -> tuple[Product, Any, ProductMedia]:
    product = sell(channel, vendor=vendor) if channel else ProductFactory(vendor=vendor)
    variant = product.variants.first() or VariantFactory(product=product)
    ProductMedia.objects.create(product=product, artwork="soap/rose/2", sort_order=1)
    return product, variant, product.media.first()


def test_a_member_changes_pictures_of_the_own_goods(graphql: Ask) -> None:
    vendor = SellerFactory()
    member, (product, variant, media) = member_of(vendor, VendorRole.MANAGER), prepared(vendor)
    for name, (document, variables) in all_calls(product, variant, media).items():
        answer = graphql(document, variables, user=member)
        assert answer["data"][name]["errors"] == [], name
        if name == "productMediaUpdate":
            assert answer["data"][name]["media"]["alt"] == "새 말"
        if name == "variantMediaAssign":
            assert answer["data"][name]["productVariant"]["media"] == [{"id": ids(media)[0]}]
        if name == "variantMediaUnassign":
            assert answer["data"][name]["productVariant"]["media"] == []
    assert not ProductMedia.objects.filter(pk=media.pk).exists()


@pytest.mark.parametrize("somebody", ["member of another", "clerk of it", "customer"])
def test_nobody_changes_pictures_of_goods_that_are_not_theirs(graphql: Ask, somebody: str, folder: Path) -> None:
    vendor = SellerFactory()
    product, variant, media = prepared(vendor)
    user = {
        "member of another": lambda: member_of(),
        "clerk of it": lambda: member_of(vendor, VendorRole.CLERK),
        "customer": lambda: UserFactory(),
    }[somebody]()
    before = state()
    for name, (document, variables) in all_calls(product, variant, media).items():
        answer = graphql(document, variables, user=user)
        if somebody == "member of another":
            [error] = answer["data"][name]["errors"]
            assert error["code"] == "NOT_FOUND", name
        else:
            assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied", name
    assert state() == before
    assert not kept(folder)


def test_what_shoppers_see_of_an_untrusted_enterprise_waits_for_a_review(graphql: Ask, folder: Path) -> None:
    vendor, channel = SellerFactory(is_trusted=False), ChannelFactory()
    member, (product, variant, media) = member_of(vendor), prepared(vendor, channel)
    before = state()
    calls = all_calls(product, variant, media)
    reorder = calls.pop("productMediaReorder")
    for name, (document, variables) in calls.items():
        answer = graphql(document, variables, user=member)["data"][name]
        assert answer["errors"] == [], name
        assert name != "productMediaCreate" or answer["media"] is None
        assert state() == before, name
    changes = ProductProposal.objects.get(product=product).changes
    [picture_of_proposal] = [entry["payload"] for path, entry in changes.items() if path.startswith("media:new-")]
    assert changes[f"media:{media.pk}"]["new"] is None
    assert [path.name for path in kept(folder)] == [picture_of_proposal["image"].split("/")[1]]
    assert graphql(*reorder, user=member)["data"]["productMediaReorder"]["errors"] == []
    assert state() != before


def test_a_proposed_picture_is_kept_and_shows_once_it_is_approved(create: Ask, client: Any, folder: Path) -> None:
    vendor = SellerFactory(is_trusted=False)
    product = sell(ChannelFactory(), vendor=vendor)
    create(product, picture(), user=member_of(vendor), alt="새 사진")
    [file] = kept(folder)
    long_ago = file.stat().st_mtime - 10 * 86_400
    os.utime(file, (long_ago, long_ago))
    assert sweep_files() == 0
    proposal = ProductProposal.objects.get(product=product)
    actor = Actor(is_staff=True, permissions=frozenset({MANAGE_PRODUCTS}))
    listing_change(product_id=product.pk, changes=payloads(proposal.changes), actor=actor)
    media = media_of(product)[-1]
    assert (media.image, media.alt) == (f"products/{file.name}", "새 사진")
    assert client.get(f"/thumbnail/media/{media.pk}/64/webp/").status_code == 200


def test_a_trusted_enterprise_and_staff_change_them_at_once(graphql: Ask, staff: Any) -> None:
    channel, vendor = ChannelFactory(), SellerFactory(is_trusted=True)
    for user in (member_of(vendor), staff):
        product, variant, media = prepared(vendor, channel)
        for name, (document, variables) in all_calls(product, variant, media).items():
            assert graphql(document, variables, user=user)["data"][name]["errors"] == [], name


def test_reordering_names_each_picture_once(graphql: Ask, staff: Any) -> None:
    product, _, _ = prepared(SellerFactory())
    first, second = media_of(product)
    other = prepared(SellerFactory())[2]
    for wrong in ([first], [first, first], [first, second, second], [first, other], [first, second, other]):
        variables = {"id": to_global_id("Product", product.pk), "media": ids(*wrong)}
        assert codes(graphql(REORDER, variables, user=staff)["data"]["productMediaReorder"]) == [
            ("mediaIds", "INVALID")
        ]
    answer = graphql(REORDER, {"id": to_global_id("Product", product.pk), "media": ids(second, first)}, user=staff)
    assert [row["id"] for row in answer["data"]["productMediaReorder"]["product"]["media"]] == ids(second, first)
    assert media_of(product) == [second, first]


def test_variants_take_only_pictures_of_their_product_and_each_once(graphql: Ask, staff: Any) -> None:
    product, variant, media = prepared(SellerFactory())
    other = prepared(SellerFactory())[2]
    calls = all_calls(product, variant, media)
    assign, variables = calls["variantMediaAssign"]
    unassign = calls["variantMediaUnassign"][0]
    foreign = {**variables, "m": ids(other)[0]}
    assert codes(graphql(assign, foreign, user=staff)["data"]["variantMediaAssign"]) == [
        ("mediaId", "NOT_PRODUCTS_IMAGE")
    ]
    assert codes(graphql(unassign, variables, user=staff)["data"]["variantMediaUnassign"]) == [
        ("mediaId", "NOT_PRODUCTS_IMAGE")
    ]
    assert codes(graphql(assign, variables, user=staff)["data"]["variantMediaAssign"]) == []
    assert codes(graphql(assign, variables, user=staff)["data"]["variantMediaAssign"]) == [
        ("mediaId", "MEDIA_ALREADY_ASSIGNED")
    ]


def test_several_pictures_go_together_or_not_at_all(graphql: Ask, staff: Any) -> None:
    product, _, _ = prepared(SellerFactory())
    first, second = media_of(product)
    document = "mutation ($ids: [ID!]!) { productMediaBulkDelete(ids: $ids) { count errors { field code } } }"
    answer = graphql(document, {"ids": [*ids(first, second), *ids(ProductMedia(pk=10**9))]}, user=staff)
    assert codes(answer["data"]["productMediaBulkDelete"]) == [("ids", "NOT_FOUND")]
    assert len(media_of(product)) == 2
    answer = graphql(document, {"ids": ids(first, second)}, user=staff)
    assert answer["data"]["productMediaBulkDelete"] == {"count": 2, "errors": []}
    one = prepared(SellerFactory())[2]
    single = "mutation ($id: ID!) { productMediaDelete(id: $id) { media { id } product { id } errors { code } } }"
    assert graphql(single, {"id": ids(one)[0]}, user=staff)["data"]["productMediaDelete"]["media"]["id"] == ids(one)[0]
    assert not ProductMedia.objects.filter(pk=one.pk).exists()


def test_a_rolled_back_row_leaves_a_file_and_no_row(create: Ask, staff: Any) -> None:
    """The file is there before the row; when the row fails, what is left is a file for the sweep and never a row without a file."""
    product = ProductFactory()
    ProductMedia.objects.filter(product=product).delete()
    for place in range(MOST_PICTURES):
        ProductMedia.objects.create(product=product, artwork="soap/moss/1", sort_order=place)
    assert codes(create(product, picture(), user=staff)) == [("image", "INVALID")]
    assert not ProductMedia.objects.filter(product=product).exclude(image="").exists()
    assert len(storages["pictures"].listdir("products")[1]) == 1
