"""Run as a program: a PDF in at stdin, its pages alone out at stdout. Knows nothing of the market, and is started by ``pdf.py`` only.

A new document is made of the pages: whatever hangs on the old one (open actions, scripts, names, attachments, forms, metadata) is not
taken along. Annotations are printed onto their page, so that stamps and filled fields stay to be seen, and then dropped. What is left
is searched for anything that acts.
"""

from __future__ import annotations

import contextlib
import io
import sys
from typing import Any

import pikepdf

with contextlib.suppress(ImportError):
    import resource  # not on Windows

MEMORY = 1 << 30  # bytes
SECONDS = 20
BROKEN, ENCRYPTED, TOO_LONG = 10, 11, 12  # pdf.Reason
PAGE_KEYS = {
    "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/Contents", "/Group",
    "/UserUnit",
}  # fmt: skip
ACTING_KEYS = {
    "/JS", "/JavaScript", "/AA", "/OpenAction", "/EmbeddedFiles", "/EF", "/AF", "/XFA", "/AcroForm", "/Annots", "/RichMedia",
    "/RichMediaContent", "/URI", "/Launch", "/Metadata", "/PieceInfo", "/OPI", "/Ref",
}  # fmt: skip
ACTIONS = {
    "/JavaScript", "/Launch", "/URI", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/GoTo", "/Rendition", "/Movie", "/Sound",
    "/Named", "/Thread", "/Hide", "/ResetForm", "/SetOCGState", "/Trans", "/GoTo3DView", "/RichMediaExecute",
}  # fmt: skip
RESOURCE_MARKS = {"/Subtype", "/PatternType", "/ShadingType", "/FunctionType", "/ExtGState"}


def clean(content: bytes, most_pages: int) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as source, pikepdf.new() as target:
        if source.is_encrypted:
            sys.exit(ENCRYPTED)
        if len(source.pages) > most_pages:
            sys.exit(TOO_LONG)
        if not len(source.pages):
            sys.exit(BROKEN)
        _print_annotations(source)
        for page in source.pages:
            for key in set(page.obj.keys()) - PAGE_KEYS:
                del page.obj[key]
        target.pages.extend(source.pages)
        for found in target.objects:
            _disarm(found, 0)
        out = io.BytesIO()
        target.save(
            out,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,  # a stream that unpacks to gigabytes stays packed
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return out.getvalue()


def _print_annotations(source: pikepdf.Pdf) -> None:
    """Onto the pages, as far as they can be drawn; what cannot is lost with its annotation."""
    with contextlib.suppress(Exception):
        source.generate_appearance_streams()
    with contextlib.suppress(Exception):
        source.flatten_annotations("print")


def _disarm(found: Any, depth: int) -> None:
    """Take what acts out of the dictionary and those written inside it; objects of their own are met by themselves."""
    if depth > 50:
        sys.exit(BROKEN)
    if isinstance(found, pikepdf.Array):
        for item in list(found):
            _below(item, depth)
    elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        is_action = str(found.get("/S", "")) in ACTIONS
        for key in list(found.keys()):
            value = found[key]
            is_elsewhere = isinstance(found, pikepdf.Stream) and key in ("/F", "/FFilter", "/FDecodeParms")
            if is_action or is_elsewhere or (key in ACTING_KEYS and not _is_resource(value)):
                del found[key]
            else:
                _below(value, depth)


def _below(value: Any, depth: int) -> None:
    if isinstance(value, pikepdf.Object) and not value.is_indirect:
        _disarm(value, depth + 1)


def _is_resource(value: Any) -> bool:
    """A font or picture may be called /AA among the names of a page's resources."""
    return isinstance(value, pikepdf.Dictionary | pikepdf.Stream) and any(mark in value for mark in RESOURCE_MARKS)


def _limit_ourselves() -> None:
    with contextlib.suppress(NameError, ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    _limit_ourselves()
    pikepdf.settings.set_qpdf_limits(flate_max_memory=200_000_000, run_length_max_memory=200_000_000)
    try:
        made = clean(sys.stdin.buffer.read(), int(sys.argv[1]))
    except pikepdf.PasswordError:
        sys.exit(ENCRYPTED)
    except Exception:  # whatever a parser says about hostile bytes
        sys.exit(BROKEN)
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
