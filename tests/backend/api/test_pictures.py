"""Pictures are drawn for what the market shows, once, whole, and beforehand for the first page of each list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factories.catalog import sell
from factories.channels import ChannelFactory
from market.api.pictures import path_of, shelf_artworks
from market.api.tasks import draw_shelf_pictures
from market.catalog.models import ProductMedia

pytestmark = pytest.mark.django_db
SHOWN = "soap/rose/5"


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.STATE_DIR = tmp_path


@pytest.fixture
def shown() -> ProductMedia:
    product = sell(ChannelFactory())
    product.media.update(artwork=SHOWN)
    return product.media.get()


@pytest.mark.parametrize(("fmt", "starts"), [("webp", b"RIFF"), ("avif", b"\x00\x00\x00"), ("original", b"\x89PNG")])
def test_a_shown_drawing_comes_in_each_format(client: Any, shown: ProductMedia, fmt: str, starts: bytes) -> None:
    answer = client.get(f"/thumbnail/art/{SHOWN}/64/{fmt}/")
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content).startswith(starts)
    assert "immutable" in answer["Cache-Control"]
    assert client.get(f"/thumbnail/media/{shown.pk}/64/{fmt}/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "soap/rose/6/64/webp",  # a drawing nobody shows
        "soap/rose/5/65/webp",
        "soap/rose/5/2048/webp",  # larger than we draw
        "soap/rose/5/64/gif",
        "soap/rose/840/64/webp",
        "soap/nocolour/5/64/webp",
        "nothing/rose/5/64/webp",
    ],
)
def test_what_is_not_shown_or_not_offered_is_not_drawn(
    client: Any, shown: ProductMedia, path: str, tmp_path: Path
) -> None:
    assert client.get(f"/thumbnail/art/{path}/").status_code == 404
    assert not list(tmp_path.rglob("*.*"))


def test_a_picture_is_drawn_once(client: Any, shown: ProductMedia) -> None:
    client.get(f"/thumbnail/art/{SHOWN}/64/webp/")
    kept = path_of(SHOWN, (64, "webp"))
    kept.write_bytes(b"kept")
    assert b"".join(client.get(f"/thumbnail/art/{SHOWN}/64/webp/").streaming_content) == b"kept"


def test_the_first_page_of_each_shelf_is_drawn_beforehand(shown: ProductMedia) -> None:
    assert shelf_artworks(24) == [SHOWN]
    assert draw_shelf_pictures(seconds=0.0) == 0  # no time, nothing half done
    assert draw_shelf_pictures() == 1
    assert path_of(SHOWN, (512, "avif")).exists()
    assert path_of(SHOWN, (256, "avif")).exists()
    assert draw_shelf_pictures() == 0


def test_only_the_newest_of_a_shelf_are_drawn() -> None:
    channel = ChannelFactory()
    first = sell(channel)
    sell(channel, category=first.category)
    ProductMedia.objects.filter(product=first).update(artwork=SHOWN)
    assert len(shelf_artworks(1)) == 1
    assert len(shelf_artworks(2)) == 2
