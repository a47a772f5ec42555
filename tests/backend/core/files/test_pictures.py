"""What is sent as a picture is refused, or comes out as a picture and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from factories.files import (
    MADE_HARMLESS,
    MARK,
    REFUSED_AS_PICTURES,
    animation,
    keep_files_in,
    photograph,
    picture,
    upload,
)
from market.core.errors import NotFound
from market.core.files.errors import FileRefused, FileTooLarge
from market.core.files.pictures import CleanPicture, is_picture_key, picture_clean, picture_read, picture_store


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    keep_files_in(tmp_path, settings)


def opened(clean: CleanPicture) -> Image.Image:
    return Image.open(io.BytesIO(clean.content))


def near(found: Any, wanted: tuple[int, int, int]) -> bool:
    return all(abs(one - other) <= 6 for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("name", REFUSED_AS_PICTURES)
@pytest.mark.parametrize("called", ["a.png", "a.jpg", "a.svg"])
def test_what_is_no_picture_is_refused(name: str, called: str) -> None:
    with pytest.raises(FileRefused) as refused:
        picture_clean(upload(REFUSED_AS_PICTURES[name], called), field="image")
    assert refused.value.code == "invalid"
    assert refused.value.field == "image"
    assert refused.value.message("ko") != refused.value.message("en")


@pytest.mark.parametrize("name", MADE_HARMLESS)
def test_what_a_picture_carries_besides_is_gone(name: str) -> None:
    assert MARK in MADE_HARMLESS[name]
    clean = picture_clean(upload(MADE_HARMLESS[name], "a.html", "text/html"), field="image")
    assert MARK not in clean.content
    assert (clean.content_type, clean.extension) == ("image/jpeg", "jpg")
    made = opened(clean)
    assert made.format == "JPEG"
    assert not made.getexif()
    assert set(made.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    assert not zipfile.is_zipfile(io.BytesIO(clean.content))


def test_a_photograph_is_turned_upright() -> None:
    clean = picture_clean(upload(photograph()), field="image")
    assert (clean.width, clean.height) == (20, 40)


def test_more_than_ten_megabytes_are_refused_before_they_are_read() -> None:
    class Endless(io.BytesIO):
        size = 10_000_001

        def read(self, *args: Any) -> bytes:
            raise AssertionError

    with pytest.raises(FileTooLarge) as refused:
        picture_clean(Endless(), field="image")  # type: ignore[arg-type]
    assert refused.value.code == "file_size_limit_exceeded"


def test_a_file_that_lies_about_its_size_is_refused_too() -> None:
    liar = upload(picture() + bytes(10_000_000))
    liar.size = 10
    with pytest.raises(FileTooLarge):
        picture_clean(liar, field="image")


@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_each_of_the_five_formats_is_taken(fmt: str) -> None:
    clean = picture_clean(upload(picture(fmt, colour="red")), field="image")
    assert near(opened(clean).getpixel((30, 30)), (255, 0, 0))


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (picture("JPEG", "CMYK", colour=(0, 255, 255, 0)), (255, 0, 0)),
        (picture("PNG", "I;16", colour=128 * 256), (128, 128, 128)),
        (picture("PNG", "1", colour=1), (255, 255, 255)),
        (picture("PNG", "P", colour=0), (0, 0, 0)),
        (picture("PNG", "L", colour=77), (77, 77, 77)),
        (animation(), (255, 0, 0)),
    ],
    ids=["four colours", "16 bits", "one bit", "palette", "grey", "first frame"],
)
def test_unusual_pictures_keep_their_colours(content: bytes, wanted: tuple[int, int, int]) -> None:
    assert near(opened(picture_clean(upload(content), field="image")).getpixel((20, 20)), wanted)


def test_an_open_ground_stays_open() -> None:
    clean = picture_clean(upload(picture("PNG", "RGBA", colour=(255, 0, 0, 100))), field="image")
    assert clean.content_type == "image/webp"
    assert opened(clean).convert("RGBA").getpixel((5, 5))[3] == 100


def test_a_profile_is_carried_out_and_not_along() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    broken = picture("PNG", colour="red", icc_profile=b"no profile " + MARK)
    assert near(opened(picture_clean(upload(broken), field="image")).getpixel((5, 5)), (255, 0, 0))
    unfit = picture("PNG", colour="red", icc_profile=lab.tobytes())
    clean = picture_clean(upload(unfit), field="image")
    assert "icc_profile" not in opened(clean).info


def test_large_pictures_are_scaled_down_and_small_ones_are_not() -> None:
    large = picture_clean(upload(picture("JPEG", size=(5_000, 2_500))), field="image")
    assert (large.width, large.height) == (2048, 1024)
    small = picture_clean(upload(picture(size=(7, 5))), field="image")
    assert (small.width, small.height) == (7, 5)


def test_keys_are_random_and_say_what_the_file_is_now() -> None:
    clean = picture_clean(upload(picture(), "../../a.php"), field="image")
    first, second = picture_store(clean, shelf="products"), picture_store(clean, shelf="products")
    assert first != second
    assert is_picture_key(first)
    assert first.startswith("products/")
    assert first.endswith(".jpg")
    assert picture_read(first) == clean.content


@pytest.mark.parametrize(
    "key",
    ["products/none.jpg", "../secret_key", "soap/rose/5", f"products/{'0' * 32}.svg", f"products/{'0' * 32}.jpg", ""],
)
def test_nothing_else_can_be_read_as_a_picture(key: str) -> None:
    with pytest.raises(NotFound):
        picture_read(key)
