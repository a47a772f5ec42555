"""From bytes of unknown origin to a picture of ours: the only place that decodes what people send."""

from __future__ import annotations

import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PIL import ExifTags, Image, ImageCms

MOST_PIXELS = 40_000_000
Image.MAX_IMAGE_PIXELS = MOST_PIXELS  # Pillow refuses twice as many by itself, for every frame of an animation too
Image.init()
CONTENT_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "AVIF": "image/avif"}
EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
_ENCODING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90, "optimize": True},
    "WEBP": {"quality": 85, "method": 4},
    "AVIF": {"quality": 65, "speed": 8},
    "PNG": {"optimize": False},
}
_SRGB = ImageCms.createProfile("sRGB")
TURNS: dict[Any, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_one_at_a_time = threading.Lock()  # a decoded picture may take a few hundred megabytes


class NoPicture(ValueError):
    """Not a picture of the wanted formats, or one that cannot be decoded to its end."""


class TooManyPixels(ValueError):
    """Small in bytes, huge when decoded."""


@dataclass(frozen=True)
class Raster:
    content: bytes
    content_type: str
    extension: str
    width: int
    height: int


def clean(content: bytes, *, formats: Sequence[str], edge: int, see_through: str) -> Raster:
    """The picture encoded anew from its pixels, no side longer than ``edge``: JPEG, or ``see_through`` where it has an open ground.

    Raises NoPicture or TooManyPixels; the size is looked at before anything is decoded.
    """
    with _one_at_a_time:
        image = _decoded(content, formats, edge)
        try:
            return encoded(image, see_through if _is_see_through(image) else "JPEG")
        finally:
            image.close()


def resized(content: bytes, size: int, fmt: str) -> Raster:
    """A kept picture ``size`` pixels wide at most; ``fmt`` is a Pillow format, or "" for JPEG or PNG, whichever fits."""
    with _one_at_a_time, Image.open(io.BytesIO(content), formats=("JPEG", "WEBP")) as image:
        image.draft("RGB", (size, size))
        if image.width > size:
            image.thumbnail((size, image.height), Image.Resampling.LANCZOS)
        upright = image.convert("RGBA" if _is_see_through(image) else "RGB")
        return encoded(upright, fmt or ("PNG" if upright.mode == "RGBA" else "JPEG"))


def encoded(image: Image.Image, fmt: str) -> Raster:
    """The pixels and nothing else in this format."""
    out = io.BytesIO()
    bare = Image.new(image.mode, image.size)  # a new picture has no profile, comment or EXIF to hand on
    bare.paste(image)
    bare.save(out, fmt, **_ENCODING[fmt])
    return Raster(out.getvalue(), CONTENT_TYPES[fmt], EXTENSIONS[fmt], bare.width, bare.height)


def _decoded(content: bytes, formats: Sequence[str], edge: int) -> Image.Image:
    """Upright, in sRGB, scaled down; mode RGB or RGBA. Whatever a decoder says about hostile bytes becomes NoPicture."""
    try:
        with Image.open(io.BytesIO(content), formats=list(formats)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise TooManyPixels
            image.draft("RGB", (edge, edge))  # a JPEG comes out smaller, and needs less
            turn = _turn(image)
            image.load()
            upright = _fit(image, edge)
            return _srgb(upright if turn is None else _turned(upright, turn))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooManyPixels from error
    except TooManyPixels:
        raise
    except (
        Exception
    ) as error:  # decoders raise OSError, SyntaxError, struct.error, ValueError and more over hostile bytes
        raise NoPicture from error


def _fit(image: Image.Image, edge: int) -> Image.Image:
    """Scaled down where a side is longer; palettes and deep greys first become colours that can be scaled."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I") or image.mode == "F":
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")  # 16 bits to 8
    elif image.mode not in ("RGB", "RGBA", "L", "CMYK"):
        see_through = _is_see_through(image) or image.mode in ("PA", "La", "RGBa")
        image = image.convert("RGBA" if see_through else "RGB")
        profile = None if image.mode == "LAB" else profile
    elif "transparency" in image.info:
        image = image.convert("RGBA")
    if max(image.size) > edge:
        image.thumbnail((edge, edge), Image.Resampling.LANCZOS)
    image.info["icc_profile"] = profile
    return image


def _turn(image: Image.Image) -> Image.Transpose | None:
    """How the camera was held; a broken EXIF is passed over."""
    try:
        return TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # as many kinds as there are ways to break one
        return None


def _turned(image: Image.Image, turn: Image.Transpose) -> Image.Image:
    turned = image.transpose(turn)
    turned.info["icc_profile"] = image.info.get("icc_profile")
    return turned


def _srgb(image: Image.Image) -> Image.Image:
    """In sRGB by the profile it carries; a broken profile is passed over."""
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    flat = image.convert("RGB") if alpha is not None else image
    profile = image.info.get("icc_profile")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(flat, source, _SRGB, outputMode="RGB")
            flat = turned or flat
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    flat = flat.convert("RGB")
    if alpha is not None:
        flat.putalpha(alpha)
    return flat


def _is_see_through(image: Image.Image) -> bool:
    """Whether any pixel lets the ground through."""
    if image.mode in ("RGBA", "LA"):
        lowest = image.getchannel("A").getextrema()[0]
        return isinstance(lowest, int | float) and lowest < 255
    return "transparency" in image.info
