"""PageWhereInput means what it means at Saleor's."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories.catalog import AttributeFactory, CollectionFactory
from factories.content import PageFactory, PageTypeFactory, give
from market.catalog.models import Collection
from market.content.models import Page, PageType
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db
LIST = "query ($where: PageWhereInput, $filter: PageFilterInput) { pages(first: 20, where: $where, filter: $filter) { edges { node { slug } } } }"
ALL = ["a", "b", "c", "d"]


@pytest.fixture
def pages() -> None:
    """a and b are articles, c and d laws; what they have differs."""
    a, b = (
        PageFactory(slug="a", metadata={"shelf": "x", "tone": "calm"}),
        PageFactory(slug="b", metadata={"shelf": "y"}),
    )
    law = PageTypeFactory(slug="law")
    PageFactory(slug="c", page_type=law)
    PageFactory(slug="d", page_type=law, metadata={"shelf": ""})
    tone, size = AttributeFactory(slug="tone"), AttributeFactory(slug="size", input_type="numeric")
    flag, day = AttributeFactory(slug="flag", input_type="boolean"), AttributeFactory(slug="day", input_type="date")
    moment = AttributeFactory(slug="moment", input_type="date-time")
    goods = AttributeFactory(slug="goods", input_type="reference")
    give(a, tone, slug="calm", name="차분")
    give(b, tone, slug="loud", name="큰소리")
    give(a, size, numeric=10)
    give(b, size, numeric=20)
    give(a, flag, boolean=True)
    give(b, flag, boolean=False)
    give(a, day, date_time=dt.datetime(2026, 5, 1, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=9))))
    give(a, moment, date_time=dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC))
    for slug in ("tea", "soap"):
        give(a, goods, reference_collection_id=CollectionFactory(slug=slug).pk)
    give(b, goods, reference_collection_id=Collection.objects.get(slug="tea").pk)


def with_ids(value: Any) -> Any:
    """``Page:a`` and ``PageType:law`` stand for global ids."""
    if isinstance(value, dict):
        return {name: with_ids(item) for name, item in value.items()}
    if isinstance(value, list):
        return [with_ids(item) for item in value]
    for name, model in (("Page", Page), ("PageType", PageType), ("Collection", Collection)):
        if isinstance(value, str) and value.startswith(f"{name}:"):
            return to_global_id(name, model.objects.get(slug=value.partition(":")[2]).pk)
    return value


def attribute(slug: str | None = None, /, **value: Any) -> dict[str, Any]:
    return {"attributes": [{**({"slug": slug} if slug else {}), **({"value": value} if value else {})}]}


MEANINGS: list[tuple[str, Any, list[str]]] = [
    ("nothing asked", {}, ALL),
    ("null asked", None, ALL),
    ("slug eq", {"slug": {"eq": "a"}}, ["a"]),
    ("slug oneOf", {"slug": {"oneOf": ["a", "d", "nowhere"]}}, ["a", "d"]),
    ("slug of nothing", {"slug": {}}, []),
    ("slug null", {"slug": None}, []),
    ("slug eq null", {"slug": {"eq": None}}, []),
    ("slug oneOf nothing", {"slug": {"oneOf": []}}, []),
    ("eq goes before oneOf", {"slug": {"eq": "a", "oneOf": ["b"]}}, ["a"]),
    ("ids", {"ids": ["Page:a", "Page:c"]}, ["a", "c"]),
    ("no ids", {"ids": []}, []),
    ("ids null", {"ids": None}, []),
    ("page type eq", {"pageType": {"eq": "PageType:law"}}, ["c", "d"]),
    ("page type oneOf", {"pageType": {"oneOf": ["PageType:law", "PageType:article"]}}, ALL),
    ("page type null narrows nothing", {"pageType": None}, ALL),
    ("page type oneOf nothing", {"pageType": {"oneOf": []}}, []),
    ("metadata key", {"metadata": {"key": "shelf"}}, ["a", "b", "d"]),
    ("metadata eq", {"metadata": {"key": "shelf", "value": {"eq": "x"}}}, ["a"]),
    ("metadata oneOf", {"metadata": {"key": "shelf", "value": {"oneOf": ["x", "y"]}}}, ["a", "b"]),
    ("metadata of no value asks for the key", {"metadata": {"key": "shelf", "value": {}}}, ["a", "b", "d"]),
    ("metadata oneOf nothing", {"metadata": {"key": "shelf", "value": {"oneOf": []}}}, []),
    ("metadata null", {"metadata": None}, []),
    ("fields are joined", {"slug": {"oneOf": ["a", "c"]}, "pageType": {"eq": "PageType:law"}}, ["c"]),
    ("AND", {"AND": [{"slug": {"oneOf": ["a", "c"]}}, {"slug": {"oneOf": ["c", "d"]}}]}, ["c"]),
    ("OR", {"OR": [{"slug": {"eq": "a"}}, {"slug": {"eq": "d"}}]}, ["a", "d"]),
    ("nested", {"AND": [{"pageType": {"eq": "PageType:law"}}, {"OR": [{"slug": {"eq": "a"}}, {"slug": {"eq": "d"}}]}]}, ["d"]),
    ("nested the other way", {"OR": [{"slug": {"eq": "a"}}, {"AND": [{"slug": {"eq": "b"}}, {"slug": {"eq": "c"}}]}]}, ["a"]),
    ("AND of nothing", {"AND": []}, ALL),
    ("OR of nothing", {"OR": []}, ALL),
    ("OR with a branch that asks nothing", {"OR": [{"slug": {"eq": "a"}}, {}]}, ALL),
    ("attribute", attribute("tone"), ["a", "b"]),
    ("unknown attribute", attribute("nowhere"), []),
    ("value slug", attribute("tone", slug={"eq": "calm"}), ["a"]),
    ("value slugs", attribute("tone", slug={"oneOf": ["calm", "loud"]}), ["a", "b"]),
    ("value name", attribute("tone", name={"eq": "차분"}), ["a"]),
    ("value of any attribute", attribute(None, slug={"eq": "loud"}), ["b"]),
    ("number", attribute("size", numeric={"eq": 10}), ["a"]),
    ("numbers", attribute("size", numeric={"oneOf": [10, 20]}), ["a", "b"]),
    ("range", attribute("size", numeric={"range": {"gte": 15}}), ["b"]),
    ("range of nothing", attribute("size", numeric={"range": {}}), []),
    ("flag", attribute("flag", boolean=False), ["b"]),
    ("day", attribute("day", date={"gte": "2026-05-01", "lte": "2026-05-01"}), ["a"]),
    ("day before", attribute("day", date={"lte": "2026-04-30"}), []),
    ("the last day there is", attribute("day", date={"lte": "9999-12-31"}), ["a"]),
    ("moment", attribute("moment", dateTime={"gte": "2026-05-01T12:00:00Z"}), ["a"]),
    ("reference by slug", attribute("goods", reference={"collectionSlugs": {"containsAny": ["tea"]}}), ["a", "b"]),
    ("all references", attribute("goods", reference={"collectionSlugs": {"containsAll": ["tea", "soap"]}}), ["a"]),
    ("reference by id", attribute("goods", reference={"referencedIds": {"containsAny": ["Collection:soap"]}}), ["a"]),
    ("pages are not pointed at", attribute("goods", reference={"pageSlugs": {"containsAny": ["a"]}}), []),
    ("several attributes", {"attributes": [{"slug": "tone"}, {"slug": "size", "value": {"numeric": {"eq": 20}}}]}, ["b"]),
    ("attributes null", {"attributes": None}, ALL),
    ("no attributes", {"attributes": []}, ALL),
    ("NUL finds nothing", {"slug": {"eq": "\x00"}}, []),
]  # fmt: skip


@pytest.mark.parametrize(("where", "found"), [pytest.param(*row[1:], id=row[0]) for row in MEANINGS])
def test_what_a_filter_means(graphql: Any, pages: None, where: Any, found: list[str]) -> None:
    answer = graphql(LIST, {"where": with_ids(where)})
    assert "errors" not in answer, answer["errors"]
    assert [edge["node"]["slug"] for edge in answer["data"]["pages"]["edges"]] == found


REFUSALS: list[tuple[str, Any, str]] = [
    ("operator beside a field", {"AND": [{"slug": {"eq": "a"}}], "slug": {"eq": "a"}}, "Cannot mix operators"),
    ("two operators", {"AND": [{"slug": {"eq": "a"}}], "OR": []}, "Cannot mix operators"),
    ("mixed below", {"AND": [{"OR": [{}], "slug": {"eq": "a"}}]}, "Cannot mix operators"),
    ("attribute twice", {"attributes": [{"slug": "tone"}, {"slug": "tone"}]}, "Duplicated attribute slugs"),
    ("empty entry", {"attributes": [{}]}, "position: 0"),
    ("null slug", {"attributes": [{"slug": None}]}, "cannot be empty or null"),
    ("empty value", {"attributes": [{"slug": "tone", "value": {}}]}, "cannot be empty or null"),
    ("null in value", attribute("tone", slug=None), "cannot be empty or null"),
    ("two values", attribute("tone", slug={"eq": "a"}, name={"eq": "b"}), "only one input key"),
    ("another kind", attribute("tone", numeric={"eq": 1}), "do not match"),
    ("reference to nothing", attribute("goods", reference={}), "containsAll"),
    ("both kinds of contains", attribute("goods", reference={"pageSlugs": {"containsAny": ["a"], "containsAll": ["b"]}}), "both"),
    ("an id of another type", {"ids": ["UHJvZHVjdDox"]}, "Invalid ID"),
]  # fmt: skip


@pytest.mark.parametrize(("where", "message"), [pytest.param(*row[1:], id=row[0]) for row in REFUSALS])
def test_what_makes_no_sense_is_refused(graphql: Any, pages: None, where: Any, message: str) -> None:
    errors = graphql(LIST, {"where": where})["errors"]
    assert message in errors[0]["message"]
    assert errors[0]["extensions"]["exception"]["code"] != "InternalServerError"


def test_filter_and_where_exclude_each_other(graphql: Any) -> None:
    answer = graphql(LIST, {"where": {"slug": {"eq": "a"}}, "filter": {"slugs": ["a"]}})
    assert "Only one filtering argument" in answer["errors"][0]["message"]
