"""Goods as those who sell them enter and change them: documents of the operations, and things they lean on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from factories.catalog import AttributeFactory, CategoryFactory, ProductTypeFactory, sell
from market.catalog.models import AttributeInputType, NoticeType, Product, ProductType, ProductTypeVariantAttribute
from market.core.global_ids import to_global_id

Ask = Callable[..., dict[str, Any]]
ERRORS = "errors { field code message }"
PRODUCT_CREATE = """mutation ($input: ProductCreateInput!) { productCreate(input: $input) {
    product { id slug name vendor { id slug } taxKind weight { unit value } dispatchDays productNotice { type } }
    errors { field code message attributes } } }"""
PRODUCT_UPDATE = f"""mutation ($id: ID, $reference: String, $input: ProductInput!) {{
    productUpdate(id: $id, externalReference: $reference, input: $input) {{
    product {{ id name summary dispatchDays media {{ url alt }} openProposal {{ id }} }} proposal {{ id status kind version }} {ERRORS} }} }}"""
VARIANT_CREATE = """mutation ($input: ProductVariantCreateInput!) { productVariantCreate(input: $input) {
    productVariant { id name sku } proposal { id } errors { field code message attributes } } }"""
VARIANT_UPDATE = f"""mutation ($id: ID, $sku: String, $input: ProductVariantInput!) {{
    productVariantUpdate(id: $id, sku: $sku, input: $input) {{ productVariant {{ id name sku }} proposal {{ id }} {ERRORS} }} }}"""
LISTING_UPDATE = """mutation ($id: ID!, $input: ProductChannelListingUpdateInput!) {
    productChannelListingUpdate(id: $id, input: $input) {
    product { channelListings { isPublished visibleInListings availableForPurchaseAt publicationDate channel { slug } } }
    proposal { id kind status } errors { field code message channels } } }"""
PRICE_UPDATE = """mutation ($id: ID, $input: [ProductVariantChannelListingAddInput!]!) {
    productVariantChannelListingUpdate(id: $id, input: $input) {
    variant { channelListings { price { amount } discountedPrice { amount } costPrice { amount } channel { slug } } }
    proposal { id } errors { field code message channels } } }"""


def gid(thing: Any) -> str:
    return to_global_id(type(thing).__name__, thing.pk)


def notice_type(code: str = "TOOLS", **more: Any) -> NoticeType:
    """A notice of two facts, one of them a safety mark."""
    fields = [
        {"code": "item", "label": "품명", "label_en": "Item"},
        {"code": "certification", "label": "KC 인증 정보", "label_en": "KC certification", "kind": "kc"},
    ]
    return NoticeType.objects.get_or_create(
        code=code, defaults={"name": "도구", "name_en": "Tools", "fields": fields, **more}
    )[0]


def goods_kind(*, required: bool = False) -> ProductType:
    """A type whose products have a material (a text) and whose variants are chosen by colour."""
    kind = ProductTypeFactory(slug="tools")
    material = AttributeFactory(slug="material", input_type=AttributeInputType.PLAIN_TEXT, is_value_required=required)
    colour = AttributeFactory(slug="colour")
    kind.product_attributes.add(material)
    ProductTypeVariantAttribute.objects.get_or_create(product_type=kind, attribute=colour)
    return kind


def noticed(product: Product) -> Product:
    """With everything that is asked before an enterprise's goods go on sale, but a price."""
    product.notice_type, product.notice = notice_type(), {"item": "망치", "certification": "해당 없음"}
    product.category = product.category or CategoryFactory()
    product.save()
    return product


def colour(value: str) -> dict[str, Any]:
    return {"id": gid(AttributeFactory(slug="colour")), "dropdown": {"value": value}}


def material(text: str) -> dict[str, Any]:
    return {"id": gid(AttributeFactory(slug="material")), "plainText": text}


def answer_of(answer: dict[str, Any]) -> dict[str, Any]:
    """What the one operation of a document answered."""
    assert "errors" not in answer, answer["errors"]
    return next(iter(answer["data"].values()))


def change(graphql: Ask, user: Any, thing: Any, document: str = PRODUCT_UPDATE, **given: Any) -> dict[str, Any]:
    """Change one thing by its id; the answer of the operation."""
    return answer_of(graphql(document, {"id": gid(thing), "input": given}, user=user))


def on_sale(channel: Any, price: int = 10_000, **fields: Any) -> Product:
    """Goods of an enterprise on sale, complete as its own would be."""
    product = noticed(sell(channel, price, **fields))
    product.product_type = goods_kind()
    product.save()
    return product


DIFFERENCE = "path label oldText newText currentText isConflict reason oldValue newValue payload"
PROPOSAL = f"id kind status version comment changeCount changes {{ {DIFFERENCE} }}"


def decide(graphql: Ask, user: Any, verb: str, proposal: Any, **given: Any) -> dict[str, Any]:
    """``productProposal<Verb>``: the answer of the operation."""
    shapes = {
        "version": "Int!", "edits": "[ProposalEditInput!]", "leaveOut": "[String!]", "acceptConflicts": "[String!]", "comment": "String",
        "reasons": "[ProposalReasonInput!]", "remove": "[String!]",
    }  # fmt: skip
    if verb == "Decline":
        shapes["comment"] = "String!"
    named = "".join(f", ${name}: {shapes[name]}" for name in given)
    passed = "".join(f", {name}: ${name}" for name in given)
    document = f"""mutation ($id: ID!{named}) {{ productProposal{verb}(id: $id{passed}) {{
        proposal {{ {PROPOSAL} }} errors {{ field code message }} }} }}"""
    variables = {"id": proposal if isinstance(proposal, str) else gid(proposal), **given}
    return answer_of(graphql(document, variables, user=user))
