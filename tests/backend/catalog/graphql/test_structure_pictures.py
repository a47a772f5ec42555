"""Pictures of categories and collections: made anew, refused when they are none, taken away again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factories.accounts import codes, staff_with
from factories.catalog import CategoryFactory, CollectionFactory
from factories.files import SCRIPT, keep_files_in, picture, upload
from market.catalog.models import Category, Collection
from market.core.files.pictures import is_picture_key
from market.core.global_ids import to_global_id
from market.core.permissions import MANAGE_PRODUCTS

pytestmark = pytest.mark.django_db
CHANGE = """mutation C($id: ID!, $file: Upload) { change: %(operation)s(id: $id, input: {backgroundImage: $file, backgroundImageAlt: "A field"}) {
  %(field)s { backgroundImage { url alt } } errors { field code } } }"""
KINDS: list[Any] = [("category", CategoryFactory, Category), ("collection", CollectionFactory, Collection)]


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, settings: Any) -> None:
    keep_files_in(tmp_path, settings)


@pytest.mark.parametrize(("field", "factory", "model"), KINDS)
def test_a_picture_is_kept_shown_and_taken_away(graphql: Any, field: str, factory: Any, model: Any) -> None:
    row = factory()
    document = CHANGE % {"operation": f"{field}Update", "field": field}
    user, key = staff_with(MANAGE_PRODUCTS), to_global_id(field.capitalize(), row.pk)
    payload = graphql(document, {"id": key, "file": upload(picture())}, user=user)["data"]["change"]
    kept = model.objects.get(pk=row.pk).background_image
    assert is_picture_key(kept)
    assert payload[field]["backgroundImage"]["alt"] == "A field"
    assert kept.rsplit("/", 1)[1].split(".")[0] in payload[field]["backgroundImage"]["url"]
    payload = graphql(document, {"id": key, "file": None}, user=user)["data"]["change"]
    assert payload[field]["backgroundImage"] is None
    assert model.objects.get(pk=row.pk).background_image == ""


@pytest.mark.parametrize(("field", "factory", "model"), KINDS)
def test_what_is_no_picture_changes_nothing(graphql: Any, field: str, factory: Any, model: Any) -> None:
    row = factory()
    document = CHANGE % {"operation": f"{field}Update", "field": field}
    variables = {"id": to_global_id(field.capitalize(), row.pk), "file": upload(SCRIPT)}
    answer = graphql(document, variables, user=staff_with(MANAGE_PRODUCTS))["data"]["change"]
    assert codes(answer) == [("backgroundImage", "INVALID")]
    unchanged = model.objects.get(pk=row.pk)
    assert (unchanged.background_image, unchanged.background_image_alt) == ("", "")
