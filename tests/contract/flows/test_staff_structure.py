"""Staff build the structure of a catalogue as Saleor's dashboard does, and get the answers that Saleor gives to what is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from contract.flows.client import SaleorClient
from factories.accounts import staff_with
from factories.catalog import CategoryFactory, ProductFactory, sell
from factories.channels import ChannelFactory
from factories.content import PageTypeFactory
from market.accounts.services.tokens import ACCESS, token_create
from market.core import permissions as names
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db
NOWHERE = 999_999
TEXT = '{"blocks": [{"type": "paragraph", "data": {"text": "Hello"}}]}'


@pytest.fixture
def staff(visitor: SaleorClient) -> SaleorClient:
    keeper = staff_with(
        names.MANAGE_PRODUCTS,
        names.MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES,
        names.MANAGE_PAGE_TYPES_AND_ATTRIBUTES,
        names.MANAGE_TRANSLATIONS,
    )
    visitor.token = token_create(user=keeper, kind=ACCESS)
    return visitor


def slugs(connection: Any, name: str = "slug") -> list[str]:
    return [edge["node"][name] for edge in connection["edges"]]


def attribute(staff: SaleorClient, name: str, **fields: Any) -> Any:
    made = staff.do("AttributeCreate", input={"name": name, "type": "PRODUCT_TYPE", "inputType": "DROPDOWN", **fields})
    return made["attribute"]


def test_an_attribute_lives_and_goes(staff: SaleorClient) -> None:
    values = [{"name": "Red", "externalReference": "r"}, {"name": "Blue"}]
    colour = attribute(staff, "Colour", values=values, valueRequired=True, externalReference="colour")
    assert (colour["slug"], colour["valueRequired"], colour["withChoices"]) == ("colour", True, True)
    assert slugs(colour["choices"], "name") == ["Red", "Blue"]
    red, blue = (edge["node"]["id"] for edge in colour["choices"]["edges"])
    change = {"name": "Shade", "addValues": [{"name": "Green"}], "removeValues": [blue]}
    changed = staff.do("AttributeUpdate", externalReference="colour", input=change)["attribute"]
    assert (changed["name"], changed["slug"], slugs(changed["choices"], "name")) == (
        "Shade",
        "colour",
        ["Red", "Green"],
    )
    moved = staff.do("AttributeReorderValues", attributeId=colour["id"], moves=[{"id": red, "sortOrder": 1}])
    assert slugs(moved["attribute"]["choices"], "name") == ["Green", "Red"]
    added = staff.do("AttributeValueCreate", attribute=colour["id"], input={"name": "Black"})["attributeValue"]
    renamed = staff.do("AttributeValueUpdate", id=added["id"], input={"name": "Ink"})["attributeValue"]
    assert (renamed["name"], renamed["slug"]) == ("Ink", "ink")
    staff.do("AttributeValueDelete", externalReference="r")
    assert staff.do("AttributeValueBulkDelete", ids=[added["id"]])["count"] == 1
    looked = staff.do("AttributeLookup", slug="colour")
    assert slugs(looked["choices"], "name") == ["Green"]
    assert staff.do("AttributeDelete", id=colour["id"])["attribute"]["slug"] == "colour"
    assert staff.do("AttributeLookup", externalReference="colour") is None


def test_what_is_wrong_with_an_attribute_is_said_as_saleor_says_it(staff: SaleorClient) -> None:
    colour = attribute(staff, "Colour", values=[{"name": "Red"}], externalReference="colour")
    other = attribute(staff, "Other", values=[{"name": "Odd"}])
    odd = other["choices"]["edges"][0]["node"]["id"]
    new = {"name": "X", "type": "PRODUCT_TYPE"}
    assert staff.refused("AttributeCreate", input={**new, "slug": "colour"}) == [("slug", "UNIQUE")]
    assert staff.refused("AttributeCreate", input={**new, "externalReference": "colour"}) == [
        ("externalReference", "UNIQUE")
    ]
    assert staff.refused("AttributeCreate", input={**new, "inputType": "REFERENCE"}) == [("entityType", "REQUIRED")]
    assert staff.refused("AttributeCreate", input={**new, "unit": "KG"}) == [("unit", "INVALID")]
    assert staff.refused("AttributeCreate", input={**new, "name": " "}) == [("name", "REQUIRED")]
    numbers = {**new, "inputType": "NUMERIC", "values": [{"name": "1"}]}
    assert staff.refused("AttributeCreate", input=numbers) == [("values", "INVALID")]
    twice = {**new, "values": [{"name": "Red"}, {"name": "red"}]}
    assert staff.refused("AttributeCreate", input=twice) == [("values", "UNIQUE")]
    painted = {**new, "values": [{"name": "Red", "value": "#f00"}]}
    assert staff.refused("AttributeCreate", input=painted) == [("values", "INVALID")]
    assert staff.refused("AttributeUpdate", id=colour["id"], input={"removeValues": [odd]}) == [
        ("removeValues", "INVALID")
    ]
    again = {"addValues": [{"name": "RED"}]}
    assert staff.refused("AttributeUpdate", id=colour["id"], input=again) == [("addValues", "ALREADY_EXISTS")]
    nameless = {"addValues": [{"externalReference": "x"}]}
    assert staff.refused("AttributeUpdate", id=colour["id"], input=nameless) == [("addValues", "REQUIRED")]
    nowhere = to_global_id("Attribute", NOWHERE)
    assert staff.refused("AttributeUpdate", id=nowhere, input={}) == [("id", "NOT_FOUND")]
    assert staff.refused("AttributeUpdate", id=to_global_id("Product", 1), input={}) == [("id", "GRAPHQL_ERROR")]
    assert staff.refused("AttributeDelete", id=nowhere) == [("id", "NOT_FOUND")]
    assert staff.refused("AttributeBulkDelete", ids=[colour["id"], nowhere]) == [("ids", "NOT_FOUND")]
    move = [{"id": odd, "sortOrder": 1}]
    assert staff.refused("AttributeReorderValues", attributeId=colour["id"], moves=move) == [("moves", "NOT_FOUND")]
    assert staff.refused("AttributeValueCreate", attribute=nowhere, input={"name": "x"}) == [("attribute", "NOT_FOUND")]
    value = to_global_id("AttributeValue", NOWHERE)
    assert staff.refused("AttributeValueUpdate", id=value, input={}) == [("id", "NOT_FOUND")]
    assert staff.refused("AttributeValueDelete", id=value) == [("id", "NOT_FOUND")]
    assert staff.refused("AttributeValueBulkDelete", ids=[odd, value]) == [("ids", "NOT_FOUND")]
    assert staff.do("AttributeBulkDelete", ids=[colour["id"], other["id"]])["count"] == 2


def test_many_attributes_at_once_with_an_answer_for_each(staff: SaleorClient) -> None:
    good = {"name": "Good", "type": "PRODUCT_TYPE"}
    bad = {"name": "Bad", "type": "PRODUCT_TYPE", "inputType": "NUMERIC", "values": [{"name": "1"}]}
    answer = staff.send("AttributeBulkCreate", attributes=[good, bad])["data"]["attributeBulkCreate"]
    assert (answer["count"], [row["attribute"] for row in answer["results"]]) == (0, [None, None])
    assert [(error["path"], error["code"]) for error in answer["results"][1]["errors"]] == [("values", "INVALID")]
    answer = staff.send("AttributeBulkCreate", attributes=[good, bad], errorPolicy="REJECT_FAILED_ROWS")
    made = answer["data"]["attributeBulkCreate"]
    assert (made["count"], made["results"][0]["attribute"]["slug"]) == (1, "good")
    twins = [{**good, "name": name, "externalReference": "same"} for name in ("One", "Two")]
    answer = staff.send("AttributeBulkCreate", attributes=twins)["data"]["attributeBulkCreate"]
    assert {error["code"] for row in answer["results"] for error in row["errors"]} == {"DUPLICATED_INPUT_ITEM"}
    assert staff.do("AttributeBulkCreate", attributes=[{**good, "name": "Fine"}])["count"] == 1
    fine = staff.do("AttributeLookup", slug="fine")
    change = [{"id": fine["id"], "fields": {"name": "Finer"}}]
    assert staff.do("AttributeBulkUpdate", attributes=change)["results"][0]["attribute"]["name"] == "Finer"
    answer = staff.send("AttributeBulkUpdate", attributes=[*change, {"externalReference": "none", "fields": {}}])
    changed = answer["data"]["attributeBulkUpdate"]
    assert (changed["count"], changed["results"][1]["errors"][0]["code"]) == (0, "NOT_FOUND")


def test_references_name_what_they_point_at(staff: SaleorClient) -> None:
    kind = staff.do("ProductTypeCreate", input={"name": "Tea"})["productType"]
    given = {"inputType": "REFERENCE", "entityType": "PRODUCT", "referenceTypes": [kind["id"]]}
    goes_with = attribute(staff, "Goes with", **given)
    assert goes_with["referenceTypes"] == [{"__typename": "ProductType", "id": kind["id"], "slug": "tea"}]
    page_type = to_global_id("PageType", PageTypeFactory().pk)
    given = {"inputType": "SINGLE_REFERENCE", "entityType": "PAGE", "referenceTypes": [page_type]}
    assert attribute(staff, "Story", **given)["referenceTypes"][0]["__typename"] == "PageType"
    wrong = {
        "name": "X",
        "type": "PRODUCT_TYPE",
        "inputType": "REFERENCE",
        "entityType": "CATEGORY",
        "referenceTypes": [page_type],
    }
    assert staff.refused("AttributeCreate", input=wrong) == [("referenceTypes", "INVALID")]
    unknown = {**wrong, "entityType": "PRODUCT", "referenceTypes": [to_global_id("ProductType", NOWHERE)]}
    assert staff.refused("AttributeCreate", input=unknown) == [("referenceTypes", "NOT_FOUND")]


def test_attributes_and_values_are_found(staff: SaleorClient) -> None:
    weight = attribute(staff, "Weight", inputType="NUMERIC", unit="KG")
    colour = attribute(staff, "Colour", values=[{"name": "Red"}, {"name": "Amber"}], visibleInStorefront=False)
    where = {"OR": [{"unit": {"eq": "KG"}}, {"AND": [{"withChoices": True}, {"name": {"oneOf": ["Colour"]}}]}]}
    assert slugs(staff.do("AttributeList", first=5, where=where)) == ["colour", "weight"]
    assert slugs(staff.do("AttributeList", first=5, filter={"type": "PAGE_TYPE"})) == []
    assert slugs(staff.do("AttributeList", first=5, filter={"ids": [weight["id"]], "search": "wei"})) == ["weight"]
    page = staff.do("AttributeList", first=1, sortBy={"field": "NAME", "direction": "DESC"})
    assert (slugs(page), page["totalCount"]) == (["weight"], 2)
    rest = staff.do(
        "AttributeList", first=1, sortBy={"field": "NAME", "direction": "DESC"}, after=page["pageInfo"]["endCursor"]
    )
    assert slugs(rest) == ["colour"]
    sort = {"field": "NAME", "direction": "ASC"}
    assert slugs(staff.do("AttributeChoices", id=colour["id"], sortBy=sort)["choices"], "name") == ["Amber", "Red"]
    assert slugs(staff.do("AttributeChoices", id=colour["id"], filter={"search": "amb"})["choices"], "name") == [
        "Amber"
    ]
    where = {"slug": {"eq": "red"}}
    assert slugs(staff.do("AttributeChoices", id=colour["id"], where=where, search="r")["choices"], "name") == ["Red"]
    staff.sign_out()
    assert slugs(staff.do("AttributeList", first=5)) == ["weight"]
    assert staff.do("AttributeLookup", id=colour["id"]) is None


def test_a_product_type_and_its_attributes(staff: SaleorClient) -> None:
    size, colour, origin = (attribute(staff, name) for name in ("Size", "Colour", "Origin"))
    text = attribute(staff, "Text", inputType="PLAIN_TEXT")
    page = attribute(staff, "Page", type="PAGE_TYPE")
    made = staff.do(
        "ProductTypeCreate",
        input={
            "name": "Tea", "kind": "NORMAL", "productAttributes": [origin["id"]], "variantAttributes": [size["id"]],
            "weight": 0.5, "taxClass": to_global_id("TaxClass", "exempt"), "isShippingRequired": True,
        },
    )["productType"]  # fmt: skip
    assert (made["slug"], made["kind"], made["weight"]) == ("tea", "NORMAL", {"unit": "KG", "value": 0.5})
    assert made["taxClass"]["id"] == to_global_id("TaxClass", "exempt")
    assert made["assignedVariantAttributes"] == [{"attribute": {"slug": "size"}, "variantSelection": False}]
    kind = made["id"]
    variant = {"id": colour["id"], "type": "VARIANT", "variantSelection": True}
    assigned = staff.do("ProductAttributeAssign", productTypeId=kind, operations=[variant])["productType"]
    assert [one["variantSelection"] for one in assigned["assignedVariantAttributes"]] == [False, True]
    update = [{"id": size["id"], "variantSelection": True}]
    changed = staff.do("ProductAttributeAssignmentUpdate", productTypeId=kind, operations=update)["productType"]
    assert [one["variantSelection"] for one in changed["assignedVariantAttributes"]] == [True, True]
    moves = [{"id": colour["id"], "sortOrder": -1}]
    moved = staff.do("ProductTypeReorderAttributes", productTypeId=kind, type="VARIANT", moves=moves)["productType"]
    assert [one["slug"] for one in moved["variantAttributes"]] == ["colour", "size"]
    assert slugs(staff.do("ProductTypeLookup", id=kind)["availableAttributes"]) == ["text"]

    def refused(*operations: Any) -> list[tuple[str | None, str]]:
        return staff.refused("ProductAttributeAssign", productTypeId=kind, operations=list(operations))

    assert refused(variant) == [("operations", "ATTRIBUTE_ALREADY_ASSIGNED")]
    assert refused({**variant, "id": page["id"]}) == [("operations", "ATTRIBUTE_CANNOT_BE_ASSIGNED")]
    assert refused({**variant, "id": text["id"]}) == [("operations", "ATTRIBUTE_CANNOT_BE_ASSIGNED")]
    assert refused({**variant, "id": to_global_id("Attribute", NOWHERE)}) == [("operations", "NOT_FOUND")]
    fresh = {"id": text["id"], "type": "PRODUCT"}
    assert refused(fresh, fresh) == [("operations", "DUPLICATED_INPUT_ITEM")]
    wrong = [{"id": origin["id"], "variantSelection": True}]
    assert staff.refused("ProductAttributeAssignmentUpdate", productTypeId=kind, operations=wrong) == [
        ("operations", "NOT_FOUND")
    ]
    moves = [{"id": origin["id"], "sortOrder": 1}]
    answer = staff.refused("ProductTypeReorderAttributes", productTypeId=kind, type="VARIANT", moves=moves)
    assert answer == [("moves", "NOT_FOUND")]
    staff.do("ProductTypeUpdate", id=kind, input={"hasVariants": False})
    assert refused({**variant, "id": text["id"]}) == [("operations", "ATTRIBUTE_VARIANTS_DISABLED")]
    left = staff.do("ProductAttributeUnassign", productTypeId=kind, attributeIds=[size["id"], origin["id"]])[
        "productType"
    ]
    assert (left["productAttributes"], left["variantAttributes"]) == ([], [{"slug": "colour"}])
    gone = staff.refused("ProductAttributeUnassign", productTypeId=kind, attributeIds=[size["id"]])
    assert gone == [("attributeIds", "NOT_FOUND")]


def test_product_types_are_found_changed_and_deleted(staff: SaleorClient) -> None:
    tea, ebook = (staff.do("ProductTypeCreate", input=fields)["productType"] for fields in (
        {"name": "Tea"}, {"name": "E-book", "isDigital": True, "isShippingRequired": False},
    ))  # fmt: skip
    found = staff.do("ProductTypeList", first=5, filter={"productType": "DIGITAL"})
    assert slugs(found) == ["e-book"]
    sort = {"field": "NAME", "direction": "DESC"}
    assert slugs(staff.do("ProductTypeList", first=5, sortBy=sort, filter={"kind": "NORMAL"})) == ["tea", "e-book"]
    assert staff.do("ProductTypeUpdate", id=tea["id"], input={"name": "Teas"})["productType"]["slug"] == "tea"
    assert staff.refused("ProductTypeCreate", input={"name": "X", "slug": "tea"}) == [("slug", "UNIQUE")]
    assert staff.refused("ProductTypeCreate", input={}) == [("name", "REQUIRED")]
    page = attribute(staff, "Page", type="PAGE_TYPE")
    of_pages = {"name": "X", "productAttributes": [page["id"]]}
    assert staff.refused("ProductTypeCreate", input=of_pages) == [("productAttributes", "INVALID")]
    unknown = {"name": "X", "taxClass": to_global_id("TaxClass", "none")}
    assert staff.refused("ProductTypeCreate", input=unknown) == [("taxClass", "NOT_FOUND")]
    nowhere = to_global_id("ProductType", NOWHERE)
    assert staff.refused("ProductTypeUpdate", id=nowhere, input={}) == [("id", "NOT_FOUND")]
    assert staff.refused("ProductTypeDelete", id=nowhere) == [("id", "NOT_FOUND")]
    assert staff.refused("ProductTypeBulkDelete", ids=[tea["id"], nowhere]) == [("ids", "NOT_FOUND")]
    used = to_global_id("ProductType", ProductFactory().product_type_id)
    assert staff.refused("ProductTypeDelete", id=used) == [("id", "INVALID")]
    assert staff.do("ProductTypeDelete", id=tea["id"])["productType"]["slug"] == "tea"
    assert staff.do("ProductTypeBulkDelete", ids=[ebook["id"]])["count"] == 1


def test_the_category_tree(staff: SaleorClient) -> None:
    food = staff.do("CategoryCreate", input={"name": "Food", "seo": {"title": "All food"}, "description": TEXT})[
        "category"
    ]
    tea = staff.do(
        "CategoryCreate", parent=food["id"], input={"name": "Tea", "metadata": [{"key": "a", "value": "b"}]}
    )["category"]
    assert (food["level"], food["seoTitle"], tea["level"], tea["parent"]["slug"]) == (0, "All food", 1, "food")
    assert tea["metadata"] == [{"key": "a", "value": "b"}]
    home = staff.do("CategoryCreate", input={"name": "Home"})["category"]
    moved = staff.do("CategoryMove", id=food["id"], parent=home["id"])["category"]
    assert (moved["level"], slugs(moved["ancestors"])) == (1, ["home"])
    assert slugs(staff.do("CategoryUpdate", id=tea["id"], input={"name": "Teas"})["category"]["ancestors"]) == [
        "home",
        "food",
    ]
    assert staff.refused("CategoryMove", id=home["id"], parent=tea["id"]) == [("parent", "INVALID")]
    assert staff.refused("CategoryMove", id=home["id"], parent=home["id"]) == [("parent", "INVALID")]
    nowhere = to_global_id("Category", NOWHERE)
    assert staff.refused("CategoryMove", id=home["id"], parent=nowhere) == [("parent", "NOT_FOUND")]
    assert staff.refused("CategoryCreate", parent=nowhere, input={"name": "X"}) == [("parent", "NOT_FOUND")]
    assert staff.refused("CategoryCreate", input={"name": "X", "slug": "tea"}) == [("slug", "UNIQUE")]
    assert staff.refused("CategoryCreate", input={"slug": "x"}) == [("name", "REQUIRED")]
    assert staff.refused("CategoryUpdate", id=nowhere, input={}) == [("id", "NOT_FOUND")]
    assert staff.refused("CategoryDelete", id=nowhere) == [("id", "NOT_FOUND")]
    assert staff.refused("CategoryBulkDelete", ids=[home["id"], nowhere]) == [("ids", "NOT_FOUND")]
    where = {"OR": [{"ids": [home["id"]]}, {"metadata": [{"key": "a", "value": "b"}]}]}
    assert slugs(staff.do("StructureCategories", where=where)) == ["home", "tea"]
    assert slugs(staff.do("StructureCategories", where={"ids": []})) == []
    assert staff.do("CategoryDelete", id=food["id"])["category"]["slug"] == "food"
    assert staff.do("CategoryBulkDelete", ids=[home["id"]])["count"] == 1
    assert slugs(staff.do("StructureCategories")) == []


def test_collections_are_filled_listed_and_ordered(staff: SaleorClient) -> None:
    channel = ChannelFactory(slug="citizen")
    one, two, three = (sell(channel, slug=slug) for slug in ("one", "two", "three"))
    ids = [to_global_id("Product", product.pk) for product in (one, two, three)]
    made = staff.do("CollectionCreate", input={"name": "Gifts", "products": ids[:1], "isPublished": True})["collection"]
    assert (made["slug"], made["channelListings"]) == ("gifts", [])
    added = staff.do("CollectionAddProducts", collectionId=made["id"], products=[ids[0], ids[1], ids[2]])["collection"]
    assert slugs(added["products"]) == ["one", "two", "three"]
    moves = [{"productId": ids[2], "sortOrder": -2}]
    moved = staff.do("CollectionReorderProducts", collectionId=made["id"], moves=moves)["collection"]
    assert slugs(moved["products"]) == ["three", "one", "two"]
    less = staff.do("CollectionRemoveProducts", collectionId=made["id"], products=[ids[0]])["collection"]
    assert slugs(less["products"]) == ["three", "two"]
    place = to_global_id("Channel", channel.pk)
    listing = {"addChannels": [{"channelId": place, "isPublished": True}]}
    listed = staff.do("CollectionChannelListingUpdate", id=made["id"], input=listing)["collection"]["channelListings"]
    assert [(one["isPublished"], one["publishedAt"] is not None, one["channel"]["slug"]) for one in listed] == [
        (True, True, "citizen")
    ]
    assert slugs(staff.do("StructureCollections", where={"ids": [made["id"]]})) == ["gifts"]
    assert staff.do("CollectionUpdate", id=made["id"], input={"name": "Presents"})["collection"]["name"] == "Presents"
    emptied = staff.do("CollectionChannelListingUpdate", id=made["id"], input={"removeChannels": [place]})["collection"]
    assert emptied["channelListings"] == []
    other = staff.do("CollectionCreate", input={"name": "Other"})["collection"]
    assert staff.do("CollectionDelete", id=made["id"])["collection"]["slug"] == "gifts"
    assert staff.do("CollectionBulkDelete", ids=[other["id"]])["count"] == 1


def test_what_is_wrong_with_a_collection(staff: SaleorClient) -> None:
    place = to_global_id("Channel", ChannelFactory().pk)
    made = staff.do("CollectionCreate", input={"name": "Gifts"})["collection"]["id"]
    bare = to_global_id("Product", ProductFactory().pk)
    answer = staff.refused("CollectionAddProducts", collectionId=made, products=[bare])
    assert answer == [("products", "CANNOT_MANAGE_PRODUCT_WITHOUT_VARIANT")]
    unknown, nowhere = to_global_id("Product", NOWHERE), to_global_id("Collection", NOWHERE)
    assert staff.refused("CollectionCreate", input={"name": "X", "products": [unknown]}) == [("products", "NOT_FOUND")]
    assert staff.refused("CollectionCreate", input={"name": "X", "slug": "gifts"}) == [("slug", "UNIQUE")]
    assert staff.refused("CollectionAddProducts", collectionId=nowhere, products=[]) == [("collectionId", "NOT_FOUND")]
    assert staff.refused("CollectionRemoveProducts", collectionId=made, products=[unknown]) == [
        ("products", "NOT_FOUND")
    ]
    moves = [{"productId": bare, "sortOrder": 1}]
    assert staff.refused("CollectionReorderProducts", collectionId=made, moves=moves) == [("moves", "NOT_FOUND")]
    listing = {"addChannels": [{"channelId": place}, {"channelId": place}]}
    answer = staff.refused("CollectionChannelListingUpdate", id=made, input=listing)
    assert answer == [("addChannels", "DUPLICATED_INPUT_ITEM")]
    both = {"addChannels": [{"channelId": place}], "removeChannels": [place]}
    assert staff.refused("CollectionChannelListingUpdate", id=made, input=both) == [("input", "DUPLICATED_INPUT_ITEM")]
    gone = {"addChannels": [{"channelId": to_global_id("Channel", NOWHERE)}]}
    assert staff.refused("CollectionChannelListingUpdate", id=made, input=gone) == [("addChannels", "NOT_FOUND")]
    assert staff.refused("CollectionUpdate", id=nowhere, input={}) == [("id", "NOT_FOUND")]
    assert staff.refused("CollectionDelete", id=nowhere) == [("id", "NOT_FOUND")]
    assert staff.refused("CollectionBulkDelete", ids=[made, nowhere]) == [("ids", "NOT_FOUND")]


@pytest.mark.parametrize("language", ["EN", "DE"])
def test_everything_is_translated(staff: SaleorClient, language: str) -> None:
    colour = attribute(staff, "색", values=[{"name": "빨강"}])
    red = colour["choices"]["edges"][0]["node"]["id"]
    category = staff.do("CategoryCreate", input={"name": "먹을거리"})["category"]["id"]
    collection = staff.do("CollectionCreate", input={"name": "선물"})["collection"]["id"]

    def told(answer: Any) -> Any:
        """The translation within the payload's one thing."""
        return next(value for name, value in answer.items() if name != "errors")["translation"]

    named = {"languageCode": language, "input": {"name": "Colour"}}
    assert told(staff.do("AttributeTranslate", id=colour["id"], **named))["name"] == "Colour"
    given = {"name": "Red", "plainText": "A red", "richText": TEXT}
    value = told(staff.do("AttributeValueTranslate", id=red, languageCode=language, input=given))
    assert (value["name"], value["plainText"], "Hello" in value["richText"]) == ("Red", "A red", True)
    given = {"name": "Food", "slug": "food", "description": TEXT, "seoTitle": "T", "seoDescription": "D"}
    texts = told(staff.do("CategoryTranslate", id=category, languageCode=language, input=given))
    assert (texts["name"], texts["slug"], texts["seoTitle"], texts["seoDescription"]) == ("Food", "food", "T", "D")
    assert "Hello" in texts["description"]
    given = {"name": "Gifts", "slug": "gifts"}
    gifts = told(staff.do("CollectionTranslate", id=collection, languageCode=language, input=given))
    assert (gifts["name"], gifts["slug"]) == ("Gifts", "gifts")
    other = to_global_id("Category", CategoryFactory().pk)
    answer = staff.refused("CategoryTranslate", id=other, languageCode=language, input={"slug": "food"})
    assert answer == [("slug", "UNIQUE")]
    for operation, kind in (
        ("AttributeTranslate", "Attribute"),
        ("AttributeValueTranslate", "AttributeValue"),
        ("CollectionTranslate", "Collection"),
    ):
        nowhere = to_global_id(kind, NOWHERE)
        assert staff.refused(operation, id=nowhere, languageCode=language, input={}) == [("id", "NOT_FOUND")]


def test_who_may_not_is_told_so(visitor: SaleorClient) -> None:
    visitor.token = token_create(user=staff_with(names.MANAGE_PAGE_TYPES_AND_ATTRIBUTES), kind=ACCESS)
    of_product = {"name": "X", "type": "PRODUCT_TYPE"}
    assert visitor.failed("AttributeCreate", input=of_product) == "PermissionDenied"
    assert visitor.do("AttributeCreate", input={**of_product, "type": "PAGE_TYPE"})["attribute"]["type"] == "PAGE_TYPE"
    answer = visitor.send("AttributeBulkCreate", attributes=[of_product])["data"]["attributeBulkCreate"]
    assert [(error["path"], error["code"]) for error in answer["results"][0]["errors"]] == [(None, "REQUIRED")]
    assert visitor.failed("CategoryCreate", input={"name": "X"}) == "PermissionDenied"
