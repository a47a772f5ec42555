"""Still lifes for products, composed from plain SVG parts and a colourway.

A motif file holds only the object; the wall, the light, the long shadow and a small companion come from here,
so that one drawing gives many pictures. Everything is a pure function of its arguments: the same product gets
the same picture on every machine. Nothing here takes text from people, and the art itself holds no text.
"""

import io
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import resvg_py
import yaml
from PIL import Image

ART_DIR = Path(__file__).resolve().parents[3] / "catalog-seeds" / "art"
BRAND = ("logo", "favicon")  # lie beside the motifs, but are none
RasterFormat = Literal["WEBP", "AVIF", "PNG", "JPEG"]

# Table, light, order and companion have counts without a common factor, and side and framing turn more slowly: two
# pictures of one motif differ in at least two of the six, and nothing returns before 3 * 5 * 7 * 8 steps.
TABLES = ("plain", "wood", "linen", "dyed")
PROPS = ("none", "vase", "stones", "cloth", "twig", "cup", "books")
LIGHTS = ("beams", "steep", "window", "low", "arch")
ORDERS = (("a", "b", "accent"), ("b", "a", "accent"), ("accent", "a", "b"))
FRAMES = ("26 44 350 350", "10 20 380 380", "36 54 336 336", "18 34 362 362")
VARIATIONS = 840

_PLACEHOLDER = re.compile(r"\{([a-z_]+)(?:\.([a-z-]+))?\}")
_ENCODING: dict[str, dict[str, Any]] = {
    "WEBP": {"quality": 80, "method": 2},
    "AVIF": {"quality": 60, "speed": 9},
    "PNG": {"optimize": False},
    "JPEG": {"quality": 90},
}


class UnknownArtwork(ValueError):
    """Asked for a motif, palette, scene, part or format that is not there."""

    def __init__(self, kind: str, name: str) -> None:
        self.kind, self.name = kind, name
        super().__init__(f"no {kind} named {name!r}")


@dataclass(frozen=True)
class Drawing:
    body: str
    shadows: tuple[tuple[float, float, float, float], ...]  # left, right, ground, length
    mirror: bool
    props: bool


@lru_cache(maxsize=1)
def _colours() -> dict[str, dict[str, dict[str, str]]]:
    loaded: dict[str, dict[str, dict[str, str]]] = yaml.safe_load((ART_DIR / "palettes.yaml").read_text("utf-8"))
    return loaded


@lru_cache(maxsize=512)
def _source(folder: str, kind: str, name: str) -> str:
    path = ART_DIR / folder / f"{name}.svg"
    if not re.fullmatch(r"_?[a-z][a-z0-9-]*", name) or not path.is_file():
        raise UnknownArtwork(kind, name)
    return path.read_text("utf-8")


def _motif_source(name: str) -> str:
    if name in BRAND or name.startswith("_"):
        raise UnknownArtwork("motif", name)
    return _source("", "motif", name)


@lru_cache(maxsize=512)
def _drawing(name: str) -> Drawing:
    root, body = re.fullmatch(r"\s*(<svg[^>]*>)(.*)</svg>\s*", _motif_source(name), re.S).groups()  # type: ignore[union-attr]
    marks = dict(re.findall(r'data-([a-z]+)="([^"]*)"', root))
    spans = [tuple(float(n) for n in part.split()) for part in marks.get("shadows", "").split(";") if part.strip()]
    return Drawing(
        re.sub(r">\s+<", "><", body.strip()),
        tuple((left, right, ground, length) for left, right, ground, length in spans),
        marks.get("mirror") != "no",
        marks.get("props") != "no",
    )


@lru_cache(maxsize=1)
def _scene_parts() -> dict[str, str]:
    """The groups of _scene.svg by id: lights, table and companions."""
    groups = re.findall(r'<g id="([a-z]+)">(.*?)</g><!--/-->', _source("", "scene", "_scene"), re.S)
    return {name: re.sub(r">\s+<", "><", body.strip()) for name, body in groups}


def motifs() -> list[str]:
    return sorted(path.stem for path in ART_DIR.glob("[a-z]*.svg") if path.stem not in BRAND)


def scenes() -> list[str]:
    return sorted(path.stem for path in (ART_DIR / "scenes").glob("*.svg"))


def palettes() -> list[str]:
    return list(_colours()["palettes"])


def _mix(colour: str, other: str, share: float) -> str:
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in pairs)


def _stops(*stops: tuple[str, str], veil: tuple[str, ...] = ()) -> str:
    """Gradient stops (offset, colour); `veil` gives each its opacity."""
    out = []
    for index, (at, colour) in enumerate(stops):
        offset = f' offset="{at}"' if at else ""
        opacity = f' stop-opacity="{veil[index]}"' if veil else ""
        out.append(f'<stop{offset} stop-color="{colour}"{opacity}/>')
    return "".join(out)


def _gradient(ref: str, colour: str, kind: str, shadow: str, flipped: bool) -> str:
    """One light from the upper left. Under a mirrored group the direction is turned back, so the light stays there."""
    lit, dim = (lambda s: _mix(colour, "#fffaf0", s)), (lambda s: _mix(colour, shadow, s))
    if kind == "ball":
        cx = ".62" if flipped else ".38"
        stops = _stops(("", lit(0.36)), (".45", colour), ("1", dim(0.3)))
        return f'<radialGradient id="{ref}" cx="{cx}" cy=".32" r=".78">{stops}</radialGradient>'
    slopes = {"round": "", "face": ' y2=".5"', "top": ' y2=".2"', "fall": ' y2="-.15"'}
    if kind not in slopes:
        raise UnknownArtwork("shading", kind)
    stops = {
        "round": lambda: _stops(("", dim(0.07)), (".22", lit(0.36)), (".52", colour), ("1", dim(0.26))),
        "face": lambda: _stops(("", lit(0.14)), ("1", dim(0.15))),
        "top": lambda: _stops(("", lit(0.5)), ("1", lit(0.12))),
        "fall": lambda: _stops(("", colour), (".4", colour), ("1", colour), veil=(".36", ".17", "0")),
    }[kind]()
    turn = ' x1="1" x2="0"' if flipped and kind != "fall" else ""
    return f'<linearGradient id="{ref}"{turn}{slopes[kind]}>{stops}</linearGradient>'


class _Painter:
    """Resolves placeholders and collects the gradients that they turn out to need."""

    def __init__(self, palette: str, order: tuple[str, str, str], seed: str) -> None:
        known = _colours()
        if palette not in known["palettes"]:
            raise UnknownArtwork("palette", palette)
        own = known["palettes"][palette]
        self.colours = {**known["materials"]["all"], **own}
        for role, source in zip(("a", "b", "accent"), order, strict=True):
            for tone in ("", "_dark", "_light"):
                self.colours[role + tone] = own[source + tone]
        self.prefix = f"i{zlib.crc32(seed.encode()) & 0xFFFF:04x}"  # of fixed length: numbers can follow
        self.defs: dict[tuple[str, str, bool], str] = {}

    def paint(self, text: str, *, flipped: bool = False) -> str:
        def fill(found: re.Match[str]) -> str:
            name, kind = found.groups()
            if name == "motif":
                whole = _object(_drawing(kind), mirrored=False)
                return self.paint(whole.replace("{id}", f"{{id}}{kind}-"))
            if name == "id":
                return self.prefix
            if name not in self.colours:
                raise UnknownArtwork("colour", name)
            if not kind:
                return self.colours[name]
            key = (self.colours[name], kind, flipped)
            if key not in self.defs:
                ref = f"{self.prefix}{len(self.defs)}"
                self.defs[key] = _gradient(ref, self.colours[name], kind, self.colours["shadow"], flipped)
            return f"url(#{self.prefix}{list(self.defs).index(key)})"

        return _PLACEHOLDER.sub(fill, text)

    def picture(self, frame: str, body: str) -> str:
        _, _, width, height = frame.split()
        defs = "".join(self.defs.values())
        root = f'viewBox="{frame}" width="{width}" height="{height}" stroke-linecap="round" stroke-linejoin="round"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {root}><defs>{defs}</defs>{body}</svg>'


def _shadows(drawing: Drawing, *, mirrored: bool) -> str:
    """A long cast shadow to the right and a soft dark line where the thing meets the table."""
    out = []
    for left, right, y, length in drawing.shadows:
        x0, x1 = (400 - right, 400 - left) if mirrored else (left, right)
        cast = f"M{x0:g} {y:g}H{x1:g}L{x1 + length:g} {y - 20:g}L{x0 + length:g} {y - 40:g}Z"
        middle, half = (x0 + x1) / 2 + 5, (x1 - x0) / 2 + 8
        touch = f'cx="{middle:g}" cy="{y + 1:g}" rx="{half:g}" ry="7"'
        out.append(f'<path d="{cast}" fill="{{shadow.fall}}"/><ellipse {touch} fill="{{shadow}}" opacity=".2"/>')
    return "".join(out)


def _object(drawing: Drawing, *, mirrored: bool) -> str:
    return _shadows(drawing, mirrored=mirrored) + drawing.body


def artwork_svg(motif: str, palette: str, variation: int = 0) -> str:
    """The picture of a motif. `variation` picks light, companion, side, framing and order of colours."""
    drawing, parts = _drawing(motif), _scene_parts()
    painter = _Painter(palette, ORDERS[variation % 3], f"{motif}/{palette}/{variation}")
    mirrored = drawing.mirror and (variation // 12) % 2 == 1
    light = LIGHTS[variation % 5]
    prop = PROPS[variation % 7] if drawing.props else "none"
    body = painter.paint(parts["wall"] + parts[TABLES[variation % 4]] + parts[light])
    if prop != "none":
        side = (variation // 7) % 2 == 1
        companion = painter.paint(parts[prop], flipped=side)
        body += f'<g transform="matrix(-1 0 0 1 400 0)">{companion}</g>' if side else companion
    body += painter.paint(_shadows(drawing, mirrored=mirrored))
    thing = painter.paint(drawing.body, flipped=mirrored)
    body += f'<g transform="matrix(-1 0 0 1 400 0)">{thing}</g>' if mirrored else thing
    return painter.picture(FRAMES[(variation // 6 + variation // 12) % 4], body)


def scene_svg(scene: str, palette: str) -> str:
    """A wide picture for a campaign or a story."""
    source = re.sub(r">\s+<", "><", _source("scenes", "scene", scene))
    painter = _Painter(palette, ORDERS[0], f"{scene}/{palette}")
    root, inner = re.fullmatch(r"\s*(<svg[^>]*>)(.*)</svg>\s*", source, re.S).groups()  # type: ignore[union-attr]
    frame = re.search(r'viewBox="([^"]*)"', root)
    assert frame
    return painter.picture(frame.group(1), painter.paint(inner))


def artwork_rasters(svg: str, wanted: Sequence[tuple[int, RasterFormat]]) -> list[bytes]:
    """The SVG in several widths and formats, drawn once at the largest width: drawing costs far more than scaling."""
    for _, name in wanted:
        if name not in _ENCODING:
            raise UnknownArtwork("format", name)
    largest = max(size for size, _ in wanted)
    drawn = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=largest, skip_system_fonts=True))
    full: Image.Image = Image.open(io.BytesIO(drawn))
    pictures = {largest: full}
    results = []
    for size, name in wanted:
        if size not in pictures:
            height = round(full.height * size / full.width)
            pictures[size] = full.resize((size, height), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        picture = pictures[size] if name == "PNG" else pictures[size].convert("RGB")  # only PNG keeps an open ground
        picture.save(out, name, **_ENCODING[name])
        results.append(out.getvalue())
    return results


def artwork_raster(svg: str, size: int, format: RasterFormat) -> bytes:
    """The SVG as a picture `size` pixels wide."""
    return artwork_rasters(svg, [(size, format)])[0]
