import io
import re
from xml.etree import ElementTree

import pytest
from PIL import Image

from market.core import artwork

COMMON = ("soap", "towel", "paper", "giftbox", "bojagi", "coffee", "honey", "lunchbox", "clean", "building", "stage")


@pytest.mark.parametrize("motif", artwork.motifs())
def test_every_motif_in_every_palette_is_whole(motif: str) -> None:
    for number, palette in enumerate(artwork.palettes()):
        for variation in (number, number + 211):
            svg = artwork.artwork_svg(motif, palette, variation)
            root = ElementTree.fromstring(svg)
            assert root.tag == "{http://www.w3.org/2000/svg}svg"
            assert not re.search(r"[{}]|<text|<image", svg)
            ids = [e.get("id") for e in root.iter() if e.get("id")]
            assert len(ids) == len(set(ids))
            assert set(re.findall(r'(?:url\(#|href="#)([^)"]+)', svg)) <= set(ids)
            assert len(svg) < 6_144


@pytest.mark.parametrize("motif", artwork.motifs())
def test_every_motif_renders_in_both_formats_of_the_web(motif: str) -> None:
    svg = artwork.artwork_svg(motif, "sage", 3)
    for kind in ("WEBP", "AVIF"):
        picture = Image.open(io.BytesIO(artwork.artwork_raster(svg, 96, kind)))
        assert (picture.format, picture.width) == (kind, 96)
    # more than the bare room: the object covers a good part of the picture
    changed = sum(abs(x - y) > 24 for x, y in zip(_raw(_room(svg), 96), _raw(svg, 96), strict=True))
    assert changed > 96 * 96 * 3 * 0.07


def _room(svg: str) -> str:
    """Only wall and table: the first two rectangles."""
    head, body = svg.split("</defs>", 1)
    return head + "</defs>" + "".join(re.findall(r"<rect[^>]*/>", body)[:2]) + "</svg>"


def _raw(svg: str, size: int) -> bytes:
    return Image.open(io.BytesIO(artwork.artwork_raster(svg, size, "PNG"))).convert("RGB").tobytes()


def test_several_sizes_come_from_one_drawing_and_look_like_their_own() -> None:
    svg = artwork.artwork_svg("mug", "mist", 8)
    small, large = artwork.artwork_rasters(svg, [(64, "PNG"), (256, "WEBP")])
    assert Image.open(io.BytesIO(large)).size == (256, 256)
    scaled = Image.open(io.BytesIO(small)).convert("RGB")
    assert scaled.size == (64, 64)
    differences = [abs(x - y) for x, y in zip(scaled.tobytes(), _raw(svg, 64), strict=True)]
    assert sum(differences) / len(differences) < 2


@pytest.mark.parametrize("motif", COMMON)
def test_forty_variations_are_clearly_different(motif: str) -> None:
    drawn = [_raw(artwork.artwork_svg(motif, "clay", v), 32) for v in range(40)]
    for number, one in enumerate(drawn):
        for other in drawn[:number]:
            far = sum(abs(x - y) > 8 for x, y in zip(one, other, strict=True))
            assert far > 32 * 32 * 3 * 0.025


def test_variations_do_not_repeat_within_their_period() -> None:
    seen = {re.sub(r"i[0-9a-f]{4}", "", artwork.artwork_svg("soap", "rose", v)) for v in range(artwork.VARIATIONS)}
    assert len(seen) == artwork.VARIATIONS


def test_the_same_arguments_give_the_same_picture() -> None:
    first = artwork.artwork_svg("honey", "straw", 17)
    assert first == artwork.artwork_svg("honey", "straw", 17)
    assert artwork.artwork_raster(first, 120, "WEBP") == artwork.artwork_raster(first, 120, "WEBP")


def test_light_stays_at_the_upper_left_when_the_object_is_mirrored() -> None:
    assert "matrix(-1" not in artwork.artwork_svg("tumbler", "indigo", 0)
    assert "matrix(-1" in artwork.artwork_svg("tumbler", "indigo", 14)
    straight, mirrored = (_brightness_by_half(artwork.artwork_svg("tumbler", "indigo", v)) for v in (0, 14))
    assert straight[0] > straight[1]
    assert mirrored[0] > mirrored[1]


def _brightness_by_half(svg: str) -> tuple[float, float]:
    """Mean light of the left and right part of the tall cup's body."""
    mirrored = "matrix(-1 0 0 1 400 0)" in svg
    full = re.sub(r'viewBox="[^"]*" width="\d+" height="\d+"', 'viewBox="0 0 400 400" width="400" height="400"', svg)
    picture = Image.open(io.BytesIO(artwork.artwork_raster(full, 400, "PNG"))).convert("L")
    centre = 262 if mirrored else 138
    left = picture.crop((centre - 28, 190, centre - 8, 230)).resize((1, 1), Image.Resampling.BOX)
    right = picture.crop((centre + 14, 190, centre + 34, 230)).resize((1, 1), Image.Resampling.BOX)
    return float(left.tobytes()[0]), float(right.tobytes()[0])


@pytest.mark.parametrize("scene", artwork.scenes())
def test_every_wide_scene_is_whole(scene: str) -> None:
    for palette in artwork.palettes():
        svg = artwork.scene_svg(scene, palette)
        root = ElementTree.fromstring(svg)
        assert root.get("viewBox") == "0 0 1200 640"
        assert not re.search(r"[{}]|<text|<image", svg)
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        assert len(ids) == len(set(ids))
    picture = Image.open(io.BytesIO(artwork.artwork_raster(artwork.scene_svg(scene, "peach"), 600, "JPEG")))
    assert (picture.size, picture.format) == ((600, 320), "JPEG")


def test_there_are_enough_of_them() -> None:
    assert len(artwork.motifs()) >= 120
    assert len(artwork.palettes()) == 10
    assert len(artwork.scenes()) == 12


@pytest.mark.parametrize(
    ("kind", "call"),
    [
        ("motif", lambda: artwork.artwork_svg("unicorn", "rose", 0)),
        ("motif", lambda: artwork.artwork_svg("../palettes", "rose", 0)),
        ("motif", lambda: artwork.artwork_svg("logo", "rose", 0)),
        ("motif", lambda: artwork.artwork_svg("_scene", "rose", 0)),
        ("palette", lambda: artwork.artwork_svg("soap", "neon", 0)),
        ("scene", lambda: artwork.scene_svg("moon-landing", "rose")),
        ("format", lambda: artwork.artwork_raster("<svg/>", 10, "GIF")),  # type: ignore[arg-type]
    ],
)
def test_the_unknown_is_named(kind: str, call) -> None:
    with pytest.raises(artwork.UnknownArtwork) as caught:
        call()
    assert isinstance(caught.value, ValueError)
    assert caught.value.kind == kind
    assert kind in str(caught.value)


@pytest.mark.parametrize("name", artwork.BRAND)
def test_the_brand_is_drawn_without_a_typeface(name: str) -> None:
    svg = (artwork.ART_DIR / f"{name}.svg").read_text("utf-8")
    assert "<text" not in svg
    assert artwork.artwork_raster(svg, 64, "PNG").startswith(b"\x89PNG")
