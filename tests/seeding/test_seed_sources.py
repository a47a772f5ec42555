"""The hand-written files: what the generator and the shop rely on."""

from __future__ import annotations

import re
from collections import Counter

from market.seeding.editor import markdown_document
from market.seeding.options import option_en
from market.seeding.sources import base_products, folder, motifs, source

HANGUL = re.compile("[가-힣]")


def leaves() -> set[str]:
    return {child["key"] for top in source("categories.yaml") for child in top["children"]}


def test_base_products_are_many_and_have_keys_of_their_own() -> None:
    keys = Counter(base["key"] for base in base_products())
    assert len(keys) >= 400
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_category_has_products_and_every_product_a_category() -> None:
    assert {base["category"] for base in base_products()} == leaves()


def test_products_name_what_there_is() -> None:
    kinds = {kind["code"] for kind in source("certificate_kinds.yaml")}
    values = {theme["code"] for theme in source("value_themes.yaml")}
    notices = {entry["code"]: {one["code"] for one in entry["fields"]} for entry in source("notice_types.yaml")}
    for base in base_products():
        key = base["key"]
        assert base["art"] in motifs(), key
        assert set(base["makers"]) <= kinds, key
        assert base["makers"], key
        assert {claim["value"] for claim in base["claims"]} <= values, key
        assert set(base["notice"]["fields"]) <= notices[base["notice"]["type"]], key
        assert base["tax"] in ("TAXABLE", "EXEMPT"), key
        assert set(base["channels"]) <= {"citizen", "public"}, key
        assert 0 < base["price"][0] <= base["price"][1], key


def test_products_are_whole_in_both_languages() -> None:
    for base in base_products():
        listings, key = base["listings"], base["key"]
        assert len(listings["a"]) == len(listings["a_en"]), key
        assert len(listings["b"]) == len(listings["b_en"]) == len(listings["b_factor"]), key
        assert len(listings["a"]) * len(listings["b"]) >= 30, key
        for text in (base["name_en"], base["summary_en"], *listings["a_en"], *listings["b_en"]):
            assert not HANGUL.search(str(text)), (key, text)
        for text in (base["name"], base["summary"], *base["description"]):
            assert HANGUL.search(text), (key, text)
        assert 2 <= len(base["description"]) <= 3, key


def test_every_option_has_an_english_label() -> None:
    labels = {str(label) for base in base_products() for label, _ in base["options"]["values"]}
    assert not [label for label in labels if HANGUL.search(label) and not option_en(label)]
    assert not [label for label in labels if HANGUL.search(option_en(label))]
    assert (option_en("3개월"), option_en("1장"), option_en("1회")) == ("3 months", "1 sheet", "once")


def test_handwritten_vendors_stand_where_districts_are_and_sell_where_categories_are() -> None:
    places = source("districts.yaml")
    codes = {entry["code"] for entry in (*places["districts"], *places["elsewhere"])}
    vendors = source("vendors/handwritten.yaml")
    assert len({vendor["name"] for vendor in vendors}) == len(vendors)
    for vendor in vendors:
        assert vendor["district"] in codes, vendor["name"]
        assert set(vendor["categories"]) <= leaves(), vendor["name"]
        assert vendor["art"] in motifs(), vendor["name"]


def test_stories_become_headings_paragraphs_and_a_quotation() -> None:
    files = sorted((folder() / "stories").glob("*.md"))
    assert len(files) >= 20
    for file in files:
        body = file.read_text(encoding="utf-8").split("---\n", 2)[2]
        types = {block["type"] for block in markdown_document(body)["blocks"]}
        assert {"header", "paragraph", "quote"} <= types, file.name


def test_markup_in_a_text_is_words_not_markup() -> None:
    (block,) = markdown_document("값은 <b>싸다</b> & **좋다**")["blocks"]
    assert block["data"]["text"] == "값은 &lt;b&gt;싸다&lt;/b&gt; &amp; <b>좋다</b>"
