"""Files for tests: honest ones, and those that somebody would send to do harm. ``MARK`` is what must not come through."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

MARK = b"xpayloadx"
SCRIPT = b"<script>alert('" + MARK + b"')</script>"


def keep_files_in(folder: Path, settings: Any) -> None:
    """Let this test keep its files in a folder of its own."""
    settings.STATE_DIR = folder
    settings.STORAGES = {
        **settings.STORAGES,
        **{
            name: {
                "BACKEND": "django.core.files.storage.FileSystemStorage",
                "OPTIONS": {"location": str(folder / name)},
            }
            for name in ("pictures", "papers")
        },
    }


def upload(content: bytes, name: str = "picture.jpg", content_type: str = "image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type)


def picture(
    fmt: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (64, 48), colour: Any = None, **options: Any
) -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new(mode, size, colour if colour is not None else 0).save(out, fmt, **options)
    return out.getvalue()


def animation() -> bytes:
    """Two frames: the first red, the second blue."""
    out = io.BytesIO()
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def photograph() -> bytes:
    """A JPEG 40 wide and 20 high that is to be turned, with place, comment, camera and a script in its EXIF."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by a quarter
    exif[0x010E] = SCRIPT.decode()
    exif.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", size=(40, 20), colour="red", exif=exif, comment=SCRIPT)


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("index.html", SCRIPT)
    return out.getvalue()


def bomb() -> bytes:
    """A few bytes that say they are 30,000 by 30,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def png_with_text() -> bytes:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Comment", SCRIPT.decode())
    return picture("PNG", colour="red", pnginfo=info)


REFUSED_AS_PICTURES = {
    "svg with a script": b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>",
    "html": b"<!doctype html>" + SCRIPT,
    "gif that is a script": b"GIF89a=1//" + SCRIPT,
    "pdf": b"%PDF-1.7\n" + SCRIPT,
    "bitmap": picture("BMP"),
    "tiff": picture("TIFF"),
    "icon": picture("ICO"),
    "zip": zipped(),
    "php": b"<?php system('x'); ?>",
    "truncated png": picture("PNG", size=(300, 300))[:-40],
    "truncated jpeg": picture("JPEG", size=(300, 300))[:400],
    "truncated webp": picture("WEBP", size=(300, 300))[:60],
    "only a beginning": b"\x89PNG\r\n\x1a\n",
    "nothing": b"",
    "bomb": bomb(),
    "too many pixels": picture("PNG", "1", (8_000, 5_001)),
}  # fmt: skip
MADE_HARMLESS = {
    "png with html behind it": picture("PNG", colour="red") + SCRIPT,
    "png with php behind it": picture("PNG", colour="red") + b"<?php " + MARK + b" ?>",
    "png with an archive behind it": picture("PNG", colour="red") + MARK + zipped(),
    "png with a text": png_with_text(),
    "jpeg with a script in it": photograph(),
    "jpeg with html behind it": picture("JPEG", colour="red") + SCRIPT,
    "gif with a script in its comment": picture("GIF", colour="red", comment=SCRIPT),
    "webp with a script in it": picture("WEBP", colour="red", exif=b"Exif\x00\x00" + SCRIPT, xmp=SCRIPT),
}


def pdf(pages: int = 1) -> pikepdf.Pdf:
    """A paper that says so on its first page."""
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(300, 300))
    font = made.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    page = made.pages[0].obj
    page.Resources = Dictionary(Font=Dictionary(AA=font))  # a name that elsewhere means actions
    page.Contents = made.make_stream(b"BT /AA 24 Tf 20 100 Td (a paper) Tj ET")
    return made


def saved(document: pikepdf.Pdf, **options: Any) -> bytes:
    """As bytes in which everything can be read."""
    out = io.BytesIO()
    document.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable, **options)
    return out.getvalue()


def acting_pdf() -> bytes:
    """Scripts at its opening, by name and on a page; a program to start; an attachment; a form; a link; metadata; a page behind its end."""
    made, mark = pdf(), MARK.decode()
    page = made.pages[0].obj
    script = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{mark}')"))
    stamp = made.make_stream(
        b"BT /F 12 Tf (a stamp) Tj ET",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 100, 20]),
        Resources=page.Resources,
    )
    made.Root.OpenAction = script
    made.Root.AA = Dictionary(WC=script)
    made.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    made.Root.AcroForm = Dictionary(Fields=Array([]), XFA=made.make_stream(SCRIPT))
    made.attachments["page.html"] = SCRIPT
    page.AA = Dictionary(O=Dictionary(S=Name.Launch, F=String(f"{mark}.exe")))
    page.Metadata = made.make_stream(SCRIPT)
    page.Resources.Properties = Dictionary(P=Dictionary(Type=Name.OCG, Launch=script, JS=made.make_stream(SCRIPT)))
    annotation = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, F=4, Rect=Array([10, 10, 110, 30]), AP=Dictionary(N=stamp),
        A=Dictionary(S=Name.URI, URI=String(f"http://{mark}.example")),
    )  # fmt: skip
    page.Annots = Array([made.make_indirect(annotation)])
    with made.open_metadata() as metadata:
        metadata["dc:title"] = mark
    return saved(made) + SCRIPT


def everything_in(content: bytes) -> bytes:
    """All streams and objects of a PDF, unpacked, so that nothing can hide."""
    with pikepdf.open(io.BytesIO(content)) as document:
        streams = [found.read_bytes() for found in document.objects if isinstance(found, pikepdf.Stream)]
        objects = [found.unparse(resolved=True) for found in document.objects]
    return b"\n".join([content, *streams, *objects])


REFUSED_AS_PAPERS = {
    **{name: content for name, content in REFUSED_AS_PICTURES.items() if name != "pdf"},
    "webp": picture("WEBP"),
    "html before a pdf": SCRIPT + saved(pdf()),
    "broken pdf": saved(pdf())[:200],
    "pdf in name only": b"%PDF-1.7\n" + SCRIPT,
    "encrypted pdf": saved(pdf(), encryption=pikepdf.Encryption(owner="owner", user="user")),
    "pdf locked against change": saved(pdf(), encryption=pikepdf.Encryption(owner="owner", user="")),
    "pdf of 101 pages": saved(pdf(101)),
    "pdf without pages": saved(pikepdf.new()),
}
